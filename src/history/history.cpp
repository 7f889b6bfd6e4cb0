#include "history/history.hpp"

#include "git/path_changes.hpp"
#include "history/branch_work.hpp"
#include "history/first_parent_line.hpp"
#include "history/former_folders.hpp"
#include "history/net.hpp"
#include "history/record_steps.hpp"
#include "history/renames.hpp"
#include "history/trailers.hpp"
#include "history/walk.hpp"
#include "records/document.hpp"
#include "support/queue.hpp"
#include "support/text_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <unordered_map>
#include <utility>

namespace sss {

namespace {

/// What is compared: one pair of trees for each commit, one for each parent of a merge on a side branch.
struct Comparisons {
    std::vector<Edge> edges;
    std::vector<git::TreePair> pairs;
};

Comparisons comparisons(git::Repository const& repository, Walk const& walk)
{
    std::unordered_map<git::Oid, git::Oid> trees;
    for (auto const& step : walk.steps) trees.emplace(step.commit.id, step.commit.tree);
    auto const tree_of = [&](git::Oid const& commit) {
        auto const known = trees.find(commit);
        if (known != trees.end()) return known->second;
        return trees.emplace(commit, repository.commit(commit).tree).first->second;  // just outside the stretch
    };

    Comparisons all;
    for (std::uint32_t i = 0; i < walk.steps.size(); ++i) {
        auto const& commit = walk.steps[i].commit;
        auto const add = [&](git::Oid const& before, Edge edge) {
            all.edges.push_back(edge);
            all.pairs.push_back({before, commit.tree});
        };
        if (walk.on_line(i) || commit.parents.size() < 2) {
            add(commit.parents.empty() ? git::Oid{} : tree_of(commit.parents.front()), {i, walk.on_line(i), false});
            continue;
        }
        for (auto const& parent : commit.parents) add(tree_of(parent), {i, false, true});
    }
    return all;
}

Versions read_versions(git::Repository const& repository, std::vector<git::BlobChange> const& changes)
{
    Versions versions;
    for (auto const& change : changes) {
        if (change.before) versions.ids.push_back(change.before);
        if (change.after) versions.ids.push_back(change.after);
    }
    // Read in the order in which they follow each other, which is the order of their deltas; kept by id.
    std::unordered_map<git::Oid, std::optional<git::RawObject>> read;
    for (auto const& id : versions.ids)
        if (!read.contains(id)) read.emplace(id, repository.read_file(id, largest_document));
    std::ranges::sort(versions.ids);
    auto const repeated = std::ranges::unique(versions.ids);
    versions.ids.erase(repeated.begin(), repeated.end());
    for (auto const& id : versions.ids) versions.bytes.push_back(std::move(read.at(id)));
    return versions;
}

/// How many threads parse: reading, which one pack lets one thread do, takes the least part of long records.
std::size_t parsing_threads()
{
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);
}

/// The files' steps, each at the file's index. Reading the repository goes on in this thread while others parse and
/// compare what was read; the result does not depend on who is faster.
std::vector<FileSteps> steps_of_files(git::Repository const& repository, std::vector<git::PathChanges> const& files,
                                      std::vector<Layout::Slot> const& slots, std::vector<Edge> const& edges,
                                      Walk const& walk)
{
    struct Job {
        std::uint32_t file;
        Versions versions;
    };
    std::vector<FileSteps> steps(files.size());
    Queue<Job> jobs{64};
    std::exception_ptr failure;
    std::once_flag failed;
    auto const parse = [&] {
        try {
            while (auto job = jobs.pop())
                steps[job->file] = record_steps(*slots[job->file].kind, job->file, files[job->file].changes, edges,
                                                walk, job->versions);
        } catch (...) {
            std::call_once(failed, [&] { failure = std::current_exception(); });
            jobs.close();
        }
    };
    {
        std::vector<std::jthread> parsing;
        try {
            while (parsing.size() < parsing_threads()) parsing.emplace_back(parse);
            for (std::uint32_t i = 0; i < files.size(); ++i)
                jobs.push({i, read_versions(repository, files[i].changes)});
        } catch (...) {
            jobs.close();
            throw;
        }
        jobs.close();
    }
    if (failure) std::rethrow_exception(failure);
    return steps;
}

Change as_change(RecordStep&& step, Layout::Slot const& slot)
{
    Change change;
    change.record = {slot.kind, slot.id};
    change.type = step.before ? ChangeType::removed : step.after ? ChangeType::added : ChangeType::changed;
    change.title = step.title.empty() ? slot.id : std::move(step.title);
    change.members = std::move(step.members);
    change.content = step.before ? std::move(step.before) : std::move(step.after);
    return change;
}

/// Kinds in the order in which they were given to the layout, ids by their spelling.
struct Order {
    std::vector<Kind const*> const& kinds;
    bool operator()(Change const& a, Change const& b) const
    {
        auto const rank = [this](Change const& change) {
            return std::ranges::find(kinds, change.record.kind) - kinds.begin();
        };
        if (a.record.kind != b.record.kind) return rank(a) < rank(b);
        return a.record.id < b.record.id;
    }
};

/// Takes what one commit did into the history.
void tell(History& history, Walk const& walk, std::uint32_t step, std::vector<Change> changes, BranchWork& branches,
          Layout const& layout)
{
    if (!join_renames(changes)) ++history.renames_not_sought;
    branches.after_join(step, changes);
    if (changes.empty()) return;
    auto const index = static_cast<std::uint32_t>(history.commits.size());
    for (auto& change : changes) {
        change.commit = index;
        for (auto& member : change.members) member.commit = index;
    }
    std::ranges::stable_sort(changes, Order{layout.kinds()});
    std::ranges::move(changes, std::back_inserter(history.changes));

    auto const& commit = walk.steps[step].commit;
    auto const& landing = walk.steps[walk.steps[step].landing];
    auto const clock = landing.commit.committer.when;
    auto [reason, correction] = grounds(commit.message);
    history.commits.push_back({commit, landing.commit.id, landing.landed_at, std::move(reason), correction,
                               clock == landing.landed_at ? std::nullopt : std::optional{clock}});
}

/// Which records are read.
struct Selection {
    std::function<bool(Layout::Slot const&)> wanted;
    bool all = false;
};

/// The commit of the line on top of which a walk's first landing stands.
std::optional<git::Oid> foot_of(Walk const& walk)
{
    for (std::size_t i = 0; i < walk.steps.size(); ++i) {
        if (!walk.on_line(i)) continue;
        auto const& parents = walk.steps[i].commit.parents;
        return parents.empty() ? std::nullopt : std::optional{parents.front()};
    }
    return std::nullopt;
}

/// Tells anew what begins with a version that cannot be read: the past knows what the record said before it broke.
void begin_with_what_was_said(git::Repository const& repository, Layout const& layout, Walk const& walk,
                              std::vector<git::PathChanges> const& files, std::vector<Layout::Slot> const& slots,
                              std::vector<Edge> const& edges, std::vector<FileSteps>& steps)
{
    std::vector<RecordKey> broken;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].unread_before) broken.push_back({slots[i].kind, slots[i].id});
    auto const foot = broken.empty() ? std::nullopt : foot_of(walk);
    if (!foot) return;
    auto const past = read_past_of(repository, layout, {repository, *foot, layout.zone()}, *foot, broken);
    auto const said = net_changes(past.changes);
    for (std::uint32_t i = 0; i < steps.size(); ++i) {
        if (!steps[i].unread_before) continue;
        auto const known = std::ranges::find(said, RecordKey{slots[i].kind, slots[i].id}, &Change::record);
        if (known == said.end() || known->type != ChangeType::added) continue;
        steps[i] = record_steps(*slots[i].kind, i, files[i].changes, edges, walk,
                                read_versions(repository, files[i].changes), known->content);
    }
}

