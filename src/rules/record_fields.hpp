#pragma once

#include "programme/date.hpp"
#include "rules/rules.hpp"
#include "schema/text.hpp"

#include <optional>
#include <string_view>

/// What several rules need. Included by the files of this floor alone.
namespace sss {

using schema::joined;
using schema::quoted;  // called as sss::quoted: beside a std::string the plain name would also mean std::quoted
using schema::shown;
using schema::with_article;

/// A date of a record, and where it stands.
struct DateAt {
    Date date;
    Place place;
};

/// The date that a field holds, seen from the programme's zone; nothing where there is no such field, or no date in it
/// (which is told elsewhere).
std::optional<DateAt> date_in(Table const& table, std::string_view field, Zone const& zone);

/// The table's place for a finding on one of its fields: that of the value, or of nothing.
Place place_of(Table const& table, std::string_view field);

}  // namespace sss
