#pragma once

#include "programme/asked_day.hpp"

#include <string>

namespace sss {

/// The day that an option such as --as-of names; a UsageError where it names none, with what is wrong in it.
/// @param option  as typed: "--as-of"
AskedDay day_option(std::string const& option, std::string const& text);

}  // namespace sss
