#pragma once

#include "programme/kind.hpp"
#include "records/records.hpp"
#include "support/zone.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// Records of one kind as a table.
struct RecordTable {
    Kind const* kind = nullptr;
    std::vector<Record const*> records = {};       ///< by id
    Zone zone = Zone::utc();                       ///< the programme's, in which instants have their days
    std::function<bool(Field const&)> shows = {};  ///< whether a field is for the public
    bool byte_order_mark = false;                  ///< for spreadsheets that need one to see UTF-8
};

/// A column of it, for who describes the table.
struct RecordColumn {
    std::string name;              ///< "id", "orbit.altitude_km", "planned.first"
    Field const* field = nullptr;  ///< none of the id
    enum class What : std::uint8_t { value, first_day, last_day } what = What::value;
};

/// The columns: the id, then a field each as `sss add --from` reads it; behind a date its first and last day, which are
/// there for who sums and not read back. A table with fields of its own has a column itself only where a record says
/// in it what its schema does not know.
std::vector<RecordColumn> columns_of(RecordTable const& table);

/// The table as comma-separated values (RFC 4180), so that `sss add --from` reads the same records out of it again: a
/// text that a spreadsheet would take for a formula is guarded (records/csv.hpp), lists have `;` between their items,
/// and what that cannot tell is written as TOML writes it.
std::string record_csv(RecordTable const& table);

}  // namespace sss
