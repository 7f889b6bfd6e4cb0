#pragma once

#include "programme/finding.hpp"
#include "schema/node.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sss::schema {

/// Makes nodes of a schema's JSON. All that is wrong with the schema becomes a finding on `path`; what cannot be used
/// is left out, so that a broken schema accepts more than its author meant, and never refuses a record for its own
/// fault.
std::shared_ptr<Compiled> compile_schema(std::string const& path, std::string_view text,
                                         std::vector<Finding>& problems);

/// Fills in `kind` (all but its name and folder) from the nodes: fields.cpp.
void describe_fields(Compiled& compiled);

}  // namespace sss::schema
