#pragma once

#include <cstddef>
#include <string>

namespace sss {

/// The bytes of a file that somebody names on the command line.
/// @param attempt  what it is read for, as an error says it: "read the template page.html"
/// @param largest  in bytes, whole MiB
/// @param remedy   what may help where it cannot be read
/// Throws Error with the reason where there is none, it is no regular file, it is larger, a link of a repository leads
/// to it from outside, or it cannot be read.
std::string read_named_file(std::string const& attempt, std::string const& path, std::size_t largest,
                            std::string const& remedy = {});

}  // namespace sss
