#pragma once

#include "records/layout.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sss {

/// What became of a record that stood here once.
struct FormerRecord {
    std::string now_called;  ///< its id now, where it was renamed; empty: it was removed
    std::string when;        ///< a clause: "commit a1b2c3d of 2023-04-12", "a change that is not committed yet"
};

/// A kind's name and an id.
using NamedId = std::pair<std::string, std::string>;

/// Asks history what became of some records that are named and not there; those it knows nothing of are left out.
/// Asked once a check, and only where a reference leads nowhere, because history is slow to ask.
using FormerRecords = std::function<std::map<NamedId, FormerRecord>(Layout const&, std::vector<NamedId> const&)>;

}  // namespace sss
