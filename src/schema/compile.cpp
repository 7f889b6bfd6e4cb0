#include "schema/compile.hpp"

#include "schema/addresses.hpp"
#include "schema/compare.hpp"
#include "schema/json.hpp"
#include "schema/link.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace sss::schema {
namespace {

constexpr std::size_t most_nodes = 10'000;  ///< subschemas; the largest standard schema has about 150
constexpr std::size_t most_problems = 100;  ///< told of one schema
constexpr std::size_t longest_chain = 100;  ///< of a $ref that leads to a $ref

class Compiler {
public:
    Compiler(std::string const& path, std::string_view text, std::vector<Finding>& problems)
        : path_(path), text_(text), problems_(problems)
    {}

    std::shared_ptr<Compiled> run();

private:
    using Handler = void (Compiler::*)(Node&, Value const&);
    struct Keyword {
        std::string_view name;
        Handler handle;
    };
    static std::span<Keyword const> keywords();
    static Handler handler_of(std::string_view name);

    // From JSON to nodes. Children wait in a queue, so that no schema can exhaust the stack.
    Node const* node_for(Value const& schema);
    Value const* follow_references(Value const& schema);
    void note_ignored(Table const& beside);
    void fill(Node& node, Table const& schema);
    void unknown_keyword(Member const& member);

    // What the handlers ask.
    void complain(Place place, std::string message, std::string help = {}, Severity severity = Severity::error);
    bool is_wrong(Value const& value, std::string_view should_be);
    void count(Value const& value, std::size_t& into);
    void number(Node& node, Value const& value, Value const*& into);
    void list_of_schemas(Node& node, Value const& value, std::vector<Node const*>& into);
    std::vector<std::string_view> names(Value const& value);
    std::string_view text(Value const& value);
    Property& property(Node& node, std::string_view key);
    Pattern const* pattern(Value const& where, std::string const& text);

    // One a keyword.
    void says_nothing(Node&, Value const&) {}
    void schema_version(Node&, Value const&);
    void definitions(Node&, Value const&);
    void title(Node&, Value const&);
    void description(Node&, Value const&);
    void examples(Node&, Value const&);
    void type(Node&, Value const&);
    void enumeration(Node&, Value const&);
    void constant(Node&, Value const&);
    void format(Node&, Value const&);
    void pattern_keyword(Node&, Value const&);
    void items_keyword(Node&, Value const&);
    void unique_items(Node&, Value const&);
    void required(Node&, Value const&);
    void properties(Node&, Value const&);
    void pattern_properties(Node&, Value const&);
    void dependencies(Node&, Value const&);
    void multiple_of(Node&, Value const&);
    void reference(Node&, Value const&);
    void date_role(Node&, Value const&);
    void key(Node&, Value const&);
    void folder(Node&, Value const&);
    void id_pattern(Node&, Value const&);
    void title_field(Node&, Value const&);
    template <Node const* Node::*Child>
    void child(Node& node, Value const& value)
    {
        node.*Child = node_for(value);
        node.anything = false;
    }
    template <std::vector<Node const*> Node::*Children>
    void children(Node& node, Value const& value)
    {
        list_of_schemas(node, value, node.*Children);
    }
    template <Value const* Node::*Bound>
    void bound(Node& node, Value const& value)
    {
        number(node, value, node.*Bound);
    }
    template <std::size_t Node::*Limit>
    void limit(Node& node, Value const& value)
    {
        node.anything = false;
        count(value, node.*Limit);
    }

    bool is_root(Node const& node) const { return node.source == root_; }

