#include "work/named_file.hpp"

#include "support/atomic_file.hpp"
#include "support/error.hpp"
#include "support/links.hpp"
#include "support/utf8.hpp"

#include <utility>

#include <fmt/format.h>

namespace sss {

std::string read_named_file(std::string const& attempt, std::string const& path, std::size_t largest,
                            std::string const& remedy)
{
    if (auto const way = way_to(path); way.leaves())
        throw Error{attempt,
                    fmt::format("{} is a symbolic link that leads {}", visible(way.link.string()),
                                way.leads == Way::Leads::nowhere ? "nowhere" : "out of the repository"),
                    "Name the file itself, or put it in the link's place."};
    auto file = read_file(path, largest);
    switch (file.outcome) {
        case FileContents::Outcome::read: return std::move(file.bytes);
        case FileContents::Outcome::missing: throw Error{attempt, "there is no such file", remedy};
        case FileContents::Outcome::not_a_file: throw Error{attempt, "it is not a file", remedy};
        case FileContents::Outcome::too_large:
            throw Error{attempt, fmt::format("it is larger than {} MiB", largest >> 20), remedy};
        case FileContents::Outcome::unreadable: break;
    }
    throw Error{attempt, file.reason, remedy};
}

}  // namespace sss
