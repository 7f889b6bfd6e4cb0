#pragma once

#include "history/history.hpp"
#include "programme/date.hpp"
#include "support/zone.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// How a milestone stood by its record: still to be reached, reached, given up, no longer on record, or held and
/// failed: then its plan was not kept and not broken.
enum class Stood : std::uint8_t { open, reached, cancelled, removed, failed };

/// What was believed of one milestone, and from which day on: the days are those on which it reached the branch.
struct PlanPast {
    struct Plan {
        Day since;
        std::optional<Date> date;  ///< nothing: undated from here on
        bool correction = false;   ///< it says what the one before was meant to say (see `moves`)
    };
    struct Standing {
        Day since;
        Stood how = Stood::open;
        std::optional<Date> actual;  ///< of one that is reached, where it can be read
    };

    std::string id;  ///< the last that it bore
    std::vector<Plan> plans;
    std::vector<Standing> standings;  ///< at least one

    /// What its record said at the end of a day; nullptr: it had none yet.
    Standing const* on(Day day) const;

    /// The day on which its record first said what `on(day)` says: reached, cancelled, …
    Day standing_so_since(Day day) const;

    /// The plan as it was written on that day, and nothing that came later.
    std::optional<Date> plan_on(Day day) const;
};

/// The past of every milestone that a history tells of, those that were removed too; by id, then by first day. A
/// renamed record is one milestone. Days that run backward, or beyond `today`, are taken as the nearest that do not.
std::vector<PlanPast> plan_pasts(History const& history, Zone const& zone, Day today, int correction_days);

/// Which plans are looked for: by how many days lay between the day and the last day of the plan, both included.
struct Window {
    int least = 0;
    int most = 0;
    std::optional<bool> rough = {};  ///< only those that are (not) rough
};

/// Beyond all dates that can be written.
inline constexpr int endless_days = 10'000'000;
inline constexpr Window any_horizon{-endless_days, endless_days};

/// A plan that is known no better than to the quarter or so: longer than a month.
bool is_rough(Date const& date);

/// A day on which a plan stood within a window.
struct Sighting {
    Day on;
    Date plan;
};

/// The first day, not after `until`, on which the plan stood within the window. "First" does not depend on what came
/// after it, as "last" or "nearest" would: whoever stood there that day knew as little.
/// @param known  what was written later is not known; corrections written by then are taken as if they had always stood
std::optional<Sighting> first_within(PlanPast const& past, Window const& window, Day until, Day known);

/// The same by the plans as they were written, mistakes and all.
std::optional<Sighting> first_written_within(PlanPast const& past, Window const& window, Day until);

}  // namespace sss
