#include "rules/field_past.hpp"

#include "history/member_changes.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

namespace sss {
namespace {

Field const* field_of(Kind const& kind, DateRole role)
{
    auto const field = std::ranges::find(kind.fields, role, &Field::role);
    return field == kind.fields.end() || field->path.find('.') != std::string::npos ? nullptr : &*field;
}

bool differ(Date const& a, Date const& b)
{
    return slip(a, b).moved();
}

/// Follows one date through the steps that are judged together, one group after the other.
class Follower {
public:
    explicit Follower(JudgedHistory const& judged) : judged_(judged) {}

    void take(std::span<DatePast::Writing const> group)
    {
        auto const& last = group.back();
        if (!judged_.is_judged[last.commit] || (stood_ && differs(last.to) && explained(group))) {
            offence_.reset();
            stand(last);
            return;
        }
        if (stood_ && differs(last.to)) {
            if (!offence_) offence_ = Unexplained{*stood_, last.commit, last.to};
            offence_->commit = last.commit;
        }
        if (offence_) offence_->is = last.to;
        if (last.to) stand(last);
    }

    std::optional<Unexplained> result() const
    {
        if (!offence_ || (offence_->is && !differ(offence_->was.date, *offence_->is))) return std::nullopt;
        return offence_;
    }

private:
    bool differs(std::optional<Date> const& to) const { return !to || differ(stood_->date, *to); }

    bool explained(std::span<DatePast::Writing const> group) const
    {
        auto const& commits = judged_.history.commits;
        auto const said = std::ranges::any_of(group, [&](DatePast::Writing const& step) {
            return commits[step.commit].correction || !commits[step.commit].reason.empty();
        });
        auto const& last = commits[group.back().commit];
        return said ||
               (!last.disbelieved && last.landed_at - first_written_ < std::chrono::days{judged_.correction_days});
    }

    void stand(DatePast::Writing const& step)
    {
        if (!step.to) {
            stood_.reset();
            return;
        }
        if (!stood_) first_written_ = judged_.history.commits[step.commit].landed_at;
        // Said more exactly it still stands since it was first said.
        if (stood_ && !differ(stood_->date, *step.to))
            stood_->date = *step.to;
        else
            stood_ = WrittenDate{*step.to, step.commit};
    }

    JudgedHistory const& judged_;
    std::optional<WrittenDate> stood_;
    std::chrono::sys_seconds first_written_{};
    std::optional<Unexplained> offence_;
};

}  // namespace

bool alike(Kind const& kind, Table const& before, Table const& after)
{
    auto const* title = find(before, kind.title_field);
    auto const* other = find(after, kind.title_field);
    if (title != nullptr && other != nullptr && *title == *other) return true;
    auto const changed = member_changes(kind, before, after).size();
    auto all = after.size();
    for (auto const& member : before)
        if (find(after, member.key) == nullptr) ++all;
    return changed * 4 <= all;
}

bool judged_together(JudgedHistory const& judged, std::uint32_t a, std::uint32_t b)
{
    if (judged.is_judged[a] != judged.is_judged[b]) return false;
    if (judged.extent == JudgedHistory::Extent::since && judged.is_judged[a]) return true;
    return judged.history.commits[a].landed == judged.history.commits[b].landed;
}

std::map<RecordKey, DatePast, RecordKeyLess> date_pasts(History const& history, DateRole role)
{
    struct Followed {
        DatePast past;
        std::shared_ptr<Table const> gone;  ///< what it said when it was removed
    };
    std::map<RecordKey, Followed, RecordKeyLess> all;
    for (auto const& change : history.changes) {
        auto const* field = field_of(*change.record.kind, role);
        if (field == nullptr) continue;
        if (!change.former_id.empty())
            if (auto former = all.extract({change.record.kind, change.former_id}))
                all[change.record] = std::move(former.mapped());
        auto& one = all[change.record];
        if (change.type == ChangeType::removed) {
            one.gone = change.content;
        } else if (change.type == ChangeType::added) {
            if (one.gone && !alike(*change.record.kind, *one.gone, *change.content)) one = {};
            one.gone.reset();
            if (auto const to = date_at(*change.content, field->path, history.zone); to || !one.past.steps.empty())
                one.past.steps.push_back({to, change.commit});
        } else if (auto const member = std::ranges::find(change.members, field->path, &MemberChange::key);
                   member != change.members.end())
        {
            auto const to = date_of(member->to, history.zone);
            if (to || !member->to) one.past.steps.push_back({to, change.commit});
        }
    }
    std::map<RecordKey, DatePast, RecordKeyLess> pasts;
    for (auto& [key, one] : all) pasts.emplace(key, std::move(one.past));
    return pasts;
}

std::optional<Unexplained> unexplained(DatePast const& past, JudgedHistory const& judged)
{
    Follower follower{judged};
    std::span const steps{past.steps};
    for (std::size_t begin = 0; begin < steps.size();) {
        auto end = begin + 1;
        while (end < steps.size() && judged_together(judged, steps[begin].commit, steps[end].commit)) ++end;
        follower.take(steps.subspan(begin, end - begin));
        begin = end;
    }
    return follower.result();
}

}  // namespace sss
