#include "work/look_back.hpp"

#include "git/tree_bounds.hpp"
#include "history/compare.hpp"
#include "history/first_parent_line.hpp"
#include "history/former_tree_files.hpp"
#include "history/history.hpp"
#include "rules/look_back.hpp"
#include "work/history_view.hpp"
#include "work/report/promised.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace sss {
namespace {

/// Some of the files of a commit.
class SomeOf : public TreeFiles {
public:
    SomeOf(git::Repository const& repository, git::Oid const& tree, std::set<std::string> const& paths)
        : TreeFiles(repository, tree), paths_(paths)
    {}
    std::vector<FileEntry> list(Layout const& layout) const override
    {
        auto entries = TreeFiles::list(layout);
        std::erase_if(entries, [&](FileEntry const& entry) { return !paths_.contains(entry.path); });
        return entries;
    }

private:
    std::set<std::string> const& paths_;
};

Records committed(git::Repository const& repository, git::Oid const& tip, Layout const& layout)
{
    return read_records(FormerTreeFiles{repository, repository.commit(tip).tree}, layout, Detail::values);
}

/// The files whose bytes are not those of the commit. To name the bytes, which are at hand, costs a third of asking git
/// for its status. Where most differ git itself may change them on their way (line ends), so it is asked after all.
std::set<std::string> changed_files(git::Repository const& repository, git::Oid const& tip, Layout const& layout,
                                    Records const& records)
{
    constexpr std::size_t suspiciously_many = 200;
    std::unordered_map<std::string, git::Oid> there;
    for (auto const& entry : TreeFiles{repository, repository.commit(tip).tree}.list(layout))
        if (layout.slot(entry.path)) there.emplace(entry.path, entry.blob);
    std::set<std::string> paths;
    for (auto const& record : records.all()) {
        auto const before = there.find(record.path());
        if (before == there.end() || before->second != git::name_of_bytes(record.text)) paths.insert(record.path());
        if (before != there.end()) there.erase(before);
    }
    for (auto const& [path, blob] : there) paths.insert(path);
    if (paths.size() < suspiciously_many) return paths;
    auto const uncommitted = repository.uncommitted(layout.data_folder());
    return {uncommitted.begin(), uncommitted.end()};
}

/// What differs from the commit.
std::vector<Change> uncommitted_changes(git::Repository const& repository, git::Oid const& tip, Layout const& layout,
                                        Records const& records)
{
    auto const paths = changed_files(repository, tip, layout, records);
    if (paths.empty()) return {};
    auto const before = read_records(SomeOf{repository, repository.commit(tip).tree, paths}, layout, Detail::values);
    std::vector<Record> some;
    for (auto const& record : records.all())
        if (paths.contains(record.path())) some.push_back(record);
    return compare(layout, before, Records{layout, std::move(some), {}}).changes;
}

bool has_role(Change const& change, DateRole role)
{
    return std::ranges::any_of(change.members, [&](MemberChange const& member) {
        auto const* field = change.record.kind->field(member.key);
        return field != nullptr && field->role == role && member.from;
    });
}

/// The records of which a rule may have something to say, under all their names.
std::vector<RecordKey> in_question(std::span<Change const> changes, JudgedHistory::Extent extent)
{
    std::set<RecordKey, RecordKeyLess> keys;
    for (auto const& change : changes) {
        auto const dates = has_role(change, DateRole::actual) || has_role(change, DateRole::baseline);
        auto const more =
            extent != JudgedHistory::Extent::uncommitted &&
            (has_role(change, DateRole::planned) || change.type != ChangeType::changed || !change.former_id.empty());
        if (!dates && !more) continue;
        keys.insert(change.record);
        if (!change.former_id.empty()) keys.insert({change.record.kind, change.former_id});
    }
    return {keys.begin(), keys.end()};
}

JudgedHistory with_settings(JudgedHistory judged, Configuration const& configuration)
{
    judged.correction_days = configuration.settings.history.correction_days;
    judged.stale_days = configuration.settings.report.stale_days;
    return judged;
}

/// What a branch brings where nothing of it is in question.
JudgedHistory nothing_brought()
{
    JudgedHistory judged;
    judged.extent = JudgedHistory::Extent::since;
    return judged;
}

JudgedHistory whole(CheckedState const& state, Configuration const& configuration, Records const& records)
{
    auto const& repository = *state.repository;
    repository.require_whole_history("look back at the whole past");
    if (!state.tip) return with_settings(whole_past({}), configuration);
    FirstParentLine const line{repository, *state.tip, configuration.zone};
    auto past = read_history(repository, configuration.layout, line, *state.tip);
    if (!state.of_commit) {
        auto const before = committed(repository, *state.tip, configuration.layout);
        past = continued(std::move(past), pending(compare(configuration.layout, before, records).changes, state.now));
    }
    auto judged = with_settings(whole_past(std::move(past)), configuration);
    auto const& settings = configuration.settings;
    judged.promised = promised_reports(repository, line, *state.tip, settings, configuration.zone.day_of(state.now));
    judged.archive = settings.report.archive;
    return judged;
}

/// What became of the records since `base`, with all that came before of those that are in question.
JudgedHistory since(CheckedState const& state, Configuration const& configuration, Layout const& layout,
                    Records const& records)
{
    auto const& repository = *state.repository;
    auto const& base = state.base->commit;
    auto const extent = JudgedHistory::Extent::since;
    if (!state.tip || !base) return nothing_brought();
    FirstParentLine const line{repository, *state.tip, configuration.zone};
    History brought;
    if (*base != *state.tip) brought = read_history(repository, layout, line, *state.tip, base);
    History now;
    if (!state.of_commit) {
        auto const before = committed(repository, *state.tip, layout);
        now = pending(compare(layout, before, records).changes, state.now);
    }
    auto all = brought.changes;
    all.insert(all.end(), now.changes.begin(), now.changes.end());
    auto const keys = in_question(all, extent);
    if (keys.empty()) return nothing_brought();
    auto judged = whole_past(continued(read_past_of(repository, layout, line, *state.tip, keys), now));
    judged.extent = extent;
    std::unordered_set<git::Oid> within{git::Oid{}};
    if (*base != *state.tip)
        for (auto const& id : repository.reachable(*state.tip, *base)) within.insert(id);
    for (std::size_t i = 0; i < judged.is_judged.size(); ++i)
        judged.is_judged[i] = within.contains(judged.history.commits[i].commit.id);
    return with_settings(std::move(judged), configuration);
}

/// Whether the past was without end already where the branch parted.
bool boundless_before(CheckedState const& state, Configuration const& configuration)
{
    auto const& base = state.base->commit;
    if (!base) return false;
    try {
        read_history(*state.repository, configuration.layout, {*state.repository, *base, configuration.zone}, *base);
        return false;
    } catch (git::Boundless const&) {
        return true;
    }
}

/// The same. A folder without end that stood in the past before the branch is passed by where the branch says so, as
/// whoever mends it must get through; one that the branch itself brings is refused by the settings where it parted.
JudgedHistory since_base(CheckedState const& state, Configuration const& configuration, Records const& records)
{
    try {
        return since(state, configuration, configuration.layout, records);
    } catch (git::Boundless const&) {
        auto ignore = read_configuration(*state.files, std::nullopt, {})->settings.data.ignore;
        auto const& own = configuration.settings.data.ignore;
        if (ignore == own || !boundless_before(state, configuration)) throw;
        ignore.insert(ignore.end(), own.begin(), own.end());
        Layout const layout{configuration.layout.data_folder(), configuration.layout.kinds(), ignore,
                            configuration.zone};
        return since(state, configuration, layout, records);
    }
}

/// Nobody asked for history, so one that is not here is no failure; but what did not look says so.
void say_not_looked_back(std::string const& why, std::string const& remedy, Outside const& outside)
{
    outside.warn(with_remedy("what is not committed is not compared with its past: " + why, remedy));
}

/// What is not committed yet. History is read only where a date that should stay has changed.
std::optional<JudgedHistory> uncommitted(CheckedState const& state, Configuration const& configuration,
                                         Records const& records, Outside const& outside)
{
    if (state.of_commit) return std::nullopt;
    try {
        if (!state.repository && !state.around) return std::nullopt;
        auto& repository = state.repository ? *state.repository : *state.around;
        auto const tip = repository.head();
        if (!tip) return std::nullopt;
        if (!state.repository) repository.name_people_as_in(*tip);
        auto changes = uncommitted_changes(repository, *tip, configuration.layout, records);
        auto const keys = in_question(changes, JudgedHistory::Extent::uncommitted);
        if (keys.empty()) return std::nullopt;
        auto judged = whole_past(continued(
            read_past_of(repository, configuration.layout, {repository, *tip, configuration.zone}, *tip, keys),
            pending(std::move(changes), state.now)));
        judged.extent = JudgedHistory::Extent::uncommitted;
        for (std::uint32_t i = 0; i < judged.is_judged.size(); ++i) judged.is_judged[i] = !judged.committed(i);
        return with_settings(std::move(judged), configuration);
    } catch (CiError const& partial) {  // a clone that does not hold all
        say_not_looked_back(partial.reason(), partial.remedy_on(outside.ci), outside);
        return std::nullopt;
    }
}

}  // namespace

AskJudgedHistory past_of(CheckedState const& state, StateRequest const& request, Outside const& outside)
{
    return [&state, outside, past = request.past](Configuration const& configuration,
                                                  Records const& records) -> std::optional<JudgedHistory> {
        if (past) return whole(state, configuration, records);
        if (state.base) return since_base(state, configuration, records);
        return uncommitted(state, configuration, records, outside);
    };
}

}  // namespace sss
