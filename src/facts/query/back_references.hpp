#pragma once

#include "records/records.hpp"

#include <string>
#include <vector>

namespace sss {

/// A record that names another one, and in which field.
struct BackReference {
    Record const* record;
    std::string path;  ///< as users write it: "depends_on", "action.owner"
};

/// Who names this record, by kind and id; a record that does so in several fields stands once for each.
std::vector<BackReference> back_references(Record const& named, Records const& records);

}  // namespace sss
