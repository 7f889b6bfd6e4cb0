#include "commands/adding/importing.hpp"

#include "commands/changing.hpp"
#include "commands/terminal/findings.hpp"
#include "schema/text.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"
#include "work/change/arrivals.hpp"
#include "work/change/commit_proposal.hpp"
#include "work/change/update.hpp"
#include "work/named_file.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

std::string text_to_import(AddOptions const& options, Surroundings const& surroundings)
{
    constexpr std::size_t largest = 64 * 1024 * 1024;
    if (options.from == "-") {
        auto text = surroundings.read_all(largest);
        if (text.size() > largest) throw Error{"read standard input", "it is larger than 64 MiB"};
        return text;
    }
    return read_named_file(fmt::format("read {}", options.from), options.from, largest);
}

/// The order that --date-format says.
std::optional<DateOrder> date_order(AddOptions const& options)
{
    if (options.date_format.empty()) return std::nullopt;
    if (auto const order = read_date_format(options.date_format)) return order;
    throw UsageError{fmt::format("--date-format does not understand '{}'", visible(options.date_format)),
                     "Write the order of day, month and year, as in dd.mm.yyyy, mm/dd/yyyy or yyyy-mm-dd."};
}

/// The field in whose line a finding stands.
std::string field_at(std::string const& text, Place const& place)
{
    auto const line = line_of(text, place.line);
    auto const equals = line.find(" = ");
    return equals == std::string_view::npos ? std::string{} : fmt::format(", {}", visible(line.substr(0, equals)));
}

/// Says what is wrong in the words of the file that the records came from. True where nothing is.
bool told_of_arrivals(std::vector<Finding> const& findings, std::map<std::string, Arrival> const& all,
                      CommonOptions const& common, Surroundings const& surroundings)
{
    std::size_t wrong = 0;
    // In the order of the file, where whoever mends them goes from row to row; then what is wrong elsewhere.
    auto in_order = findings;
    std::ranges::stable_sort(in_order, {}, [&](Finding const& finding) {
        auto const arrival = all.find(finding.file);
        return arrival == all.end() ? all.size() : arrival->second.place;
    });
    for (auto const& finding : in_order) {
        auto const error = finding.severity == Severity::error;
        auto const arrival = all.find(finding.file);
        wrong += error ? 1U : 0U;
        if (!error && common.quiet) continue;
        if (arrival == all.end()) {
            tell({finding}, common, surroundings);
            continue;
        }
        auto const& [where, text, place] = arrival->second;
        // What is missing stands nowhere.
        auto const field = finding.rule == "missing-field" ? std::string{} : field_at(text, finding.place);
        auto const help = finding.help.text();
        auto const sentence = !help.empty() && help.front() >= 'A' && help.front() <= 'Z';
        surroundings.complain(fmt::format("{}{}: {}: {}{}{}  [{}]\n", where, field, error ? "error" : "warning",
                                          visible(finding.message.text()),
                                          help.empty() ? ""
                                          : sentence   ? ". "
                                                       : "; ",
                                          visible(help), finding.rule));
    }
    if (wrong > 0)
        surroundings.complain(fmt::format("sss: {}; none of the {} is written\n",
                                          wrong == 1 ? "1 error" : fmt::format("{} errors", wrong),
                                          all.size() == 1 ? "records" : fmt::format("{} records", all.size())));
    return wrong == 0;
}

/// The first of the records that are added.
RecordKey lead_of(WorkingTree const& tree, ChangedTexts const& texts)
{
    auto const slot = tree.layout().slot(texts.begin()->first);
    return slot ? RecordKey{slot->kind, slot->id} : RecordKey{};
}

/// The kind that was named, which may be a sort of items.
std::string kind_of_import(AddOptions const& options, WorkingTree const& tree)
{
    if (options.kind.empty() || tree.configuration->schemas.find(options.kind) != nullptr) return options.kind;
    ItemSorts const sorts{tree.layout().kinds()};
    auto const* sort = find_items(sorts, tree.layout().kinds(), options.kind);
    return sort != nullptr ? sort->whole_name : options.kind;
}

void remark_passed_over(ImportNotes const& notes, Outside const& outside)
{
    if (notes.passed_over.empty()) return;
    outside.remark(fmt::format("sss: {} computed, and so not read: {}\n",
                               notes.passed_over.size() == 1 ? "a column is" : "some columns are",
                               visible(fmt::format("{}", fmt::join(notes.passed_over, ", ")))));
}

