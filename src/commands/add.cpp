#include "commands/add_words.hpp"
#include "commands/adding/importing.hpp"
#include "commands/adding/item.hpp"
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
#include "work/change/commit_proposal.hpp"
#include "work/change/new_record.hpp"
#include "work/opening.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

/// The sort of items of this name, where no kind of records is called so; nullptr: it is no name of items.
ItemSort const* items_called(std::string const& name, Schemas const& schemas, std::vector<Kind const*> const& kinds,
                             ItemSorts const& sorts)
{
    if (schemas.find(name) != nullptr || sorts.named(name).empty()) return nullptr;
    return find_items(sorts, kinds, name);
}

/// The schemas of the data repository where there is one, else the standard ones: help is for everybody.
std::string help_text(CommonOptions const& common, AddOptions const& options, Surroundings const& surroundings)
{
    auto const width = static_cast<std::size_t>(std::clamp(surroundings.width, 60, 100));
    std::unique_ptr<Configuration const> configuration;
    std::vector<Finding> none;
    auto standard = Schemas::load(embedded::schemas(), {}, {}, none);
    try {
        configuration =
            read_configuration(FolderFiles{find_root(common), common.git}, named_settings(common), rule_names());
    } catch (Error const&) {
    }
    auto const& schemas = configuration ? configuration->schemas : standard;
    std::vector<Kind const*> kinds;
    for (auto const& schema : schemas.all()) kinds.push_back(&schema.kind());
    ItemSorts const sorts{kinds};
    if (auto const* sort = items_called(options.kind, schemas, kinds, sorts)) return help_of_item(*sort, width);
    return help_of_kind(schema_of(schemas, options.kind).kind(), width);
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
            if (id.empty()) question.description += fmt::format(" Write {}.", ids_in_words(kind, tree.records));
            return *ask(surroundings, question,
                        [&](std::string const& typed) { return objection_to_id(tree, kind, typed); });
        }
        if (id.empty())
            throw UsageError{
                fmt::format("no id can be made of what this {} says", kind.name),
                fmt::format("Give one: sss add {} ID …, of {}", kind.name, ids_in_words(kind, tree.records))};
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

ExitStatus run_add(AddOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.help) {
        surroundings.print(visible_lines(help_text(common, options, surroundings)));
        return ExitStatus::done;
    }
    if (!options.from.empty()) return add_many(options, common, surroundings);
    if (!options.date_format.empty() || !options.sheet.empty() || options.encoding != TextEncoding::utf8)
        throw UsageError{"--encoding, --date-format and --sheet go with --from: they tell how a file is read"};
    if (options.update)
        throw UsageError{"--update goes with --from: it changes records as a file says",
                         "To change one: sss set ID FIELD=VALUE"};
    auto const world = outside(common, surroundings);
    auto tree = open_working_tree(common);
    auto const named = kind_named(options, tree.configuration->schemas, surroundings);
    ItemSorts const sorts{tree.layout().kinds()};
    if (auto const* sort = items_called(named, tree.configuration->schemas, tree.layout().kinds(), sorts))
        return add_item(*sort, options.request, options.reason, tree, options.writing, common, surroundings);
    auto const& schema = schema_of(tree.configuration->schemas, named);
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

std::string shown_record(std::string const& text, CommonOptions const& common)
{
    return common.output.empty() ? visible_lines(text) : text;
}

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
        "  sss add action 2018-04-review --text \"Publish the minutes\" --owner apsco --due friday\n"
        "  sss add organisation metu --name \"Middle East Technical University\" --type university\n"
        "  sss add meeting --title Review --type review --start 2018-04-16 --hosts apsco,metu\n\n"
        "After KIND: an ID where the proposed one is not wanted (of an action its meeting), and an option for each "
        "field.\n"
        "Ids, choices and numbers of a list stand with commas between, or the option is given again.");
    command.take_help_over();
    command.add_flag("-h,--help", options->help, "Print this help, or with KIND its fields, and exit");
    command.add_option(
        "KIND", options->kind,
        "milestone, meeting, satellite, organisation, or one of your own; or what a meeting holds: action, decision");
    command.add_flag("--dry-run", options->writing.dry_run, "Print the record in place of writing it");
    command
        .add_option(
            "--from", options->from,
            "Many records at once, out of a TOML, JSON, CSV or Excel file, or one out of a form that was filled in "
            "(`sss form`); - is standard input")
        ->type_name("FILE");
    command.add_flag("--update", options->update,
                     "Records of the file that stand already change, field by field; what it does not say stays");
    command.add_option("--reason", options->reason, "Why, for the commit")->type_name("TEXT");
    add_commit_options(command, options->writing.commit);
    command
        .add_option("--from-format", options->from_format,
                    "toml, json, csv, xlsx or form, where neither the file's name nor its text tells it")
        ->one_of({"toml", "json", "csv", "xlsx", "form"})
        ->type_name("FORMAT");
    command
        .add_choice<TextEncoding>("--encoding", options->encoding,
                                  {{"utf-8", TextEncoding::utf8},
                                   {"utf-16", TextEncoding::utf16},
                                   {"windows-1252", TextEncoding::windows_1252},
                                   {"windows-1254", TextEncoding::windows_1254}},
                                  "How a CSV file was saved, where it does not say so itself: utf-8, utf-16, "
                                  "windows-1252 (Western Europe) or windows-1254 (Turkish)")
        ->type_name("ENCODING");
    command
        .add_option("--date-format", options->date_format,
                    "The order of day, month and year in a sheet's dates, as in dd.mm.yyyy or mm/dd/yyyy, where the "
                    "whole column leaves a doubt")
        ->type_name("FORMAT");
    command.add_option("--sheet", options->sheet, "The sheet of a workbook, in place of the first one")
        ->type_name("NAME");
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
