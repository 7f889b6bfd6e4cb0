#include "commands/named_file.hpp"

#include "support/atomic_file.hpp"
#include "support/error.hpp"

#include <utility>

#include <fmt/format.h>

namespace sss {

std::string read_named_file(std::string const& attempt, std::string const& path, std::size_t largest)
{
    auto file = read_file(path, largest);
    switch (file.outcome) {
        case FileContents::Outcome::read: return std::move(file.bytes);
        case FileContents::Outcome::missing: throw Error{attempt, "there is no such file"};
        case FileContents::Outcome::not_a_file: throw Error{attempt, "it is not a file"};
        case FileContents::Outcome::too_large:
            throw Error{attempt, fmt::format("it is larger than {} MiB", largest >> 20)};
        case FileContents::Outcome::unreadable: break;
    }
    throw Error{attempt, file.reason};
}

}  // namespace sss
