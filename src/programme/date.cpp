#include "programme/date.hpp"

#include "programme/date_reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace sss {

using std::chrono::days;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using std::chrono::year_month;
using std::chrono::year_month_day;

Date Date::of(Day day)
{
    return DateReader::make({day, day, Precision::day}, {day, day, Precision::day}, false, false);
}

Date Date::of(sys_seconds instant, Zone const& zone)
{
    return DateReader::make(instant, zone);
}

Date Date::range(Day first, Day last)
{
    return DateReader::make({first, first, Precision::day}, {last, last, Precision::day}, true, false);
}

Date Date::holding(Day day, Precision precision, bool approximate)
{
    auto const date = year_month_day{day};
    auto const at = static_cast<unsigned>(date.month()) - 1;
    auto const whole = [&] {
        switch (precision) {
            case Precision::month: return DateReader::interval(date.year(), precision, at + 1, 1);
            case Precision::quarter: return DateReader::interval(date.year(), precision, at / 3 * 3 + 1, 3);
            case Precision::half: return DateReader::interval(date.year(), precision, at / 6 * 6 + 1, 6);
            case Precision::year: return DateReader::interval(date.year(), precision, 1, 12);
            case Precision::instant:
            case Precision::day: break;
        }
        return DateReader::Interval{day, day, Precision::day};
    }();
    return DateReader::make(whole, whole, false, approximate);
}

std::optional<sys_seconds> Date::instant() const
{
    if (precision_ != Precision::instant) return {};
    return sys_seconds{seconds{seconds_}};
}

namespace {

void append_digits(std::string& out, int value, std::size_t width)
{
    out.resize(out.size() + width);
    for (auto at = out.size(); width > 0; --width, value /= 10) out[--at] = static_cast<char>('0' + value % 10);
}

void append_part(std::string& out, Day first, Precision precision)
{
    auto const date = year_month_day{first};
    auto const m = static_cast<int>(static_cast<unsigned>(date.month()));
    append_digits(out, int{date.year()}, 4);
    if (precision == Precision::year) return;
    out += '-';
    if (precision == Precision::quarter || precision == Precision::half) {
        out += precision == Precision::quarter ? 'Q' : 'H';
        append_digits(out, precision == Precision::quarter ? (m + 2) / 3 : (m + 5) / 6, 1);
        return;
    }
    append_digits(out, m, 2);
    if (precision == Precision::month) return;
    out += '-';
    append_digits(out, static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

}  // namespace

std::string Date::text() const
{
    if (auto const moment = instant()) return iso(*moment);
    std::string out;
    append_part(out, first(), first_precision_);
    if (open_ended_) {
        out += "/..";
    } else if (range_) {
        out += '/';
        append_part(out, last(), precision_);  // the last day of a part lies in that part
    }
    if (approximate_) out += '~';
    return out;
}

bool before(Date const& a, Date const& b)
{
    return std::tuple{a.last(), a.first(), a.instant()} < std::tuple{b.last(), b.first(), b.instant()};
}

Slip slip(Date const& from, Date const& to)
{
    constexpr double seconds_a_day = 86400;
    auto const holds = [](Date const& outer, Date const& inner) {
        return outer.first() <= inner.first() && inner.last() <= outer.last();
    };
    Slip result;
    if (from.open_ended() || to.open_ended()) {
        result.precision = std::max(from.precision(), to.precision());
        result.within = true;
        return result;
    }
    result.days = static_cast<int>((to.last() - from.last()).count());
    result.precision = std::max(from.precision(), to.precision());
    result.approximate = from.approximate() || to.approximate();
    // Days that are known at both ends are a duration, no doubt: who takes until the 27th is not done on the 9th.
    result.within = holds(from, to) || (holds(to, from) && to.precision() > Precision::day) ||
                    (holds(to, from) && to.approximate());
    if (result.precision == Precision::instant) {
        auto const distance = *to.instant() - *from.instant();
        auto const near = std::chrono::abs(distance) < days{1};
        result.days = near ? 0 : static_cast<int>(std::lround(static_cast<double>(distance.count()) / seconds_a_day));
        result.seconds = near ? static_cast<int>(distance.count()) : 0;
        result.within = distance == distance.zero();
    }
    return result;
}

std::string iso(Day day)
{
    std::string out;
    append_part(out, day, Precision::day);
    return out;
}

std::string iso(sys_seconds instant)
{
    auto const whole = std::chrono::floor<days>(instant);
    auto const time = static_cast<int>((instant - whole).count());
    std::string out;
    out.reserve(20);
    append_part(out, whole, Precision::day);
    out += 'T';
    append_digits(out, time / 3600, 2);
    out += ':';
    append_digits(out, time / 60 % 60, 2);
    out += ':';
    append_digits(out, time % 60, 2);
    out += 'Z';
    return out;
}

int days_in(year_month month)
{
    return static_cast<int>(static_cast<unsigned>((month / std::chrono::last).day()));
}

std::string_view month_name(month which)
{
    constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
    return names.at(static_cast<unsigned>(which) - 1);
}

namespace {

/// The days that the last part of a date may mean: "2018-04" any of April's, "2018/2019-04" any of April 2019,
/// "2018-07-16/.." any from that day on.
std::chrono::days leeway(Date const& date)
{
    if (date.open_ended()) return date.last() - date.first();
    return date.last() - Date::holding(date.last(), date.precision()).first();
}

std::chrono::days about(Date const& date)
{
    return date.approximate() && !date.open_ended() ? leeway(date) + std::chrono::days{1} : std::chrono::days{0};
}

}  // namespace

bool surely_before(Date const& first, Date const& second)
{
    return first.last() + about(first) < second.last() - leeway(second) - about(second);
}

}  // namespace sss
