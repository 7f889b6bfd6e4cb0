#include "facts/change/changelog.hpp"

#include "history/net.hpp"
#include "programme/key_index.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

namespace sss {

namespace {

/// A group before its changes are told.
struct GatheredStretch {
    Period period;
    std::optional<Release> release;
    std::vector<Change const*> steps;  ///< of the history, in its order
    std::size_t from = 0, to = 0;      ///< into Changelog::changes
};

class Gatherer {
public:
    Gatherer(History const& history, Zone const& zone, ChangelogRequest const& request)
        : history_(history), zone_(zone), request_(request)
    {}

    std::vector<GatheredStretch> gathered() const { return request_.releases != nullptr ? by_tag() : by_period(); }

private:
    Day day_of(Change const& change) const { return zone_.day_of(history_.commits[change.commit].landed_at); }

    bool within_days(Day day) const
    {
        auto const& told = request_.told;
        return (!told.first || *told.first <= day) && (!told.last || day <= *told.last);
    }

    bool is_told(Change const& change) const
    {
        return change.commit >= request_.told.first_commit && within_days(day_of(change));
    }

    /// Changes are in the order of landing, and a clock that runs backward must not open a period twice: they are
    /// gathered by period.
    std::vector<GatheredStretch> by_period() const
    {
        std::vector<GatheredStretch> stretches;
        for (auto const& change : history_.changes) {
            if (!is_told(change)) continue;
            auto const day = day_of(change);
            auto found = std::ranges::find_if(stretches.rbegin(), stretches.rend(),
                                              [day](GatheredStretch const& one) { return one.period.contains(day); });
            if (found == stretches.rend()) {
                stretches.emplace_back().period = period_of(day, request_.by, request_.week_start);
                found = stretches.rbegin();
            }
            found->steps.push_back(&change);
        }
        std::ranges::stable_sort(stretches, std::greater{},
                                 [](GatheredStretch const& one) { return one.period.first; });
        return stretches;
    }

    /// What is not yet released first. A release that changed no record is told too: whoever looks for it finds it.
    std::vector<GatheredStretch> by_tag() const
    {
        auto const& releases = *request_.releases;
        GatheredStretch unreleased;
        unreleased.period = {{}, {}, "unreleased", PeriodUnit::days};
        std::vector<GatheredStretch> stretches;
        for (auto const& release : releases.all) {
            std::string name;
            for (auto const& tag : release.tags) name += (name.empty() ? "" : ", ") + tag.name;
            auto& stretch = stretches.emplace_back();
            stretch.period = {release.landed, release.landed, name, PeriodUnit::days};
            stretch.release = release;
        }
        for (auto const& change : history_.changes) {
            if (!is_told(change)) continue;
            auto const found = releases.by_commit.find(history_.commits[change.commit].commit.id);
            auto& stretch = found != releases.by_commit.end() ? stretches[found->second] : unreleased;
            auto const day = day_of(change);
            auto& period = stretch.period;
            period.first = stretch.steps.empty() ? day : std::min(period.first, day);
            period.last = stretch.steps.empty() ? day : std::max(period.last, day);
            stretch.steps.push_back(&change);
        }
        std::erase_if(stretches, [this](GatheredStretch const& one) {
            return one.steps.empty() && !within_days(one.release->landed);
        });
        if (!unreleased.steps.empty()) stretches.insert(stretches.begin(), std::move(unreleased));
        return stretches;
    }

    History const& history_;
    Zone const& zone_;
    ChangelogRequest const& request_;
};

/// Which steps of a stretch led to the state of each record that stands at its end.
class Trails {
public:
    /// @param followed  what in these steps only follows a record to its new name: it leads to nothing that is told
    Trails(std::span<Change const* const> steps, RenamesFollowed const& followed) : followed_(followed)
    {
        for (auto const* step : steps) {
            std::vector<Change const*> trail;
            if (!step->former_id.empty()) {
                if (auto former = trails_.extract({step->record.kind, step->former_id}))
                    trail = std::move(former.mapped());
            } else if (auto known = trails_.extract(step->record)) {
                trail = std::move(known.mapped());
            }
            trail.push_back(step);
            trails_[step->record] = std::move(trail);
        }
    }

    /// The commits whose steps a net change sums up: those that touched what differs in the end.
    std::vector<std::uint32_t> commits_of(Change const& net) const
    {
        std::vector<std::uint32_t> commits;
        auto const trail = trails_.find(net.record);
        if (trail != trails_.end() && net.type != ChangeType::removed) {
            for (auto const* step : trail->second)
                if (leads_to(*step, net) && (commits.empty() || commits.back() != step->commit))
                    commits.push_back(step->commit);
        }
        if (commits.empty()) commits.push_back(net.commit);
        return commits;
    }

