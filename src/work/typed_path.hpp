#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace sss {

/// What a path on the command line names, relative to the data repository's root. Symbolic links on the way there are
/// followed, one at its end is not: it may be what is wrong. A UsageError where nothing is there, or it lies outside.
/// @param directory  where relative paths begin
std::string path_inside(std::filesystem::path const& root, std::string const& directory, std::string const& typed);

/// Whether a file is what `path` names, or lies in the folder that it names; "." names all.
bool is_below(std::string_view file, std::string_view path);

}  // namespace sss
