#include "render/diff.hpp"

#include "commands/command_line.hpp"
#include "commands/day_option.hpp"
#include "history/compare.hpp"
#include "history/first_parent_line.hpp"
#include "history/former_tree_files.hpp"
#include "history/net.hpp"
#include "reports/difference.hpp"
#include "reports/net_moves.hpp"
#include "reports/weakening.hpp"
#include "rules/look_back.hpp"
#include "rules/rules.hpp"
#include "rules/validation.hpp"
#include "rules/weakened.hpp"
#include "work/absence.hpp"
#include "work/history_view.hpp"

#include <algorithm>
#include <future>
#include <memory>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

struct DiffOptions {
    std::string range;
    bool staged = false;
    bool worktree = false;
    bool exit_code = false;
    std::string as_of;
    Format format = Format::text;
    std::size_t width = 100;
};

/// One of the two states.
struct Side {
    StateName state;
    std::optional<git::Commit> commit;  ///< nothing for the working tree, the index, and before the first commit
    std::unique_ptr<Files const> files;
};

struct Sides {
    Side before, after;
};

Side committed(git::Repository const& repository, std::string name, git::Oid const& id)
{
    auto commit = repository.commit(id);
    auto files = std::make_unique<FormerTreeFiles const>(repository, commit.tree);
    return {{std::move(name), id}, std::move(commit), std::move(files)};
}

Side revision(git::Repository const& repository, std::string const& name)
{
    return committed(repository, name, repository.resolve(name));
}

Side head(git::Repository const& repository)
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
    WorkingFiles(git::Repository const& repository, CommonOptions const& common)
        : FolderFiles(repository.work_tree(), common.git), index_(repository.index())
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

Side working_tree(git::Repository const& repository, CommonOptions const& common)
{
    require_work_tree(repository, "working tree");
    return {{"the working tree", {}}, {}, std::make_unique<WorkingFiles const>(repository, common)};
}

Side staged(git::Repository const& repository, Surroundings const& surroundings)
{
    require_work_tree(repository, "index");
    auto index = repository.index(surroundings.index_file);
    if (!index.conflicts.empty())
        throw Error{"tell what is staged", fmt::format("a merge left {} unresolved", index.conflicts.front()),
                    "Resolve it and `git add` it; `git status` names all that are left."};
    return {{"what is staged", {}}, {}, std::make_unique<IndexFiles const>(repository, std::move(index))};
}

/// `A...B`: what B brings, seen from where the two parted.
Sides since_parting(git::Repository const& repository, std::string const& from, std::string const& to)
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
Sides sides(DiffOptions const& options, git::Repository const& repository, CommonOptions const& common,
            Surroundings const& surroundings)
{
    auto const& range = options.range;
    if (options.staged && options.worktree)
        throw UsageError{"--staged and --worktree exclude each other: one state is compared with another"};
    auto const named = [](std::string const& name) { return name.empty() ? std::string{"HEAD"} : name; };
    if (auto const dots = range.find(".."); dots != std::string::npos) {
        if (options.staged || options.worktree)
            throw UsageError{fmt::format("'{}' names both states already", range),
                             "Leave --staged and --worktree out, or name one revision."};
        auto const three = range.compare(dots, 3, "...") == 0;
        auto const from = named(range.substr(0, dots));
        auto const to = named(range.substr(dots + (three ? 3 : 2)));
        if (three) return since_parting(repository, from, to);
        return {revision(repository, from), revision(repository, to)};
    }
    auto const message = options.format == Format::message && !options.worktree && range.empty();
    auto before = range.empty() ? head(repository) : revision(repository, range);
    return {std::move(before),
            options.staged || message ? staged(repository, surroundings) : working_tree(repository, common)};
}

/// Where one of the two holds nothing of ours all of it came or went; where both do, nothing was compared.
void require_sight_of(Sides const& sides, Layout const& layout, CommonOptions const& common)
{
    auto const holds = [&](Side const& side) {
        return side.files->presence("sss.toml") != Presence::nothing ||
               side.files->presence(layout.data_folder()) != Presence::nothing;
    };
    for (auto const* side : {&sides.after, &sides.before})
        if (side == &sides.after ? holds(*side) || !holds(sides.before) : holds(*side))
            require_sight(*side->files, layout, common, side->state.name);
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
std::optional<git::Oid> tip_of_way(git::Repository const& repository, Sides const& sides)
{
    if (!sides.before.commit || repository.is_shallow()) return std::nullopt;
    auto const from = sides.before.commit->id;
    auto const tip = sides.after.commit ? sides.after.commit->id : repository.head().value_or(from);
    return repository.merge_base(from, tip) == from ? std::optional{tip} : std::nullopt;
}

/// Renames between the two states that their contents do not show: what was renamed and changed much since.
std::vector<Renamed> renames_on_the_way(git::Repository const& repository, Configuration const& configuration,
                                        Sides const& sides, Comparison const& comparison)
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
                                Sides const& sides, Comparison const& comparison, Records const& after,
                                CommonOptions const& common, Surroundings const& surroundings)
{
    auto const keys = with_other_plan(comparison.changes);
    auto const days = configuration.settings.history.correction_days;
    auto const untold = [&] { return net_moves(comparison.changes, nullptr, {}, days, configuration.zone); };
    if (keys.empty() || !sides.before.commit) return untold();
    if (repository.is_shallow()) {
        if (!common.quiet)
            surroundings.complain(
                fmt::format("sss: moves are not counted and their reasons not told: this clone is shallow\n  {}\n",
                            with_indent(git::whole_history_remedies().on(surroundings.ci))));
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
        past = continued(std::move(past), pending_history(std::move(changes), surroundings.now()));
    }
    std::unordered_set<git::Oid> within{git::Oid{}};
    if (from != tip)
        for (auto const& id : repository.reachable(tip, from)) within.insert(id);
    return net_moves(
        comparison.changes, &past, [&](LandedCommit const& told) { return within.contains(told.commit.id); }, days,
        configuration.zone);
}

