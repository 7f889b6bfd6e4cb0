#pragma once

#include "work/history_view.hpp"

#include <optional>
#include <string>

namespace sss {

/// What the RANGE of a changelog says: what came after one commit and up to another, and on which days.
struct Range {
    std::optional<git::Oid> from;    ///< what this commit already holds is not told
    std::optional<git::Oid> to;      ///< in place of the commit that is looked at
    std::optional<Day> first, last;  ///< what landed on these days
    std::string advice;              ///< where the words may have been meant otherwise: a sentence; empty otherwise
};

/// Reads it, in this order:
///
///  1. A period (2018-04, last-month, 2018-04-01..2018-04-30, …), `since:REV` or `since:2018-04`.
///  2. Two ends, `A..B`; each a revision, or a day or period of which the nearer day counts. A missing one is open:
///     `v1..` is all that came after v1, `..v2` all up to v2.
///  3. `A...B`: what B brought since A and B parted.
///  4. One tag: that release, which is what landed after the tag before it.
///
/// What can be read as a date is a date: a tag of such a name is written `tags/2018-04`. Throws UsageError.
Range understand_range(std::string const& text, HistoryView const& past);

}  // namespace sss
