#include "work/typed_path.hpp"

#include "support/error.hpp"
#include "support/utf8.hpp"

#include <system_error>

#include <fmt/format.h>

namespace sss {

namespace fs = std::filesystem;

std::string path_inside(fs::path const& root, std::string const& directory, std::string const& typed)
{
    std::error_code failed;
    auto const path = fs::canonical(directory) / typed;
    if (!fs::exists(fs::symlink_status(path, failed)))
        throw UsageError{fmt::format("there is no '{}'", visible(typed))};
    auto const name = path.filename();
    auto const last_is_plain = !name.empty() && name != "." && name != "..";
    auto const real = last_is_plain ? fs::canonical(path.parent_path()) / name : fs::canonical(path);
    auto const relative = real.lexically_relative(root).generic_string();
    if (relative == ".." || relative.starts_with("../"))
        throw UsageError{fmt::format("'{}' stands outside the data repository at {}", visible(typed), root.string())};
    return relative;
}

bool is_below(std::string_view file, std::string_view path)
{
    return path == "." || file == path ||
           (file.size() > path.size() && file.starts_with(path) && file[path.size()] == '/');
}

}  // namespace sss
