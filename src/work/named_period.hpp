#pragma once

#include "programme/period.hpp"
#include "work/history_view.hpp"

#include <string>
#include <variant>

namespace sss {

/// The period that these words name; a UsageError where it names none, with what is wrong in it
/// or what it may have meant.
/// @param option  where they stand, as the error calls it: "--period"
std::variant<Period, SinceRevision> named_period(std::string const& option, std::string const& text, Day today,
                                                 std::chrono::weekday week_starts);
/// The same on the clock of a history.
std::variant<Period, SinceRevision> named_period(std::string const& option, std::string const& text,
                                                 HistoryView const& past);

}  // namespace sss
