#include "facts/chart/record_lives.hpp"

#include "history/member_changes.hpp"

#include <algorithm>
#include <map>

namespace sss {

std::vector<Day> days_of_commits(History const& history, Zone const& zone, Day today)
{
    std::vector<Day> days;
    days.reserve(history.commits.size());
    for (auto const& told : history.commits) days.push_back(std::min(today, zone.day_of(told.landed_at)));
    return days;
}

std::vector<RecordLife> record_lives(History const& whole, Zone const& zone, Day today, std::string_view kind)
{
    auto const days = days_of_commits(whole, zone, today);
    std::vector<RecordLife> lives;
    std::map<std::string, std::size_t> called;  // id → the life that bears it, or bore it last
    for (auto const& change : whole.changes) {
        if (change.record.kind->name != kind) continue;
        if (!change.former_id.empty()) {
            if (auto former = called.extract(change.former_id)) called[change.record.id] = former.mapped();
        }
        auto found = called.find(change.record.id);
        if (found == called.end()) {
            found = called.emplace(change.record.id, lives.size()).first;
            lives.push_back({change.record, {}});
        }
        auto& life = lives[found->second];
        life.record = change.record;
        RecordLife::Version version{days[change.commit], change.commit, change.record.id, {}};
        if (change.type == ChangeType::added && change.content)
            version.fields = *change.content;
        else if (change.type == ChangeType::changed)
            version.fields = with_changes(
                !life.versions.empty() && life.versions.back().fields ? *life.versions.back().fields : Table{},
                change.members, Side::after);
        life.versions.push_back(std::move(version));
    }
    std::ranges::stable_sort(
        lives, {}, [](RecordLife const& life) -> auto& { return life.record.id; });
    return lives;
}

}  // namespace sss
