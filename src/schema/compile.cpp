#include "schema/compile.hpp"

#include "schema/compare.hpp"
#include "schema/compiler.hpp"
#include "schema/json.hpp"
#include "schema/link.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss::schema {
namespace {

constexpr std::size_t most_nodes = 10'000;  ///< subschemas; the largest standard schema has about 150
constexpr std::size_t most_problems = 100;  ///< told of one schema
constexpr std::size_t longest_chain = 100;  ///< of a $ref that leads to a $ref

}  // namespace

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
    link_nodes(*result_, [this](Node const& node, Sentence message, Sentence help) {
        complain(node.source->place, std::move(message), std::move(help));
    });
    return std::move(result_);
}

void Compiler::complain(Place place, Sentence message, Sentence help, Severity severity)
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
        complain(target->place, {"a schema is an object, true or false, not {value}", "value"_key = shown(*target)});
        return accepts_all_;
    }
    auto const [known, is_new] = known_.emplace(target, nullptr);
    if (!is_new) return known->second;
    if (result_->nodes.size() == most_nodes) {
        complain(target->place,
                 {"the schema has more than {parts} parts, the limit that sss reads", "parts"_arg = most_nodes});
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
                complain(
                    reference->place,
                    {"{address} is in another document, which sss does not read", "address"_key = quoted(*address)},
                    "copy it into this schema's \"definitions\"");
            else if (first_time)
                complain(reference->place,
                         {"{address} leads nowhere in this schema", "address"_key = quoted(*address)});
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
        complain(member.key_place, {"'{keyword}' has no effect beside '$ref'", "keyword"_key = member.key},
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
    complain(
        member.key_place, {"JSON Schema draft-07 has no keyword '{keyword}'", "keyword"_key = shortened(name)},
        meant ? Sentence{"did you mean '{keyword}'?", "keyword"_arg = *meant} : Sentence{"it has no effect; remove it"},
        ours || meant ? Severity::error : Severity::warning);
}

std::shared_ptr<Compiled> compile_schema(std::string const& path, std::string_view text, std::vector<Finding>& problems)
{
    auto compiled = Compiler{path, text, problems}.run();
    describe_fields(*compiled);
    auto const& title = compiled->kind.title_field;
    if (!title.empty() && compiled->kind.field(title) == nullptr) {
        auto const* keyword = find(*compiled->json.table(), "x-sss-title");
        problems.push_back(schema_finding(
            Severity::error, path, text, keyword->place,
            {"'x-sss-title' names the field {field}, which the schema does not have", "field"_key = quoted(title)}));
    }
    return compiled;
}

}  // namespace sss::schema
