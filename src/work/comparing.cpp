#include "work/comparing.hpp"

#include "facts/change/difference.hpp"
#include "facts/change/net_moves.hpp"
#include "facts/change/part_of_changes.hpp"
#include "facts/change/weakening.hpp"
#include "history/compare.hpp"
#include "history/first_parent_line.hpp"
#include "history/former_tree_files.hpp"
#include "history/net.hpp"
#include "rules/look_back.hpp"
#include "rules/rules.hpp"
#include "rules/validation.hpp"
#include "rules/weakened.hpp"
#include "work/absence.hpp"
#include "work/by_name.hpp"
#include "work/history_view.hpp"

#include <algorithm>
#include <future>
#include <memory>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// One of the two states.
struct ComparedState {
    StateName state;
    std::optional<git::Commit> commit;  ///< nothing for the working tree, the index, and before the first commit
    std::unique_ptr<Files const> files;
};

struct ComparedStates {
    ComparedState before, after;
};

ComparedState committed(git::Repository const& repository, std::string name, git::Oid const& id)
{
    auto commit = repository.commit(id);
    auto files = std::make_unique<FormerTreeFiles const>(repository, commit.tree);
    return {{std::move(name), id}, std::move(commit), std::move(files)};
}

ComparedState revision(git::Repository const& repository, std::string const& name)
{
    return committed(repository, name, repository.resolve(name));
}

ComparedState head(git::Repository const& repository)
{
    if (auto const id = repository.head()) return committed(repository, "HEAD", *id);
    return {{"nothing (there is no commit yet)", {}}, {}, std::make_unique<TreeFiles const>(repository, git::Oid{})};
}

void require_work_tree(git::Repository const& repository, std::string_view what)
{
    if (repository.work_tree().empty())
        throw UsageError{fmt::format("this repository is bare: it has no {} to compare with", what),
                         "Name two revisions: sss diff main..proposal"};
}

/// The working tree as git compares it: a file that it was told to take as unchanged is what the index holds.
class WorkingFiles : public FolderFiles {
public:
    WorkingFiles(git::Repository const& repository, ProgrammeRequest const& programme)
        : FolderFiles(repository.work_tree(), programme.git), index_(repository.index())
    {
        std::erase_if(index_.entries, [](git::IndexEntry const& entry) { return !entry.taken_as_unchanged; });
    }

    std::vector<FileEntry> list(Layout const& layout) const override
    {
        auto files = FolderFiles::list(layout);
        for (auto& file : files) {
            auto const found = std::ranges::lower_bound(index_.entries, file.path, {}, &git::IndexEntry::path);
            if (found == index_.entries.end() || found->path != file.path) continue;
            file.blob = found->id;
            file.type = found->link ? FileEntry::Type::link_outside : FileEntry::Type::file;
        }
        return files;
    }

private:
    git::Index index_;
};

ComparedState working_tree(git::Repository const& repository, ProgrammeRequest const& programme)
{
    require_work_tree(repository, "working tree");
    return {{"the working tree", {}}, {}, std::make_unique<WorkingFiles const>(repository, programme)};
}

ComparedState staged(git::Repository const& repository, Outside const& outside)
{
    require_work_tree(repository, "index");
    auto index = repository.index(outside.index_file);
    if (!index.conflicts.empty())
        throw Error{"tell what is staged", fmt::format("a merge left {} unresolved", index.conflicts.front()),
                    "Resolve it and `git add` it; `git status` names all that are left."};
    return {{"what is staged", {}}, {}, std::make_unique<IndexFiles const>(repository, std::move(index))};
}

/// `A...B`: what B brings, seen from where the two parted.
ComparedStates since_parting(git::Repository const& repository, std::string const& from, std::string const& to)
{
    auto after = revision(repository, to);
    auto const base = repository.merge_base(repository.resolve(from), *after.state.commit);
    if (!base)
        throw UsageError{
            fmt::format("'{}' and '{}' have no commit in common, so there is nothing that one brings to the other",
                        from, to),
            fmt::format("To compare the two as they stand: sss diff {}..{}", from, to)};
    return {committed(repository, fmt::format("where {} parted from {} ({})", to, from, base->brief()), *base),
            std::move(after)};
}

