#pragma once

#include "history/history.hpp"
#include "history/member_changes.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// A value that stands, and the commit that gave the field this value.
struct BlamedValue {
    std::string path;  ///< as in FieldChange, taken apart to single fields also within the items of a list with keys
    Field const* field = nullptr;
    Value value;
    std::optional<std::uint32_t> commit;  ///< index into History::commits; nothing where no readable version tells it
};

/// Who wrote each value of a record, in the order of its file.
/// @param past  all that happened to the record, oldest first (see thread_of). What changed no value is not in it, so a
///              commit that only laid the file out anew wrote nothing.
std::vector<BlamedValue> blame(Kind const& kind, Table const& now, std::span<Change const> past);

}  // namespace sss
