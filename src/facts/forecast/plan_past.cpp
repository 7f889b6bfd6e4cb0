#include "facts/forecast/plan_past.hpp"

#include "facts/standard_records.hpp"
#include "history/moves.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace sss {

namespace {

using std::chrono::days;

/// The milestones of a history while it is told.
class Telling {
public:
    Telling(std::span<Move const> moves, Zone const& zone) : zone_(zone)
    {
        for (auto const& move : moves)
            if (move.correction) corrections_.emplace(move.commit, move.record.id);
    }

    /// All that one commit did. Names are taken off before they are given anew: two records may swap theirs.
    void tell(std::span<Change const> changes, Day day)
    {
        std::map<std::string, Current> renamed;
        for (auto const& change : changes) {
            if (change.record.kind->name != kinds::milestone) continue;
            if (change.type == ChangeType::removed) remove(change.record.id, day);
            if (auto former = current_.extract(change.former_id)) renamed.emplace(change.record.id, former.mapped());
        }
        for (auto& [id, was] : renamed) {
            pasts_[was.index].id = id;
            current_.insert_or_assign(id, std::move(was));
        }
        for (auto const& change : changes)
            if (change.record.kind->name == kinds::milestone && change.type != ChangeType::removed) write(change, day);
    }

    std::vector<PlanPast> done()
    {
        std::ranges::stable_sort(pasts_, [](PlanPast const& a, PlanPast const& b) {
            return std::tuple{std::string_view{a.id}, a.standings.front().since} <
                   std::tuple{std::string_view{b.id}, b.standings.front().since};
        });
        return std::move(pasts_);
    }

private:
    struct Current {
        std::size_t index = 0;
        Table fields;  // those that tell of the standing
    };

    void remove(std::string const& id, Day day)
    {
        if (auto const gone = current_.extract(id)) {
            pasts_[gone.mapped().index].standings.push_back({day, Stood::removed, {}});
            gone_.insert_or_assign(id, gone.mapped().index);
        }
    }

    void write(Change const& change, Day day)
    {
        auto found = current_.find(change.record.id);
        if (found == current_.end()) {
            // What comes back under its id goes on.
            auto const known = gone_.extract(change.record.id);
            auto const index = known ? known.mapped() : pasts_.size();
            found = current_.emplace(change.record.id, Current{index, {}}).first;
            if (!known) pasts_.push_back({change.record.id, {}, {}});
        }
        auto& fields = found->second.fields;
        if (change.type == ChangeType::added) {
            fields = *change.content;
        } else {
            for (auto const& member : change.members) {
                erase_if(fields, [&](Member const& other) { return other.key == member.key; });
                if (member.to) fields.push_back({member.key, {}, *member.to});
            }
        }
        auto const said = read_milestone(change.record.id, fields, zone_);
        auto& past = pasts_[found->second.index];
        if (said.planned != (past.plans.empty() ? std::nullopt : past.plans.back().date))
            past.plans.push_back({day, said.planned, corrections_.contains({change.commit, change.record.id})});
        auto const how = said.cancelled                          ? Stood::cancelled
                         : said.failed()                         ? Stood::failed
                         : find(fields, keys::actual) != nullptr ? Stood::reached
                                                                 : Stood::open;
        auto const same =
            !past.standings.empty() && past.standings.back().how == how && past.standings.back().actual == said.actual;
        if (!same) past.standings.push_back({day, how, said.actual});
    }

    Zone const& zone_;
    std::set<std::pair<std::uint32_t, std::string>> corrections_;
    std::map<std::string, Current> current_;
    std::map<std::string, std::size_t> gone_;  // id → the past of the one that was removed under it
    std::vector<PlanPast> pasts_;
};

std::optional<Sighting> within(Date const& plan, Day first, Day last, Window const& window)
{
    if (window.rough && *window.rough != is_rough(plan)) return std::nullopt;
    auto const day = std::max(first, plan.last() - days{window.most});
    if (day > std::min(last, plan.last() - days{window.least})) return std::nullopt;
    return Sighting{day, plan};
}

}  // namespace

PlanPast::Standing const* PlanPast::on(Day day) const
{
    auto const after = std::ranges::upper_bound(standings, day, {}, &Standing::since);
    return after == standings.begin() ? nullptr : &*std::prev(after);
}

Day PlanPast::standing_so_since(Day day) const
{
    auto const* now = on(day);
    while (now != standings.data() && std::prev(now)->how == now->how) --now;
    return now->since;
}

std::optional<Date> PlanPast::plan_on(Day day) const
{
    auto const after = std::ranges::upper_bound(plans, day, {}, &Plan::since);
    return after == plans.begin() ? std::nullopt : std::prev(after)->date;
}

std::vector<PlanPast> plan_pasts(History const& history, Zone const& zone, Day today, int correction_days)
{
    Telling telling{moves(history, correction_days), zone};
    auto day = Day::min();
    std::span<Change const> rest{history.changes};
    while (!rest.empty()) {
        auto const commit = rest.front().commit;
        auto const end = std::ranges::find_if(rest, [&](Change const& change) { return change.commit != commit; });
        auto const length = static_cast<std::size_t>(end - rest.begin());
        day = std::max(day, std::min(today, zone.day_of(history.commits[commit].landed_at)));
        telling.tell(rest.first(length), day);
        rest = rest.subspan(length);
    }
    return telling.done();
}

bool is_rough(Date const& date)
{
    constexpr auto longest_month = days{31};
    return date.last() - date.first() + days{1} > longest_month;
}

std::optional<Sighting> first_within(PlanPast const& past, Window const& window, Day until, Day known)
{
    auto const& plans = past.plans;
    for (std::size_t i = 0; i < plans.size() && plans[i].since <= std::min(until, known); ++i) {
        auto meant = i;
        while (meant + 1 < plans.size() && plans[meant + 1].correction && plans[meant + 1].since <= known) ++meant;
        if (!plans[meant].date) continue;
        auto const last = i + 1 < plans.size() ? std::min(until, plans[i + 1].since - days{1}) : until;
        if (auto const found = within(*plans[meant].date, plans[i].since, last, window)) return found;
    }
    return std::nullopt;
}

std::optional<Sighting> first_written_within(PlanPast const& past, Window const& window, Day until)
{
    auto const& plans = past.plans;
    for (std::size_t i = 0; i < plans.size() && plans[i].since <= until; ++i) {
        if (!plans[i].date) continue;
        auto const last = i + 1 < plans.size() ? std::min(until, plans[i + 1].since - days{1}) : until;
        if (auto const found = within(*plans[i].date, plans[i].since, last, window)) return found;
    }
    return std::nullopt;
}

}  // namespace sss
