#include "facts/report/rids.hpp"

#include "facts/report/minutes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace sss {

namespace {

/// Nothing where the counts do not say: bounds that pull apart (more than 40 raised, more than 40 closed) leave
/// everything open.
std::optional<RoughCount> left_open(Rids const& rids)
{
    using enum RoughCount::Sense;
    if (!rids.raised || !rids.closed) return std::nullopt;
    auto const before = rids.carried_over.value_or(RoughCount{0});
    auto const left = difference(sum(before, *rids.raised), *rids.closed);
    auto const all = std::array{before.sense, rids.raised->sense, rids.closed->sense};
    auto const pulls_up = all[0] == more || all[1] == more || all[2] == fewer;
    auto const pulls_down = all[0] == fewer || all[1] == fewer || all[2] == more;
    auto const says_nothing = left.number == 0 && (left.sense == fewer || left.sense == about);
    return left.number < 0 || says_nothing || (pulls_up && pulls_down) ? std::nullopt : std::optional{left};
}

void add(std::optional<RoughCount>& total, std::optional<RoughCount> const& number)
{
    if (number) total = sum(total.value_or(0), *number);
}

/// What is carried over from meeting to meeting is the same again and again: it is told of one meeting, and no sum.
void add(Rids& total, Rids const& rids)
{
    auto const first = !total;
    add(total.raised, rids.raised);
    add(total.closed, rids.closed);
    total.carried_over = first ? rids.carried_over : std::nullopt;
}

/// @param rids  what is told of them: all, or what of them is new
MeetingRids told(ReportBasis const& basis, Meeting const& meeting, Rids const& rids)
{
    MeetingRids found{meeting.id, meeting.title, std::nullopt, {}, rids, left_open(meeting.rids), false};
    if (meeting.start) found.on = meeting.when();
    for (auto const& id : satellites_of(basis.whole, meeting)) {
        auto const* satellite = basis.whole.satellite(id);
        found.satellites.push_back(satellite != nullptr ? satellite->name : id);
    }
    return found;
}

bool by_date(MeetingRids const& a, MeetingRids const& b)
{
    if (!a.on || !b.on) return a.on.has_value() && !b.on;
    return before(*a.on, *b.on);
}

/// Whether a later review of one of its satellites tells of what this one left open: nobody knows how much of it the
/// others still have.
bool told_since(std::map<std::string, Meeting const*> const& latest, Meeting const& meeting,
                std::vector<std::string> const& satellites)
{
    return std::ranges::any_of(satellites, [&](std::string const& id) { return latest.at(id) != &meeting; });
}

/// Whether the later reviews carry over all that this one left open: then nothing of it is anybody else's.
bool carried_on(std::map<std::string, Meeting const*> const& latest, Meeting const& meeting,
                std::vector<std::string> const& satellites)
{
    auto const left = left_open(meeting.rids);
    std::int64_t carried = 0;
    for (auto const& id : satellites)
        if (auto const* later = latest.at(id); later != &meeting && later->rids.carried_over)
            carried = std::max(carried, later->rids.carried_over->number);
    return left && carried >= left->number;
}

/// The last review of each satellite whose minutes tell of review items; "" is the programme itself.
std::map<std::string, Meeting const*> latest_by_satellite(ReportBasis const& basis)
{
    std::map<std::string, Meeting const*> latest;
    for (auto const& meeting : basis.state.meetings) {
        if (!meeting.rids || meeting.cancelled || !meeting.start || basis.input.today < meeting.first()) continue;
        auto satellites = satellites_of(basis.whole, meeting);
        if (satellites.empty()) satellites.emplace_back();
        for (auto const& id : satellites) {
            auto& known = latest[id];
            if (known == nullptr || before(known->when(), meeting.when())) known = &meeting;
        }
    }
    return latest;
}

}  // namespace

ReviewItems review_items(ReportBasis const& basis)
{
    ReviewItems found;
    for (auto const& news : meetings(basis).news) {
        auto const* meeting = basis.state.meeting(news.id);
        if (!news.rids || meeting == nullptr) continue;
        found.meetings.push_back(told(basis, *meeting, news.rids));
        auto const earlier = news.why != MeetingNews::Why::held;
        found.meetings.back().earlier = earlier;
        add(found.total, news.rids);
        add(earlier ? found.earlier : found.held, news.rids);
    }
    auto const latest = latest_by_satellite(basis);
    std::set<std::string_view> superseded;
    for (auto const& [satellite, meeting] : latest) {
        if (std::ranges::find(found.latest, meeting->id, &MeetingRids::meeting) != found.latest.end()) continue;
        if (told_since(latest, *meeting, satellites_of(basis.whole, *meeting))) {
            auto const name = [&] {
                auto const* known = basis.whole.satellite(satellite);
                return known != nullptr ? known->name : satellite;
            };
            if (superseded.insert(meeting->id).second) {
                ++found.untold;
                if (carried_on(latest, *meeting, satellites_of(basis.whole, *meeting))) continue;
                found.shared.push_back(told(basis, *meeting, meeting->rids));
                found.shared.back().satellites.clear();
            }
            auto const shared = std::ranges::find(found.shared, meeting->id, &MeetingRids::meeting);
            if (shared != found.shared.end()) shared->satellites.push_back(name());
            continue;
        }
        found.latest.push_back(told(basis, *meeting, meeting->rids));
        auto const& left = found.latest.back().left_open;
        add(found.left_open, left);
        if (!left) ++found.untold;
    }
    std::ranges::stable_sort(found.meetings, by_date);
    std::ranges::stable_sort(found.latest, by_date);
    std::ranges::stable_sort(found.shared, by_date);
    return found;
}

}  // namespace sss
