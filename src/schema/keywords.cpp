#include "git/own_folder.hpp"
#include "schema/compiler.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace sss::schema {

std::span<Compiler::Keyword const> Compiler::keywords()
{
    using C = Compiler;
    static constexpr std::array table{
        Keyword{"$schema", &C::schema_version},
        Keyword{"$id", &C::says_nothing},
        Keyword{"$ref", &C::says_nothing},
        Keyword{"$comment", &C::says_nothing},
        Keyword{"definitions", &C::definitions},
        Keyword{"title", &C::title},
        Keyword{"description", &C::description},
        Keyword{"default", &C::says_nothing},
        Keyword{"examples", &C::examples},
        Keyword{"readOnly", &C::says_nothing},
        Keyword{"writeOnly", &C::says_nothing},
        Keyword{"contentMediaType", &C::says_nothing},
        Keyword{"contentEncoding", &C::says_nothing},
        Keyword{"type", &C::type},
        Keyword{"enum", &C::enumeration},
        Keyword{"const", &C::constant},
        Keyword{"multipleOf", &C::multiple_of},
        Keyword{"maximum", &C::bound<&Node::maximum>},
        Keyword{"exclusiveMaximum", &C::bound<&Node::exclusive_maximum>},
        Keyword{"minimum", &C::bound<&Node::minimum>},
        Keyword{"exclusiveMinimum", &C::bound<&Node::exclusive_minimum>},
        Keyword{"maxLength", &C::limit<&Node::max_length>},
        Keyword{"minLength", &C::limit<&Node::min_length>},
        Keyword{"pattern", &C::pattern_keyword},
        Keyword{"format", &C::format},
        Keyword{"items", &C::items_keyword},
        Keyword{"additionalItems", &C::child<&Node::additional_items>},
        Keyword{"maxItems", &C::limit<&Node::max_items>},
        Keyword{"minItems", &C::limit<&Node::min_items>},
        Keyword{"uniqueItems", &C::unique_items},
        Keyword{"contains", &C::child<&Node::contains>},
        Keyword{"maxProperties", &C::limit<&Node::max_properties>},
        Keyword{"minProperties", &C::limit<&Node::min_properties>},
        Keyword{"required", &C::required},
        Keyword{"properties", &C::properties},
        Keyword{"patternProperties", &C::pattern_properties},
        Keyword{"additionalProperties", &C::child<&Node::additional_properties>},
        Keyword{"dependencies", &C::dependencies},
        Keyword{"propertyNames", &C::child<&Node::property_names>},
        Keyword{"if", &C::child<&Node::condition>},
        Keyword{"then", &C::child<&Node::consequence>},
        Keyword{"else", &C::child<&Node::alternative>},
        Keyword{"allOf", &C::children<&Node::all_of>},
        Keyword{"anyOf", &C::children<&Node::any_of>},
        Keyword{"oneOf", &C::children<&Node::one_of>},
        Keyword{"not", &C::child<&Node::negated>},
        Keyword{"x-sss-folder", &C::folder},
        Keyword{"x-sss-id", &C::id_pattern},
        Keyword{"x-sss-title", &C::title_field},
        Keyword{"x-sss-reference", &C::reference},
        Keyword{"x-sss-date", &C::date_role},
        Keyword{"x-sss-key", &C::key},
    };
    return table;
}

// ---- what the handlers ask

bool Compiler::is_wrong(Value const& value, std::string_view should_be)
{
    complain(value.place,
             {"{value} stands where {wanted} should be", "value"_key = shown(value), "wanted"_arg = should_be});
    return true;
}

void Compiler::count(Value const& value, std::size_t& into)
{
    auto const* whole = value.integer();
    auto const* floating = value.floating();
    if (whole != nullptr && *whole >= 0)
        into = static_cast<std::size_t>(*whole);
    else if (floating != nullptr && *floating >= 0 && *floating < 1e18 && std::trunc(*floating) == *floating)
        into = static_cast<std::size_t>(*floating);
    else
        is_wrong(value, "a whole number from 0 on");
}

void Compiler::number(Node& node, Value const& value, Value const*& into)
{
    if (value.integer() == nullptr && value.floating() == nullptr) {
        is_wrong(value, "a number");
        return;
    }
    node.anything = false;
    into = &value;
}

void Compiler::list_of_schemas(Node& node, Value const& value, std::vector<Node const*>& into)
{
    auto const* list = value.array();
    if (list == nullptr || list->empty()) {
        is_wrong(value, "a list of at least one schema");
        return;
    }
    node.anything = false;
    for (auto const& schema : *list) into.push_back(node_for(schema));
}

