#pragma once

#include "facts/record_form.hpp"
#include "records/records.hpp"
#include "schema/schema.hpp"

#include <span>
#include <string>

namespace sss {

struct FormRequest {
    std::string kind = {};
    bool update = false;                   ///< of records that stand
    std::vector<std::string> fields = {};  ///< these alone; empty: all that a form can ask for
};

/// The form of a kind, its choices and the records that it may name as they are now. A UsageError where a field is none
/// of the kind, or none that a form can ask for.
RecordForm record_form(Schema const& schema, Records const& records, FormRequest const& request);

}  // namespace sss
