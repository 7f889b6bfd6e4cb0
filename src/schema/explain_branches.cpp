#include "schema/explainer.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include <fmt/format.h>

namespace sss::schema {
namespace {

constexpr std::size_t most_branches = 64;  ///< of one anyOf that are heard for the nearest

/// All values that the branches allow, where each can be listed; else nothing.
std::vector<Value const*> choices_of(std::vector<Node const*> const& branches)
{
    std::vector<Value const*> choices;
    for (auto const* branch : branches) {
        auto const allowed = only_choices(*branch);
        if (allowed.empty()) return {};
        choices.insert(choices.end(), allowed.begin(), allowed.end());
    }
    return choices;
}

}  // namespace

void Explainer::explain_in_place(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    auto const before = problems.size();
    auto const plain = value.array() == nullptr && value.table() == nullptr;
    auto const said_enough = [&] { return full(problems) || (plain && problems.size() > before); };
    auto const count = [&](auto const& branches) {
        return std::ranges::count_if(branches, [&](Node const* branch) { return judge_.accepts(*branch, value); });
    };
    for (auto const* child : node.all_of)
        if (!said_enough()) explain(*child, value, spot, problems);
    if (!said_enough() && !node.any_of.empty() && count(node.any_of) == 0)
        no_branch(node.any_of, value, spot, problems);
    if (!said_enough() && !node.one_of.empty()) {
        auto const fitting = count(node.one_of);
        if (fitting == 0)
            no_branch(node.one_of, value, spot, problems);
        else if (fitting > 1 && judge_.whole())
            many_branches(node.one_of, value, spot, problems);
    }
    if (!said_enough() && node.negated != nullptr && judge_.whole() && judge_.accepts(*node.negated, value))
        explain_not(*node.negated, value, spot, problems);
    if (!said_enough() && node.condition != nullptr) explain_condition(node, value, spot, problems);
}

/// The branch that got nearest speaks: the one that speaks of such a value at all, and finds the least wrong with it.
void Explainer::no_branch(std::vector<Node const*> const& branches, Value const& value, Spot const& spot,
                          Problems& problems)
{
    TypeSet types = 0;
    std::vector<Problems> told;
    auto const types_only = [&](Problems const& mine) {
        return std::ranges::any_of(mine, [&](Problem const& problem) {
            return problem.finding.rule == "wrong-type" && problem.finding.place == value.place;
        });
    };
    for (auto const* branch : std::span{branches}.first(std::min(branches.size(), most_branches))) {
        types = static_cast<TypeSet>(types | branch->types);
        explain(*branch, value, spot, told.emplace_back());
    }
    if (std::ranges::all_of(told, types_only)) return wrong_type(types, value, spot, problems);
    if (auto const choices = choices_of(branches); !choices.empty())
        return wrong_choice(choices, value, spot, problems);
    if (alternatives_missing(told, value, spot, problems)) return;

    auto const score = [](Problems const& mine) {
        auto const mismatch = std::ranges::count_if(mine, &Problem::mismatch);
        return std::tuple{mismatch > 0 ? 1 : 0, mine.size()};
    };
    auto const best = std::ranges::min_element(told, {}, score);
    auto const equally_near =
        std::ranges::count_if(told, [&](Problems const& mine) { return score(mine) == score(*best); });
    if (equally_near > 1 && value.text() != nullptr) {
        auto help = example_help(spot, value);
        add(problems, best->front().finding.rule, value.place,
            {"{name} is not written as it should be: {value}", "name"_arg = name(spot), "value"_key = shown(value),
             "field"_key = field_of(spot)},
            help.empty() ? best->front().finding.help : help);
        return;
    }
    problems.insert(problems.end(), best->begin(), best->end());
}

/// "a meeting needs 'start' or 'planned'", where each branch would be content with one more field.
bool Explainer::alternatives_missing(std::vector<Problems> const& told, Value const& value, Spot const& spot,
                                     Problems& problems)
{
    std::vector<std::string> fields;
    for (auto const& mine : told) {
        if (mine.size() != 1 || mine.front().finding.rule != "missing-field" || mine.front().table != value.table())
            return false;
        fields.push_back("'" + mine.front().field + "'");
    }
    if (fields.size() < 2) return false;
    add_for_table(problems, "missing-field", place_of(value, spot),
                  {"{holder} needs {keys}", "holder"_arg = holder_of(spot, kind_), "keys"_arg = joined(fields, "or"),
                   "all"_key = fmt::format("{}", fmt::join(fields, " ")), "field"_key = field_of(spot)},
                  "add one of them", *value.table(), "");
    return true;
}

void Explainer::many_branches(std::vector<Node const*> const& branches, Value const& value, Spot const& spot,
                              Problems& problems)
{
    // The common use: one of several fields, and no two of them.
    std::vector<std::string> fields;
    Member const* last = nullptr;
    std::vector<std::string> titles;
    for (auto const* branch : branches) {
        if (!judge_.accepts(*branch, value)) continue;
        titles.push_back(quoted(branch->title.empty() ? branch->description : branch->title));
        if (value.table() == nullptr || branch->required != 1) continue;
        auto const name_of_field = std::ranges::find(branch->properties, true, &Property::required)->key;
        auto const member = std::ranges::find(*value.table(), name_of_field, &Member::key);
        if (member == value.table()->end()) continue;
        fields.push_back(fmt::format("'{}'", name_of_field));
        if (last == nullptr || member->key_place > last->key_place) last = &*member;
    }
    if (fields.size() == titles.size() && last != nullptr) {
        add(problems, "not-allowed-value", last->key_place,
            {"{holder} cannot have {keys} at once", "holder"_arg = holder_of(spot, kind_),
             "keys"_arg = joined(fields, "and"), "all"_key = fmt::format("{}", fmt::join(fields, " ")),
             "field"_key = field_of(spot)},
            "keep one of them");
        return;
    }
    std::erase(titles, "\"\"");
    add(problems, "not-allowed-value", place_of(value, spot),
        titles.size() < 2
            ? Sentence{"{name} fits several descriptions of which it may fit only one", "name"_arg = name(spot),
                       "field"_key = field_of(spot)}
            : Sentence{"{name} fits {titles} descriptions of which it may fit only one", "name"_arg = name(spot),
                       "titles"_arg = joined(titles, "and"), "field"_key = field_of(spot)},
        example_help(spot, value));
}

void Explainer::explain_not(Node const& negated, Value const& value, Spot const& spot, Problems& problems)
{
    auto help = Sentence::quoting(description_of(negated));
    if (help.empty()) help = example_help(spot, value);
    auto const* table = value.table();
    if (table != nullptr && negated.required > 0) {
        std::vector<std::string> fields;
        Member const* last = nullptr;
        for (auto const& member : *table) {
            auto const* property = negated.property(member.key);
            if (property == nullptr || !property->required) continue;
            fields.push_back(fmt::format("'{}'", member.key));
            if (last == nullptr || member.key_place > last->key_place) last = &member;
        }
        if (last != nullptr) {
            add(problems, "not-allowed-value", last->key_place,
                fields.size() > 1
                    ? Sentence{"{holder} cannot have {keys} at once", "holder"_arg = holder_of(spot, kind_),
                               "keys"_arg = joined(fields, "and"),
                               "all"_key = fmt::format("{}", fmt::join(fields, " ")), "field"_key = field_of(spot)}
                    : Sentence{"{holder} cannot have {key}", "holder"_arg = holder_of(spot, kind_),
                               "key"_key = fields.front(), "field"_key = field_of(spot)},
                std::move(help));
            return;
        }
    }
    auto const message =
        value.array() != nullptr || table != nullptr
            ? Sentence{"{name} is as it must not be", "name"_arg = name(spot), "field"_key = field_of(spot)}
            : Sentence{"{name} cannot be {value}", "name"_arg = name(spot), "value"_key = shown(value),
                       "field"_key = field_of(spot)};
    add(problems, "not-allowed-value", place_of(value, spot), message, std::move(help));
}

void Explainer::explain_condition(Node const& node, Value const& value, Spot const& spot, Problems& problems)
{
    auto const met = judge_.accepts(*node.condition, value);
    auto const* then = met ? node.consequence : node.alternative;
    if (then == nullptr) return;
    auto const before = problems.size();
    explain(*then, value, spot, problems);
    auto const condition = met ? condition_text(*node.condition) : "";
    if (condition.empty()) return;
    for (auto i = before; i < problems.size(); ++i)
        if (problems[i].finding.rule == "missing-field" && problems[i].table == value.table())
            problems[i].finding.message = {"{what} when {condition}", "what"_key = problems[i].finding.message,
                                           "condition"_arg = condition};
}

}  // namespace sss::schema
