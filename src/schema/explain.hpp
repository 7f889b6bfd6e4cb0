#pragma once

#include "records/document.hpp"
#include "schema/judge.hpp"
#include "schema/node.hpp"

#include <string_view>
#include <vector>

namespace sss::schema {

/// Says why a record is not as its schema wants it, one finding a mistake, in the user's words.
/// @param judge  the one that refused the record
/// @param text   of the file, for the excerpts
void explain(Compiled const& schema, Document const& document, std::string_view text, Judge& judge,
             std::vector<Finding>& findings);

}  // namespace sss::schema
