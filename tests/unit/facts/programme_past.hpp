#pragma once

#include "facts/forecast/plan_past.hpp"
#include "support/zone.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

inline Date date(std::string_view text)
{
    return std::get<Date>(parse_date(text, Zone::utc()));
}

inline Day day(std::string_view text)
{
    return *parse_day(text);
}

/// A milestone's past in a few words, without a history.
class PastOf {
public:
    explicit PastOf(std::string id) { past_.id = std::move(id); }

    PastOf& planned(std::string_view since, std::string_view plan) { return planned(day(since), date(plan)); }
    PastOf& planned(Day since, Date const& plan)
    {
        if (past_.standings.empty()) past_.standings.push_back({since, Stood::open, {}});
        past_.plans.push_back({since, plan, false});
        return *this;
    }
    PastOf& corrected(std::string_view since, std::string_view plan)
    {
        past_.plans.push_back({day(since), date(plan), true});
        return *this;
    }
    PastOf& reached(std::string_view actual, std::string_view recorded) { return reached(date(actual), day(recorded)); }
    PastOf& reached(Date const& actual, Day recorded)
    {
        past_.standings.push_back({recorded, Stood::reached, actual});
        return *this;
    }
    PastOf& cancelled(std::string_view since)
    {
        past_.standings.push_back({day(since), Stood::cancelled, {}});
        return *this;
    }
    operator PlanPast() const { return past_; }

private:
    PlanPast past_;
};

/// Milestones planned for 1 June 2020 half a year before, each reached that many days later (or earlier), and recorded
/// on the day after.
inline std::vector<PlanPast> with_slips(std::vector<int> const& slips)
{
    std::vector<PlanPast> pasts;
    auto const plan = day("2020-06-01");
    for (auto const slip : slips) {
        auto const actual = plan + std::chrono::days{slip};
        pasts.push_back(PastOf{"case-" + std::to_string(pasts.size())}
                            .planned(plan - std::chrono::days{183}, Date::of(plan))
                            .reached(Date::of(actual), actual + std::chrono::days{1}));
    }
    return pasts;
}

}  // namespace sss