    std::string const& path_;
    std::string_view text_;
    std::vector<Finding>& problems_;
    std::size_t told_ = 0;
    std::shared_ptr<Compiled> result_ = std::make_shared<Compiled>();
    std::optional<Addresses> addresses_;
    Value const* root_ = nullptr;  ///< the node of the root may be made from another place, where the root is a $ref
    Node const* accepts_all_ = nullptr;
    Node const* accepts_none_ = nullptr;
    std::unordered_map<Value const*, Node*> known_;
    std::unordered_set<Value const*> noted_;
    std::vector<Node*> waiting_;
    std::unordered_map<std::string_view, std::size_t> property_index_;  ///< of the node that is being filled
};

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

Compiler::Handler Compiler::handler_of(std::string_view name)
{
    static auto const by_name = [] {
        std::unordered_map<std::string_view, Handler> map;
        for (auto const& keyword : keywords()) map.emplace(keyword.name, keyword.handle);
        return map;
    }();
    auto const found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
}

std::shared_ptr<Compiled> Compiler::run()
{
    auto& nodes = result_->nodes;
    accepts_all_ = &nodes.emplace_back();
    auto& none = nodes.emplace_back();
    none.never = true;
    none.anything = false;
    accepts_none_ = &none;
    result_->root = accepts_all_;

    auto json = parse_json(path_, text_, problems_);
    if (json) {
        result_->json = std::move(*json);
        root_ = &result_->json;
        addresses_.emplace(result_->json);
        result_->root = node_for(result_->json);
        while (!waiting_.empty()) {
            auto* node = waiting_.back();
            waiting_.pop_back();
            fill(*node, *node->source->table());
        }
    }
    link_nodes(*result_, [this](Node const& node, std::string message, std::string help) {
        complain(node.source->place, std::move(message), std::move(help));
    });
    return std::move(result_);
}

void Compiler::complain(Place place, std::string message, std::string help, Severity severity)
{
    if (++told_ > most_problems) return;
    if (told_ == most_problems) {
        message = "the schema has more problems than are told here";
        help = "mend those above first";
    }
    problems_.push_back(schema_finding(severity, path_, text_, place, std::move(message), std::move(help)));
}

// ---- from JSON to nodes

Node const* Compiler::node_for(Value const& schema)
{
    auto const* target = follow_references(schema);
    if (target == nullptr) return accepts_all_;
    if (auto const* truth = target->boolean()) return *truth ? accepts_all_ : accepts_none_;
    if (target->table() == nullptr) {
        complain(target->place, fmt::format("a schema is an object, true or false, not {}", shown(*target)));
        return accepts_all_;
    }
    auto const [known, is_new] = known_.emplace(target, nullptr);
    if (!is_new) return known->second;
    if (result_->nodes.size() == most_nodes) {
        complain(target->place, fmt::format("the schema has more than {} parts, the limit that sss reads", most_nodes));
        known->second = &result_->nodes.front();
        return accepts_all_;
    }
    auto& node = result_->nodes.emplace_back();
    node.source = target;
    known->second = &node;
    waiting_.push_back(&node);
    return &node;
}

Value const* Compiler::follow_references(Value const& schema)
{
    auto const* at = &schema;
    for (std::size_t steps = 0; steps < longest_chain; ++steps) {
        auto const* table = at->table();
        auto const* reference = table != nullptr ? find(*table, "$ref") : nullptr;
        if (reference == nullptr) return at;
        auto const* address = reference->string();
        if (address == nullptr) {
            if (noted_.insert(at).second) complain(reference->place, "'$ref' should be a text");
            return nullptr;
        }
        auto const first_time = noted_.insert(at).second;
        if (first_time) note_ignored(*table);
        auto const target = addresses_->follow(*at, *address);
        if (target.schema == nullptr) {
            if (first_time && target.remote)
                complain(reference->place,
                         fmt::format("{} is in another document, which sss does not read", quoted(*address)),
                         "copy it into this schema's \"definitions\"");
            else if (first_time)
                complain(reference->place, fmt::format("{} leads nowhere in this schema", quoted(*address)));
            return nullptr;
        }
        at = target.schema;
    }
    complain(schema.place, "this $ref leads in a circle");
    return nullptr;
}

void Compiler::note_ignored(Table const& beside)
{
    for (auto const& member : beside) {
        // The root's definitions are reached through pointers all the same, and the others change nothing.
        if (member.key == "$ref" || member.key == "definitions" || member.key.starts_with("$")) continue;
        complain(member.key_place, fmt::format("'{}' has no effect beside '$ref'", member.key),
                 R"(write "allOf": [{"$ref": …}] instead of the plain "$ref")", Severity::note);
    }
}

void Compiler::fill(Node& node, Table const& schema)
{
    for (auto const& [key, key_place, value] : schema) {
        if (auto const handle = handler_of(key))
            (this->*handle)(node, value);
        else
            unknown_keyword({key, key_place, {}});
    }
    // `additionalItems` goes on where a list of schemas ends; without one it says nothing.
    auto const* items = find(schema, "items");
    if (items == nullptr || items->array() == nullptr) node.additional_items = nullptr;
    property_index_.clear();
    std::ranges::sort(node.properties, shorter_first, &Property::key);
    node.sorted_choices = node.choices;
    std::ranges::stable_sort(node.sorted_choices,
                             [](Value const* a, Value const* b) { return compare_values(*a, *b) < 0; });
}

void Compiler::unknown_keyword(Member const& member)
{
    auto const& name = member.key;
    auto const ours = name.starts_with("x-sss-");
    if (name.starts_with("x-") && !ours) return;  // by custom, these belong to other tools
    std::vector<std::string_view> known;
    for (auto const& keyword : keywords()) known.push_back(keyword.name);
    auto const meant = nearest(name, known);
    complain(member.key_place, fmt::format("JSON Schema draft-07 has no keyword '{}'", shortened(name)),
             meant ? fmt::format("did you mean '{}'?", *meant) : "it has no effect; remove it",
             ours || meant ? Severity::error : Severity::warning);
}

// ---- what the handlers ask

bool Compiler::is_wrong(Value const& value, std::string_view should_be)
{
    complain(value.place, fmt::format("{} stands where {} should be", shown(value), should_be));
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
        complain(value.place, fmt::format("sss reads JSON Schema draft-07, not {}", quoted(version)),
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
        complain(value.place, fmt::format("sss does not check the format {}", quoted(name)),
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
    if (bad || name.find('\0') != std::string_view::npos)
        complain(value.place, fmt::format("{} is no folder below the data folder", quoted(name)),
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

}  // namespace

std::shared_ptr<Compiled> compile_schema(std::string const& path, std::string_view text, std::vector<Finding>& problems)
{
    auto compiled = Compiler{path, text, problems}.run();
    describe_fields(*compiled);
    auto const& title = compiled->kind.title_field;
    if (!title.empty() && compiled->kind.field(title) == nullptr) {
        auto const* keyword = find(*compiled->json.table(), "x-sss-title");
        problems.push_back(schema_finding(
            Severity::error, path, text, keyword->place,
            fmt::format("'x-sss-title' names the field {}, which the schema does not have", quoted(title))));
    }
    return compiled;
}

}  // namespace sss::schema
