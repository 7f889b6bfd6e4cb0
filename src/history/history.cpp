#include "history/history.hpp"

#include "git/path_changes.hpp"
#include "history/former_folders.hpp"
#include "history/record_steps.hpp"
#include "history/renames.hpp"
#include "history/walk.hpp"
#include "support/queue.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <functional>
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
    std::unordered_map<git::Oid, git::RawObject> read;
    for (auto const& id : versions.ids)
        if (!read.contains(id)) read.emplace(id, repository.read(id));
    std::ranges::sort(versions.ids);
    auto const repeated = std::ranges::unique(versions.ids);
    versions.ids.erase(repeated.begin(), repeated.end());
    for (auto const& id : versions.ids) versions.bytes.push_back(std::move(read.at(id)));
    return versions;
}

/// The files' steps, each at the file's index. Reading the repository goes on in this thread while another one parses
/// and compares what was read; the result does not depend on who is faster.
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
    std::thread parsing{[&] {
        try {
            while (auto job = jobs.pop())
                steps[job->file] = record_steps(*slots[job->file].kind, job->file, files[job->file].changes, edges,
                                                walk, job->versions);
        } catch (...) {
            failure = std::current_exception();
            jobs.close();
        }
    }};
    try {
        for (std::uint32_t i = 0; i < files.size(); ++i) jobs.push({i, read_versions(repository, files[i].changes)});
    } catch (...) {
        jobs.close();
        parsing.join();
        throw;
    }
    jobs.close();
    parsing.join();
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

std::string_view last_paragraph(std::string_view message)
{
    while (!message.empty() && (message.back() == '\n' || message.back() == ' ' || message.back() == '\r'))
        message.remove_suffix(1);
    auto const gap = std::max(static_cast<std::ptrdiff_t>(message.rfind("\n\n")),
                              static_cast<std::ptrdiff_t>(message.rfind("\n\r\n")));  // -1: none
    return gap < 0 ? std::string_view{} : message.substr(static_cast<std::size_t>(gap) + 1);
}

bool same_word(std::string_view a, std::string_view b)
{
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text)
{
    auto const from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
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
void tell(History& history, Walk const& walk, std::size_t step, std::vector<Change> changes, Layout const& layout)
{
    auto const index = static_cast<std::uint32_t>(history.commits.size());
    for (auto& change : changes) {
        change.commit = index;
        for (auto& member : change.members) member.commit = index;
    }
    if (!join_renames(changes)) ++history.renames_not_sought;
    if (changes.empty()) return;
    std::ranges::stable_sort(changes, Order{layout.kinds()});
    std::ranges::move(changes, std::back_inserter(history.changes));

    auto const& commit = walk.steps[step].commit;
    auto const& landing = walk.steps[walk.steps[step].landing].commit;
    auto const correction = trailer(commit, "Correction");
    history.commits.push_back({commit, landing.id, landing.committer.when, trailer(commit, "Reason").value_or(""),
                               correction && same_word(*correction, "yes")});
}

/// Which records are read.
struct Selection {
    std::function<bool(Layout::Slot const&)> wanted;
    bool all = false;
};

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

    History history;
    history.commits_walked = walk.steps.size();
    std::vector<std::vector<Change>> by_step(walk.steps.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        history.versions += steps[i].versions;
        history.unreadable_versions += steps[i].unreadable;
        for (auto& step : steps[i].steps) {
            auto const commit = step.step;
            by_step[commit].push_back(as_change(std::move(step), slots[i]));
        }
    }
    for (std::size_t i = 0; i < by_step.size(); ++i)
        if (!by_step[i].empty()) tell(history, walk, i, std::move(by_step[i]), layout);
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

std::optional<std::string> trailer(git::Commit const& commit, std::string_view name)
{
    std::optional<std::string> value;
    bool within = false;
    for (auto rest = last_paragraph(commit.message); !rest.empty();) {
        auto const line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        auto const colon = line.find(':');
        if (within && !line.empty() && (line.front() == ' ' || line.front() == '\t')) {
            if (!value->empty()) *value += ' ';
            *value += trimmed(line);
        } else if (colon != std::string_view::npos && same_word(line.substr(0, colon), name)) {
            value = trimmed(line.substr(colon + 1));
            within = true;
        } else {
            within = false;
        }
    }
    return value;
}

History read_history(git::Repository const& repository, Layout const& layout, git::Oid const& tip,
                     std::optional<git::Oid> const& from)
{
    repository.require_whole_history("tell the history of this repository");
    Selection const all{[](Layout::Slot const&) { return true; }, true};
    auto const walk = walk_history(repository, tip, from);
    if (from && leaves_the_line(walk, *from)) return told(repository, walk, as_one_landing(walk, *from), layout, all);
    return told(repository, walk, walk, layout, all);
}

History read_past_of(git::Repository const& repository, Layout const& layout, git::Oid const& tip,
                     std::span<RecordKey const> records)
{
    repository.require_whole_history("tell the history of this repository");
    std::vector<Kind const*> kinds;
    for (auto const* kind : layout.kinds())
        if (std::ranges::find(records, kind, &RecordKey::kind) != records.end()) kinds.push_back(kind);
    auto const few = layout.only(kinds);
    auto const walk = walk_history(repository, tip, std::nullopt);
    auto const wanted = [&](Layout::Slot const& slot) {
        return std::ranges::find(records, RecordKey{slot.kind, slot.id}) != records.end();
    };
    auto history = told(repository, walk, walk, few, {wanted, false});
    if (history.former_folders) return read_history(repository, layout, tip);
    auto const& commits = history.commits;
    auto const came_as_another_left = [&](Change const& change) {
        return change.type == ChangeType::added &&
               removes_one_of(repository, layout, *change.record.kind, commits[change.commit].commit);
    };
    return std::ranges::any_of(history.changes, came_as_another_left) ? read_history(repository, layout, tip)
                                                                      : std::move(history);
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
    return past;
}

}  // namespace sss
