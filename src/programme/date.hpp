#pragma once

#include "programme/sentence.hpp"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sss {

class Zone;

using Day = std::chrono::sys_days;

/// How exactly a date is known, from fine to coarse. A year is four quarters and two halves.
enum class Precision : std::uint8_t { instant, day, month, quarter, half, year };

/// Why a text is no date, in the user's words. `length` 0 means the whole text; otherwise the bytes from `offset` on
/// are what is wrong, and all bytes before them are ASCII, so that bytes are columns.
struct DateProblem {
    /// What is wrong, for who decides by it.
    enum class Sort : std::uint8_t {
        a_part,      ///< it is a date, or a period, with something wrong in it
        no_date,     ///< nothing of a date, or of a period
        other_form,  ///< a date, in a form that is not read
        misspelt,    ///< the name of a period, spelled otherwise
    };

    Sentence message;  ///< "April has 30 days"
    Sentence help;     ///< how to mend it; never empty. Dates in it are values, as TOML takes them
    std::size_t offset = 0;
    std::size_t length = 0;
    Sort sort = Sort::a_part;

    bool operator==(DateProblem const&) const = default;
};

class Date;

/// Reads any form of date that a record may hold; total: every text gives a date or a reason why not.
///
///     2018-04-25   2018-04   2018-Q4   2018-H2   2018       days 0001-01-01 to 9999-12-31
///     2021-12-01/2021-12-10   2018-04/2018-06               a range between two of the above, both ends included
///     2018-07-16/..                                         an open end: not before this
///     2018-04~   2021-12-01/2021-12-10~                     "about", after any of the above
///     2023-04-15T06:47:00Z   2023-04-11 12:19:00.5-07:00    an instant (RFC 3339; the seconds may be left out)
///
/// The forms are those of ISO 8601 and EDTF (ISO 8601-2) that programmes need, and Q and H for quarters and halves.
/// An instant is kept to the second. A date-time without an offset is no instant and is refused.
/// @param zone  the programme's: an instant's day is its day there, whatever offset it is written with
std::variant<Date, DateProblem> parse_date(std::string_view text, Zone const& zone);

/// A date as people know it: an interval of days, both ends included, with the precision at which it was said.
/// A small value: cheap to copy, owns nothing.
class Date {
public:
    /// A plain day within the years 0001–9999.
    static Date of(Day day);
    /// An instant, whose day is its day in this zone.
    static Date of(std::chrono::sys_seconds instant, Zone const& zone);
    /// Month, quarter, half or year that holds this day; of Precision::day the day itself, and so of instant.
    static Date holding(Day day, Precision precision, bool approximate = false);

    /// The days from `first` to `last`, as a range.
    static Date range(Day first, Day last);

    Day first() const { return Day{std::chrono::days{first_}}; }
    Day last() const { return Day{std::chrono::days{last_}}; }

    /// A range is as precise as its last end, where lateness and slips are measured.
    Precision precision() const { return precision_; }
    /// The precision of the first end; differs from `precision` only in a range between unlike ends (2018/2019-04).
    Precision first_precision() const { return first_precision_; }
    bool is_range() const { return range_; }
    /// Not before its first day, and without a last one: `last` is the last day that a date can have. It is never late,
    /// and no slip is measured to it; who counts plans counts it as none.
    bool open_ended() const { return open_ended_; }
    /// Said with `~`: about.
    bool approximate() const { return approximate_; }
    std::optional<std::chrono::sys_seconds> instant() const;
    /// How far local time in the date's zone is ahead of UTC at an instant; zero for all others.
    std::chrono::seconds offset() const { return std::chrono::seconds{offset_}; }

    /// The canonical text: `parse_date(date.text(), zone)` is the same date. An instant is written in UTC.
    std::string text() const;

    /// Equal when the same is said: 2018-04 is not 2018-04-01/2018-04-30, but an instant is the same in all offsets.
    bool operator==(Date const&) const = default;

private:
    friend struct DateReader;
    Date() = default;

    std::int64_t seconds_ = 0;  // since 1970 in UTC; 0 unless the precision is instant
    std::int32_t offset_ = 0;   // of the zone at that instant
    std::int32_t first_ = 0;    // days since 1970
    std::int32_t last_ = 0;
    Precision first_precision_ = Precision::day;
    Precision precision_ = Precision::day;
    // Together in one byte: a history holds hundreds of thousands.
    bool range_ : 1 = false;
    bool approximate_ : 1 = false;
    bool open_ended_ : 1 = false;
};

/// The order in which dates are told: by last day, then first day, then instant (a day without a time comes before
/// the instants on it). A strict weak order; dates that differ only in how they were said are equivalent.
bool before(Date const& a, Date const& b);

/// True where, however the two dates are meant, the first is over before the last day of the second can have come: a
/// month may mean any of its days, a range ends at its end, and "about" gives each its own length more.
bool surely_before(Date const& first, Date const& second);

/// Planned and not reached: late only when the last day has passed. What has no last day never is.
inline bool is_late(Date const& planned, Day today)
{
    return !planned.open_ended() && planned.last() < today;
}

/// The distance between two dates of one thing.
struct Slip {
    /// Between the last days; positive: later. Two instants are measured as such, to the nearest day: a distance of
    /// less than one is none.
    int days = 0;
    Precision precision = Precision::day;  ///< the coarser of the two: at this it is to be said
    bool approximate = false;              ///< one of the two is
    bool within = false;  ///< nothing is known to have moved: the first holds the second, or the second is so rough
                          ///< that it holds the first
    int seconds = 0;      ///< between two instants that are less than a day apart; 0 otherwise

    /// Above 0: the second is later, by days or by hours; below: earlier.
    int direction() const { return days != 0 ? days : seconds; }
    /// Whether the two are known to differ.
    bool moved() const { return !within && direction() != 0; }

    bool operator==(Slip const&) const = default;
};

/// To or from an open end nothing is known to have moved: no days, `within`.
Slip slip(Date const& from, Date const& to);

/// Reads "2018-04-25" and nothing else.
std::optional<Day> parse_day(std::string_view text);

/// "2018-04-25".
std::string iso(Day day);
/// "2023-04-15T06:47:00Z".
std::string iso(std::chrono::sys_seconds instant);

/// The length of a month: 28 to 31.
int days_in(std::chrono::year_month month);

/// "April".
std::string_view month_name(std::chrono::month month);

}  // namespace sss
