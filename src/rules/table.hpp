#pragma once

#include "rules/rules.hpp"

#include <span>

/// The parts of the table of rules, each beside the functions of its rules.
namespace sss {

std::span<Rule const> reading_rules();
std::span<Rule const> schema_rules();
std::span<Rule const> reference_rules();
std::span<Rule const> date_rules();
std::span<Rule const> milestone_rules();
std::span<Rule const> dependency_rules();
std::span<Rule const> meeting_rules();
std::span<Rule const> satellite_rules();
std::span<Rule const> country_rules();
std::span<Rule const> relation_rules();
std::span<Rule const> look_back_rules();
std::span<Rule const> past_rules();
std::span<Rule const> waiver_rules();
std::span<Rule const> weakening_rules();

}  // namespace sss
