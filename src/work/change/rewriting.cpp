#include "work/change/rewriting.hpp"

#include "facts/change/net_moves.hpp"
#include "history/compare.hpp"
#include "print/text/text_diff.hpp"
#include "support/edit_distance.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/words.hpp"
#include "work/by_name.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t told_title_width = 80;
constexpr std::size_t most_changes_told = 20;  ///< records whose changes are told one by one

/// What is said of one record.
struct ToldChange {
    std::string title;
    std::vector<std::string> sentences;
};

/// What this run does; moves are counted where nothing uncommitted stood between it and HEAD.
std::vector<ToldChange> told(WorkingTree const& tree, Rewriting const& what, Records const& after,
                             CommitProposal const& proposal)
{
    auto const comparison = compare(tree.layout(), tree.records, after);
    auto moves = proposal.moves;
    if (!proposal.from_head || moves.empty()) {
        moves.clear();
        auto const days = tree.configuration->settings.history.correction_days;
        for (auto& one : net_moves(comparison.changes, nullptr, {}, days, after.zone()))
            moves.push_back(std::move(one.move));
    }
    auto facts = change_facts(comparison.changes, moves, after.zone(), RenamesFollowed::of_net(comparison.changes));
    auto const leads = [&](ChangeFacts const& one) { return one.change->record == what.lead; };
    std::ranges::stable_partition(facts, leads);
    ChangeWords const words{after};
    std::vector<ToldChange> all;
    for (auto const& one : facts) {
        if (what.lead_only && !leads(one)) continue;
        auto clauses = words.clauses(one);
        told_first(clauses, "cancelled.reason");
        std::vector<std::string> sentences;
        for (auto const& clause : clauses) sentences.push_back(clause.text());
        all.push_back({one_line(one.change->title, told_title_width), std::move(sentences)});
    }
    return all;
}

std::string change_lines_of(std::vector<ToldChange> const& all)
{
    std::string text;
    for (auto const& one : std::span{all}.first(std::min(all.size(), most_changes_told))) {
        auto lead = one.title + ": ";
        for (auto const& sentence : one.sentences) text += visible(std::exchange(lead, "  ") + sentence) + "\n";
    }
    if (all.size() > most_changes_told) text += fmt::format("and {} more\n", all.size() - most_changes_told);
    return text;
}

/// Where nothing is to be told of what the records say: comments and layout, or a file that could not be read before.
std::string files_of(ChangedTexts const& texts)
{
    std::string text;
    for (auto const& [path, bytes] : texts) text += fmt::format("{}: comments or layout\n", visible(path));
    return text;
}

}  // namespace

PreparedRewriting prepare(WorkingTree const& tree, Rewriting const& asked, ProgrammeRequest const& programme,
                          Outside const& outside)
{
    auto what = asked;
    std::erase_if(what.texts,
                  [&](auto const& one) { return one.second == tree.files.read_path(one.first, largest_document); });
    PreparedRewriting prepared{.texts = what.texts, .judgement = {}, .lines = {}, .proposal = {}};
    if (what.texts.empty()) return prepared;
    prepared.judgement = judge(tree, what.texts, programme, outside);
    if (!prepared.judgement.sound) return prepared;
    ChangedFiles const files{tree.files, what.texts};
    auto const after = read_records(files, tree.layout(), Detail::values);
    ToCommit const to_commit{what.lead,   what.texts,   what.along,  what.lead_only,
                             what.reason, what.subject, what.counted};
    prepared.proposal = propose_commit(tree, to_commit, after, programme, outside);
    auto const all = told(tree, what, after, prepared.proposal);
    prepared.lines = (all.empty() ? files_of(what.texts) : change_lines_of(all)) + what.aside;
    return prepared;
}

void write(WorkingTree const& tree, PreparedRewriting const& prepared)
{
    std::vector<FileChange> changes;
    for (auto const& [path, text] : prepared.texts) {
        auto const stands = tree.files.read_path(path, 0).has_value();
        if (!text)
            changes.push_back({FileChange::Act::remove, tree.root / path});
        else
            changes.push_back(
                {stands ? FileChange::Act::replace : FileChange::Act::create, place_for(tree, path), *text});
    }
    write_records(tree, changes);
}

