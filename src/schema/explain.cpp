#include "schema/explain.hpp"

#include "programme/key_index.hpp"
#include "schema/date_check.hpp"
#include "schema/explainer.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace sss::schema {
namespace {

constexpr std::size_t longest_guess = 64;  ///< bytes of a word for which one that was meant is looked for

/// What the value can be, where that can be listed; else an example.
Sentence choices_help(Spot const& spot, Value const& value)
{
    std::vector<std::string> choices;
    for (auto const* choice : only_choices(*spot.node)) choices.push_back(shown(*choice));
    return choices.empty() ? example_help(spot, value) : Sentence{"it can be {values}", "values"_arg = listed(choices)};
}

/// What is known of a field that is not there.
Sentence help_for_missing(Property const& property)
{
    std::string said;
    std::vector<std::string> choices;
    if (property.node != nullptr) {
        said = shortened(description_of(*property.node), 300);
        for (auto const* choice : only_choices(*property.node)) choices.push_back(shown(*choice));
    }
    if (choices.empty() && said.empty()) return {"add {key} = …", "key"_arg = key_text(property.key)};
    if (choices.empty()) return Sentence::quoting(said);
    if (said.empty()) return {"It can be {values}", "values"_arg = listed(choices)};
    return {"{description} It can be {values}", "description"_arg = said, "values"_arg = listed(choices)};
}

}  // namespace

// ---- findings

void Explainer::add(Problems& problems, std::string_view rule, Place place, Sentence message, Sentence help)
{
    problems.push_back({Finding{rule, Severity::error, file_, place, std::move(message), std::move(help), {}}});
}

void Explainer::add_for_table(Problems& problems, std::string_view rule, Place place, Sentence message, Sentence help,
                              Table const& table, std::string field)
{
    add(problems, rule, place, std::move(message), std::move(help));
    problems.back().table = &table;
    problems.back().field = std::move(field);
}

// ---- one value

void Explainer::explain(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    if (full(problems) || judge_.accepts(node, value)) return;
    if (depth_ == deepest_check)
        return add(problems, "not-allowed-value", value.place,
                   {"{name} is not as its schema wants it", "name"_arg = name(spot), "field"_key = field_of(spot)});
    ++depth_;
    explain_refused(node, value, spot, problems);
    --depth_;
}

void Explainer::explain_refused(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    if (node.never) {
        add(problems, "not-allowed-value", value.place,
            {"{name} is not allowed here", "name"_arg = name(spot), "field"_key = field_of(spot)});
        return;
    }
    if (node.is_date) return wrong_date(value, spot, problems);
    if (node.types != 0 && (node.types & types_of(value)) == 0) return wrong_type(node.types, value, spot, problems);
    if (!Judge::is_choice(node, value)) return wrong_choice(only_choices(node), value, spot, problems);

    if (value.array() != nullptr)
        explain_array(node, value, spot, problems);
    else if (value.table() != nullptr)
        explain_table(node, value, spot, problems);
    else if (value.text() != nullptr ? wrong_text(node, value, spot, problems)
                                     : wrong_number(node, value, spot, problems))
        return;  // of a plain value, the first thing that is wrong is told, not what follows from it
    explain_in_place(node, value, spot, problems);
}

void Explainer::wrong_type(TypeSet types, Value const& value, Spot const& spot, Problems& problems)
{
    Sentence help;
    auto const key = spot.is_item ? std::string{} : key_text(spot.key) + " = ";
    auto const mended = in_type(value, types);
    // Only what would then be right is a help.
    if (mended && judge_.accepts(*spot.node, *mended))
        help = {"write {key}{value}", "key"_arg = key, "value"_arg = shown(*mended)};
    else if (value.table() != nullptr && (types & type::array) != 0 && !spot.is_item)
        help = {"write [[{key}]] instead of [{key}]", "key"_arg = key_text(spot.key)};
    else
        help = choices_help(spot, value);
    add(problems, "wrong-type", value.place,
        {"{name} is {is}, it should be {wanted}", "name"_arg = name(spot), "is"_arg = what_it_is(value),
         "wanted"_arg = what_it_should_be(types), "field"_key = field_of(spot)},
        std::move(help));
    problems.back().mismatch = true;
}

