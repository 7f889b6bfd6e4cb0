#include "programme/date_shift.hpp"

#include "programme/date_reading.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace sss {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

struct Unit {
    std::string_view letter, word;
    DateShift one;
};

constexpr std::array units{Unit{"d", "day", {1, 0}}, Unit{"w", "week", {7, 0}}, Unit{"m", "month", {0, 1}},
                           Unit{"q", "quarter", {0, 3}}, Unit{"y", "year", {0, 12}}};

/// Beyond this no date of the years 0001–9999 can be reached.
constexpr int farthest = 4'000'000;

constexpr int months_of(Precision precision)
{
    switch (precision) {
        case Precision::instant:
        case Precision::day: return 0;
        case Precision::month: return 1;
        case Precision::quarter: return 3;
        case Precision::half: return 6;
        case Precision::year: return 12;
    }
    return 0;
}

std::string_view name_of(Precision precision)
{
    constexpr std::array<std::string_view, 6> names{"instant", "day", "month", "quarter", "half-year", "year"};
    return names.at(static_cast<std::size_t>(precision));
}

std::string_view example_of(Precision precision)
{
    constexpr std::array<std::string_view, 6> examples{"+1d", "+1d", "+1m", "+1q", "+6m", "+1y"};
    return examples.at(static_cast<std::size_t>(precision));
}

bool fits(Precision precision, DateShift const& shift)
{
    auto const length = months_of(precision);
    return length == 0 || (shift.days == 0 && shift.months % length == 0);
}

Day later(Day day, DateShift const& shift)
{
    if (shift.months == 0) return day + days{shift.days};
    auto const date = year_month_day{day};
    auto const month = std::chrono::year_month{date.year(), date.month()} + months{shift.months};
    auto const last = static_cast<unsigned>(days_in(month));
    return Day{month / std::chrono::day{std::min(static_cast<unsigned>(date.day()), last)}};
}

DateReader::Interval later(Day any_day_of_it, Precision precision, DateShift const& shift)
{
    auto const moved = Date::holding(later(Date::holding(any_day_of_it, precision).first(), shift), precision);
    return {moved.first(), moved.last(), precision};
}

DateProblem out_of_range()
{
    return {"no date can lie so far away", "dates lie in the years 0001 to 9999", 0, 0};
}

}  // namespace

std::optional<std::variant<DateShift, DateProblem>> parse_shift(std::string_view text)
{
    auto const sign = text.starts_with('-') ? -1 : text.starts_with('+') ? 1 : 0;
    if (sign == 0) return std::nullopt;
    text.remove_prefix(1);
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr auto& help = "write as in +2w, -3d, +1m, +1q or +1y";
    if (end == text.data()) return DateProblem{"behind the sign stands no number", help, 0, 0};
    if (error != std::errc{} || number < 0 || number > farthest) return out_of_range();
    auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
    while (unit.starts_with(' ')) unit.remove_prefix(1);
    if (unit.size() > 1 && unit.ends_with('s')) unit.remove_suffix(1);
    auto const found =
        std::ranges::find_if(units, [&](Unit const& known) { return unit == known.letter || unit == known.word; });
    if (found == units.end())
        return DateProblem{
            unit.empty() ? Sentence{"the number has no unit"} : Sentence{"this unit of time is not known"}, help, 0, 0};
    if (number > farthest / std::max(found->one.days, 1)) return out_of_range();
    return DateShift{sign * number * found->one.days, sign * number * found->one.months};
}

std::variant<Date, DateProblem> shifted(Date const& date, DateShift const& shift, Zone const& zone)
{
    auto const coarse = std::max(date.precision(), date.first_precision());
    if (!fits(date.precision(), shift) || !fits(date.first_precision(), shift)) {
        return DateProblem{
            {"{date} is known to the {unit}, and so far it cannot move", "date"_key = date.text(),
             "unit"_arg = name_of(coarse)},
            {"move it by whole ones, as in {example}, or give the new date", "example"_arg = example_of(coarse)},
            0,
            0};
    }
    auto const year_of = [](Day day) { return int{year_month_day{day}.year()}; };
    // 12 months are enough room for the last day of what is moved.
    auto const far = shift.days / 365 + shift.months / 12;
    auto const last = date.open_ended() ? date.first() : date.last();
    if (year_of(date.first()) + far < 2 || year_of(last) + far > 9997) return out_of_range();
    if (date.open_ended())
        return DateReader::make_open(later(date.first(), date.first_precision(), shift), date.approximate());
    if (auto const instant = date.instant()) {
        auto const local = *instant + date.offset();
        auto const day = std::chrono::floor<days>(local);
        return Date::of(later(day, shift) + (local - day) - date.offset(), zone);
    }
    return DateReader::make(later(date.first(), date.first_precision(), shift),
                            later(date.last(), date.precision(), shift), date.is_range(), date.approximate());
}

}  // namespace sss
