#pragma once

#include "records/records.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sss {

/// A record that names another one, and in which field.
struct BackReference {
    Record const* record;
    std::string path;  ///< as users write it: "depends_on", "action.owner"
};

/// Who names whom, of all records of a state, read once.
class BackReferences {
public:
    /// @param records  must outlive this
    explicit BackReferences(Records const& records);

    /// Who names a record, by kind and id; a record that does so in several fields stands once for each.
    std::vector<BackReference> const& of(std::string_view kind, std::string_view id) const;

private:
    std::map<std::pair<std::string, std::string>, std::vector<BackReference>, std::less<>> by_named_;
};

/// Who names this record, by kind and id; a record that does so in several fields stands once for each.
std::vector<BackReference> back_references(Record const& named, Records const& records);

}  // namespace sss