/// Lines that stand below a message.
std::string with_indent(std::string_view lines)
{
    std::string text;
    for (auto const c : lines) text += c == '\n' ? std::string{"\n  "} : std::string{c};
    return text;
}

/// What is compared, as `git diff` would understand it.
ComparedStates sides(DiffRequest const& request, git::Repository const& repository, ProgrammeRequest const& programme,
                     Outside const& outside)
{
    auto const& range = request.range;
    if (request.staged && request.worktree)
        throw UsageError{"--staged and --worktree exclude each other: one state is compared with another"};
    auto const named = [](std::string const& name) { return name.empty() ? std::string{"HEAD"} : name; };
    if (auto const dots = range.find(".."); dots != std::string::npos) {
        if (request.staged || request.worktree)
            throw UsageError{fmt::format("'{}' names both states already", range),
                             "Leave --staged and --worktree out, or name one revision."};
        auto const three = range.compare(dots, 3, "...") == 0;
        auto const from = named(range.substr(0, dots));
        auto const to = named(range.substr(dots + (three ? 3 : 2)));
        if (three) return since_parting(repository, from, to);
        return {revision(repository, from), revision(repository, to)};
    }
    auto const message = request.for_message && !request.worktree && range.empty();
    auto before = range.empty() ? head(repository) : revision(repository, range);
    return {std::move(before),
            request.staged || message ? staged(repository, outside) : working_tree(repository, programme)};
}

/// Where one of the two holds nothing of ours all of it came or went; where both do, nothing was compared.
void require_sight_of(ComparedStates const& sides, Layout const& layout, ProgrammeRequest const& programme)
{
    auto const holds = [&](ComparedState const& side) {
        return side.files->presence("sss.toml") != Presence::nothing ||
               side.files->presence(layout.data_folder()) != Presence::nothing;
    };
    for (auto const* side : {&sides.after, &sides.before})
        if (side == &sides.after ? holds(*side) || !holds(sides.before) : holds(*side))
            require_sight(*side->files, layout, programme, side->state.name);
}

/// What a change says that no commit tells yet: told as if it were committed now.
History pending_history(std::vector<Change> changes, std::chrono::sys_seconds now)
{
    History history;
    history.commits.push_back({.commit = {}, .landed = {}, .landed_at = now, .reason = {}, .correction = false});
    history.changes = std::move(changes);
    return history;
}

/// The commit from whose history the way between the two states is known; nothing where there is no such way.
std::optional<git::Oid> tip_of_way(git::Repository const& repository, ComparedStates const& sides)
{
    if (!sides.before.commit || repository.is_shallow()) return std::nullopt;
    auto const from = sides.before.commit->id;
    auto const tip = sides.after.commit ? sides.after.commit->id : repository.head().value_or(from);
    return repository.merge_base(from, tip) == from ? std::optional{tip} : std::nullopt;
}

/// Renames between the two states that their contents do not show: what was renamed and changed much since.
std::vector<Renamed> renames_on_the_way(git::Repository const& repository, Configuration const& configuration,
                                        ComparedStates const& sides, Comparison const& comparison)
{
    std::vector<Renamed> found;
    auto const tip = may_hold_renames(comparison) ? tip_of_way(repository, sides) : std::nullopt;
    if (!tip || *tip == sides.before.commit->id) return found;
    std::vector<RecordKey> keys;
    for (auto const& change : comparison.changes)
        if (change.type != ChangeType::changed) keys.push_back(change.record);
    auto const past =
        read_past_of(repository, configuration.layout, {repository, *tip, configuration.zone}, *tip, keys);
    std::unordered_set<git::Oid> within;
    for (auto const& id : repository.reachable(*tip, sides.before.commit->id)) within.insert(id);
    std::vector<Change> steps;
    for (auto const& change : past.changes)
        if (within.contains(past.commits[change.commit].commit.id)) steps.push_back(change);
    for (auto const& net : net_changes(steps))
        if (!net.former_id.empty()) found.push_back({{net.record.kind, net.former_id}, net.record});
    return found;
}

