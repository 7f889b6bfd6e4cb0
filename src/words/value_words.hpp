#pragma once

#include "programme/value.hpp"

#include <functional>
#include <string>
#include <vector>

/// Values of records in a cell of a table.
namespace sss {

/// The value on one line, as the record says it: "517", "true"; an array's items with ", " between them, a table's
/// members as "regime = sun-synchronous". Not made safe for any format.
std::string value_text(Value const& value);

/// A date for a table that people read: as `Date::text`, but an instant by the programme's clock and without its
/// seconds where they are nought ("2021-10-14T18:51+08:00", "2021-10-14T10:51Z") and the end of a range without what it
/// shares with the beginning ("2019-08-21/29"), as ISO 8601 allows. Other values as above.
std::string cell_text(Value const& value, Zone const& zone);

/// Several values with "; " between them.
std::string joined(std::vector<Value> const& values, std::function<std::string(Value const&)> const& text);

}  // namespace sss
