#pragma once

#include "facts/query/narrowing.hpp"
#include "history/history.hpp"
#include "history/last_names.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Which changes are of a part of the programme: those of records that belong to it by what they say now, or said last.
class PartOfChanges {
public:
    /// @param narrowing  to which part; nothing asked: to all
    /// @param types      of milestones: only those of these types, and no other records; empty: not asked
    /// @param now        the records at the end; must outlive this
    /// @param changes    those that are asked of later, for what the removed ones said
    PartOfChanges(Narrowing const& narrowing, std::vector<std::string> types, Records const& now,
                  std::span<Change const> changes);

    bool asked() const { return belongs_.narrowed() || !types_.empty(); }
    /// @param names  how records are called at the end; nullptr: as the change calls them
    bool takes(Change const& change, LastNames const* names = nullptr) const;

private:
    Table const* fields_of(RecordKey const& key) const;

    Records const& now_;
    StandardRecords whole_;
    Belongs belongs_;
    std::vector<std::string> types_;
    std::map<RecordKey, std::shared_ptr<Table const>, RecordKeyLess> last_;  ///< what removed ones last said
};

}  // namespace sss
