#pragma once

#include "print/sqlite/kind_table.hpp"

#include <span>
#include <string>

namespace sss {

/// The views that answer by themselves, for what the kinds of this programme can tell: `milestones_as_of`,
/// `reached_by_month`, `slips`, `actions_as_of`, `actions_open`.
std::string views_sql(std::span<KindTable const> tables);

}  // namespace sss