/// The moves among the changes, with what the commits in between tell of them. Only what moved is looked up.
std::vector<NetMove> told_moves(git::Repository const& repository, Configuration const& configuration,
                                ComparedStates const& sides, Comparison const& comparison, Records const& after,
                                Outside const& outside)
{
    auto const keys = with_other_plan(comparison.changes);
    auto const days = configuration.settings.history.correction_days;
    auto const untold = [&] { return net_moves(comparison.changes, nullptr, {}, days, configuration.zone); };
    if (keys.empty() || !sides.before.commit) return untold();
    if (repository.is_shallow()) {
        outside.remark(
            fmt::format("sss: moves are not counted and their reasons not told: this clone is shallow\n  {}\n",
                        with_indent(git::whole_history_remedies().on(outside.ci))));
        return untold();
    }
    auto const from = sides.before.commit->id;
    auto const tip = sides.after.commit ? sides.after.commit->id : repository.head().value_or(from);
    if (repository.merge_base(from, tip) != from) return untold();
    auto past = read_past_of(repository, configuration.layout, {repository, tip, configuration.zone}, tip, keys);
    if (!sides.after.commit) {
        auto const committed = read_records(FormerTreeFiles{repository, repository.commit(tip).tree},
                                            configuration.layout, Detail::values);
        auto changes = compare(configuration.layout, committed, after).changes;
        past = continued(std::move(past), pending_history(std::move(changes), outside.now()));
    }
    std::unordered_set<git::Oid> within{git::Oid{}};
    if (from != tip)
        for (auto const& id : repository.reachable(tip, from)) within.insert(id);
    return net_moves(
        comparison.changes, &past, [&](LandedCommit const& told) { return within.contains(told.commit.id); }, days,
        configuration.zone);
}

/// The records that the settings of the later state leave out, and those of the earlier one do not: then both are
/// compared by the earlier ones, so that nothing changes unseen.
std::vector<std::string> left_out_by_settings(ComparedStates const& sides, Configuration const& after,
                                              ProgrammeRequest const& programme)
{
    if (!sides.before.commit) return {};
    try {
        auto const before = read_configuration(*sides.before.files, named_settings(programme), rule_names());
        if (judge_alike(*before, after)) return {};
        return left_out(*sides.after.files, before->layout, after.layout);
    } catch (NotReadable const&) {
        return {};  // whoever mends it must get through
    }
}

/// The ids that are asked for, as records of either state are or were called.
std::vector<std::string> ids_in(std::vector<std::string> const& typed, std::string_view kind, Records const& before,
                                Records const& after)
{
    std::vector<std::string> ids;
    for (auto const& one : typed) {
        if (one == "none" && after.find(kind, one) == nullptr)
            ids.emplace_back();
        else
            ids.push_back(
                known_ids({one}, kind,
                          before.find(kind, one) != nullptr && after.find(kind, one) == nullptr ? before : after)
                    .front());
    }
    return ids;
}

/// The part that is asked for; nothing: all.
std::unique_ptr<PartOfChanges const> part_of(Comparison const& comparison, NarrowingRequest const& asked,
                                             Layout const& layout, Records const& before, Records const& after)
{
    if (!asked.any()) return nullptr;
    require_milestone_types(asked.types, layout, read_standard_records(after));
    Narrowing narrowing{ids_in(asked.satellites, kinds::satellite, before, after),
                        ids_in(asked.organisations, kinds::organisation, before, after),
                        {}};
    for (auto const& typed : asked.kinds) narrowing.kinds.push_back(find_kind(layout.kinds(), typed).name);
    return std::make_unique<PartOfChanges const>(narrowing, asked.types, after, comparison.changes);
}