void Explainer::wrong_choice(std::vector<Value const*> const& choices, Value const& value, Spot const& spot,
                             Problems& problems)
{
    std::vector<std::string> words;
    std::vector<std::string> texts;
    for (auto const* choice : choices) {
        auto word = shown(*choice);
        if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
        if (choice->string() != nullptr) texts.push_back(*choice->string());
        if (words.size() > 200) break;  // more are not read by anyone
    }
    std::optional<std::string> meant;
    if (auto const* text = value.string(); text != nullptr && text->size() <= longest_guess)
        meant = nearest(*text, texts);
    auto const one = words.size() == 1;
    auto const all = one ? words.front() : listed(words);
    auto const guess = meant ? schema::quoted(*meant) : std::string{};
    add(problems, "not-allowed-value", value.place,
        {"{name} cannot be {value}", "name"_arg = name(spot), "value"_key = shown(value), "field"_key = field_of(spot)},
        meant && one
            ? Sentence{"did you mean {guess}? It can only be {values}", "guess"_arg = guess, "values"_arg = all}
        : meant ? Sentence{"did you mean {guess}? It can be {values}", "guess"_arg = guess, "values"_arg = all}
        : one   ? Sentence{"it can only be {values}", "values"_arg = all}
                : Sentence{"it can be {values}", "values"_arg = all});
    problems.back().mismatch = choices.size() == 1;
}

void Explainer::wrong_date(Value const& value, Spot const& spot, Problems& problems)
{
    auto const trouble = date_trouble(value);
    if (!trouble) return;
    auto place = value.place;
    // Only where the source shows the text as it is can a part of it be pointed at.
    auto const quotes = value.string() != nullptr ? std::uint32_t{1} : std::uint32_t{0};
    if (auto const* text = value.text();
        trouble->length > 0 && text != nullptr && characters(*text) + 2 * quotes == place.length)
    {
        place.column += quotes + static_cast<std::uint32_t>(trouble->offset);
        place.length = static_cast<std::uint32_t>(characters(text->substr(trouble->offset, trouble->length)));
    }
    add(problems, trouble->impossible ? "impossible-date" : "date", place,
        {"{reason}", "reason"_key = trouble->message, "field"_key = field_of(spot)}, trouble->help);
}

bool Explainer::wrong_number(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    if (value.boolean() != nullptr) return false;
    struct Bound {
        Value const* limit;
        std::string_view words;
        Value const* Node::*keyword;
    };
    for (auto const& [limit, words, keyword] : {Bound{node.minimum, "at least", &Node::minimum},
                                                Bound{node.exclusive_minimum, "more than", &Node::exclusive_minimum},
                                                Bound{node.maximum, "at most", &Node::maximum},
                                                Bound{node.exclusive_maximum, "less than", &Node::exclusive_maximum},
                                                Bound{node.multiple_of, "a multiple of", &Node::multiple_of}})
    {
        if (limit == nullptr) continue;
        Node alone;
        alone.anything = false;
        alone.*keyword = limit;
        if (judge_.accepts(alone, value)) continue;
        add(problems, "out-of-range", value.place,
            {"{name} is {value}, it should be {bound} {limit}", "name"_arg = name(spot), "value"_key = shown(value),
             "bound"_arg = words, "limit"_key = shown(*limit), "field"_key = field_of(spot)},
            Sentence::quoting(description_of(*spot.node)));
        return true;
    }
    return false;
}

bool Explainer::wrong_text(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    auto const& text = *value.text();
    auto const length = characters(text);
    if (length < node.min_length) {
        if (length == 0)
            add(problems, "length", value.place,
                {"{name} is empty", "name"_arg = name(spot), "field"_key = field_of(spot)},
                "write it, or leave the field out");
        else
            add(problems, "length", value.place,
                {"{name} has {length}, it should have at least {limit}", "name"_arg = name(spot),
                 "length"_arg = counted(length, "character"), "limit"_key = node.min_length,
                 "field"_key = field_of(spot)});
        return true;
    }
    if (length > node.max_length) {
        add(problems, "length", value.place,
            {"{name} has {length}, it should have at most {limit}", "name"_arg = name(spot),
             "length"_arg = counted(length, "character"), "limit"_key = node.max_length, "field"_key = field_of(spot)},
            example_help(spot, value));
        return true;
    }
    if (!has_format(value, node.format)) {
        wrong_format(node.format, value, spot, problems);
        return true;
    }
    if (node.pattern == nullptr || judge_.fits(*node.pattern, text)) return false;
    auto help = example_help(spot, value);
    if (help.empty()) help = {"it should match {pattern}", "pattern"_arg = shortened(node.pattern->text(), 120)};
    add(problems, "pattern", value.place,
        {"{name} is not written as it should be: {value}", "name"_arg = name(spot), "value"_key = shown(value),
         "field"_key = field_of(spot)},
        std::move(help));
    return true;
}

void Explainer::wrong_format(Format format, Value const& value, Spot const& spot, Problems& problems)
{
    if (format == Format::date && value.string() != nullptr)
        if (auto const trouble = date_trouble(value); trouble && trouble->impossible)
            return wrong_date(value, spot, problems);
    auto const dated = format == Format::date || format == Format::date_time || format == Format::time;
    add(problems, dated ? "date" : "pattern", value.place,
        {"{name} is {value}, it should be {wanted}", "name"_arg = name(spot), "value"_key = shown(value),
         "wanted"_arg = words_for(format), "field"_key = field_of(spot)},
        Sentence::quoting(description_of(*spot.node)));
}

