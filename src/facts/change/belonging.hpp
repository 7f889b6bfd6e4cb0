#pragma once

#include "facts/change/change_facts.hpp"
#include "history/history.hpp"
#include "records/records.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace sss {

/// What the changes of a period are gathered by within it.
enum class Within : std::uint8_t {
    category,   ///< what a change means: achieved, slipped, …
    satellite,  ///< the satellite that the record names, or is
    kind,       ///< the record's kind
    owner,      ///< the organisation that the record names as `owner`, `lead` or `organisers`, or is
};

/// One heap within a period.
struct Belonging {
    enum class Count : std::uint8_t { one, several, none };
    Within within = Within::category;
    Count count = Count::one;  ///< several: the record names more than one; none: it names none
    std::string id;            ///< "slipped", "sss-1", "milestone", "beihang"; empty but for one
    std::string title;         ///< of the satellite or organisation as it stands at the end; its id where it is gone

    bool operator==(Belonging const&) const = default;
};

/// Where one heap stands among others: categories by their weight, kinds with milestones and meetings first,
/// satellites and organisations by name, then those of several, then those of none.
bool comes_before(Belonging const& a, Belonging const& b);

/// Knows for every change which heap it belongs to, by what the record said after it (before it, for a removal).
class Belongings {
public:
    /// @param history  from the record's first version on, or what the references were before is not known
    Belongings(History const& history, Records const& records, Within within);

    /// @param facts  of a change in the history, or of a net change over a part of it
    Belonging of(ChangeFacts const& facts) const;

private:
    using Place = std::tuple<std::uint32_t, std::string_view, std::string>;  // commit, kind, id

    Belonging named(std::vector<std::string> const& ids) const;

    Records const& records_;
    Within within_;
    std::map<Place, std::vector<std::string>> after_;
};

}  // namespace sss
