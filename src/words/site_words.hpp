#pragma once

#include "facts/publication/site_facts.hpp"
#include "words/change_words.hpp"
#include "words/said.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the pages of a site say. They stand for years: none of these sentences counts days to the day of the build.
namespace sss {

/// A date as it is kept: with its year; an instant with its time of day, or without it where days are enough.
Said whole_date(Date const& date, bool time = true);
Said whole_day(Day day);

/// "Reached on 25 April 2018, passed with actions.", "Planned for 15 June 2018.", "Given up on 3 May 2018: no funds."
Said milestone_state(Milestone const& milestone, SiteFacts const& site);
/// "reached", "planned", "no date yet": the same in a cell.
std::string_view milestone_word(Milestone const& milestone);
/// The same with the day of one that failed: "failed, 20 October 2026".
Said milestone_cell(Milestone const& milestone);
/// What the schedule is measured by: "Original date", "Baseline".
std::string_view original_title(Milestone const& milestone);
/// "+45 days", "as promised"; empty where nothing can be measured.
std::string difference_said(Promise const& promise);

/// "Ankara, Türkiye"; empty where nothing is known.
Said place_of(Meeting const& meeting);

/// "Held 16–25 April 2018, Ankara, TR.", "Planned for …", "Cancelled on …: no quorum."
Said meeting_state(Meeting const& meeting);

/// "In orbit since 14 October 2021.", "Before launch, phase C.", "Re-entered on 10 May 2025."
Said satellite_state(SatelliteStanding const& satellite);

/// "open, due 3 May 2018", "closed 3 May 2018", "open, no due date"; empty where it does not say.
Said action_word(ActionItem const& action);

/// "3 May 2018 by Ada (a1b2c3d)": which commit told something, and where it can be seen.
Said commit_said(std::uint32_t commit, SiteFacts const& site);
/// The commit by its short name, a link where the settings say where commits can be seen.
Said commit_name(std::uint32_t commit, SiteFacts const& site);

/// What happened to a record, a sentence a line, with the reason that was given.
std::vector<Said> change_said(ChangeFacts const& facts, ChangeWords const& words, SiteFacts const& site);

/// "SSS-1 CDR: 1 May → 15 June 2018 (+45 days); “weather”": what an item of news first told.
Said news_said(NewsItem const& item, ChangeWords const& words, SiteFacts const& site);

/// "Not counted: 1 cancelled, 2 no longer awaited."; empty where all count.
Said not_counted(Standing const& standing);

/// "Milestones", "Ground stations": a kind in the plural, as a heading.
std::string kind_title(Kind const& kind);
/// "Milestone", "Ground station".
std::string kind_name(Kind const& kind);

}  // namespace sss
