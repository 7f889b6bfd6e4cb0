#pragma once

#include "facts/query/narrowing.hpp"
#include "work/history_view.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sss {

/// What narrows a report to a part of the programme, in the words of whoever asks.
struct NarrowingRequest {
    std::vector<std::string> satellites = {};     ///< ids, former ids, or "none"
    std::vector<std::string> organisations = {};  ///< likewise
    std::vector<std::string> kinds = {};          ///< names or folders
    std::vector<std::string> types = {};          ///< of milestones, where who asks takes them

    bool any() const { return !satellites.empty() || !organisations.empty() || !kinds.empty() || !types.empty(); }
};

/// Knows under which ids the records of the tip went before: their aliases, and what history tells. Asks it once.
class FormerIds {
public:
    explicit FormerIds(HistoryView const& past) : past_(past) {}

    /// The newest first.
    std::vector<std::string> const& of(Record const& record);
    /// All ids of whoever of this kind ever had the id, though none may have it at the tip; empty: nobody had.
    std::vector<std::string> const& of_who_was(std::string_view kind, std::string const& id);

private:
    HistoryView const& past_;
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> stood_;
    std::map<std::pair<Kind const*, std::string>, std::vector<std::string>> known_;
};

/// The part that was meant. An id may be one that a record lists in `aliases`; what no record of the snapshot has may
/// still be one that came later or went before: then it stands as it was named, unless the snapshot has the record by a
/// former id. A UsageError with a suggestion where it is none.
Narrowing read_narrowing(NarrowingRequest const& request, HistoryView const& past, Records const& snapshot,
                         FormerIds& former_ids);
Narrowing read_narrowing(NarrowingRequest const& request, HistoryView const& past, Records const& snapshot);

}  // namespace sss
