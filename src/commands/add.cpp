#include "commands/add_request.hpp"
#include "commands/working_tree.hpp"
#include "records/propose_id.hpp"
#include "records/write.hpp"
#include "rules/rules.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"
#include "support/embedded.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

struct AddOptions {
    std::string kind;
    bool help = false;
    bool dry_run = false;
    AddRequest request;
};

std::vector<std::string> names_of_kinds(Schemas const& schemas)
{
    std::vector<std::string> names;
    for (auto const& schema : schemas.all()) names.push_back(schema.kind().name);
    return names;
}

Schema const& schema_of(Schemas const& schemas, std::string const& kind)
{
    if (auto const* schema = schemas.find(kind)) return *schema;
    auto const names = names_of_kinds(schemas);
    auto const near = nearest(kind, names);
    throw UsageError{fmt::format("there is no kind '{}'{}", visible(kind),
                                 near ? fmt::format("; did you mean '{}'?", *near) : std::string{}),
                     fmt::format("The kinds are {}.", schema::joined(names, "and"))};
}

/// The schemas of the data repository where there is one, else the standard ones: help is for everybody.
std::string help_text(CommonOptions const& common, AddOptions const& options, Surroundings const& surroundings)
{
    auto const width = static_cast<std::size_t>(std::clamp(surroundings.width, 60, 100));
    std::unique_ptr<Habits const> habits;
    try {
        habits = read_habits(FolderFiles{find_root(common)}, named_settings(common), rule_names());
    } catch (Error const&) {
        std::vector<Finding> none;
        auto const standard = Schemas::load(embedded::schemas(), {}, {}, none);
        return help_of_kind(schema_of(standard, options.kind).kind(), width);
    }
    return help_of_kind(schema_of(habits->schemas, options.kind).kind(), width);
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

// ── questions ──

/// Asks for one field and puts the answer into the record.
void ask_field(Field const& field, bool required, WorkingTree const& tree, Schema const& schema, Table& record,
               Surroundings const& surroundings)
{
    Question question{.name = field.path, .description = field.description, .choices = field.choices};
    question.required = required;
    question.several = field.type == FieldType::array;
    if (!field.references.empty()) question.choices = known_ids(field.references, tree.records);
    if (field.default_value && field.default_value->array() == nullptr && required)
        question.fallback =
            field.default_value->text() != nullptr ? *field.default_value->text() : write_value(*field.default_value);
    auto const read = [&](std::string const& answer) {
        return value_of(schema, field, std::vector<std::string>{answer});
    };
    auto const answer = ask(surroundings, question, [&](std::string const& typed) {
        return objection_to(schema, field, read(typed), tree.records);
    });
    if (answer) put(record, field.path, read(*answer));
}

/// How much an optional field is worth a question: dates that say where a record stands and single references are what
/// reports live on; of the others counts how many of the kind's records have it, from a third of them on.
std::size_t worth(Field const& field, std::span<Record const> others)
{
    constexpr std::size_t always = 1'000'000'000;
    auto const place_in_time = field.role != DateRole::none && field.role != DateRole::other;
    if (place_in_time || (!field.references.empty() && field.type == FieldType::string)) return always;
    if (others.empty()) return 1;
    auto const used = static_cast<std::size_t>(std::ranges::count_if(
        others, [&](Record const& other) { return find(other.fields(), field.path) != nullptr; }));
    return used * 3 >= others.size() ? used : 0;
}

/// A field that some record uses for a text of several lines is for an editor.
bool holds_prose(Field const& field, std::span<Record const> others)
{
    return std::ranges::any_of(others, [&](Record const& other) {
        auto const* value = find(other.fields(), field.path);
        return value != nullptr && value->string() != nullptr && value->string()->find('\n') != std::string::npos;
    });
}

/// The optional fields that are asked for, at most six, in the schema's order. Tables are for an editor.
std::vector<Field const*> usual_fields(Kind const& kind, Records const& records, Table const& record)
{
    constexpr std::size_t most_asked = 6;
    auto const others = records.of(kind);
    std::vector<std::pair<std::size_t, Field const*>> candidates;
    for (auto const& field : kind.fields) {
        auto const nested = field.path.find('.') != std::string::npos;
        if (nested || field.required || field.type == FieldType::table || field.item_type == FieldType::table) continue;
        if (find(record, field.path) != nullptr || holds_prose(field, others)) continue;
        if (!field.references.empty() && known_ids(field.references, records).empty()) continue;
        if (auto const value = worth(field, others); value > 0) candidates.emplace_back(value, &field);
    }
    std::ranges::stable_sort(candidates, std::greater{}, &decltype(candidates)::value_type::first);
    candidates.resize(std::min(candidates.size(), most_asked));
    std::vector<Field const*> usual;
    for (auto const& [value, field] : candidates) usual.push_back(field);
    std::ranges::sort(usual);  // they stand in one list, so their order there is the order of their addresses
    return usual;
}

void ask_for_fields(std::vector<Field const*> missing, WorkingTree const& tree, Schema const& schema, Table& record,
                    Surroundings const& surroundings)
{
    auto const& kind = schema.kind();
    surroundings.complain(fmt::format("A new {}. The end of input (Ctrl-D) leaves without writing.\n\n", kind.name));
    while (!missing.empty()) {
        for (auto const* field : missing) ask_field(*field, true, tree, schema, record, surroundings);
        missing = missing_fields(kind, record);
    }
    auto const usual = usual_fields(kind, tree.records, record);
    if (!usual.empty()) surroundings.complain("\nWhat else is known? Enter alone leaves a field out.\n\n");
    for (auto const* field : usual) ask_field(*field, false, tree, schema, record, surroundings);
}

// ── the id ──

std::optional<Objection> objection_to_id(WorkingTree const& tree, Kind const& kind, std::string const& id)
{
    if (auto const* other = tree.records.find(kind.name, id))
        return Objection{fmt::format("the {} '{}' stands already in {}", kind.name, id, other->path()), {}};
    auto const slot = tree.layout().slot(tree.layout().path_of(kind, id));
    auto const found_again = slot && slot->kind == &kind && slot->id == id;
    auto const climbs =
        ("/" + id + "/").find("/../") != std::string::npos || ("/" + id + "/").find("/./") != std::string::npos;
    if (is_id_of(kind, id) && found_again && !climbs && !id.empty()) return std::nullopt;
    auto const better = slug(id);
    return Objection{fmt::format("'{}' cannot be the id of {}", visible(id), schema::with_article(kind.name)),
                     !better.empty() && is_id_of(kind, better) ? fmt::format("'{}' can", better)
                                                               : fmt::format("its ids match {}", kind.id_pattern)};
}

std::string id_for(AddOptions const& options, WorkingTree const& tree, Kind const& kind, Table const& record,
                   Surroundings const& surroundings)
{
    auto id = options.request.id;
    if (id.empty()) {
        id = propose_id(kind, record,
                        [&](std::string const& taken) { return tree.records.find(kind.name, taken) != nullptr; });
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

// ── the command ──

Table in_schema_order(Table record, Kind const& kind)
{
    std::ranges::stable_sort(record, {}, [&](Member const& member) { return rank_of(kind, "", member.key); });
    return record;
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
        surroundings.print(help_text(common, options, surroundings));
        return ExitStatus::done;
    }
    auto tree = open_working_tree(common);
    auto const& schema = schema_of(tree.habits->schemas, kind_named(options, tree.habits->schemas, surroundings));
    auto const& kind = schema.kind();

    auto problems = options.request.problems;
    auto record = record_of(options.request, schema, tree.records, problems);
    auto const missing = missing_fields(kind, record);
    if (!missing.empty() && !surroundings.input_is_terminal)
        problems.push_back(fmt::format("{} needs {}", schema::with_article(kind.name), options_named(missing)));
    if (!problems.empty()) refuse(problems, kind);
    if (!missing.empty()) ask_for_fields(missing, tree, schema, record, surroundings);
    auto const id = id_for(options, tree, kind, record, surroundings);
    auto const path = tree.layout().path_of(kind, id);
    auto const text = write_record(in_schema_order(std::move(record), kind), kind);

    // From here on nobody else writes, and what was written while the questions were answered is seen.
    auto const lock = options.dry_run ? nullptr : lock_data(tree);
    if (lock) read_again(tree);
    if (auto const objection = objection_to_id(tree, kind, id)) throw UsageError{objection->text()};
    if (!told_and_sound(findings_with(tree, {{path, text}}, common, surroundings), common, surroundings)) {
        if (!missing.empty()) surroundings.complain(fmt::format("What would have been written:\n\n{}", text));
        return ExitStatus::findings;
    }
    if (options.dry_run) {
        deliver(text, common, surroundings);
        return ExitStatus::done;
    }
    if (!create_new(place_for(tree, path), text))
        throw Error{fmt::format("write {}", path), "something of that name stands there already"};
    deliver(path + "\n", common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_add(CommandLine& line)
{
    auto options = std::make_shared<AddOptions>();
    auto& command = line.add_command(
        "add", "A new record; on a terminal it asks for what is missing",
        "  sss add milestone                    asks for the fields, proposes an id, writes the file\n"
        "  sss add milestone --help             the fields of a kind, with their choices\n"
        "  sss add milestone --title \"SSS-1 EM test\" --type test --planned 2018-Q4 --depends-on sss-1-cdr\n"
        "  sss add organisation metu --name \"Middle East Technical University\" --type university\n"
        "  sss add meeting --title Review --type review --start 2018-04-16 --hosts apsco,metu \\\n"
        "    --action '{ id = \"a1\", text = \"Publish the minutes\", owner = \"apsco\" }' --dry-run\n\n"
        "Words behind KIND: an ID where the proposed one is not wanted, and an option for each field.\n"
        "Ids, choices and numbers of a list stand with commas between, or the option is given again.");
    command.set_help_flag();
    command.add_flag("-h,--help", options->help, "Print this help, or with KIND its fields, and exit");
    command.add_option("KIND", options->kind, "milestone, meeting, satellite, organisation, or one of your own");
    command.add_flag("--dry-run", options->dry_run, "Print the record in place of writing it");
    command.prefix_command();  // the options of a kind are known only when its schema is read
    command.callback([&line, &command, options] {
        if (!options->kind.empty()) options->request = read_add_request(command, command.remaining());
        if (options->help && options->kind.empty()) throw CLI::CallForHelp{};
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_add(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
