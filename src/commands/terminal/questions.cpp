#include "commands/terminal/questions.hpp"

#include "commands/terminal/ask.hpp"
#include "records/write.hpp"
#include "work/change/field_values.hpp"
#include "work/change/new_record.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

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
        if (!field.references.empty() && ids_of_kinds(field.references, records).empty()) continue;
        if (auto const value = worth(field, others); value > 0) candidates.emplace_back(value, &field);
    }
    std::ranges::stable_sort(candidates, std::greater{}, &decltype(candidates)::value_type::first);
    candidates.resize(std::min(candidates.size(), most_asked));
    std::vector<Field const*> usual;
    for (auto const& [value, field] : candidates) usual.push_back(field);
    std::ranges::sort(usual);  // they stand in one list, so their order there is the order of their addresses
    return usual;
}

}  // namespace

std::optional<Value> ask_field(Field const& field, std::string const& name, bool required, WorkingTree const& tree,
                               Schema const& schema, Surroundings const& surroundings)
{
    Question question{.name = name, .description = field.description, .choices = field.choices};
    question.required = required;
    question.several = field.type == FieldType::array;
    if (!field.references.empty()) question.choices = ids_of_kinds(field.references, tree.records);
    if (field.default_value && field.default_value->array() == nullptr && required)
        question.fallback =
            field.default_value->text() != nullptr ? *field.default_value->text() : write_value(*field.default_value);
    auto const today = tree.configuration->zone.day_of(surroundings.now());
    auto const read = [&](std::string const& answer) {
        return value_of(schema, field, std::vector<std::string>{day_in_field(field, answer, today)});
    };
    auto const answer = ask(surroundings, question, [&](std::string const& typed) {
        return objection_to(schema, field, read(typed), tree.records);
    });
    return answer ? std::optional{read(*answer)} : std::nullopt;
}

void ask_for_fields(std::vector<Field const*> missing, WorkingTree const& tree, Schema const& schema, Table& record,
                    Surroundings const& surroundings)
{
    auto const& kind = schema.kind();
    auto const ask_one = [&](Field const& field, bool required) {
        if (auto answer = ask_field(field, field.path, required, tree, schema, surroundings))
            put(record, field.path, std::move(*answer));
    };
    surroundings.complain(fmt::format("A new {}. The end of input (Ctrl-D) leaves without writing.\n\n", kind.name));
    while (!missing.empty()) {
        for (auto const* field : missing) ask_one(*field, true);
        missing = missing_fields(kind, record);
    }
    auto const usual = usual_fields(kind, tree.records, record);
    if (!usual.empty()) surroundings.complain("\nWhat else is known? Enter alone leaves a field out.\n\n");
    for (auto const* field : usual) ask_one(*field, false);
}

}  // namespace sss