/// What moves and what is late now, of the part alone.
void narrow(Impacts& impacts, PartOfChanges const& part, Records const& after)
{
    auto const takes = [&](RecordKey const& record) {
        Change change;
        change.record = record;
        return part.takes(change);
    };
    std::erase_if(impacts.moved, [&](Impact const& one) { return !takes(one.record); });
    std::erase_if(impacts.late, [&](BecameLate const& one) {
        auto const* record = after.find(kinds::milestone, one.id);
        return record == nullptr || !takes({record->kind, record->id});
    });
}

}  // namespace

bool compare_states(DiffRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                    std::function<void(Difference const&)> const& tell)
{
    auto repository = open_repository(programme);
    if (auto const head = repository.head()) repository.name_people_as_in(*head);
    auto const compared = sides(request, repository, programme, outside);
    if (auto const& last = compared.after.state.commit) repository.name_people_as_in(*last);
    auto configuration = sound_configuration(*compared.after.files, programme);
    require_sight_of(compared, configuration->layout, programme);
    auto const unseen = left_out_by_settings(compared, *configuration, programme);
    if (!unseen.empty())
        configuration = read_configuration(*compared.before.files, named_settings(programme), rule_names());
    auto now = outside.now();
    if (request.as_of) now = configuration->zone.end_of(request.as_of->from(configuration->zone.day_of(now)));
    // Checking the two states goes on beside the comparison: neither needs the other.
    auto const settings = named_settings(programme);
    auto const check = [&](ComparedState const& side) { return validate(*side.files, settings, now).findings; };
    struct Judged {
        std::vector<Finding> before, after;
        Weakening weakening;
        std::string remark;  ///< told when both are done, so that what is said always stands in the same order
    };
    auto const judged = [&] {
        Judged found;
        found.after = check(compared.after);
        try {
            found.before = check(compared.before);
            if (compared.before.commit)
                found.weakening = weakening_of({*compared.before.files, *compared.after.files, settings, now});
        } catch (NotReadable const& unread) {
            // Whoever mends it must get through: all that is found counts.
            found.remark = fmt::format("sss: what stood before cannot be judged, so every finding counts as new: {}\n",
                                       unread.what());
        }
        return found;
    };
    auto const same =
        compared.before.commit && compared.after.commit && compared.before.commit->tree == compared.after.commit->tree;
    auto const checked = !request.for_message && !same;
    auto checking = std::async(std::launch::async, [&] { return checked ? judged() : Judged{}; });

    auto const before = read_records(*compared.before.files, configuration->layout, Detail::values);
    auto const after = read_records(*compared.after.files, configuration->layout, Detail::values);
    auto comparison = compare(configuration->layout, before, after);
    if (auto const known = renames_on_the_way(repository, *configuration, compared, comparison); !known.empty())
        comparison = compare(configuration->layout, before, after, known);
    auto const part = part_of(comparison, request.narrowing, configuration->layout, before, after);
    if (part) std::erase_if(comparison.changes, [&](Change const& change) { return !part->takes(change); });
    auto const plans = told_moves(repository, *configuration, compared, comparison, after, outside);
    std::vector<Move> moves;
    for (auto const& plan : plans) moves.push_back(plan.move);
    auto const today = configuration->zone.day_of(now);
    Difference difference{
        compared.before.state,
        compared.after.state,
        today,
        after,
        comparison.changes,
        change_facts(comparison.changes, moves, configuration->zone, RenamesFollowed::of_net(comparison.changes)),
        impacts(before, after, comparison.changes, plans, today),
        {},
        comparison.unreadable,
        comparison.renames_sought};
    if (part) narrow(difference.impacts, *part, after);
    std::ranges::stable_sort(difference.facts, {}, &ChangeFacts::category);
    auto [findings_before, findings_after, weakening, remark] = checking.get();
    if (!remark.empty()) outside.warn(remark);
    if (checked)
        difference.findings = findings_change(findings_before, std::move(findings_after), std::move(weakening),
                                              comparison.changes, before, after);
    else if (same)
        difference.findings = FindingsChange{};
    tell(difference);
    return !comparison.changes.empty() || !comparison.unreadable.empty();
}

}  // namespace sss
