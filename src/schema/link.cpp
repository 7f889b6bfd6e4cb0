#include "schema/link.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace sss::schema {
namespace {

constexpr std::size_t deepest_in_place =
    32;  ///< allOf within allOf …: with 64 levels of a record the stack stays small
constexpr std::size_t most_together = 1000;  ///< nodes that speak of one value; beyond, walks see the first ones

/// Measures how deep the chains of nodes that speak of the same value are, and cuts what is too deep or has no end.
class Depths {
public:
    explicit Depths(LinkProblem const& report) : report_(report) {}

    std::size_t measure(Node& node, std::size_t depth)
    {
        auto const [known, is_new] = heights_.emplace(&node, measuring);
        if (!is_new) return known->second;
        std::size_t height = 0;
        for_each_in_place(node, true, [&](Node const& child) {
            auto const below = depth < deepest_in_place ? measure(const_cast<Node&>(child), depth + 1) : measuring;
            height = std::max(height, below == measuring ? measuring : below + 1);
        });
        if (height > deepest_in_place) {
            report_(node,
                    height == measuring && depth < deepest_in_place
                        ? Sentence{"this schema applies itself to the same value without end"}
                        : Sentence{"allOf, anyOf, oneOf, not and if stand more than {number} deep in each other",
                                   "number"_arg = deepest_in_place},
                    "the keywords that do so are ignored here");
            cut(node);
            height = 0;
        }
        return heights_[&node] = height;
    }

private:
    static constexpr std::size_t measuring = unlimited;

    static void cut(Node& node)
    {
        node.all_of.clear();
        node.any_of.clear();
        node.one_of.clear();
        node.negated = node.condition = node.consequence = node.alternative = nullptr;
        std::erase_if(node.dependencies, [](Dependency const& dependency) { return dependency.node != nullptr; });
    }

    LinkProblem const& report_;
    std::unordered_map<Node const*, std::size_t> heights_;
};

void gather_together(Node& node)
{
    std::unordered_set<Node const*> seen{&node};
    node.together.push_back(&node);
    for (std::size_t at = 0; at < node.together.size() && at < most_together; ++at) {
        for_each_in_place(*node.together[at], false, [&](Node const& child) {
            if (seen.insert(&child).second) node.together.push_back(&child);
        });
    }
    for (auto const* part : node.together) {
        if (node.value_role == DateRole::none) node.value_role = part->role;
        for (auto const& kind : part->references)
            if (std::ranges::find(node.value_references, kind) == node.value_references.end())
                node.value_references.push_back(kind);
    }
}

/// Marks every node from which a marked one can be reached.
void spread(Compiled& compiled, bool Node::*mark)
{
    std::unordered_map<Node const*, std::vector<Node*>> parents;
    std::vector<Node*> fresh;
    for (auto& node : compiled.nodes) {
        for_each_in_place(node, false, [&](Node const& child) { parents[&child].push_back(&node); });
        for_each_below(node, [&](Node const& child) { parents[&child].push_back(&node); });
        if (node.*mark) fresh.push_back(&node);
    }
    while (!fresh.empty()) {
        auto const* node = fresh.back();
        fresh.pop_back();
        for (auto* parent : parents[node]) {
            if (parent->*mark) continue;
            parent->*mark = true;
            fresh.push_back(parent);
        }
    }
}

}  // namespace

void link_nodes(Compiled& compiled, LinkProblem const& report)
{
    Depths depths{report};
    for (auto& node : compiled.nodes) depths.measure(node, 0);
    for (auto& node : compiled.nodes) {
        gather_together(node);
        node.leads_to_reference = !node.value_references.empty();
        node.leads_to_date = node.value_role != DateRole::none;
    }
    spread(compiled, &Node::leads_to_reference);
    spread(compiled, &Node::leads_to_date);
}

}  // namespace sss::schema