/// The changes of a walk, of the records that are wanted.
/// @param judged  the same walk, by whose landings it is judged what landed and who did it
History told(git::Repository const& repository, Walk const& walk, Walk const& judged, Layout const& layout,
             Selection const& selection)
{
    auto const compared = comparisons(repository, judged);
    auto files = git::path_changes(
        repository, compared.pairs, [&](std::string_view folder) { return layout.leads_to_records(folder); },
        [&](std::string_view file) {
            auto const slot = layout.slot(file);
            return slot && selection.wanted(*slot);
        });
    auto const followed = follow_former_folders(repository, layout, compared.edges, compared.pairs, selection.all,
                                                selection.wanted, files);
    std::vector<Layout::Slot> slots;
    for (auto const& file : files) slots.push_back(layout.slot(file.path).value());
    auto steps = steps_of_files(repository, files, slots, compared.edges, judged);

    begin_with_what_was_said(repository, layout, judged, files, slots, compared.edges, steps);

    History history;
    history.zone = layout.zone();
    history.commits_walked = walk.steps.size();
    std::vector<std::vector<Change>> by_step(walk.steps.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        history.versions += steps[i].versions;
        history.unreadable_versions += steps[i].unreadable;
        RecordKey const record{slots[i].kind, slots[i].id};
        if (steps[i].unread_before) history.unread_before.push_back({record, steps[i].said_before});
        if (steps[i].unread_after) history.unread_after.push_back({record, steps[i].said});
        auto const when = [&](std::uint32_t step) { return walk.steps[walk.steps[step].landing].landed_at; };
        for (auto const& [from, until] : steps[i].unread)
            history.unread_while.push_back({record, when(from), until ? std::optional{when(*until)} : std::nullopt});
        for (auto& step : steps[i].steps) {
            auto const commit = step.step;
            by_step[commit].push_back(as_change(std::move(step), slots[i]));
        }
    }
    BranchWork branches{judged, steps, slots, by_step};
    for (std::uint32_t i = 0; i < by_step.size(); ++i) {
        branches.before_join(i);
        if (!by_step[i].empty()) tell(history, walk, i, std::move(by_step[i]), branches, layout);
    }
    history.former_folders = followed;
    return history;
}