// ---- arrays

void Explainer::explain_array(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    auto const& array = *value.array();
    auto const counts = [&](std::string_view bound, std::size_t limit) {
        add(problems, "length", value.place,
            {"{name} holds {number}, it should hold {bound} {limit}", "name"_arg = name(spot),
             "number"_key = counted(array.size(), "item"), "bound"_arg = bound, "limit"_key = limit,
             "field"_key = field_of(spot)},
            example_help(spot, value));
    };
    if (array.size() < node.min_items)
        counts(node.min_items == node.max_items ? "exactly" : "at least", node.min_items);
    auto most = node.max_items;
    if (node.additional_items != nullptr && node.additional_items->never)
        most = std::min(most, node.leading_items.size());
    if (array.size() > most) counts(most == node.min_items ? "exactly" : "at most", most);

    for (std::size_t i = 0; i < array.size() && !full(problems); ++i) {
        auto const* child = node.items;
        if (child == nullptr) child = i < node.leading_items.size() ? node.leading_items[i] : node.additional_items;
        // Items too many are told by their number; one that is refused by name is told itself.
        if (child == nullptr || (child->never && i >= node.leading_items.size())) continue;
        explain(*child, array[i], Spot{&spot, {}, true, i, child}, problems);
    }
    if (node.items != nullptr && node.items->never && !array.empty()) counts("at most", 0);
    if (node.unique_items)
        for (auto const* item : repeated_items(array)) {
            if (full(problems)) break;
            add(problems, "duplicate-item", item->place,
                {"{item} stands twice in {name}", "item"_key = shown(*item), "name"_arg = name(spot),
                 "field"_key = field_of(spot)},
                "remove one of the two");
        }
    auto const fits = [&](Value const& item) { return judge_.accepts(*node.contains, item); };
    if (node.contains != nullptr && judge_.whole() && std::ranges::none_of(array, fits))
        add(problems, "not-allowed-value", value.place,
            {"no item of {name} is as at least one of them has to be", "name"_arg = name(spot),
             "field"_key = field_of(spot)},
            Sentence::quoting(description_of(*node.contains)));
}

// ---- tables

void Explainer::explain_table(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    auto const& table = *value.table();
    missing_fields(node, value, spot, problems);
    for (auto const& member : table) {
        if (full(problems)) return;
        explain_member(node, table, member, spot, problems);
    }
    auto const counts = [&](std::string_view bound, std::size_t limit) {
        add(problems, "length", place_of(value, spot),
            {"{holder} has {number}, it should have {bound} {limit}", "holder"_arg = holder_of(spot, kind_),
             "number"_key = counted(table.size(), "field"), "bound"_arg = bound, "limit"_key = limit,
             "field"_key = field_of(spot)});
    };
    if (table.size() < node.min_properties && judge_.whole()) counts("at least", node.min_properties);
    if (table.size() > node.max_properties) counts("at most", node.max_properties);
    explain_dependencies(node, value, spot, problems);
}

void Explainer::missing_fields(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    if (!judge_.whole() || node.required == 0) return;
    auto const& table = *value.table();
    KeyIndex const there{table};
    std::vector<Property const*> missing;
    for (auto const& property : node.properties)
        if (property.required && there.find(property.key) == nullptr) missing.push_back(&property);
    std::ranges::stable_sort(missing, {}, [](Property const* property) { return property->order; });
    for (auto const* property : missing) {
        if (full(problems)) return;
        add_for_table(problems, "missing-field", place_of(value, spot),
                      {"{holder} needs '{key}'", "holder"_arg = holder_of(spot, kind_),
                       "key"_key = shortened(property->key), "field"_key = field_of(spot)},
                      help_for_missing(*property), table, std::string{property->key});
    }
}

void Explainer::explain_member(Node const& node, Table const& table, Member const& member, Spot const& spot,
                               Problems& problems)
{
    auto known = false;
    auto const into = [&](Node const& child) {
        known = true;
        explain(child, member.value, Spot{&spot, member.key, false, 0, &child}, problems);
    };
    if (auto const* property = node.property(member.key); property != nullptr && property->node != nullptr) {
        if (property->node->never && !member.value.unreadable()) {
            known = true;
            add(problems, "unknown-field", member.key_place,
                {"{holder} cannot have '{key}'", "holder"_arg = holder_of(spot, kind_),
                 "key"_key = shortened(member.key), "field"_key = field_of(spot)},
                "remove it");
        } else {
            into(*property->node);
        }
    }
    for (auto const& [pattern, child] : node.pattern_properties)
        if (judge_.fits(*pattern, member.key)) into(*child);
    if (!known && node.additional_properties != nullptr) {
        if (node.additional_properties->never)
            unknown_field(node, table, member, spot, problems);
        else
            into(*node.additional_properties);
    }
    if (node.property_names != nullptr)
        explain(*node.property_names, Value{member.key, member.key_place},
                Spot{&spot, member.key, false, 0, node.property_names}, problems);
}

