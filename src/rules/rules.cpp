#include "rules/rules.hpp"

#include "rules/file_names.hpp"
#include "rules/table.hpp"

#include <algorithm>
#include <iterator>

namespace sss {
namespace {

std::string_view stem(std::string_view path)
{
    auto const slash = path.rfind('/');
    auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    if (name.ends_with(".toml")) name.remove_suffix(std::string_view{".toml"}.size());
    return name;
}

std::vector<Rule> put_together()
{
    std::vector<Rule> rules;
    for (auto const part : {reading_rules(), schema_rules(), reference_rules(), date_rules(), milestone_rules(),
                            dependency_rules(), meeting_rules(), satellite_rules(), country_rules(), relation_rules(),
                            look_back_rules(), past_rules(), waiver_rules(), weakening_rules()})
        rules.insert(rules.end(), part.begin(), part.end());
    return rules;
}

}  // namespace

Lookup::Lookup(Records const& records)
{
    by_id_.reserve(records.all().size());
    std::map<Kind const*, IdForm> forms;
    for (auto const& record : records.all()) {
        by_id_[record.id].push_back(&record);
        auto const& form = forms.try_emplace(record.kind, *record.kind).first->second;
        if (form.fits(record.id)) continue;
        if (auto meant = form.meant(record.id)) misplaced_.insert(std::move(*meant));
    }
    for (auto const& finding : records.findings())
        if (finding.rule == "stray-file" || finding.rule == "not-a-file" || finding.rule == "outside-link")
            misplaced_.emplace(stem(finding.file));
}

Record const* Lookup::find(std::string_view kind, std::string_view id) const
{
    auto const found = by_id_.find(id);
    if (found == by_id_.end()) return nullptr;
    auto const of_kind =
        std::ranges::find_if(found->second, [kind](Record const* record) { return record->kind->name == kind; });
    return of_kind == found->second.end() ? nullptr : *of_kind;
}

std::vector<Record const*> Lookup::named(std::string_view id) const
{
    auto const found = by_id_.find(id);
    return found == by_id_.end() ? std::vector<Record const*>{} : found->second;
}

Finding FindingSink::made(Record const& record, Place place, Sentence message, Sentence help) const
{
    Finding finding{rule_.name, rule_.level, record.path(), place, std::move(message), std::move(help), {}};
    finding.record = record.kind->name + '/' + record.id;
    keep_excerpt(finding, line_of(record.text, place.line));
    return finding;
}

void FindingSink::add(Record const& record, Place place, Sentence message, Sentence help)
{
    findings_.push_back(made(record, place, std::move(message), std::move(help)));
}

void FindingSink::add_uncommitted(Record const& record, Place place, Sentence message, Sentence help)
{
    uncommitted_.push_back(made(record, place, std::move(message), std::move(help)));
}

void FindingSink::add_to_settings(Sentence message, Sentence help, std::string file)
{
    findings_.push_back({rule_.name, rule_.level, std::move(file), {}, std::move(message), std::move(help), {}});
}

std::span<Rule const> all_rules()
{
    static std::vector<Rule> const rules = put_together();
    return rules;
}

Rule const* rule_named(std::string_view name)
{
    auto const rules = all_rules();
    auto const found = std::ranges::find(rules, name, &Rule::name);
    return found == rules.end() ? nullptr : &*found;
}

std::vector<std::string> rule_names()
{
    std::vector<std::string> names;
    for (auto const& rule : all_rules()) names.emplace_back(rule.name);
    return names;
}

void apply_levels(std::vector<Finding>& findings, RuleLevels const& levels)
{
    if (levels.empty()) return;
    std::erase_if(findings, [&](Finding& finding) {
        auto const level = levels.find(std::string{finding.rule});
        if (level == levels.end()) return false;
        if (auto const* rule = rule_named(finding.rule); rule != nullptr && rule->fixed) return false;
        if (level->second) finding.severity = *level->second;
        return !level->second;
    });
}

std::vector<Finding> check_records(RuleInput const& input, RuleLevels const& levels)
{
    auto findings = input.records.findings();
    if (!input.newer_toml)
        for (auto const& record : input.records.all())
            findings.insert(findings.end(), record.document.newer.begin(), record.document.newer.end());
    for (auto& finding : findings)
        if (auto const slot = input.layout.slot(finding.file)) finding.record = slot->kind->name + '/' + slot->id;
    for (auto const& record : input.records.all()) {
        auto const* schema = input.schemas.find(record.kind->name);
        if (schema == nullptr) continue;
        auto const before = findings.size();
        schema->check(record.document, record.text, findings);
        for (auto i = before; i < findings.size(); ++i) findings[i].record = record.kind->name + '/' + record.id;
    }
    std::vector<Finding> uncommitted;
    for (auto const& rule : all_rules()) {
        auto const level = levels.find(std::string{rule.name});
        if (level != levels.end() && !level->second) continue;
        FindingSink sink{rule, findings, uncommitted};
        if (rule.check != nullptr) rule.check(input, sink);
        if (rule.look_back != nullptr && input.judged != nullptr) rule.look_back(input, *input.judged, sink);
    }
    apply_levels(findings, levels);
    apply_levels(uncommitted, levels);
    for (auto& finding : uncommitted) finding.severity = std::max(finding.severity, Severity::warning);
    std::ranges::move(uncommitted, std::back_inserter(findings));
    sort(findings);
    return findings;
}

std::vector<Finding> check_records(Records const& records, Layout const& layout, Schemas const& schemas, Day today,
                                   Zone const& zone, RuleLevels const& levels)
{
    Lookup const lookup{records};
    return check_records(RuleInput{records, layout, schemas, lookup, today, zone}, levels);
}

}  // namespace sss
