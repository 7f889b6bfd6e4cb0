#include "facts/report/satellites.hpp"

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

/// Somebody says so: that it was held tells nothing of it.
bool passed(Milestone const& milestone)
{
    return milestone.reached() && (milestone.outcome == "passed" || milestone.outcome == "passed-with-actions");
}

/// "CDR", "PRR and PDR".
std::string codes_of(Milestone const& milestone)
{
    std::string text;
    for (auto const& code : milestone.reviews)
        text += (text.empty() ? "" : &code == &milestone.reviews.back() ? " and " : ", ") + code;
    return text;
}

/// What all milestones of a satellite say of it.
struct Life {
    Milestone const* launched = nullptr;  ///< or its launch failed
    Milestone const* ended = nullptr;     ///< its mission
    Milestone const* re_entry = nullptr;
    Milestone const* passed_review = nullptr;
    Milestone const* held_review = nullptr;  ///< whatever came of it
    Milestone const* launch_ahead = nullptr;

    void hear(Milestone const& milestone);
};

/// What they say of a satellite's whereabouts.
void place(SatelliteStanding& row, Life const& life, Satellite const& satellite, Day today)
{
    // Of a year alone nobody knows how many days it has been.
    auto const days = [](Day from, Day to) {
        return to < from ? std::nullopt : std::optional{static_cast<int>((to - from).count())};
    };
    constexpr auto operations = "E";
    constexpr auto disposal = "F";
    auto const* launch = life.launched;
    if (auto const* end = life.re_entry != nullptr ? life.re_entry : life.ended; end != nullptr) {
        row.where = life.re_entry != nullptr ? Whereabouts::re_entered : Whereabouts::mission_ended;
        row.since = end->actual;
        if (launch != nullptr && !launch->failed()) row.days = days(launch->actual->last(), end->actual->last());
        row.phase = disposal;
    } else if (launch != nullptr) {
        row.since = launch->actual;
        row.where = launch->failed() ? Whereabouts::lost_at_launch : Whereabouts::in_orbit;
        if (row.where == Whereabouts::in_orbit) row.days = days(launch->actual->last(), today);
        if (row.where == Whereabouts::lost_at_launch) row.phase = disposal;
        if (row.phase < operations) row.phase = operations;
    } else if (satellite.cancelled) {
        row.where = Whereabouts::given_up;
        row.since = satellite.cancelled_on;
    }
}

/// The next open milestone: those with a plan first, by date.
bool sooner(Milestone const& a, Milestone const& b)
{
    auto const mine = a.plan_ahead();
    auto const theirs = b.plan_ahead();
    if (!mine || !theirs) return mine.has_value() && !theirs;
    if (before(*mine, *theirs) || before(*theirs, *mine)) return before(*mine, *theirs);
    // Of one day, what is needed comes first.
    return std::ranges::find(b.depends_on, a.id) != b.depends_on.end();
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
    return before == nullptr || !before->held() || before->failed() != milestone.failed();
}

/// The same of a satellite that is given up.
bool is_news(ReportBasis const& basis, Satellite const& satellite)
{
    auto const in_period = satellite.cancelled_on && basis.input.period.contains(satellite.cancelled_on->last());
    if (basis.from_dates_only()) return in_period;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != kinds::satellite || change.record.id != satellite.id) continue;
        auto const before = fields_before(basis, change);
        return !before || find(*before, keys::cancelled) == nullptr;
    }
    return basis.input.first_commit_here && in_period;
}

bool later_review(Milestone const& a, Milestone const& b)
{
    return rank_of(a) != rank_of(b) ? rank_of(a) > rank_of(b) : before(*b.actual, *a.actual);
}

