#pragma once

#include "history/history.hpp"
#include "history/member_changes.hpp"
#include "records/records.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>

namespace sss {

/// Which changes only follow a record to its new name. A rename is told of the record that bears the name; told again
/// of all that name it, it would look like a change of each of them.
class RenamesFollowed {
public:
    RenamesFollowed() = default;

    /// Of the steps of a history: what names a record follows in the commit that renames it.
    static RenamesFollowed of_steps(std::span<Change const> steps);
    /// Of net changes: what names a record follows within the same stretch.
    static RenamesFollowed of_net(std::span<Change const> net);
    /// Where the past of one record was read alone: by the former names that others own to.
    static RenamesFollowed of_aliases(Records const& records);

    bool by(Kind const& kind, MemberChange const& change) const;
    bool by(Kind const& kind, FieldChange const& change) const;

private:
    using Name = std::tuple<std::optional<std::uint32_t>, std::string, std::string>;  // commit, kind, former id

    void remember(Name name, std::string now);
    bool mentions_former(Value const& value) const;
    Value renamed(Value value, Kind const& kind, std::string const& path, std::uint32_t commit) const;
    bool follows(Kind const& kind, Field const* field, std::string const& path, SharedValue const& from,
                 SharedValue const& to, std::uint32_t commit) const;

    std::map<Name, std::string> new_names_;
    std::set<std::string> former_names_;  ///< all of them, so that what mentions none is not looked at closely
};

}  // namespace sss
