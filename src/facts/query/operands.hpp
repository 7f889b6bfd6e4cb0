#pragma once

#include "programme/date.hpp"
#include "programme/kind.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sss {

/// A day that is counted from today, as a filter takes it: "today+30" and "today-7", and all that AskedDay reads and
/// that is no day of the calendar ("yesterday", "-3d", "friday"). Nothing where it is none of these.
/// @param role  of the field that it is compared with: a weekday of a plan is the next one, of what has happened the
/// last
std::optional<Day> counted_day(std::string_view text, Day today, DateRole role);

/// A number, finite, and nothing besides.
std::optional<double> read_number(std::string_view text);

/// What is said where a text is none of the choices of a field: the one that was meant, or all.
std::string choices_meant(Field const& field, std::string const& text);

}  // namespace sss
