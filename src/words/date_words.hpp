#pragma once

#include "programme/date.hpp"
#include "programme/period.hpp"
#include "words/words.hpp"

#include <optional>
#include <span>
#include <string>

/// Dates as people say them, in the language of who speaks: by default English, for commands that know no other yet.
/// Machine formats keep ISO: `Date::text`, `iso`.
namespace sss {

struct DateWords {
    bool time = true;               ///< an instant is said with its time, in the programme's zone
    std::optional<int> known_year;  ///< a year that the reader has before them: left out
};

/// Days alone, and whole: for what is kept and read without its surroundings.
inline constexpr DateWords day_without_time{.time = false, .known_year = {}};

/// "25 April 2018", "April 2018", "Q4 2018", "second half of 2018", "2018", "about April 2018", "1–10 December 2021",
/// "30 July – 3 August 2018", "15 April 2023, 14:47 UTC+8", "not before 16 July 2018". With the year known: "25 April",
/// "Q4".
std::string in_words(Date const& date, DateWords const& how = {}, Words const& words = {});
std::string in_words(Day day, DateWords const& how = {}, Words const& words = {});

/// "week 17 of 2018", "April 2018", "Q2 2018", "first half of 2018", "1–30 April 2018".
std::string in_words(Period const& period, Words const& words = {});

/// What a plan says: "planned for 25 April 2018", or "not before 25 April 2018".
std::string plan_in_words(Date const& planned, DateWords const& how = {}, Words const& words = {});

/// A date's way from one value to the next; what all of them share is said once, at the end:
/// "12 → 14 April 2023", "28 March → 4 April 2023", "2019 → 14 October 2021", "April → 15 June 2018". Times are said
/// where days alone would not tell how far instants are apart: "06:47 → 06:48 UTC, 15 April 2023", "14 April 2023,
/// 23:00 UTC → 15 April 2023, 02:00 UTC".
std::string move_in_words(Date const& from, Date const& to, DateWords const& how = {}, Words const& words = {});
/// The same over more than one move: "11 → 12 → 14 April 2023".
std::string move_in_words(std::span<Date const> way, DateWords const& how = {}, Words const& words = {});

/// A way and where it leads next; of an empty one that alone.
std::string led_on(std::string const& way, std::string const& next, Words const& words = {});

/// What a move amounts to. Between exact days, a signed number: "+45 days", "−14 days", "+1 day", "no move".
/// Between rough dates, at the coarser precision: "about 3 months earlier", "about 2 years later", "about 10 days
/// later" (quarters and halves are counted in months, whole years in years); "less than a quarter later" where the
/// distance rounds to nothing; "within the same quarter" where one date holds the other, so that none is known to have
/// moved. Between instants less than a day apart: "1 hour 5 minutes later".
std::string slip_in_words(Slip const& slip, Words const& words = {});

/// The same in its parts, for who says it otherwise: "about 3 months", and whether later or earlier.
struct SlipWords {
    std::string amount;
    int direction = 0;  ///< later, where positive; 0: the amount says all ("+45 days", "no move")

    std::string text(Words const& words = {}) const;
};
SlipWords slip_words(Slip const& slip, Words const& words = {});

/// How a date stands to today, said of what is past: "3 days late" (planned, not reached) or "3 days ago".
enum class PastAs { late, ago };

/// "today", "tomorrow", "in 12 days" (up to a year), "in about 13 months" (up to two years), "in about 3 years"; in the
/// past, measured from the last day: "1 day late", "932 days late"; "yesterday", "12 days ago". How long a rough date
/// is past is said roughly ("about 3 months late"); it is counted in its own unit until its last day has passed: "this
/// month", "next quarter", "in 3 years"; a range that has begun: "within 5 days"; with an open end: "in 12 days at the
/// earliest". About: "around today", "around next month", "in about 12 days".
std::string ago_or_ahead(Day today, Date const& date, PastAs past = PastAs::late, Words const& words = {});

/// A number of days as it is known: "932 days", "1,304 days".
std::string whole_days(int days, Words const& words = {});

/// A number of days with the same thresholds: "1 day", "60 days", "about 2 months", "about 3 years".
std::string days_in_words(int days, Words const& words = {});

}  // namespace sss
