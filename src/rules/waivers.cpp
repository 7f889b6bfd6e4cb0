#include "rules/waivers.hpp"

#include "rules/look_back.hpp"
#include "rules/record_fields.hpp"
#include "rules/table.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

using Waiver = Settings::Waiver;

Finding finding_on(Waiver const& waiver, std::string_view rule, Settings::Named const& at, Sentence message,
                   Sentence help)
{
    auto const* named = rule_named(rule);
    Finding finding{named->name, named->level, waiver.file, at.place, std::move(message), std::move(help), {}};
    keep_excerpt(finding, at.line);
    return finding;
}

/// The records by what a waiver may call them: `ID` or `KIND/ID`.
class Called {
public:
    explicit Called(Records const& records)
    {
        for (auto const& record : records.all()) {
            ids_.push_back(record.id);
            add(now_, record, record.id);
            auto const* aliases = find(record.fields(), keys::aliases);
            if (aliases == nullptr || aliases->array() == nullptr) continue;
            for (auto const& alias : *aliases->array())
                if (alias.string() != nullptr) add(once_, record, *alias.string());
        }
    }

    /// Those that are called so now, or else those that were once.
    std::span<Record const* const> operator()(std::string const& typed) const
    {
        for (auto const* names : {&now_, &once_})
            if (auto const found = names->find(typed); found != names->end()) return found->second;
        return {};
    }

    /// The id that was probably meant.
    std::optional<std::string> near(std::string const& typed)
    {
        if (compared_ >= most_compared) return std::nullopt;
        compared_ += ids_.size();
        return nearest(typed, ids_);
    }

private:
    /// So many ids are compared with what was written, over all; settings full of wrong names get no more advice.
    static constexpr std::size_t most_compared = 50'000;

    using Names = std::unordered_map<std::string, std::vector<Record const*>>;

    static void add(Names& names, Record const& record, std::string const& id)
    {
        for (auto const& name : {id, record.kind->name + '/' + id}) {
            auto& all = names[name];
            if (all.empty() || all.back() != &record) all.push_back(&record);
        }
    }

    Names now_, once_;
    std::vector<std::string_view> ids_;
    std::size_t compared_ = 0;
};

Finding unknown_record(Called& called, Waiver const& waiver, std::span<Record const* const> named)
{
    auto const id = sss::quoted(waiver.record.text);
    if (!named.empty()) {
        constexpr std::size_t most_named = 8;
        std::vector<std::string> all;
        for (auto const* record : named.first(std::min(named.size(), most_named)))
            all.push_back(record->kind->name + "/" + record->id);
        if (named.size() > most_named) all.push_back(fmt::format("one of {} more", named.size() - most_named));
        return finding_on(waiver, "setting", waiver.record, {"{record} names more than one record", "record"_key = id},
                          {"write {ids}", "ids"_arg = joined(all, "or")});
    }
    auto const near = called.near(waiver.record.text);
    return finding_on(
        waiver, "setting", waiver.record, {"there is no record {record} to waive anything of", "record"_key = id},
        near ? Sentence{"did you mean {id}?", "id"_arg = sss::quoted(*near)} : Sentence{"remove this waiver"});
}

/// Whether the rule has looked at all that it can find, so that a waiver without effect is known to have none.
bool looked_at_all(RuleInput const& input, Rule const& rule)
{
    return rule.look_back == nullptr ||
           (input.judged != nullptr && input.judged->extent == JudgedHistory::Extent::whole);
}

constexpr char remedy_of_past[] = "mend what it accepted, or agree on another day and write it here";

