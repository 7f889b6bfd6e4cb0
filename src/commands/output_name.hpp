#pragma once

#include "print/format.hpp"

#include <optional>
#include <span>
#include <string>

namespace sss {

/// The format that the ending of an output file's name tells (`page.HTML`, `week.md`), where it is one of `formats`;
/// nothing where it tells none of them.
/// A UsageError where the name ends as another form does, which this result is not made in: a picture, a spreadsheet.
/// @param command  as the error calls it: "list"
std::optional<Format> format_by_name(std::string const& output, std::span<Format const> formats,
                                     std::string const& command);

}  // namespace sss
