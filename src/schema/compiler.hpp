#pragma once

#include "programme/finding.hpp"
#include "schema/addresses.hpp"
#include "schema/node.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sss::schema {

/// Makes the nodes of one schema file: compile.cpp goes through the JSON, keywords.cpp knows what each keyword means.
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
    void complain(Place place, Sentence message, Sentence help = {}, Severity severity = Severity::error);
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

}  // namespace sss::schema
