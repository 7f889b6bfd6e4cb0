#pragma once

#include "programme/date.hpp"

#include <optional>
#include <string_view>
#include <variant>

namespace sss {

/// A distance by which a date moves: "+2w", "-3d", "+1 month".
struct DateShift {
    int days = 0;
    int months = 0;  ///< a quarter is three, a year twelve

    bool operator==(DateShift const&) const = default;
};

/// Reads a sign, a number and a unit (d, w, m, q, y, or the whole word); nothing where the text begins otherwise, so
/// that it may be a date.
std::optional<std::variant<DateShift, DateProblem>> parse_shift(std::string_view text);

/// The date so much later (or earlier), as exactly known as before: an instant keeps its time of day, a quarter
/// moves by whole quarters. A month later than 31 January is the last day of February. A DateProblem where the distance
/// is finer than the date, or leads out of the years 0001–9999.
/// @param zone  the programme's: whose days an instant moves by
std::variant<Date, DateProblem> shifted(Date const& date, DateShift const& shift, Zone const& zone);

}  // namespace sss
