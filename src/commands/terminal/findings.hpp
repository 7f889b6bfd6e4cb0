#pragma once

#include "commands/command_line.hpp"
#include "work/change/working_tree.hpp"

#include <vector>

namespace sss {

/// Shows the findings on standard error; with --quiet the errors alone.
void tell(std::vector<Finding> const& findings, CommonOptions const& common, Surroundings const& surroundings);

/// Shows the findings on standard error as `sss validate` does. True where none of them is an error; else it is said
/// that nothing is written.
bool told_and_sound(std::vector<Finding> const& findings, CommonOptions const& common,
                    Surroundings const& surroundings);

/// The same of a change: errors that stood there before are only counted.
bool told_and_sound(Judgement const& judgement, CommonOptions const& common, Surroundings const& surroundings);

}  // namespace sss
