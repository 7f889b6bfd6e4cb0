#pragma once

#include "records/edit.hpp"
#include "work/change/field_values.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One word behind `sss set ID`, taken apart.
struct Assignment {
    enum class Act : std::uint8_t { put, add, take, clear };  ///< `=`, `+=`, `-=`, and `-` at the end
    struct Part {
        std::string key;
        std::optional<std::string> item;  ///< between brackets
    };
    Act act = Act::put;
    std::vector<Part> path;
    std::string value;
    std::string name;  ///< the path as it was typed
};

/// "orbit.altitude_km=517", "action[a2].closed=2018-05-01", "hosts+=metu", "notes-". A UsageError where it is none.
Assignment read_assignment(std::string const& word);

/// The changes that the assignment makes of the record as it stands; none where it says so already. What cannot be
/// taken is added to `problems`.
std::vector<FieldEdit> edits_of(Assignment const& assignment, Schema const& schema, Table const& record,
                                Records const& records, std::vector<std::string>& problems);

}  // namespace sss