/// Changes records that stand and adds those that do not; what changes is shown first.
ExitStatus write_updates(std::map<std::string, Arrival> const& found, std::string const& reason,
                         AddOptions const& options, WorkingTree const& tree, std::unique_ptr<DataLock> lock,
                         CommonOptions const& common, Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    Rewriting what{.lead = {}, .texts = {}};
    for (auto const& [path, arrival] : found) what.texts[path] = arrival.text;
    what.lead = lead_of(tree, what.texts);
    what.reason = options.reason.empty() ? reason : options.reason;
    what.subject = options.writing.commit.subject.value_or("");
    what.counted = true;
    auto const prepared = prepare(tree, what, common, world);
    if (prepared.texts.empty()) {
        world.remark("sss: nothing changes: the records say all of it already\n");
        return ExitStatus::done;
    }
    if (!told_of_arrivals(prepared.judgement.findings, found, common, surroundings)) return ExitStatus::findings;
    return write_prepared(tree, prepared, std::move(lock), options.writing, common, surroundings);
}

}  // namespace

ExitStatus add_many(AddOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    auto tree = open_working_tree(common);
    ImportNotes notes{.problems = options.request.problems};
    if (!options.request.fields.empty() || !options.request.id.empty())
        notes.problems.emplace_back("with --from the records say everything: no ID and no --FIELD beside it");
    auto const text = text_to_import(options, surroundings);
    auto const name = options.from == "-" ? std::string{"standard input"} : options.from;
    auto lock = options.writing.dry_run ? nullptr : lock_data(tree, world);
    if (lock) read_again(tree);
    ImportRequest const request{.name = name,
                                .format = options.from_format,
                                .kind = kind_of_import(options, tree),
                                .update = options.update,
                                .encoding = options.encoding,
                                .sheet = options.sheet,
                                .date_order = date_order(options)};
    auto all = read_import(tree, text, request, notes);
    auto const of_items = std::ranges::any_of(all, &Imported::of_items);
    std::map<std::string, Arrival> found;
    if (options.update || of_items) found = updates(all, tree, notes.problems);
    found.merge(arrivals(all, tree, notes.problems));
    auto const& problems = notes.problems;
    if (!problems.empty())
        throw UsageError{
            problems.size() == 1 ? problems.front() : fmt::format("{} things cannot be taken", problems.size()),
            problems.size() == 1 ? "Nothing is written."
                                 : fmt::format("{}\nNothing is written.", fmt::join(problems, "\n"))};
    if (!notes.of_sheet.empty()) world.remark(fmt::format("sss: {}: {}\n", visible(name), notes.of_sheet));
    if (!notes.title.empty())
        world.remark(fmt::format("sss: {}: a title stands above the header, and is passed over: {}\n", visible(name),
                                 visible(schema::shortened(notes.title))));
    remark_passed_over(notes, world);
    if (found.empty()) {
        world.remark(fmt::format("sss: {} holds no record{}; nothing is written\n", name,
                                 options.update ? " that says anything new" : ""));
        return ExitStatus::done;
    }
    if (options.update || of_items)
        return write_updates(found, notes.reason, options, tree, std::move(lock), common, surroundings);
    ChangedTexts changed;
    for (auto const& [path, arrival] : found) changed[path] = arrival.text;
    if (!told_of_arrivals(findings_with(tree, changed, common, world), found, common, surroundings))
        return ExitStatus::findings;
    std::string result;
    std::vector<FileChange> changes;
    for (auto const& [path, arrival] : found) {
        result += options.writing.dry_run ? fmt::format("# {}\n{}\n", path, arrival.text) : visible(path) + "\n";
        if (!options.writing.dry_run) changes.push_back({FileChange::Act::create, place_for(tree, path), arrival.text});
    }
    auto const proposal = options.writing.dry_run
                              ? CommitProposal{}
                              : propose_commit(tree,
                                               {.lead = lead_of(tree, changed),
                                                .texts = changed,
                                                .reason = options.reason.empty() ? notes.reason : options.reason,
                                                .subject = options.writing.commit.subject.value_or(""),
                                                .counted = true},
                                               tree.records, common, world);
    if (!options.writing.dry_run) require_committable(options.writing.commit, proposal);
    write_records(tree, changes);
    if (options.writing.dry_run)
        deliver(shown_record(result, common), common, surroundings);
    else
        deliver_written(result, written_words(options.writing.commit, found.size()), common, surroundings);
    lock.reset();
    if (!options.writing.dry_run) commit_or_propose(options.writing.commit, proposal, common, surroundings);
    return ExitStatus::done;
}

}  // namespace sss
