#pragma once

#include <string>
#include <string_view>

namespace sss {

/// How far two colours stand apart, by WCAG 2.2 (relative luminance): 1 to 21. Both as "#0b5fff".
double contrast(std::string_view a, std::string_view b);

/// The colour itself where it stands at least so far apart from the paper; else the nearest on its way to black, or on
/// dark paper to white, that does.
std::string readable_on(std::string_view colour, std::string_view paper, double least = 4.5);

}  // namespace sss
