#include "work/query/status_making.hpp"

#include "facts/change/change_facts.hpp"
#include "facts/change/net_moves.hpp"
#include "facts/change/part_of_changes.hpp"
#include "git/tree.hpp"
#include "history/compare.hpp"
#include "records/files.hpp"
#include "support/leftovers.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "work/absence.hpp"
#include "work/by_name.hpp"
#include "work/change/commit_proposal.hpp"
#include "work/history_view.hpp"
#include "work/opening.hpp"
#include "work/report/promised.hpp"
#include "work/report/since_last.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr char const* whose_setting = "sss.organisation";

/// The organisations that are asked for, as they are called now.
std::vector<std::string> whose(StatusRequest const& request, Records const& records,
                               std::optional<git::Repository> const& repository)
{
    auto asked = request.organisations;
    if (request.mine) {
        auto const said = repository ? repository->setting(whose_setting) : std::nullopt;
        if (!said || said->empty())
            throw UsageError{"--mine needs to know whose: git's settings name no organisation",
                             fmt::format("Say it once: git config --global {} ID", whose_setting)};
        asked.push_back(*said);
    }
    return known_ids(asked, kinds::organisation, records);
}

Records records_of_head(git::Repository const& repository, Layout const& layout)
{
    auto const tip = repository.head();
    TreeFiles const files{repository, tip ? repository.commit(*tip).tree : git::Oid{}};
    return read_records(files, layout, Detail::values);
}

/// What the working tree says otherwise than HEAD, record by record.
std::vector<UncommittedRecord> told_changes(WorkingTree const& tree, Records const& committed)
{
    auto const comparison = compare(tree.layout(), committed, tree.records);
    std::vector<Move> moves;
    auto const days = tree.configuration->settings.history.correction_days;
    for (auto& one : net_moves(comparison.changes, nullptr, {}, days, tree.records.zone()))
        moves.push_back(std::move(one.move));
    auto const facts =
        change_facts(comparison.changes, moves, tree.records.zone(), RenamesFollowed::of_net(comparison.changes));
    ChangeWords const words{tree.records};
    std::vector<UncommittedRecord> told;
    for (auto const& one : facts) {
        UncommittedRecord record{one.change->record.kind->name, one.change->record.id, one.change->title, {}};
        for (auto const& clause : words.clauses(one)) record.sentences.push_back(clause.text());
        told.push_back(std::move(record));
    }
    return told;
}

void tell_uncommitted(StatusFacts& facts, WorkingTree const& tree, git::Repository const& repository,
                      ProgrammeRequest const& programme, Outside const& outside)
{
    ToCommit what{.lead = {}, .texts = {}, .counted = true};
    for (auto const& path : repository.uncommitted("")) {
        if (is_temporary_name(std::string_view{path}.substr(path.rfind('/') + 1)))
            continue;  // the next writer sweeps it
        auto const slot = tree.layout().slot(path);
        if (!slot) {
            auto const& data = tree.configuration->settings.data;
            auto const within = [&](std::string const& folder) { return path.starts_with(folder + '/'); };
            if (path == settings_name || within(data.schemas) || within(data.folder)) facts.other_files.push_back(path);
            continue;
        }
        if (what.texts.empty()) what.lead = {slot->kind, slot->id};
        what.texts[path] = tree.files.read_path(path, largest_document);
    }
    if (what.texts.empty()) return;
    facts.uncommitted = told_changes(tree, records_of_head(repository, tree.layout()));
    auto silent = outside;
    silent.remark = [](std::string_view) {};
    facts.how_to_commit = propose_commit(tree, what, tree.records, programme, silent, repository).command;
}

/// What landed since the newest report that is kept.
std::optional<StatusFacts::Unpublished> unpublished_since(HistoryView const& past, Narrowing const& narrowing)
{
    auto const scope = since_last(ReportRequest{.period = "since-last"}, past);
    if (!scope.from) return std::nullopt;
    auto const history = read_history(past, past.now, scope.from->id);
    // As `sss log` counts them: what only follows a record to its new name is none.
    auto const told = change_facts(history.changes, {}, history.zone, RenamesFollowed::of_steps(history.changes));
    auto changes = told.size();
    if (narrowing.any()) {
        auto const records = records_of(past, past.now);
        PartOfChanges const part{narrowing, {}, records, history.changes};
        LastNames const names{history};
        changes = static_cast<std::size_t>(
            std::ranges::count_if(told, [&](ChangeFacts const& one) { return part.takes(*one.change, &names); }));
    }
    return StatusFacts::Unpublished{scope.period.first - std::chrono::days{1}, changes};
}

/// What of the past was not told yet, and which promised reports did not come.
void tell_publication(StatusFacts& facts, git::Repository repository, Narrowing const& narrowing,
                      ProgrammeRequest const& programme, Outside const& outside)
{
    // Settings that were never committed are told as such; no report can have been made by them.
    TreeFiles const committed{repository, repository.commit(repository.head().value()).tree};
    if (programme.config.empty() && committed.presence(std::string{settings_name}) == Presence::nothing) return;
    auto silent = outside;
    silent.remark = [](std::string_view) {};
    auto const past = open_history_view(std::move(repository), programme, {}, silent);
    if (!past.now || past.repository.is_shallow()) return;
    facts.unpublished = unpublished_since(past, narrowing);
    facts.missing = promised_reports(past);
    facts.archive = past.configuration->settings.report.archive;
    std::erase_if(facts.missing, [](PromisedReport const& one) { return one.kept != PromisedReport::Kept::missing; });
}

}  // namespace

StatusFacts status_of(StatusRequest const& request, ProgrammeRequest const& programme, Outside const& outside)
{
    auto const tree = open_working_tree(programme);
    require_sight(tree.files, tree.layout(), programme, "the working tree at " + tree.root.string());
    auto const repository = repository_of(tree.root, programme.git);
    StatusFacts facts{.today = tree.configuration->zone.day_of(outside.now()),
                      .days = request.days,
                      .mine = whose(request, tree.records, repository)};
    auto const state = read_standard_records(tree.records);
    for (auto const& id : facts.mine) facts.names.push_back(state.organisation(id));
    for (auto const& [id, name] : state.organisations) facts.organisations.emplace_back(id, name);
    Narrowing narrowing{.satellites = known_ids(request.satellites, kinds::satellite, tree.records),
                        .organisations = facts.mine,
                        .kinds = {}};
    Belongs const belongs{narrowing, state};
    Moment const moment{tree.records, facts.today};
    facts.to_do = to_dos(moment, tree.layout().kinds(), belongs, request.days);
    facts.has_repository = repository.has_value();
    if (!repository) return facts;
    tell_uncommitted(facts, tree, *repository, programme, outside);
    facts.merging = repository->is_merging();
    facts.conflicts = repository->index().conflicts;
    facts.unpushed = repository->unpushed();
    if (repository->head()) tell_publication(facts, repository->another_handle(), narrowing, programme, outside);
    return facts;
}

}  // namespace sss
