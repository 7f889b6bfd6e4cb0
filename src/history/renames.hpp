#pragma once

#include "history/history.hpp"

#include <vector>

namespace sss {

/// Joins, among the changes of one commit, a record that disappears with the one of its kind that takes its place:
/// one that names the former id in `aliases`, one with the same content, or the one that shares most of its fields
/// (three quarters at the least). A record that only moved between folders keeps its id and is a change, or nothing.
///
/// @param changes  all of one commit; the pairs are replaced by one change each
/// @return false where so many records came and went at once that likeness was not sought among them
bool join_renames(std::vector<Change>& changes);

}  // namespace sss