std::vector<std::string_view> Compiler::names(Value const& value)
{
    std::vector<std::string_view> result;
    auto const* list = value.array();
    if (list == nullptr)
        is_wrong(value, "a list of names");
    else
        for (auto const& item : *list) {
            if (item.string() != nullptr)
                result.emplace_back(*item.string());
            else
                is_wrong(item, "a name");
        }
    return result;
}

std::string_view Compiler::text(Value const& value)
{
    if (value.string() != nullptr) return *value.string();
    is_wrong(value, "a text");
    return {};
}

Property& Compiler::property(Node& node, std::string_view key)
{
    node.anything = false;
    auto const [known, is_new] = property_index_.emplace(key, node.properties.size());
    return is_new ? node.properties.emplace_back(Property{.key = key}) : node.properties[known->second];
}

Pattern const* Compiler::pattern(Value const& where, std::string const& expression)
{
    auto compiled = result_->patterns.compile(expression);
    if (auto const* refused = std::get_if<Patterns::Refused>(&compiled)) {
        complain(where.place, refused->message, refused->help);
        return nullptr;
    }
    return std::get<Pattern const*>(compiled);
}

// ---- one a keyword

void Compiler::schema_version(Node&, Value const& value)
{
    auto version = text(value);
    if (version.ends_with('#')) version.remove_suffix(1);
    if (version != "http://json-schema.org/draft-07/schema" && version != "https://json-schema.org/draft-07/schema")
        complain(value.place, {"sss reads JSON Schema draft-07, not {version}", "version"_key = quoted(version)},
                 R"(write "$schema": "http://json-schema.org/draft-07/schema#")", Severity::warning);
}

void Compiler::definitions(Node&, Value const& value)
{
    auto const* table = value.table();
    if (table == nullptr)
        is_wrong(value, "an object of schemas");
    else
        for (auto const& member : *table) node_for(member.value);  // also where none refers to it: it is checked
}

void Compiler::title(Node& node, Value const& value)
{
    node.title = text(value);
}
void Compiler::description(Node& node, Value const& value)
{
    node.description = text(value);
}

void Compiler::examples(Node& node, Value const& value)
{
    if (value.array() == nullptr)
        is_wrong(value, "a list of examples");
    else
        node.examples = &value;
}

void Compiler::type(Node& node, Value const& value)
{
    static constexpr std::array names{std::pair{"null", type::null},       std::pair{"boolean", type::boolean},
                                      std::pair{"integer", type::integer}, std::pair{"number", type::number},
                                      std::pair{"string", type::string},   std::pair{"array", type::array},
                                      std::pair{"object", type::object}};
    auto const add = [&](Value const& name) {
        auto const* found = name.string() == nullptr
                                ? names.end()
                                : std::ranges::find(names, *name.string(), &decltype(names)::value_type::first);
        if (found == names.end())
            is_wrong(name, "one of null, boolean, integer, number, string, array, object");
        else
            node.types = static_cast<TypeSet>(node.types | found->second);
    };
    if (auto const* list = value.array())
        std::ranges::for_each(*list, add);
    else
        add(value);
    node.anything = node.anything && node.types == 0;
}

void Compiler::enumeration(Node& node, Value const& value)
{
    auto const* list = value.array();
    if (list == nullptr || list->empty()) {
        is_wrong(value, "a list of at least one value");
        return;
    }
    node.anything = false;
    for (auto const& choice : *list) node.choices.push_back(&choice);
}

void Compiler::constant(Node& node, Value const& value)
{
    node.anything = false;
    node.constant = &value;
}

void Compiler::format(Node& node, Value const& value)
{
    auto const name = text(value);
    if (value.string() == nullptr) return;
    auto const known = format_of(name);
    if (known == Format::unknown) {
        complain(value.place, {"sss does not check the format {format}", "format"_key = quoted(name)},
                 "those it checks: date, date-time, time, email, uri, uri-reference, regex", Severity::warning);
        return;
    }
    node.anything = false;
    node.format = known;
}

void Compiler::pattern_keyword(Node& node, Value const& value)
{
    if (value.string() == nullptr) {
        is_wrong(value, "a regular expression");
        return;
    }
    node.pattern = pattern(value, *value.string());
    node.anything = node.anything && node.pattern == nullptr;
}

void Compiler::items_keyword(Node& node, Value const& value)
{
    node.anything = false;
    auto const* list = value.array();
    if (list == nullptr)
        node.items = node_for(value);
    else
        for (auto const& schema : *list) node.leading_items.push_back(node_for(schema));
}

void Compiler::unique_items(Node& node, Value const& value)
{
    if (value.boolean() == nullptr) {
        is_wrong(value, "true or false");
        return;
    }
    node.unique_items = *value.boolean();
    node.anything = node.anything && !node.unique_items;
}

void Compiler::required(Node& node, Value const& value)
{
    for (auto const name : names(value)) {
        auto& known = property(node, name);
        node.required += known.required ? 0 : 1;
        known.required = true;
    }
}

void Compiler::properties(Node& node, Value const& value)
{
    auto const* table = value.table();
    if (table == nullptr) {
        is_wrong(value, "an object of schemas");
        return;
    }
    std::size_t order = 0;
    for (auto const& member : *table) {
        auto& known = property(node, member.key);
        known.node = node_for(member.value);
        known.order = order++;
    }
}

void Compiler::pattern_properties(Node& node, Value const& value)
{
    auto const* table = value.table();
    if (table == nullptr) {
        is_wrong(value, "an object of schemas");
        return;
    }
    for (auto const& member : *table) {
        auto const* compiled = pattern(Value{{}, member.key_place}, member.key);
        auto const* child = node_for(member.value);
        if (compiled == nullptr) continue;
        node.anything = false;
        node.pattern_properties.push_back({compiled, child});
    }
}

void Compiler::dependencies(Node& node, Value const& value)
{
    auto const* table = value.table();
    if (table == nullptr) {
        is_wrong(value, "an object of schemas or lists of names");
        return;
    }
    node.anything = false;
    for (auto const& member : *table) {
        Dependency dependency{.key = member.key, .needs = {}};
        if (member.value.array() != nullptr)
            dependency.needs = names(member.value);
        else
            dependency.node = node_for(member.value);
        node.dependencies.push_back(std::move(dependency));
    }
}

void Compiler::multiple_of(Node& node, Value const& value)
{
    auto const positive =
        (value.integer() != nullptr && *value.integer() > 0) || (value.floating() != nullptr && *value.floating() > 0);
    if (positive)
        number(node, value, node.multiple_of);
    else
        is_wrong(value, "a number above 0");
}

void Compiler::reference(Node& node, Value const& value)
{
    if (value.string() != nullptr)
        node.references.push_back(*value.string());
    else
        for (auto const kind : names(value)) node.references.emplace_back(kind);
}

void Compiler::date_role(Node& node, Value const& value)
{
    static constexpr std::array roles{
        std::pair{"baseline", DateRole::baseline}, std::pair{"planned", DateRole::planned},
        std::pair{"actual", DateRole::actual},     std::pair{"start", DateRole::start},
        std::pair{"end", DateRole::end},           std::pair{"due", DateRole::due},
        std::pair{"closed", DateRole::closed},     std::pair{"other", DateRole::other}};
    auto const* found = value.string() == nullptr
                            ? roles.end()
                            : std::ranges::find(roles, *value.string(), &decltype(roles)::value_type::first);
    if (found == roles.end()) {
        is_wrong(value, "one of baseline, planned, actual, start, end, due, closed, other");
        return;
    }
    node.anything = false;
    node.is_date = true;
    node.role = found->second;
}

void Compiler::key(Node& node, Value const& value)
{
    node.key = text(value);
}

void Compiler::folder(Node& node, Value const& value)
{
    auto const name = text(value);
    if (!is_root(node)) complain(value.place, "'x-sss-folder' belongs at the root of the schema");
    if (value.string() == nullptr || !is_root(node)) return;
    auto const inside = fmt::format("/{}/", name);
    auto const bad = std::ranges::any_of(std::initializer_list<std::string_view>{"//", "/./", "/../", "\\"},
                                         [&](auto part) { return inside.find(part) != std::string::npos; });
    if (bad || name.find('\0') != std::string_view::npos || leads_into_git(name))
        complain(value.place, {"{folder} is no folder below the data folder", "folder"_key = quoted(name)},
                 "name one such as \"stations\" or \"ground/stations\"");
    else
        result_->kind.folder = name;
}

void Compiler::id_pattern(Node& node, Value const& value)
{
    auto const expression = std::string{text(value)};
    if (!is_root(node)) complain(value.place, "'x-sss-id' belongs at the root of the schema");
    if (value.string() == nullptr || !is_root(node) || pattern(value, expression) == nullptr) return;
    result_->kind.id_pattern = expression;
    auto const whole = result_->patterns.compile(fmt::format("^(?:{})$", expression));
    auto const* compiled = std::get_if<Pattern const*>(&whole);
    result_->kind.nested_ids = expression.find('/') != std::string::npos ||
                               (compiled != nullptr && ((*compiled)->found_in("a/b") || (*compiled)->found_in("A/B") ||
                                                        (*compiled)->found_in("1/2")));
}

void Compiler::title_field(Node& node, Value const& value)
{
    auto const field = text(value);
    if (!is_root(node))
        complain(value.place, "'x-sss-title' belongs at the root of the schema");
    else
        result_->kind.title_field = field;
}

}  // namespace sss::schema
