#include "facts/query/operands.hpp"

#include "programme/asked_day.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

constexpr std::string_view this_day = "today";
constexpr int furthest = 366'000;  ///< days

Day clamped(Day day)
{
    return std::clamp(day, *parse_day("0001-01-01"), *parse_day("9999-12-31"));
}

}  // namespace

std::optional<Day> counted_day(std::string_view text, Day today, DateRole role)
{
    auto const ahead =
        role == DateRole::planned || role == DateRole::due || role == DateRole::start || role == DateRole::end;
    if (auto const asked = AskedDay::read(text)) {
        if (!asked->counted()) return std::nullopt;
        return clamped(asked->from(today, ahead ? Toward::future : Toward::past));
    }
    if (!text.starts_with(this_day)) return std::nullopt;
    auto const rest = text.substr(this_day.size());
    if (rest.empty() || (rest.front() != '+' && rest.front() != '-')) return std::nullopt;
    int days = 0;
    auto const* first = rest.data() + (rest.front() == '+' ? 1 : 0);
    auto const [end, error] = std::from_chars(first, rest.data() + rest.size(), days);
    if (error != std::errc{} || end != rest.data() + rest.size() || std::abs(days) > furthest) return std::nullopt;
    return clamped(today + std::chrono::days{days});
}

std::optional<double> read_number(std::string_view text)
{
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::string choices_meant(Field const& field, std::string const& text)
{
    if (auto const near = nearest(text, field.choices)) return fmt::format("Did you mean '{}'?", *near);
    return fmt::format("It takes {}.", fmt::join(field.choices, ", "));
}

}  // namespace sss
