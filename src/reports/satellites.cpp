#include "reports/satellites.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sss {

namespace {

/// What each review opens, in their order (ECSS-M-ST-10C Rev.1, clause 4.4.3).
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> phase_after{{{"MDR", "A"},
                                                                                     {"PRR", "B"},
                                                                                     {"SRR", "B"},
                                                                                     {"PDR", "C"},
                                                                                     {"CDR", "D"},
                                                                                     {"QR", "D"},
                                                                                     {"AR", "D"},
                                                                                     {"ORR", "E"},
                                                                                     {"FRR", "E"},
                                                                                     {"LRR", "E"},
                                                                                     {"CRR", "E"},
                                                                                     {"ELR", "F"},
                                                                                     {"MCR", "F"}}};

/// The place of a milestone's last review in that order; -1 where it held none.
int rank_of(Milestone const& milestone)
{
    int rank = -1;
    for (int i = 0; i < static_cast<int>(phase_after.size()); ++i)
        if (std::ranges::find(milestone.reviews, phase_after[static_cast<std::size_t>(i)].first) !=
            milestone.reviews.end())
            rank = i;
    return rank;
}

/// There is no type of milestone for the end of an orbit: the id says it.
bool is_re_entry(Milestone const& milestone)
{
    auto const& id = milestone.id;
    return id == "re-entry" || id.ends_with("-re-entry") || id.ends_with("-reentry") || id.ends_with("-decay");
}

bool passed(Milestone const& milestone)
{
    return milestone.reached() && !milestone.cancelled && milestone.outcome != "failed";
}

/// What the reached milestones say of a satellite's whereabouts.
void place(SatelliteStanding& row, Milestone const* launch, Milestone const* re_entry, Day today)
{
    // Of a year alone nobody knows how many days it has been.
    auto const days = [](Day from, Day to) {
        return to < from ? std::nullopt : std::optional{static_cast<int>((to - from).count())};
    };
    constexpr auto operations = "E";
    constexpr auto disposal = "F";
    if (re_entry != nullptr) {
        row.where = Whereabouts::re_entered;
        row.since = re_entry->actual;
        if (launch != nullptr) row.days = days(launch->actual->last(), re_entry->actual->last());
    } else if (launch != nullptr) {
        row.since = launch->actual;
        row.where = launch->outcome == "failed" ? Whereabouts::lost_at_launch : Whereabouts::in_orbit;
        if (row.where == Whereabouts::in_orbit) row.days = days(launch->actual->last(), today);
    }
    if (row.where == Whereabouts::in_orbit && row.phase < operations) row.phase = operations;
    if (row.where == Whereabouts::re_entered || row.where == Whereabouts::lost_at_launch) row.phase = disposal;
}

/// The next open milestone: those with a plan first, by date.
bool sooner(Milestone const& a, Milestone const& b)
{
    if (!a.planned || !b.planned) return a.planned.has_value() && !b.planned;
    return before(*a.planned, *b.planned);
}

void add(Tally& to, Milestone const& milestone)
{
    ++to.count;
    to.weight += milestone.weight;
}

/// Whether the period brought it: it lies in it, or was first written down in it.
bool is_news(ReportBasis const& basis, Milestone const& milestone)
{
    if (basis.input.period.contains(milestone.actual->last())) return true;
    auto const* before = basis.before(milestone.id);
    return before == nullptr || !before->reached();
}

bool later_review(Milestone const& a, Milestone const& b)
{
    return rank_of(a) != rank_of(b) ? rank_of(a) > rank_of(b) : before(*b.actual, *a.actual);
}

/// What all milestones of a satellite say of it.
struct Life {
    Milestone const* launched = nullptr;
    Milestone const* re_entry = nullptr;
    Milestone const* review = nullptr;
    Milestone const* launch_ahead = nullptr;

    void hear(Milestone const& milestone)
    {
        if (milestone.open()) {
            if (milestone.type == "launch" && (launch_ahead == nullptr || sooner(milestone, *launch_ahead)))
                launch_ahead = &milestone;
            return;
        }
        auto const later_than = [&](Milestone const* other) {
            return other == nullptr || !before(*milestone.actual, *other->actual);
        };
        if (milestone.type == "launch" && later_than(launched)) launched = &milestone;
        if (!passed(milestone)) return;
        if (is_re_entry(milestone) && later_than(re_entry)) re_entry = &milestone;
        if (rank_of(milestone) >= 0 && (review == nullptr || later_review(milestone, *review))) review = &milestone;
    }
};

SatelliteStanding standing_of(ReportBasis const& basis, Satellite const& satellite)
{
    SatelliteStanding row;
    row.id = satellite.id;
    row.name = satellite.name;
    Life life;
    std::vector<Milestone const*> open;
    for (auto const& milestone : basis.whole.milestones) {
        if (milestone.satellite != satellite.id || milestone.cancelled) continue;
        life.hear(milestone);
        add(row.total_in_all, milestone);
        if (!milestone.open()) add(row.reached_in_all, milestone);
        if (!basis.belongs.part(milestone)) continue;
        add(row.total, milestone);
        if (milestone.open())
            open.push_back(&milestone);
        else
            add(row.reached, milestone);
    }
    row.open = static_cast<int>(open.size());
    if (life.review != nullptr) {
        row.phase = phase_after[static_cast<std::size_t>(rank_of(*life.review))].second;
        row.last_review = life.review->title;
    }
    place(row, life.launched, life.re_entry, basis.input.today);
    if (auto const* event = life.re_entry != nullptr ? life.re_entry : life.launched; event != nullptr) {
        row.news = is_news(basis, *event);
        row.told_reached = basis.belongs.kind("milestone") && basis.belongs.part(*event);
    }
    if (row.where != Whereabouts::before_launch)
        std::erase_if(open,
                      [&](Milestone const* one) { return !one->planned || is_late(*one->planned, basis.input.today); });
    auto const next =
        std::ranges::min_element(open, [](Milestone const* a, Milestone const* b) { return sooner(*a, *b); });
    if (next != open.end()) row.next = expected(basis, **next);
    if (auto const* launch = life.launch_ahead; launch != nullptr) {
        row.launch = expected(basis, *launch);
        if (launch->planned && launch->baseline) row.launch_behind = slip(*launch->baseline, *launch->planned);
    }
    return row;
}

}  // namespace

std::vector<SatelliteStanding> satellites(ReportBasis const& basis)
{
    std::vector<SatelliteStanding> rows;
    if (!basis.belongs.kind("satellite")) return rows;
    for (auto const& satellite : basis.whole.satellites) {
        auto row = standing_of(basis, satellite);
        // Whoever owns a milestone of a satellite has a part in it.
        if (basis.belongs.part(satellite) || row.total.count > 0) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace sss