/// Whether a commit took a record of this kind away from any of its parents.
bool removes_one_of(git::Repository const& repository, Layout const& layout, Kind const& kind,
                    git::Commit const& commit)
{
    std::vector<git::TreePair> pairs;
    for (auto const& parent : commit.parents) pairs.push_back({repository.commit(parent).tree, commit.tree});
    auto const changes = git::path_changes(
        repository, pairs, [&](std::string_view folder) { return layout.leads_to_records(folder); },
        [&](std::string_view file) {
            auto const slot = layout.slot(file);
            return slot && slot->kind == &kind;
        });
    return std::ranges::any_of(changes, [](git::PathChanges const& file) {
        return std::ranges::any_of(file.changes, [](git::BlobChange const& change) { return !change.after; });
    });
}

/// Whether the stretch's first-parent line begins elsewhere than on top of `from`.
bool leaves_the_line(Walk const& walk, git::Oid const& from)
{
    for (std::size_t i = 0; i < walk.steps.size(); ++i) {
        if (!walk.on_line(i)) continue;
        auto const& parents = walk.steps[i].commit.parents;
        return parents.empty() || parents.front() != from;
    }
    return false;
}

}  // namespace

std::string_view subject(git::Commit const& commit)
{
    std::string_view const message{commit.message};
    auto const text = message.substr(std::min(message.find_first_not_of('\n'), message.size()));
    return trimmed(text.substr(0, text.find('\n')));
}

History read_history(git::Repository const& repository, Layout const& layout, FirstParentLine const& line,
                     git::Oid const& tip, std::optional<git::Oid> const& from)
{
    repository.require_whole_history("tell the history of this repository");
    Selection const all{[](Layout::Slot const&) { return true; }, true};
    auto walk = walk_history(repository, tip, from);
    line.judge(walk);
    if (from && leaves_the_line(walk, *from)) return told(repository, walk, as_one_landing(walk, *from), layout, all);
    return told(repository, walk, walk, layout, all);
}

History read_past_of(git::Repository const& repository, Layout const& layout, FirstParentLine const& line,
                     git::Oid const& tip, std::span<RecordKey const> records)
{
    repository.require_whole_history("tell the history of this repository");
    std::vector<Kind const*> kinds;
    for (auto const* kind : layout.kinds())
        if (std::ranges::find(records, kind, &RecordKey::kind) != records.end()) kinds.push_back(kind);
    auto const few = layout.only(kinds);
    auto walk = walk_history(repository, tip, std::nullopt);
    line.judge(walk);
    std::set<RecordKey, RecordKeyLess> const asked{records.begin(), records.end()};
    auto const wanted = [&](Layout::Slot const& slot) { return asked.contains({slot.kind, slot.id}); };
    auto history = told(repository, walk, walk, few, {wanted, false});
    if (history.former_folders) return read_history(repository, layout, line, tip);
    auto const& commits = history.commits;
    // One commit may bring very many of a kind: what left with them is looked for once.
    std::set<std::pair<Kind const*, std::uint32_t>> seen;
    auto const came_as_another_left = [&](Change const& change) {
        return change.type == ChangeType::added && seen.insert({change.record.kind, change.commit}).second &&
               removes_one_of(repository, layout, *change.record.kind, commits[change.commit].commit);
    };
    return std::ranges::any_of(history.changes, came_as_another_left) ? read_history(repository, layout, line, tip)
                                                                      : std::move(history);
}

std::vector<Disbelieved> disbelieved(History const& history)
{
    std::vector<Disbelieved> found;
    for (auto const& told : history.commits)
        if (told.disbelieved && (found.empty() || found.back().landed != told.landed))
            found.push_back({told.landed, *told.disbelieved, told.landed_at});
    return found;
}

History continued(History past, History const& stretch)
{
    auto const offset = static_cast<std::uint32_t>(past.commits.size());
    past.commits.insert(past.commits.end(), stretch.commits.begin(), stretch.commits.end());
    for (auto change : stretch.changes) {
        change.commit += offset;
        for (auto& member : change.members) member.commit += offset;
        past.changes.push_back(std::move(change));
    }
    past.commits_walked += stretch.commits_walked;
    past.versions += stretch.versions;
    past.unreadable_versions += stretch.unreadable_versions;
    past.renames_not_sought += stretch.renames_not_sought;
    past.former_folders = past.former_folders || stretch.former_folders;
    for (auto const& one : stretch.unread_before)
        std::erase_if(past.unread_after, [&](UnreadRecord const& other) { return other.record == one.record; });
    past.unread_while.insert(past.unread_while.end(), stretch.unread_while.begin(), stretch.unread_while.end());
    past.unread_after.insert(past.unread_after.end(), stretch.unread_after.begin(), stretch.unread_after.end());
    return past;
}

}  // namespace sss
