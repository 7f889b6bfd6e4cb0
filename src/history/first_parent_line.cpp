#include "history/first_parent_line.hpp"

#include "history/landing_moments.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace sss {

namespace {

/// A commit is judged by so many commits before it, or by all.
constexpr std::size_t judged_by = 50;

std::vector<std::chrono::sys_seconds> clocks_of(std::vector<Landing> const& known, std::size_t from)
{
    std::vector<std::chrono::sys_seconds> clocks;
    clocks.reserve(known.size() - from);
    for (auto i = known.size(); i-- > from;) clocks.push_back(known[i].clock);
    return clocks;
}

}  // namespace

FirstParentLine::FirstParentLine(git::Repository const& repository, git::Oid const& tip, Zone zone)
    : repository_(repository.another_handle()), zone_(std::move(zone)), next_(tip)
{}

void FirstParentLine::read(git::Commit const& commit) const
{
    positions_.emplace(commit.id, known_.size());
    known_.push_back({commit.id, commit.tree, commit.committer.when, commit.committer.when});
    next_ = commit.parents.empty() ? git::Oid{} : commit.parents.front();
}

void FirstParentLine::read_until(std::size_t many) const
{
    if (next_ && known_.size() < many) repository_.require_whole_history("tell on which days commits landed");
    while (next_ && known_.size() < many) read(repository_.commit(next_));
}

/// Takes what a walk has read already.
void FirstParentLine::learn(Walk const& walk, std::size_t position) const
{
    for (auto i = walk.steps.size(); i-- > 0;) {
        if (!walk.on_line(i)) continue;
        if (position == known_.size()) read(walk.steps[i].commit);
        ++position;
    }
}

/// Judges by all that is known, and sees to it that this is enough for a position.
void FirstParentLine::settle(std::size_t position) const
{
    auto const enough = position + 1 + judged_by;
    if (next_ && known_.size() < enough) read_until(std::max(enough, known_.size() * 2));
    if (settled_ == known_.size()) return;
    auto const moments = landing_moments(clocks_of(known_, 0), zone_);
    for (std::size_t i = 0; i < moments.size(); ++i) known_[known_.size() - 1 - i].at = moments[i];
    settled_ = known_.size();
}

std::size_t FirstParentLine::size() const
{
    std::scoped_lock const lock{mutex_};
    read_until(static_cast<std::size_t>(-1));
    return known_.size();
}

std::optional<Landing> FirstParentLine::landing(std::size_t position) const
{
    std::scoped_lock const lock{mutex_};
    settle(position);
    return position < known_.size() ? std::optional{known_[position]} : std::nullopt;
}

std::optional<std::size_t> FirstParentLine::find(git::Oid const& id) const
{
    std::scoped_lock const lock{mutex_};
    for (;;) {
        if (auto const found = positions_.find(id); found != positions_.end()) return found->second;
        if (!next_) return std::nullopt;
        read_until(std::max(known_.size() * 2, judged_by));
    }
}

std::optional<std::size_t> FirstParentLine::landed_by(Day day) const
{
    std::scoped_lock const lock{mutex_};
    for (std::size_t looked_at = 0;;) {
        settle(looked_at);
        auto const last = next_ ? known_.size() - judged_by : known_.size();
        auto const found =
            std::ranges::partition_point(known_.begin(), known_.begin() + static_cast<std::ptrdiff_t>(last),
                                         [&](Landing const& one) { return day < zone_.day_of(one.at); });
        auto const position = static_cast<std::size_t>(found - known_.begin());
        if (position < last) return position;
        if (!next_) return std::nullopt;
        looked_at = last;
    }
}

void FirstParentLine::judge(Walk& walk) const
{
    if (walk.steps.empty()) return;
    auto const& tip = walk.steps.back().commit.id;
    auto const position = find(tip);
    if (!position) {
        FirstParentLine{repository_, tip, zone_}.judge(walk);
        return;
    }
    std::scoped_lock const lock{mutex_};
    learn(walk, *position);
    auto at = *position;
    for (auto i = walk.steps.size(); i-- > 0;) {
        if (!walk.on_line(i)) continue;
        settle(at);
        walk.steps[i].landed_at = known_[at++].at;
    }
}

bool FirstParentLine::same_from(std::size_t position) const
{
    std::scoped_lock const lock{mutex_};
    settle(position);
    auto const moments = landing_moments(clocks_of(known_, position), zone_);
    for (std::size_t i = 0; i < moments.size(); ++i)
        if (known_[known_.size() - 1 - i].at != moments[i]) return false;
    return true;
}

}  // namespace sss
