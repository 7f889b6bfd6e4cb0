#include "schema/compile.hpp"
#include "schema/schema.hpp"

#include <algorithm>

namespace sss {

using namespace schema;
namespace {

/// Goes down a record and its schema side by side, only where the schema says that something marked can be met.
template <typename Visit>
class Walk {
public:
    Walk(bool Node::*leads, Visit const& visit) : leads_(leads), visit_(visit) {}

    void table(Node const& node, Table const& table, std::string& path)
    {
        for (auto const* part : node.together) {
            auto const below = !part->properties.empty() || !part->pattern_properties.empty() ||
                               part->additional_properties != nullptr;
            if (!below) continue;
            for (auto const& member : table) {
                if (left_ == 0) return;
                --left_;
                auto const length = path.size();
                if (visit_.wants_path) {
                    if (length > 0) path += '.';
                    path += member.key;
                }
                this->member(node, *part, member, path);
                path.resize(length);
            }
        }
    }

private:
    void member(Node const& node, Node const& part, Member const& member, std::string& path)
    {
        auto known = false;
        if (auto const* property = part.property(member.key); property != nullptr && property->node != nullptr) {
            known = true;
            // A second description of the same member by the same node would tell it twice.
            auto const seen = node.together.size() > 1 && seen_before(node, part, member.key, property->node);
            if (!seen) value(*property->node, member.value, path);
        }
        for (auto const& [pattern, child] : part.pattern_properties) {
            if (!pattern->found_in(member.key)) continue;
            known = true;
            value(*child, member.value, path);
        }
        if (!known && part.additional_properties != nullptr) value(*part.additional_properties, member.value, path);
    }

    static bool seen_before(Node const& node, Node const& part, std::string_view key, Node const* child)
    {
        for (auto const* earlier : node.together) {
            if (earlier == &part) return false;
            auto const* property = earlier->property(key);
            if (property != nullptr && property->node == child) return true;
        }
        return false;
    }

    void value(Node const& node, Value const& value, std::string& path)
    {
        if (!(node.*leads_)) return;
        if (value.text() != nullptr) {
            visit_(node, path, value);
        } else if (auto const* members = value.table()) {
            table(node, *members, path);
        } else if (auto const* items = value.array()) {
            path += "[]";
            for (auto const* part : node.together) array(*part, *items, path);
            path.resize(path.size() - 2);
        }
    }

    void array(Node const& part, Array const& items, std::string& path)
    {
        for (std::size_t i = 0; i < items.size() && left_ > 0; ++i, --left_) {
            auto const* child = part.items;
            if (child == nullptr) child = i < part.leading_items.size() ? part.leading_items[i] : part.additional_items;
            if (child == nullptr) return;
            value(*child, items[i], path);
        }
    }

    bool Node::*leads_;
    std::size_t left_ =
        4'000'000;  ///< steps; where these are too few, the check (judge.hpp) has run out too, and says so
    Visit const& visit_;
};

struct ReferenceVisit {
    static constexpr bool wants_path = false;
    Schema::VisitReference const& visit;
    void operator()(Node const& node, std::string const&, Value const& value) const
    {
        if (!node.value_references.empty()) visit(node.value_references, value);
    }
};

struct DateVisit {
    static constexpr bool wants_path = true;
    Schema::VisitDate const& visit;
    void operator()(Node const& node, std::string const& path, Value const& value) const
    {
        if (node.value_role != DateRole::none) visit(node.value_role, path, value);
    }
};

template <typename Visit>
void walk(Node const& root, bool Node::*leads, Table const& record, Visit const& visit)
{
    if (!(root.*leads)) return;
    std::string path;
    Walk<Visit>{leads, visit}.table(root, record, path);
}

}  // namespace

void Schema::for_each_reference(Table const& record, VisitReference const& visit) const
{
    walk(*compiled_->root, &Node::leads_to_reference, record, ReferenceVisit{visit});
}

void Schema::for_each_date(Table const& record, VisitDate const& visit) const
{
    walk(*compiled_->root, &Node::leads_to_date, record, DateVisit{visit});
}

}  // namespace sss
