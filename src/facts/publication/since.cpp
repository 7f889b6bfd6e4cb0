#include "facts/publication/since.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

/// The last thing that was told by the end of a day; nullptr: nothing yet.
template <typename Told>
Told const* told_by(std::vector<Told> const& told, Day day)
{
    auto const after = std::ranges::upper_bound(told, day, {}, &Told::from);
    return after == told.begin() ? nullptr : &*std::prev(after);
}

SinceThen::Now what_of(Milestone const& milestone)
{
    using enum SinceThen::Now;
    if (milestone.cancelled) return given_up;
    if (milestone.failed()) return failed;
    if (milestone.reached()) return reached;
    return milestone.dropped ? no_longer_awaited : planned;
}

}  // namespace

SinceFacts::SinceFacts(SiteFacts const& site) : site_(site)
{
    for (std::uint32_t i = 0; i < site.threads(); ++i) {
        Life life{.born = site.landed(site.thread(i).birth), .gone = {}, .told = {}};
        auto const is_milestone = site.thread(i).kind->name == kinds::milestone;
        for (auto const* facts : site.past_of(i)) {
            auto const& change = *facts->change;
            auto const day = site.landed(change.commit);
            life.gone = change.type == ChangeType::removed ? std::optional{day} : std::nullopt;
            if (!is_milestone) continue;
            auto told = life.told.empty() ? Told{day, {}} : life.told.back();
            told.from = day;
            if (change.type == ChangeType::removed) {
                told.open = false;
            } else if (change.type == ChangeType::added && change.content) {
                auto const* planned = find(*change.content, keys::planned);
                told.plan = planned != nullptr ? planned->date(site.zone()) : std::nullopt;
                told.open =
                    find(*change.content, keys::actual) == nullptr && find(*change.content, keys::cancelled) == nullptr;
            }
            for (auto const& field : facts->fields) {
                if (field.path == keys::planned) told.plan = field.to ? field.to->date(site.zone()) : std::nullopt;
                if (field.path == keys::actual || field.path == keys::cancelled) told.open = !field.to;
            }
            life.told.push_back(std::move(told));
        }
        lives_.push_back(std::move(life));
    }
}

std::optional<SinceThen> SinceFacts::milestone_since(std::uint32_t index, Day day) const
{
    auto const& life = lives_[index];
    auto const* told = told_by(life.told, day);
    if (told == nullptr || !told->open) return std::nullopt;  // it came later, or nothing was open any more
    auto const& thread = site_.thread(index);
    SinceThen since{.id = thread.id,
                    .title = {},
                    .what = SinceThen::Now::removed,
                    .stood_then = true,
                    .then = told->plan,
                    .now = {},
                    .difference = {}};
    auto const* now = thread.stands ? site_.state.milestone(thread.id) : nullptr;
    if (now == nullptr) {
        if (thread.stands) return std::nullopt;  // it cannot be read as it stands
        auto const past = site_.past_of(index);
        since.title = past.empty() ? thread.id : past.back()->change->title;
        return since;
    }
    since.title = now->title;
    since.what = what_of(*now);
    since.now = now->actual ? now->actual : now->planned;
    if (since.then && since.now) since.difference = slip(*since.then, *since.now);
    if (since.what == SinceThen::Now::planned && since.then == since.now) return std::nullopt;
    return since;
}

std::optional<SinceThen> SinceFacts::settled_newcomer(std::uint32_t index) const
{
    auto const& thread = site_.thread(index);
    auto const* now = thread.kind->name == kinds::milestone ? site_.state.milestone(thread.id) : nullptr;
    if (now == nullptr || what_of(*now) == SinceThen::Now::planned) return std::nullopt;
    return SinceThen{.id = thread.id,
                     .title = now->title,
                     .what = what_of(*now),
                     .stood_then = false,
                     .then = {},
                     .now = now->actual ? now->actual : now->planned,
                     .difference = {}};
}

NetSince SinceFacts::since(Day day) const
{
    NetSince made{.day = day, .milestones = {}, .added = {}, .removed = {}};
    for (std::uint32_t i = 0; i < lives_.size(); ++i) {
        auto const& life = lives_[i];
        auto const& thread = site_.thread(i);
        if (life.born > day) {
            if (thread.stands) made.added.push_back(i);
            if (auto one = thread.stands ? settled_newcomer(i) : std::nullopt)
                made.milestones.push_back(std::move(*one));
        } else if (thread.kind->name == kinds::milestone) {
            if (auto one = milestone_since(i, day)) made.milestones.push_back(std::move(*one));
        } else if (!thread.stands && life.gone && *life.gone > day) {
            made.removed.push_back(i);
        }
    }
    std::ranges::reverse(made.added);
    auto const days = [](SinceThen const& one) {
        return one.what == SinceThen::Now::planned && one.difference ? one.difference->days : 0;
    };
    // What is settled stands together, and before it what is late.
    std::ranges::stable_sort(made.milestones, [&](SinceThen const& a, SinceThen const& b) {
        auto const open_a = a.what == SinceThen::Now::planned, open_b = b.what == SinceThen::Now::planned;
        if (open_a != open_b) return open_a;
        return days(a) > days(b);
    });
    for (auto const& meeting : site_.state.meetings)
        if (meeting.held && meeting.start && meeting.start->first() > day) made.held.push_back(&meeting);
    std::ranges::stable_sort(made.held,
                             [](Meeting const* a, Meeting const* b) { return before(*b->start, *a->start); });
    return made;
}

}  // namespace sss
