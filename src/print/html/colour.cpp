#include "print/html/colour.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace sss {

namespace {

using Channels = std::array<int, 3>;

Channels channels(std::string_view colour)
{
    Channels parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const digits = colour.substr(1 + 2 * i, 2);
        std::from_chars(digits.data(), digits.data() + digits.size(), parts[i], 16);
    }
    return parts;
}

double luminance(Channels const& colour)
{
    auto const linear = [](int part) {
        auto const share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

double contrast_of(Channels const& a, Channels const& b)
{
    auto const [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace

double contrast(std::string_view a, std::string_view b)
{
    return contrast_of(channels(a), channels(b));
}

std::string readable_on(std::string_view colour, std::string_view paper, double least)
{
    constexpr int steps = 64;
    auto const from = channels(colour);
    auto const below = channels(paper);
    auto const end = luminance(below) > 0.18 ? 0 : 255;
    auto mixed = from;
    for (int step = 0; step <= steps && contrast_of(mixed, below) < least; ++step)
        for (std::size_t i = 0; i < mixed.size(); ++i) mixed[i] = from[i] + (end - from[i]) * step / steps;
    return fmt::format("#{:02x}{:02x}{:02x}", mixed[0], mixed[1], mixed[2]);
}

}  // namespace sss