/// What is wrong with a waiver whatever it meets; nothing where it holds.
std::optional<Finding> objection(RuleInput const& input, Called& called, Waiver const& waiver,
                                 std::span<Record const* const> named)
{
    auto const* rule = rule_named(waiver.rule.text);
    if (rule != nullptr && rule->fixed)
        return finding_on(waiver, "setting", waiver.rule,
                          {"findings of {rule} cannot be waived: what they speak of was not read",
                           "rule"_key = sss::quoted(waiver.rule.text), "record"_key = waiver.record.text},
                          "mend them, and remove this waiver");
    if (std::ranges::any_of(waiver_rules(), [&](Rule const& own) { return rule == &own; }))
        return finding_on(
            waiver, "setting", waiver.rule,
            {"a waiver cannot be waived", "rule"_key = waiver.rule.text, "record"_key = waiver.record.text},
            "remove it");
    if (named.size() != 1) return unknown_record(called, waiver, named);
    if (waiver.last < input.today)
        return finding_on(waiver, "waiver-past", waiver.until,
                          {"this waiver of {rule} held until {until}", "rule"_key = sss::quoted(waiver.rule.text),
                           "until"_key = iso(waiver.last), "record"_key = waiver.record.text},
                          remedy_of_past);
    return std::nullopt;
}

constexpr std::array waiver_table{
    Rule{.name = "waiver-past",
         .level = Severity::warning,
         .summary = "A waiver ends on its day.",
         .reason = "A waiver accepts what a rule finds on one record, for a reason and until a day, so that it is "
                   "looked at again. When the day has passed it holds no more, and what it accepted is told again, "
                   "beside this. It is a warning, because a day that passes breaks nothing by itself.",
         .failing = R"(--- sss.toml
[[waiver]]
rule = "launch-without-satellite"
record = "rocket-test"
reason = "The payload is named in May."
until = 2025-05-31
--- data/milestones/rocket-test.toml
title = "Rocket test"
type = "test"
)",
         .mended = R"(--- data/milestones/rocket-test.toml
title = "Rocket test"
type = "test"
)"},
    Rule{.name = "waiver-without-effect",
         .level = Severity::note,
         .summary = "A waiver that is not needed any more goes.",
         .reason =
             "What it accepted was mended. Left there, it would hide the same mistake when it is made again. Of a "
             "rule that looks back this is known with --history alone.",
         .failing = R"(--- sss.toml
[[waiver]]
rule = "launch-without-satellite"
record = "sss-2b-launch"
reason = "The satellite is not chosen yet."
until = 2088-05-31
--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "launch"
satellite = "sss-2b"
--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
)",
         .mended = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "launch"
satellite = "sss-2b"
--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
)"},
};

}  // namespace

std::span<Rule const> waiver_rules()
{
    return waiver_table;
}

std::vector<Waived> set_waived_aside(std::vector<Finding>& findings, RuleInput const& input, Settings const& settings)
{
    std::vector<Waived> waived;
    if (settings.waivers.empty()) return waived;
    std::vector<Finding> own;
    Called called{input.records};
    std::map<std::pair<std::string_view, std::string>, std::vector<std::size_t>> met_by;  // rule and record
    for (std::size_t i = 0; i < findings.size(); ++i) met_by[{findings[i].rule, subject(findings[i])}].push_back(i);
    std::vector<bool> gone(findings.size(), false);
    for (auto const& waiver : settings.waivers) {
        auto const named = called(waiver.record.text);
        if (auto wrong = objection(input, called, waiver, named)) {
            own.push_back(std::move(*wrong));
            continue;
        }
        // Each finding is waived once, by the first that accepts it.
        auto const met = met_by.extract({waiver.rule.text, named.front()->kind->name + '/' + named.front()->id});
        if (met) {
            for (auto const i : met.mapped()) {
                waived.push_back({std::move(findings[i]), waiver.reason, waiver.last});
                gone[i] = true;
            }
        } else if (looked_at_all(input, *rule_named(waiver.rule.text))) {
            own.push_back(
                finding_on(waiver, "waiver-without-effect", waiver.rule,
                           {"{rule} finds nothing on {record} that could be waived",
                            "rule"_key = sss::quoted(waiver.rule.text), "record"_key = sss::quoted(named.front()->id)},
                           "remove this waiver"));
        }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (!gone[i] && kept++ != i) findings[kept - 1] = std::move(findings[i]);
    findings.resize(kept);
    apply_levels(own, settings.rules);
    std::ranges::move(own, std::back_inserter(findings));
    std::ranges::stable_sort(waived, told_earlier, &Waived::finding);
    return waived;
}

}  // namespace sss
