#pragma once

#include "history/history.hpp"
#include "programme/date.hpp"
#include "programme/kind.hpp"
#include "rules/look_back.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace sss {

/// A date as it was written, and by which commit.
struct WrittenDate {
    Date date;
    std::uint32_t commit;  ///< index into the history's commits
};

/// What became of one date of a record, through all its names. Writings that are no date are passed over.
struct DatePast {
    struct Writing {
        std::optional<Date> to;  ///< nothing: it was taken out
        std::uint32_t commit;
    };
    std::vector<Writing> steps;
};

/// By record as it is called now, the date of this role, where its kind has one. A record that went and came back is
/// the same one where it is alike; else its past begins anew.
std::map<RecordKey, DatePast, RecordKeyLess> date_pasts(History const& history, DateRole role);

/// A date that stood and does not stand any more, though no commit says why.
struct Unexplained {
    WrittenDate was;
    std::uint32_t commit;  ///< the last that changed it
    std::optional<Date> is;
};

/// Follows a date through the past. A change is explained by a commit that says `Reason: …` or `Correction: yes`, or by
/// landing within `correction_days` after the date was first written; and a date that is said more exactly does not
/// change. Changes that landed together, or in a stretch that is judged as one, are one.
std::optional<Unexplained> unexplained(DatePast const& past, JudgedHistory const& judged);

/// Whether two contents are of one record, for all that is known: the same title, or three quarters of the fields.
bool alike(Kind const& kind, Table const& before, Table const& after);

/// Whether a step is judged together with another one.
bool judged_together(JudgedHistory const& judged, std::uint32_t a, std::uint32_t b);

}  // namespace sss
