#pragma once

#include "facts/report/dated.hpp"
#include "facts/report/slip_origin.hpp"

namespace sss {

/// A milestone whose plan moved in the period: all its moves there as one.
struct Moved {
    std::string id;
    std::string title;
    std::string satellite;
    std::string owner;  ///< its name; empty: nobody named
    std::vector<Date>
        way;  ///< from the date before the first move to the date after the last, each that differs from the one before
    Slip slip;                           ///< from the first to the last of them; `direction()` > 0: slipped
    int moves = 0;                       ///< in the period
    int ordinal = 0;                     ///< of the last of them among all its moves: 3 is its third
    Slip total;                          ///< from the first date ever planned to the last
    std::optional<Slip> since_baseline;  ///< from the date first promised to the last
    std::vector<Source> sources;         ///< one a move, in order
    bool reached = false;                ///< it has been reached since
    SlipOrigin origin = {};              ///< of one that slipped
    /// Of one of `dated`: before which stop of the way it had no date; 1 where it had one long before.
    std::optional<std::size_t> undated_before = {};
    std::string kind{kinds::milestone};  ///< or a kind of the programme's own that has plans too
};

struct MovedDates {
    std::vector<Moved> slipped;          ///< later: the longest first
    std::vector<Moved> brought_forward;  ///< earlier: the longest first
    std::vector<Moved> unmoved;          ///< moved, and back where it stood
    int corrections = 0;                 ///< of dates just written, which are no moves
    SlipTotals totals;                   ///< of those that slipped
    std::vector<Dated> dated;            ///< given a date, whether they moved since or not; that is no slip
    std::vector<Undated> undated;        ///< that lost theirs

    /// How one that is among `dated` got its date; nullptr for any other.
    Dated const* dating(Moved const& entry) const;
};

MovedDates moved(ReportBasis const& basis);

}  // namespace sss
