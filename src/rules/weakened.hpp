#pragma once

#include "programme/finding.hpp"
#include "schema/configuration.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sss {

/// What a change of settings and schemas switches off: findings of the rule `check-weakened`, at the level that the
/// settings of `before` give it, on the settings and schemas of `after`.
/// @param settings     the file that `after` was read from; nothing where there is none
/// @param left_behind  records that `before` would read in the later state, and `after` does not
std::vector<Finding> weakened(Configuration const& before, Configuration const& after,
                              std::optional<SettingsFile> const& settings, std::vector<std::string> const& left_behind);

/// Whether the two judge records by the same settings and schemas.
bool judge_alike(Configuration const& a, Configuration const& b);

}  // namespace sss
