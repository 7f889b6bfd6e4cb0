#include "facts/report/slip_origin.hpp"

#include "facts/order.hpp"

#include <algorithm>
#include <set>

namespace sss {

namespace {

/// When what a milestone waits for was over, as it was believed at one end of the period.
struct End {
    enum class Sort : std::uint8_t { none, exact, rough, unreadable };
    Sort sort = Sort::none;
    Day last{};
};

End later(End const& a, End const& b)
{
    if (a.sort == End::Sort::unreadable || b.sort == End::Sort::none) return a;
    if (b.sort == End::Sort::unreadable || a.sort == End::Sort::none) return b;
    return a.last < b.last ? b : a;
}

class Needs {
public:
    /// @param then  when the slip is measured from; nullptr: at the period's end
    Needs(ReportBasis const& basis, MilestonesBefore const* then) : basis_(basis), then_(then) {}

    End end_of(std::string const& id)
    {
        if (!way_.insert(id).second) return {};
        auto const found = look(id);
        way_.erase(id);
        return found;
    }

private:
    End look(std::string const& id)
    {
        auto const* now = basis_.whole.milestone(id);
        if (now == nullptr) {
            auto const unread = basis_.input.records.find(kinds::milestone, id) != nullptr;
            return {unread ? End::Sort::unreadable : End::Sort::none, {}};
        }
        if (now->cancelled) return {};
        auto const* then = then_ == nullptr ? now : basis_.before(id, *then_);
        if (then == nullptr) return {};
        if (then->date_unreadable) return {End::Sort::unreadable, {}};
        if (!then->repeated_by.empty()) return end_of(then->repeated_by);
        if (auto const date = satisfied_on(*then))
            return {exact(*date) ? End::Sort::exact : End::Sort::rough, date->last()};
        End found;
        for (auto const& need : now->depends_on) found = later(found, end_of(need));
        return found;
    }

    ReportBasis const& basis_;
    MilestonesBefore const* then_;
    std::set<std::string> way_;  // a circle of undated ones holds up nobody
};

bool needs_itself(StandardRecords const& state, Milestone const& milestone)
{
    std::set<std::string_view> seen;
    std::vector<Milestone const*> way{&milestone};
    while (!way.empty()) {
        auto const* at = way.back();
        way.pop_back();
        for (auto const& id : at->depends_on) {
            if (id == milestone.id) return true;
            auto const* needed = state.milestone(id);
            if (needed != nullptr && seen.insert(needed->id).second) way.push_back(needed);
        }
    }
    return false;
}

/// What the slip of one needed milestone forced.
struct Forced {
    int days = 0;
    SlipOrigin::Unknown unknown = SlipOrigin::Unknown::none;
};

Forced forced_by(End const& before, End const& after, Date const& from, Date const& to)
{
    using Sort = End::Sort;
    if (after.sort == Sort::unreadable || before.sort == Sort::unreadable) return {0, SlipOrigin::Unknown::unreadable};
    if (after.sort == Sort::none || before.sort == Sort::none || after.last <= before.last) return {};
    auto const margin = static_cast<int>((from.first() - before.last).count());
    auto const slip = static_cast<int>((after.last - before.last).count());
    auto const days = std::max(0, slip - std::max(0, margin));
    if (days == 0) return {};
    auto const told = exact(from) && exact(to) && before.sort == Sort::exact && after.sort == Sort::exact;
    return told ? Forced{days, SlipOrigin::Unknown::none} : Forced{0, SlipOrigin::Unknown::rough};
}

}  // namespace

SlipOrigin slip_origin(ReportBasis const& basis, Milestone const* milestone, Date const& from, Date const& to,
                       std::optional<std::uint32_t> since)
{
    using Unknown = SlipOrigin::Unknown;
    SlipOrigin origin;
    auto const days = slip(from, to).days;
    origin.own = days;
    if (milestone == nullptr || milestone->depends_on.empty()) return origin;
    auto const then = since ? milestones_at(basis, *since) : MilestonesBefore{};
    auto const* begin = since ? &then : &basis.milestones_before;
    auto unknown = Unknown::none;
    for (auto const& need : milestone->depends_on) {
        auto const forced = forced_by(Needs{basis, begin}.end_of(need), Needs{basis, nullptr}.end_of(need), from, to);
        if (forced.unknown != Unknown::none) unknown = forced.unknown;
        if (forced.days <= origin.inherited) continue;
        origin.inherited = forced.days;
        origin.because = need;
        auto const* needed = basis.whole.milestone(need);
        origin.because_title = needed != nullptr ? needed->title : need;
    }
    origin.inherited = std::min(origin.inherited, days);
    if (origin.inherited > 0 && needs_itself(basis.whole, *milestone)) unknown = Unknown::circle;
    if (origin.inherited > 0 && basis.before(milestone->id, *begin) == nullptr) unknown = Unknown::fresh;
    auto const settled = origin.inherited == days && unknown != Unknown::circle && unknown != Unknown::fresh;
    if (unknown == Unknown::none || settled) {  // what nobody knows could not have forced more
        origin.own = days - origin.inherited;
        return origin;
    }
    return {0, 0, days, unknown, {}, {}};
}

}  // namespace sss