std::string diff_of(WorkingTree const& tree, ChangedTexts const& texts)
{
    std::string diff;
    for (auto const& [path, text] : texts) {
        auto const old = tree.files.read_path(path, largest_document);
        auto one = unified_diff(path, old.value_or(""), text.value_or(""));
        auto const nameless = [&](std::string const& line, std::string_view mark) {
            if (auto const at = one.find(line); at != std::string::npos)
                one.replace(at, line.size(), fmt::format("{} /dev/null", mark));
        };
        if (!old) nameless("--- a/" + path, "---");
        if (!text) nameless("+++ b/" + path, "+++");
        diff += one;
    }
    return diff;
}

Record const& sound_record(WorkingTree const& tree, std::string const& typed)
{
    auto const& record = find_record(tree.records, typed);
    if (record.document.problems.empty()) return record;
    auto const& problem = record.document.problems.front();
    throw Error{fmt::format("change {}", visible(record.path())),
                fmt::format("line {} cannot be read: {}", problem.place.line, visible(problem.message.text())),
                fmt::format("`sss validate {}` shows it; mend it first.", shell_word(record.path()))};
}

std::string edited_anyhow(std::string const& text, Kind const& kind, FieldEdit const& edit)
{
    // A table that stands below a header is not one stretch of bytes.
    auto const tables =
        edit.act == FieldEdit::Act::put && (edit.value.table() != nullptr || edit.value.array() != nullptr);
    try {
        return edited(text, kind, edit);
    } catch (Error const&) {
        if (!tables) throw;
        return edited(edited(text, kind, {FieldEdit::Act::remove, edit.path, {}}), kind, edit);
    }
}

std::string changed_text(WorkingTree const& tree, Record const& record, std::span<Assignment const> changes,
                         std::vector<std::string> problems, std::string const& help)
{
    auto const& schema = tree.schema(*record.kind);
    auto text = record.text;
    for (auto const& change : changes) {
        Table now;
        parse_values(text, now);
        auto const edits = edits_of(change, schema, now, tree.records, problems);
        if (problems.empty())
            for (auto const& edit : edits) text = edited_anyhow(text, *record.kind, edit);
    }
    if (problems.empty()) return text;
    if (problems.size() == 1) throw UsageError{problems.front(), help};
    throw UsageError{fmt::format("{} of these changes cannot be made", problems.size()),
                     fmt::format("{}\n{}", fmt::join(problems, "\n"), help)};
}

Assignment put_field(std::string_view key, std::string value)
{
    std::string path{key};
    return {Assignment::Act::put, {{path, std::nullopt}}, std::move(value), path};
}

std::string day_named(std::string const& typed, Day today, Toward toward)
{
    if (auto const day = AskedDay::read(typed)) return iso(day->from(today, toward));
    if (auto const near = nearest(typed, AskedDay::words()))
        throw UsageError{fmt::format("'{}' is no date", visible(typed)), fmt::format("Did you mean {}?", *near)};
    return typed;
}

Rewriting joined(std::vector<Rewriting> all)
{
    if (all.size() == 1) return std::move(all.front());
    auto const changes = [](Rewriting const& one) { return one.unchanged.empty(); };
    auto const first = std::ranges::find_if(all, changes);
    auto what = first == all.end() ? Rewriting{.lead = all.front().lead, .texts = {}}
                                   : Rewriting{.lead = first->lead, .texts = {}};
    for (auto& one : all) {
        what.texts.merge(one.texts);
        std::ranges::move(one.along, std::back_inserter(what.along));
        if (what.reason.empty()) what.reason = one.reason;
        what.aside += one.aside;
        if (one.unchanged.empty()) continue;
        if (first == all.end())
            what.unchanged += (what.unchanged.empty() ? "" : "\n  ") + one.unchanged;
        else
            what.aside += one.unchanged + '\n';
    }
    return what;
}

IdsAndDate ids_and_date(std::vector<std::string> words, Records const& records)
{
    if (words.size() < 2) return {std::move(words)};
    auto const& last = words.back();
    auto const is_record =
        !records.named(last.substr(last.find('/') == std::string::npos ? 0 : last.find('/') + 1)).empty();
    auto const is_date =
        AskedDay::read(last).has_value() || std::holds_alternative<Date>(parse_date(last, records.zone()));
    auto const looks_like_one = std::string_view{"0123456789+-"}.find(last.front()) != std::string_view::npos ||
                                nearest(last, AskedDay::words()).has_value();
    if (!is_date && (is_record || !looks_like_one)) return {std::move(words)};
    auto date = std::move(words.back());
    words.pop_back();
    return {std::move(words), std::move(date)};
}

std::string name_of(Record const& record)
{
    return visible(one_line(record.title(), told_title_width));
}

}  // namespace sss
