#pragma once

#include <span>
#include <string>

namespace sss {

/// The format that the ending of an output file's name tells (`page.HTML`, `week.md`), where it is one of `formats`;
/// empty where it tells none of them.
std::string format_by_name(std::string const& output, std::span<std::string const> formats);

}  // namespace sss
