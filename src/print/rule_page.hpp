#pragma once

#include "programme/finding.hpp"
#include "rules/rules.hpp"

#include <span>
#include <string>

namespace sss {

/// The page of a rule as docs/rules/ holds it.
/// @param found  what a check of the rule's failing example finds
std::string rule_page_markdown(Rule const& rule, std::span<Finding const> found);

/// The same for a terminal.
std::string rule_page_text(Rule const& rule, std::span<Finding const> found, bool colour);

/// All rules, a line each.
std::string rule_list_text(std::span<Rule const> rules, bool colour);

/// The list as docs/rules/README.md holds it.
std::string rule_list_markdown(std::span<Rule const> rules);

}  // namespace sss
