#pragma once

#include "facts/report/progress.hpp"
#include "pages/page.hpp"

#include <optional>
#include <string>
#include <vector>

/// The sections of a progress report, each as its facts and words make it; nothing where there is nothing to tell.
namespace sss {

std::vector<PageBlock> achieved_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> failed_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> reopened_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> moved_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> added_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> cancelled_section(ProgressReport const& report, Words const& words);

std::vector<PageBlock> coming_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> overdue_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> undated_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> conflicts_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> freshness_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> publication_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> forecast_section(ProgressReport const& report, Words const& words);

std::vector<PageBlock> meetings_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> actions_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> rids_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> records_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> satellites_section(ProgressReport const& report, Words const& words);
std::vector<PageBlock> statements_section(ProgressReport const& report, Words const& words);

/// The command that lists what a section tells of, narrowed as the report is and of the same day.
std::vector<std::string> listing_of(ProgressReport const& report, std::vector<std::string> command);

/// What is reached of the whole by weight, 0 to 1: 1 only where all is reached, 0 only where nothing is; nothing where
/// there is nothing to reach.
std::optional<double> share_of(Tally const& reached, Tally const& total);

}  // namespace sss
