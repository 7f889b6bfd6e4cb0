#pragma once

#include "facts/forecast/forecast.hpp"
#include "words/report/report_words.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The sentences and phrases of a forecast, the same in every format for people; in English for what knows no other
/// language yet.
namespace sss {

/// "4 of 7 open milestones have a range, 2 have too few like cases to tell and 1 is undated."
Said forecast_headline(Forecasts const& all, Words const& words = {});

/// "15 June", "Q4, overdue"; empty where it is undated.
Said plan_in_words(MilestoneForecast const& one, Day today, Words const& words = {});
/// "10 June – 2 September"; the year is left out where it is today's.
std::string range_in_words(ForecastRange const& range, Words const& words = {});
/// "too few to tell: 3 like cases", "undated", "reached on 4 May 2021", …
Said no_range_in_words(MilestoneForecast const& one, Words const& words = {});
/// "82 %".
std::string chance_in_words(ForecastRange const& range, Words const& words = {});
/// "9 of 11"; "–" where there was none to judge.
Said holds_in_words(Holds const& holds, Words const& words = {});
/// "2 like it are still open, and later already than this range reaches."; empty where there is none.
Said open_beyond_in_words(MilestoneForecast const& one, Words const& words = {});

/// "31 to 90 days ahead", "overdue by up to 30 days".
std::string_view in_words(Horizon horizon);

/// "33 of 41 earlier ranges (of 12 milestones) held (80 %), where 83 % was promised; 1 milestone came earlier and 7
/// later."
Said back_test_sentence(BackTest const& test, Words const& words = {});
/// What was not judged, and why; empty where all was.
std::string not_judged_sentence(BackTest const& test);

/// What the test asks, and of what it knows nothing.
std::string back_test_method(Forecasts const& all);

/// How the ranges are made, how well earlier ones held, what is no case and what of the record is left out.
std::vector<Said> forecast_notes(Forecasts const& all, Words const& words = {});

/// One milestone, for where there is no table: the two belong in two cells, or with a colon between them.
struct ForecastLine {
    Said title;
    /// "10 June – 2 September (82 %, 22 cases), as likely as not by 1 July; planned for 15 June; 9 of 11 as far ahead
    /// held before"
    Said text;
};
std::vector<ForecastLine> forecast_lines(Forecasts const& all, Words const& words = {});

}  // namespace sss
