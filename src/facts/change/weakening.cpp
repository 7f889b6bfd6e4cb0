#include "facts/change/weakening.hpp"

#include "facts/change/new_findings.hpp"
#include "rules/look_back.hpp"
#include "rules/rules.hpp"
#include "rules/weakened.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace sss {
namespace {

std::optional<SettingsFile> settings_of(Branch const& branch)
{
    if (branch.settings) return branch.settings;
    auto text = branch.files.read_path("sss.toml", largest_document);
    return text ? std::optional{SettingsFile{"sss.toml", std::move(*text)}} : std::nullopt;
}

bool same_mistake(Finding const& a, Finding const& b)
{
    return a.place == b.place && a.file == b.file && identity(a) == identity(b);
}

}  // namespace

Weakening weakening_of(Branch const& branch)
{
    Weakening found;
    auto const before = read_configuration(branch.base, branch.settings, rule_names());
    auto const after = read_configuration(branch.files, branch.settings, rule_names());
    if (judge_alike(*before, *after)) return found;
    found.judged = true;
    found.switched_off =
        weakened(*before, *after, settings_of(branch), left_out(branch.files, before->layout, after->layout));
    found.by_base = validate_by(*before, branch.files, branch.now, branch.former, branch.ask);
    // What stands where only the branch knows a kind is no stray, and its settings are judged by themselves.
    std::erase_if(found.by_base.findings, [&](Finding const& finding) {
        return finding.rule == "setting" || (finding.rule == "stray-file" && after->layout.slot(finding.file) &&
                                             before->layout.kind_at(finding.file) == nullptr);
    });
    return found;
}

void add_weakening(std::vector<Finding>& appeared, Weakening weakening, std::vector<Finding> const& base,
                   std::map<std::string, std::string> const& moved)
{
    if (!weakening.judged) return;
    auto by_base = new_findings(base, std::move(weakening.by_base.findings), moved).appeared;
    auto hidden = new_findings(appeared, std::move(by_base), {}).appeared;
    // The same mistake at the lower level that the branch gives it would be told twice.
    std::erase_if(appeared, [&](Finding const& one) {
        return std::ranges::any_of(hidden, [&](Finding const& other) { return same_mistake(one, other); });
    });
    for (auto& finding : hidden) {
        if (finding.help.empty())
            finding.help = "it counts by the settings and schemas where the branch parted; its own let it pass";
        else
            finding.help = {
                "{help}; it counts by the settings and schemas where the branch parted; its own let it pass",
                "help"_arg = finding.help};
        appeared.push_back(std::move(finding));
    }
    std::ranges::move(weakening.switched_off, std::back_inserter(appeared));
    sort(appeared);
}

std::vector<std::string> left_out(Files const& files, Layout const& before, Layout const& after)
{
    std::vector<std::string> paths;
    std::set<std::pair<std::string, std::string>> looked_at;
    for (auto const& entry : files.list(after))
        if (auto slot = after.slot(entry.path)) looked_at.emplace(slot->kind->name, std::move(slot->id));
    for (auto const& entry : files.list(before)) {
        auto const slot = before.slot(entry.path);
        if (slot && entry.type == FileEntry::Type::file && !looked_at.contains({slot->kind->name, slot->id}))
            paths.push_back(entry.path);
    }
    return paths;
}

}  // namespace sss
