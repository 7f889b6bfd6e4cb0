#pragma once

#include <string>
#include <string_view>

namespace sss {

/// What our own words say, with no-break spaces where no line may end: within "77 days", "12 April 2018", "83 %",
/// "week 15", "Q4 2018". A number is what a reader would take for one: "1,304", "−3", "(45", not "0.2.0".
std::string unbroken(std::string_view text);

}  // namespace sss
