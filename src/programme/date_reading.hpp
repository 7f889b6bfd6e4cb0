#pragma once

#include "programme/date.hpp"
#include "support/zone.hpp"

namespace sss {

/// Reads the forms that `parse_date` names; where the text does not even look like one, the problem's message is
/// empty, and `advise_on_date` finds words for it.
std::variant<Date, DateProblem> recognise_date(std::string_view text, Zone const& zone);

/// Builds dates out of their parts, which only the reader and the named constructors may do.
struct DateReader {
    struct Interval {
        Day first;
        Day last;
        Precision precision;
    };

    /// Months of one year, counted from 1.
    static Interval interval(std::chrono::year y, Precision precision, unsigned first_month, unsigned months)
    {
        auto const first = y / std::chrono::month{first_month};
        auto const last = y / std::chrono::month{first_month + months - 1};
        return {Day{first / 1}, Day{last / std::chrono::last}, precision};
    }

    static std::int32_t count(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

    static Date make(Interval const& from, Interval const& to, bool range, bool approximate)
    {
        Date date;
        date.first_ = count(from.first);
        date.last_ = count(to.last);
        date.first_precision_ = from.precision;
        date.precision_ = to.precision;
        date.range_ = range;
        date.approximate_ = approximate;
        return date;
    }

    /// From the first day of `from` to the last day that a date can have.
    static Date make_open(Interval const& from, bool approximate)
    {
        auto date = make(from, {from.first, last_day(), from.precision}, true, approximate);
        date.open_ended_ = true;
        return date;
    }

    static Day last_day() { return Day{std::chrono::year{9999} / 12 / 31}; }

    static Date make(std::chrono::sys_seconds instant, Zone const& zone)
    {
        auto const whole = zone.day_of(instant);
        auto date = make({whole, whole, Precision::instant}, {whole, whole, Precision::instant}, false, false);
        date.seconds_ = instant.time_since_epoch().count();
        date.offset_ = static_cast<std::int32_t>(zone.offset_at(instant).count());
        return date;
    }
};

}  // namespace sss
