#include "commands/add_words.hpp"
#include "commands/changing.hpp"
#include "commands/command_line.hpp"
#include "commands/terminal/ask.hpp"
#include "commands/terminal/findings.hpp"
#include "commands/terminal/questions.hpp"
#include "rules/rules.hpp"
#include "schema/text.hpp"
#include "support/embedded.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"
#include "work/change/arrivals.hpp"
#include "work/change/commit_proposal.hpp"
#include "work/change/new_record.hpp"
#include "work/change/update.hpp"
#include "work/named_file.hpp"
#include "work/opening.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

struct AddOptions {
    std::string kind;
    bool help = false;
    WritingOptions writing;
    bool update = false;      ///< records of the file may stand already
    std::string from;         ///< a file of many records; "-" is standard input
    std::string reason;       ///< for the commit; may be empty
    std::string from_format;  ///< empty: as its name or its text tells
    AddRequest request;
};

/// The schemas of the data repository where there is one, else the standard ones: help is for everybody.
std::string help_text(CommonOptions const& common, AddOptions const& options, Surroundings const& surroundings)
{
    auto const width = static_cast<std::size_t>(std::clamp(surroundings.width, 60, 100));
    std::unique_ptr<Configuration const> configuration;
    try {
        configuration =
            read_configuration(FolderFiles{find_root(common), common.git}, named_settings(common), rule_names());
    } catch (Error const&) {
        std::vector<Finding> none;
        auto const standard = Schemas::load(embedded::schemas(), {}, {}, none);
        return help_of_kind(schema_of(standard, options.kind).kind(), width);
    }
    return help_of_kind(schema_of(configuration->schemas, options.kind).kind(), width);
}

[[noreturn]] void refuse(std::vector<std::string> const& problems, Kind const& kind)
{
    auto const more = fmt::format("`sss add {} --help` lists its fields.", kind.name);
    if (problems.size() == 1) throw UsageError{problems.front(), more};
    throw UsageError{fmt::format("{} things of this command cannot be taken", problems.size()),
                     fmt::format("{}\n{}", fmt::join(problems, "\n"), more)};
}

std::string options_named(std::vector<Field const*> const& fields)
{
    std::vector<std::string> names;
    for (auto const* field : fields) names.push_back("--" + field->path);
    return schema::joined(names, "and");
}

std::string id_for(AddOptions const& options, WorkingTree const& tree, Kind const& kind, Table const& record,
                   Surroundings const& surroundings)
{
    auto id = options.request.id;
    if (id.empty()) {
        id = proposed_id(tree, kind, record);
        if (surroundings.input_is_terminal) {
            Question question{.name = "id", .fallback = id};
            question.description = fmt::format("Names the record everywhere; its file is {}.",
                                               tree.layout().path_of(kind, id.empty() ? "ID" : id));
            return *ask(surroundings, question,
                        [&](std::string const& typed) { return objection_to_id(tree, kind, typed); });
        }
        if (id.empty())
            throw UsageError{fmt::format("no id can be made of what this {} says", kind.name),
                             fmt::format("Give one: sss add {} ID …", kind.name)};
    }
    if (auto const objection = objection_to_id(tree, kind, id)) throw UsageError{objection->text()};
    return id;
}

/// The kind that was named, or asked for.
std::string kind_named(AddOptions const& options, Schemas const& schemas, Surroundings const& surroundings)
{
    if (!options.kind.empty()) return options.kind;
    auto const names = names_of_kinds(schemas);
    if (!surroundings.input_is_terminal)
        throw UsageError{"sss add needs the kind of the record",
                         fmt::format("The kinds are {}.", schema::joined(names, "and"))};
    return *ask(
        surroundings, {.name = "kind", .description = "What the new record is.", .choices = names},
        [&](std::string const& typed) {
            auto const known = schemas.find(typed) != nullptr;
            return known ? std::nullopt : std::optional{Objection{fmt::format("there is no kind '{}'", typed), {}}};
        });
}

