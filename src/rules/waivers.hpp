#pragma once

#include "rules/rules.hpp"
#include "rules/validation.hpp"

#include <vector>

namespace sss {

/// Takes out of the findings those that the settings accept, and adds what is wrong with the waivers themselves, at
/// the levels of `[rules]`. A record is known by its ids of before as well, as far as it lists them in 'aliases'.
std::vector<Waived> set_waived_aside(std::vector<Finding>& findings, RuleInput const& input, Settings const& settings);

}  // namespace sss