std::string printed(Difference const& difference, DiffOptions const& options, bool colour)
{
    if (options.format == Format::json) return diff_json(difference);
    if (options.format == Format::markdown) return diff_markdown(difference);
    if (options.format == Format::message) return diff_message(difference);
    return diff_text(difference, options.width, colour);
}

/// The records that the settings of the later state leave out, and those of the earlier one do not: then both are
/// compared by the earlier ones, so that nothing changes unseen.
std::vector<std::string> left_out_by_settings(Sides const& sides, Configuration const& after,
                                              CommonOptions const& common)
{
    if (!sides.before.commit) return {};
    try {
        auto const before = read_configuration(*sides.before.files, named_settings(common), rule_names());
        if (judge_alike(*before, after)) return {};
        return left_out(*sides.after.files, before->layout, after.layout);
    } catch (NotReadable const&) {
        return {};  // whoever mends it must get through
    }
}

ExitStatus run_diff(DiffOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto repository = open_repository(common);
    if (auto const head = repository.head()) repository.name_people_as_in(*head);
    auto const compared = sides(options, repository, common, surroundings);
    if (auto const& last = compared.after.state.commit) repository.name_people_as_in(*last);
    auto configuration = sound_configuration(*compared.after.files, common);
    require_sight_of(compared, configuration->layout, common);
    auto const unseen = left_out_by_settings(compared, *configuration, common);
    if (!unseen.empty())
        configuration = read_configuration(*compared.before.files, named_settings(common), rule_names());
    auto now = surroundings.now();
    if (!options.as_of.empty()) now = configuration->zone.end_of(day_option("--as-of", options.as_of));
    // Checking the two states goes on beside the comparison: neither needs the other.
    auto const settings = named_settings(common);
    auto const check = [&](Side const& side) { return validate(*side.files, settings, now).findings; };
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
    auto const checked = options.format != Format::message && !same;
    auto checking = std::async(std::launch::async, [&] { return checked ? judged() : Judged{}; });

    auto const before = read_records(*compared.before.files, configuration->layout, Detail::values);
    auto const after = read_records(*compared.after.files, configuration->layout, Detail::values);
    auto comparison = compare(configuration->layout, before, after);
    if (auto const known = renames_on_the_way(repository, *configuration, compared, comparison); !known.empty())
        comparison = compare(configuration->layout, before, after, known);
    auto const plans = told_moves(repository, *configuration, compared, comparison, after, common, surroundings);
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
    std::ranges::stable_sort(difference.facts, {}, &ChangeFacts::category);
    auto [findings_before, findings_after, weakening, remark] = checking.get();
    if (!remark.empty()) surroundings.complain(remark);
    if (checked)
        difference.findings = findings_change(findings_before, std::move(findings_after), std::move(weakening),
                                              comparison.changes, before, after);
    else if (same)
        difference.findings = FindingsChange{};
    deliver(printed(difference, options, in_color(common, surroundings)), common, surroundings);
    auto const differs = !comparison.changes.empty() || !comparison.unreadable.empty();
    return options.exit_code && differs ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace

void add_diff(CommandLine& line)
{
    auto options = std::make_shared<DiffOptions>();
    auto const command = line.add_command(
        "diff", "What changes between two states, and what that means for dates, dependants and owners",
        "  sss diff                                 HEAD against the working tree\n"
        "  sss diff --staged --format message       the message for what is about to be committed\n"
        "  sss diff v1.0..v1.1                      one tag against another\n"
        "  sss diff main...HEAD --format markdown   what a branch brings, as a comment");
    command.add_option("RANGE", options->range,
                       "A..B: two revisions; A...B: what B brings since it parted from A; A: that one against the "
                       "working tree; nothing: HEAD");
    command.add_flag("--staged,--cached", options->staged, "Compare with what is staged");
    command.add_flag("--worktree", options->worktree, "Compare with the working tree, as without a range");
    command.add_flag("--exit-code", options->exit_code, "End with 1 where a record differs, as git diff does");
    command.add_option("--as-of", options->as_of, "Tell what is late as of this day, not of today")->type_name("DATE");
    command.add_format_option(options->format, {Format::text, Format::markdown, Format::json, Format::message},
                              "text, markdown, json or message (a commit message, of what is staged)");
    command.add_option("--width", options->width, "Columns of the text: 60 to 400, else 100")
        ->between(60, 400)
        ->type_name("N");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_diff(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