void Life::hear(Milestone const& milestone)
{
    auto const is_launch = milestone.type == "launch";
    if (!milestone.held()) {
        if (is_launch && milestone.open() && (launch_ahead == nullptr || sooner(milestone, *launch_ahead)))
            launch_ahead = &milestone;
        return;
    }
    auto const take_later = [&](Milestone const*& known) {
        if (known == nullptr || !before(*milestone.actual, *known->actual)) known = &milestone;
    };
    auto const take_higher = [&](Milestone const*& known) {
        if (known == nullptr || later_review(milestone, *known)) known = &milestone;
    };
    // Where a launch that failed is to be repeated, there is something left to launch.
    if (is_launch && milestone.repeated_by.empty()) take_later(launched);
    if (rank_of(milestone) >= 0) take_higher(held_review);
    if (rank_of(milestone) >= 0 && passed(milestone)) take_higher(passed_review);
    if (milestone.failed()) return;
    if (milestone.type == "re-entry") take_later(re_entry);
    if (milestone.type == "end-of-mission") take_later(ended);
}

/// How far it came, of all that it was to reach.
struct Count {
    Tally reached, counted, given_up;

    void take(Milestone const& milestone)
    {
        if (!milestone.repeated_by.empty()) return;
        if (milestone.cancelled || milestone.dropped) return add(given_up, milestone);
        add(counted, milestone);
        if (milestone.reached()) add(reached, milestone);
    }

    Tally total(bool with_given_up) const
    {
        if (!with_given_up) return counted;
        return {counted.count + given_up.count, counted.weight + given_up.weight};
    }
};

SatelliteStanding standing_of(ReportBasis const& basis, Satellite const& satellite)
{
    SatelliteStanding row;
    row.id = satellite.id;
    row.name = satellite.name;
    Life life;
    Count of_part, of_all;
    auto open_in_all = 0;
    std::vector<Milestone const*> open;
    for (auto const* one : basis.milestones_of(satellite)) {
        auto const& milestone = *one;
        if (!milestone.cancelled) life.hear(milestone);
        of_all.take(milestone);
        open_in_all += milestone.open() ? 1 : 0;
        if (!basis.belongs.part(milestone)) continue;
        of_part.take(milestone);
        if (milestone.open()) open.push_back(&milestone);
    }
    row.open = static_cast<int>(open.size());
    if (life.passed_review != nullptr) {
        row.phase = phase_after[static_cast<std::size_t>(rank_of(*life.passed_review))].second;
        row.last_review = life.passed_review->title;
    }
    auto const* held = life.held_review;
    if (held != nullptr && (life.passed_review == nullptr || rank_of(*held) > rank_of(*life.passed_review))) {
        row.held_review = codes_of(*held);
        row.held_review_failed = held->failed();
    }
    place(row, life, satellite, basis.input.today);
    auto const came_to_nothing = row.where == Whereabouts::given_up || row.where == Whereabouts::lost_at_launch ||
                                 (row.where == Whereabouts::before_launch && open_in_all == 0);
    row.reached = of_part.reached;
    row.total = of_part.total(came_to_nothing);
    row.reached_in_all = of_all.reached;
    row.total_in_all = of_all.total(came_to_nothing);
    row.given_up = of_part.given_up.count;
    auto const* end = life.re_entry != nullptr ? life.re_entry : life.ended;
    if (auto const* event = end != nullptr ? end : life.launched; event != nullptr) {
        row.news = is_news(basis, *event);
        row.told_reached = basis.belongs.kind(kinds::milestone) && basis.belongs.part(*event);
    } else if (satellite.cancelled) {
        row.news = is_news(basis, satellite);
    }
    if (row.where != Whereabouts::before_launch)
        std::erase_if(open, [&](Milestone const* one) {
            auto const plan = one->plan_ahead();
            return !plan || is_late(*plan, basis.input.today);
        });
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
    if (!basis.belongs.kind(kinds::satellite)) return rows;
    for (auto const& satellite : basis.whole.satellites) {
        auto row = standing_of(basis, satellite);
        // Whoever owns a milestone of a satellite has a part in it.
        if (basis.belongs.part(satellite) || row.total.count > 0) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace sss