Explainer::KnownFields const& Explainer::known_fields(Node const& node, Table const& table)
{
    auto const [found, is_new] = known_fields_.try_emplace({&node, &table});
    auto& known = found->second;
    if (!is_new) return known;
    std::vector<Property const*> in_order;
    for (auto const& property : node.properties)
        if (property.node != nullptr && !property.node->never) in_order.push_back(&property);
    std::ranges::sort(in_order, {}, [](Property const* property) { return property->order; });

    std::vector<std::string> all;
    KeyIndex const there{table};
    for (auto const* property : in_order) {
        all.push_back(shortened(property->key));
        if (there.find(property->key) != nullptr) continue;
        known.absent.push_back(property->key);
        if (property->required) known.missing.push_back(property->key);
    }
    known.all = listed(all);
    return known;
}

void Explainer::unknown_field(Node const& node, Table const& table, Member const& member, Spot const& spot,
                              Problems& problems)
{
    auto const& known = known_fields(node, table);
    // A field that is missed is the likeliest to have been meant; one that stands already was not.
    std::optional<std::string> meant;
    if (member.key.size() <= longest_guess) meant = nearest(member.key, known.missing);
    if (!meant && member.key.size() <= longest_guess) meant = nearest(member.key, known.absent);

    Sentence help = "it has no fields";
    if (meant)
        help = {"did you mean '{field}'?", "field"_arg = *meant};
    else if (!known.all.empty())
        help = {"its fields are {fields}", "fields"_arg = known.all};
    add_for_table(problems, "unknown-field", member.key_place,
                  {"{holder} has no field '{key}'", "holder"_arg = holder_of(spot, kind_),
                   "key"_key = shortened(member.key), "field"_key = field_of(spot)},
                  std::move(help), table, meant.value_or(""));
}

void Explainer::explain_dependencies(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    if (node.dependencies.empty()) return;
    auto const& table = *value.table();
    KeyIndex const there{table};
    for (auto const& dependency : node.dependencies) {
        auto const* present = there.find(dependency.key);
        if (present == nullptr) continue;
        if (dependency.node != nullptr) explain(*dependency.node, value, spot, problems);
        if (!judge_.whole()) continue;
        for (auto const& needed : dependency.needs)
            if (there.find(needed) == nullptr)
                add_for_table(problems, "missing-field", present->key_place,
                              {"{holder} that has '{has}' needs '{key}'", "holder"_arg = holder_of(spot, kind_),
                               "has"_key = present->key, "key"_key = needed, "field"_key = field_of(spot)},
                              {"add {key} = …", "key"_arg = key_text(needed)}, table, std::string{needed});
    }
}

// ---- the whole

namespace {

/// A required field that is missed only because its name was mistyped is one mistake, and the typing error is it.
void drop_consequences(Problems& problems)
{
    std::set<std::pair<Table const*, std::string>> meant;
    for (auto const& problem : problems)
        if (problem.finding.rule == "unknown-field" && !problem.field.empty())
            meant.emplace(problem.table, problem.field);
    std::erase_if(problems, [&](Problem const& problem) {
        return problem.finding.rule == "missing-field" && meant.contains({problem.table, problem.field});
    });
}

void drop_repetitions(Problems& problems)
{
    if (problems.size() < 2) return;
    std::set<std::tuple<std::string_view, Place, std::string>> seen;
    std::erase_if(problems, [&](Problem const& problem) {
        auto const& finding = problem.finding;
        return !seen.emplace(finding.rule, finding.place, finding.message.text()).second;
    });
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

void explain(Compiled const& schema, Document const& document, std::string_view text, Judge& judge,
             std::vector<Finding>& findings)
{
    Problems problems;
    Value const root{document.root};
    Explainer{schema, document, judge}.explain(*schema.root, root, Spot{.node = schema.root}, problems);
    auto const cut_off = problems.size() >= most_findings;
    drop_consequences(problems);
    drop_repetitions(problems);

    auto const lines = lines_of(text);
    for (auto& problem : problems) {
        auto& finding = problem.finding;
        auto const number = finding.place.line;
        if (number > 0 && number <= lines.size()) keep_excerpt(finding, lines[number - 1]);
        findings.push_back(std::move(finding));
    }
    if (cut_off)
        findings.push_back({"schema",
                            Severity::error,
                            document.path,
                            {},
                            {"this record has more findings than are told here", "more"_key = ""},
                            "mend those told first",
                            {}});
}

}  // namespace sss::schema
