#pragma once

#include "records/edit.hpp"

#include <span>

namespace sss {

/// The table at a path, or nullptr.
Table const* table_at(Table const& record, std::span<PathStep const> path);

/// The value at a path, or nullptr.
Value const* value_at(Table const& record, EditPath const& path);

}  // namespace sss
