#pragma once

#include "programme/period.hpp"
#include "work/history_view.hpp"

#include <string>
#include <variant>

namespace sss {

/// The period that an option names, on the clock of `past`; a UsageError where it names none, with what is wrong in it
/// or what it may have meant.
/// @param option  as typed: "--period"
std::variant<Period, SinceRevision> period_option(std::string const& option, std::string const& text,
                                                  HistoryView const& past);

}  // namespace sss