    /// Those steps; none of what is gone.
    std::vector<Change const*> of(Change const& net) const
    {
        auto const trail = trails_.find(net.record);
        return trail != trails_.end() && net.type != ChangeType::removed ? trail->second : std::vector<Change const*>{};
    }

private:
    bool leads_to(Change const& step, Change const& net) const
    {
        if (net.type != ChangeType::changed || step.type != ChangeType::changed) return true;
        if (!step.former_id.empty() && !net.former_id.empty()) return true;
        KeyIndex const changed{net.members};
        return std::ranges::any_of(step.members, [&](MemberChange const& member) {
            return changed.find(member.key) != nullptr && !followed_.by(*step.record.kind, member);
        });
    }

    RenamesFollowed const& followed_;
    std::map<RecordKey, std::vector<Change const*>, RecordKeyLess> trails_;
};

/// The moves that may belong to a stretch: like its steps they stand in the order of the commits.
std::span<Move const> moves_of(GatheredStretch const& stretch, std::vector<Move> const& moves)
{
    if (stretch.steps.empty()) return {};
    return {std::ranges::lower_bound(moves, stretch.steps.front()->commit, {}, &Move::commit),
            std::ranges::upper_bound(moves, stretch.steps.back()->commit, {}, &Move::commit)};
}

std::vector<ChangelogSection> sections_of(std::vector<ChangelogEntry> entries, Belongings const& belongings)
{
    // The newest first, as the periods are.
    std::ranges::stable_sort(entries, std::greater{},
                             [](ChangelogEntry const& one) { return one.facts.change->commit; });
    std::ranges::stable_sort(entries, {}, [](ChangelogEntry const& one) { return one.facts.category; });
    std::vector<ChangelogSection> sections;
    for (auto& entry : entries) {
        auto const belonging = belongings.of(entry.facts);
        auto found = std::ranges::find(sections, belonging, &ChangelogSection::belonging);
        if (found == sections.end()) {
            sections.push_back({belonging, {}});
            found = sections.end() - 1;
        }
        found->changes.push_back(std::move(entry));
    }
    std::ranges::stable_sort(sections, [](ChangelogSection const& a, ChangelogSection const& b) {
        return comes_before(a.belonging, b.belonging);
    });
    return sections;
}

}  // namespace

std::size_t ChangelogGroup::count() const
{
    std::size_t sum = 0;
    for (auto const& section : sections) sum += section.changes.size();
    return sum;
}

Changelog make_changelog(History const& history, Records const& records, Zone const& zone,
                         ChangelogRequest const& request)
{
    Changelog changelog;
    changelog.moves = moves(history, request.correction_days);
    auto stretches = Gatherer{history, zone, request}.gathered();
    std::size_t steps = 0;
    for (auto const& stretch : stretches) steps += stretch.steps.size();
    changelog.changes.reserve(steps);
    for (auto& stretch : stretches) {
        stretch.from = changelog.changes.size();
        if (request.steps)
            for (auto const* step : stretch.steps) changelog.changes.push_back(*step);
        else
            std::ranges::move(net_changes(stretch.steps), std::back_inserter(changelog.changes));
        stretch.to = changelog.changes.size();
    }
    Belongings const belongings{history, records, request.within};
    auto const of_steps = RenamesFollowed::of_steps(history.changes);
    for (auto& stretch : stretches) {
        if (stretch.from == stretch.to && !stretch.release) continue;
        auto const all = std::span{changelog.changes}.subspan(stretch.from, stretch.to - stretch.from);
        Trails const trails{request.steps ? std::span<Change const* const>{} : std::span{std::as_const(stretch.steps)},
                            of_steps};
        std::vector<ChangelogEntry> entries;
        auto const renames = request.steps ? of_steps : RenamesFollowed::of_net(all);
        auto const steps_of = request.steps ? StepsOf{} : [&trails](Change const& net) { return trails.of(net); };
        for (auto& facts : change_facts(all, moves_of(stretch, changelog.moves), zone, renames, steps_of)) {
            ChangelogEntry entry{std::move(facts), {}, {}};
            entry.commits = trails.commits_of(*entry.facts.change);
            // Why a plan moved before it was first told is no reason for a record that is new.
            auto const is_new = entry.facts.change->type == ChangeType::added;
            for (auto const commit : entry.commits) {
                if (is_new && commit != entry.commits.front()) break;
                auto const& told = history.commits[commit];
                auto const known = std::ranges::any_of(entry.reasons, [&](ReasonGiven const& one) {
                    return one.text == told.reason &&
                           history.commits[one.commit].commit.author.name == told.commit.author.name;
                });
                if (!told.reason.empty() && !known) entry.reasons.push_back({told.reason, commit});
            }
            entries.push_back(std::move(entry));
        }
        changelog.groups.push_back(
            {std::move(stretch.period), std::move(stretch.release), sections_of(std::move(entries), belongings)});
    }
    return changelog;
}

}  // namespace sss