/// The text of a record as it is printed in place of being written: its very bytes go into the file of -o alone.
std::string shown_record(std::string const& text, CommonOptions const& common)
{
    return common.output.empty() ? visible_lines(text) : text;
}

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
ExitStatus write_updates(std::map<std::string, Arrival> const& found, AddOptions const& options,
                         WorkingTree const& tree, std::unique_ptr<DataLock> lock, CommonOptions const& common,
                         Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    Rewriting what{.lead = {}, .texts = {}};
    for (auto const& [path, arrival] : found) what.texts[path] = arrival.text;
    what.lead = lead_of(tree, what.texts);
    what.reason = options.reason;
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
    auto all =
        read_import(tree, text, {name, options.from_format, kind_of_import(options, tree), options.update}, notes);
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
    remark_passed_over(notes, world);
    if (found.empty()) {
        world.remark(fmt::format("sss: {} holds no record{}; nothing is written\n", name,
                                 options.update ? " that says anything new" : ""));
        return ExitStatus::done;
    }
    if (options.update || of_items) return write_updates(found, options, tree, std::move(lock), common, surroundings);
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
                                                .reason = options.reason,
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

ExitStatus run_add(AddOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.help) {
        surroundings.print(visible_lines(help_text(common, options, surroundings)));
        return ExitStatus::done;
    }
    if (!options.from.empty()) return add_many(options, common, surroundings);
    if (options.update)
        throw UsageError{"--update goes with --from: it changes records as a file says",
                         "To change one: sss set ID FIELD=VALUE"};
    auto const world = outside(common, surroundings);
    auto tree = open_working_tree(common);
    auto const& schema =
        schema_of(tree.configuration->schemas, kind_named(options, tree.configuration->schemas, surroundings));
    auto const& kind = schema.kind();

    auto problems = options.request.problems;
    auto record =
        record_of(options.request, schema, tree.records, tree.configuration->zone.day_of(world.now()), problems);
    if (!surroundings.input_is_terminal) fill_defaults(kind, record);
    auto const missing = missing_fields(kind, record);
    if (!missing.empty() && !surroundings.input_is_terminal)
        problems.push_back(fmt::format("{} needs {}", schema::with_article(kind.name), options_named(missing)));
    if (!problems.empty()) refuse(problems, kind);
    if (!missing.empty()) ask_for_fields(missing, tree, schema, record, surroundings);
    auto const id = id_for(options, tree, kind, record, surroundings);
    auto const path = tree.layout().path_of(kind, id);
    auto const text = text_of(std::move(record), kind);

    // From here on nobody else writes, and what was written while the questions were answered is seen.
    auto lock = options.writing.dry_run ? nullptr : lock_data(tree, world);
    if (lock) read_again(tree);
    if (auto const objection = objection_to_id(tree, kind, id)) throw UsageError{objection->text()};
    if (!told_and_sound(findings_with(tree, {{path, text}}, common, world), common, surroundings)) {
        if (!missing.empty()) surroundings.complain(fmt::format("What would have been written:\n\n{}", text));
        return ExitStatus::findings;
    }
    if (options.writing.dry_run) {
        deliver(shown_record(text, common), common, surroundings);
        return ExitStatus::done;
    }
    auto const& commit = options.writing.commit;
    auto const proposal = propose_commit(tree,
                                         {.lead = {&kind, id},
                                          .texts = {{path, text}},
                                          .reason = options.reason,
                                          .subject = commit.subject.value_or("")},
                                         tree.records, common, world);
    require_committable(commit, proposal);
    if (!create_new(place_for(tree, path), text))
        throw Error{fmt::format("write {}", path), "something of that name stands there already"};
    deliver_written(visible(path) + "\n", written_words(commit, 1), common, surroundings);
    lock.reset();
    commit_or_propose(commit, proposal, common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_add(CommandLine& line)
{
    auto options = std::make_shared<AddOptions>();
    auto const command = line.add_command(
        "add", "A new record; on a terminal it asks for what is missing",
        "  sss add milestone                    asks for the fields, proposes an id, writes the file\n"
        "  sss add milestone --help             the fields of a kind, with their choices\n"
        "  sss add milestone --title \"SSS-1 EM test\" --type test --planned 2018-Q4 --depends-on sss-1-cdr\n"
        "  sss add milestone --from plan.csv    many at once, all or none\n"
        "  sss add milestone --from plan.csv --update --dry-run    and what changes of those that stand\n"
        "  sss add organisation metu --name \"Middle East Technical University\" --type university\n"
        "  sss add meeting --title Review --type review --start 2018-04-16 --hosts apsco,metu \\\n"
        "    --action '{ id = \"a1\", text = \"Publish the minutes\", owner = \"apsco\" }' --dry-run\n\n"
        "Words behind KIND: an ID where the proposed one is not wanted, and an option for each field.\n"
        "Ids, choices and numbers of a list stand with commas between, or the option is given again.");
    command.take_help_over();
    command.add_flag("-h,--help", options->help, "Print this help, or with KIND its fields, and exit");
    command.add_option("KIND", options->kind, "milestone, meeting, satellite, organisation, or one of your own");
    command.add_flag("--dry-run", options->writing.dry_run, "Print the record in place of writing it");
    command
        .add_option("--from", options->from,
                    "Many records at once, out of a TOML, JSON or CSV file; - is standard input")
        ->type_name("FILE");
    command.add_flag("--update", options->update,
                     "Records of the file that stand already change, field by field; what it does not say stays");
    command.add_option("--reason", options->reason, "Why, for the commit")->type_name("TEXT");
    add_commit_options(command, options->writing.commit);
    command
        .add_option("--from-format", options->from_format,
                    "toml, json or csv, where neither the file's name nor its text tells it")
        ->one_of({"toml", "json", "csv"})
        ->type_name("FORMAT");
    command.leave_the_rest();  // the options of a kind are known only when its schema is read
    command.callback([&line, command, options] {
        if (!options->kind.empty()) options->request = read_add_request(*command, command.rest());
        if (options->help && options->kind.empty()) Command::print_help();
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_add(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
