#pragma once

#include "print/sqlite/programme_sqlite.hpp"

#include <string>

namespace sss {

/// What Datasette is told of that database, called programme.sqlite (`datasette serve -m metadata.json`): what each
/// table, view and column holds, by which column a row is called, and what is only there for the engine.
std::string datasette_metadata(SqliteRequest const& request, std::string const& title);

}  // namespace sss
