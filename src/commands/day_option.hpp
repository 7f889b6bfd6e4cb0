#pragma once

#include "programme/date.hpp"

#include <string>

namespace sss {

/// The day that an option such as --as-of names; a UsageError where it names none, with what is wrong in it.
/// @param option  as typed: "--as-of"
Day day_option(std::string const& option, std::string const& text);

}  // namespace sss
