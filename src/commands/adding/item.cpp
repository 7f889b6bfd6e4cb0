#include "commands/adding/item.hpp"

#include "commands/add_words.hpp"
#include "commands/changing.hpp"
#include "commands/terminal/ask.hpp"
#include "commands/terminal/questions.hpp"
#include "schema/text.hpp"
#include "support/utf8.hpp"
#include "work/change/field_values.hpp"
#include "work/change/new_item.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

std::string upper_name(std::string name)
{
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
    return name;
}

/// The name of an item's field among the record's, as a person knows it.
std::string own_name(ItemSort const& sort, Field const& field)
{
    return field.path.substr(sort.list->path.size() + 3);
}

/// Whose it is and when it is due are worth a question, what comes later is not.
bool is_worth_asking(ItemSort const& sort, Field const& field)
{
    auto const elsewhere = !field.references.empty() && field.references != std::vector{sort.owner->name};
    return field.role == DateRole::due || (elsewhere && field.type == FieldType::string);
}

/// Asks for what an item lacks, and puts the answers into it.
void ask_for_item(ItemSort const& sort, std::vector<Field const*> const& missing, Table& said, WorkingTree const& tree,
                  Surroundings const& surroundings)
{
    auto const& schema = tree.schema(*sort.owner);
    auto const ask_one = [&](Field const& field, bool required) {
        auto const name = own_name(sort, field);
        if (auto answer = ask_field(field, name, required, tree, schema, surroundings))
            put(said, name, std::move(*answer));
    };
    surroundings.complain(
        fmt::format("A new {}. The end of input (Ctrl-D) leaves without writing.\n\n", visible(sort.kind.name)));
    for (auto const* field : missing) ask_one(*field, true);
    for (auto const& own : sort.kind.fields) {
        auto const* field = field_of_item(sort, own.path);
        if (field == nullptr || field->required || find(said, own.path) != nullptr) continue;
        if (is_worth_asking(sort, *field)) ask_one(*field, false);
    }
}

std::string holder_asked(ItemSort const& sort, WorkingTree const& tree, Surroundings const& surroundings)
{
    Question const question{.name = sort.owner->name,
                            .description = fmt::format("The {} that gets it.", visible(sort.owner->name)),
                            .choices = ids_of_kinds({sort.owner->name}, tree.records)};
    return *ask(surroundings, question, [&](std::string const& typed) {
        auto const known = tree.records.find(sort.owner->name, typed) != nullptr;
        return known ? std::nullopt
                     : std::optional{Objection{fmt::format("no {} is called '{}'", sort.owner->name, typed), {}}};
    });
}

[[noreturn]] void refuse_item(std::vector<std::string> const& problems, ItemSort const& sort)
{
    auto const more = fmt::format("`sss add {} --help` lists its fields.", visible(sort.kind.name));
    if (problems.size() == 1) throw UsageError{problems.front(), more};
    throw UsageError{fmt::format("{} things of this command cannot be taken", problems.size()),
                     fmt::format("{}\n{}", fmt::join(problems, "\n"), more)};
}

}  // namespace

std::string help_of_item(ItemSort const& sort, std::size_t width)
{
    auto const key = sort.list->key == keys::id ? fmt::format("[#{}1]", sort.list->path.substr(0, 1)) : std::string{};
    auto text =
        fmt::format("Usage: sss add {} {}{} [--FIELD VALUE]…\n", sort.kind.name, upper_name(sort.owner->name), key);
    text += fmt::format("Adds one to the list '{}' of {}.{}\n", sort.list->path, schema::with_article(sort.owner->name),
                        key.empty() ? "" : " Without a number of its own it gets the next one.");
    auto kind = sort.kind;
    std::erase_if(kind.fields, [&](Field const& field) { return field.path == sort.owner->name; });
    return text + help_of_fields(kind, width);
}

ExitStatus add_item(ItemSort const& sort, AddRequest const& request, std::string const& reason, WorkingTree const& tree,
                    WritingOptions const& writing, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    auto problems = request.problems;
    NewItemRequest item{.sort = sort.whole_name, .reason = reason};
    auto asked = request;
    if (sort.list->key == keys::id) {  // its key is no field of the item's own
        auto const is_key = [](auto const& field) { return field.first == keys::id; };
        if (auto const typed = std::ranges::find_if(asked.fields, is_key); typed != asked.fields.end())
            item.key = typed->second;
        std::erase_if(asked.fields, is_key);
    }
    item.said = item_of(asked, sort, tree, tree.configuration->zone.day_of(world.now()), problems);
    auto const hash = std::min(request.id.find('#'), request.id.size());
    item.holder = request.id.substr(0, hash);
    if (hash < request.id.size()) item.key = request.id.substr(hash + 1);
    auto const asks = surroundings.input_is_terminal;
    if (item.holder.empty() && !asks)
        problems.push_back(fmt::format("{} needs the {} that gets it: sss add {} {}",
                                       schema::with_article(sort.kind.name), sort.owner->name, sort.kind.name,
                                       upper_name(sort.owner->name)));
    auto const missing = missing_in_item(sort, item.said);
    if (!missing.empty() && !asks) {
        std::vector<std::string> names;
        for (auto const* field : missing) names.push_back("--" + own_name(sort, *field));
        problems.push_back(
            fmt::format("{} needs {}", schema::with_article(sort.kind.name), schema::joined(names, "and")));
    }
    if (!problems.empty()) refuse_item(problems, sort);
    if (item.holder.empty()) item.holder = holder_asked(sort, tree, surroundings);
    if (!missing.empty()) ask_for_item(sort, missing, item.said, tree, surroundings);
    return change(item, writing, common, surroundings);
}

}  // namespace sss
