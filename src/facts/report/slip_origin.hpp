#pragma once

#include "facts/report/report_input.hpp"

namespace sss {

/// Where the days of a slip come from. `inherited + own + unknown` is the slip.
struct SlipOrigin {
    enum class Unknown : std::uint8_t {
        none,        ///< nothing is
        rough,       ///< a date in question is known only roughly
        unreadable,  ///< it cannot be read or is gone, or a milestone that it needs cannot be read
        circle,      ///< it needs itself, through others
        fresh,       ///< how it stood before it moved is not known
    };
    int inherited = 0;
    int own = 0;
    int unknown = 0;
    Unknown why_unknown = Unknown::none;
    std::string because = {};        ///< id of the needed milestone that forced most; empty where nothing was inherited
    std::string because_title = {};  ///< its title
};

/// What a sum of slips is made of.
struct SlipTotals {
    int slips = 0;
    int days = 0;
    int inherited = 0;
    int own = 0;
    int unknown = 0;
};

/// Splits the slip of a milestone's plan in the period. A milestone that it needs, and whose end moved later by `s`
/// days since the period began (or, where the plan was first written in it, since that commit), forced `s` less the
/// margin that lay between the two before (none where it was negative), as a finish-to-start link pushes. Of several
/// the one that forced most counts. Inherited is no more than the slip; the rest is its own. An undated milestone in
/// between passes on what it waits for itself.
/// @param milestone  as it stands at the end; nullptr: of what moved no needs are known, so that all is its own
/// @param from       the plan before the first move of the period
/// @param to         the plan after the last one; later than `from`
/// @param since      the commit of the period that wrote `from`; nothing: it stood when the period began
SlipOrigin slip_origin(ReportBasis const& basis, Milestone const* milestone, Date const& from, Date const& to,
                       std::optional<std::uint32_t> since = std::nullopt);

}  // namespace sss
