#include "facts/change/former_fingerprints.hpp"
#include "print/findings/findings_ci.hpp"
#include "print/findings/findings_text.hpp"
#include "print/json/json_text.hpp"
#include "rules/rules.hpp"
#include "support/utf8.hpp"
#include "support/version.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss {
namespace {

using Json = nlohmann::ordered_json;

/// GitHub's code scanning refuses a run of more results as a whole.
constexpr std::size_t most_results = 25'000;

/// A path as a relative reference (RFC 3986): only what is unreserved stays as it is.
std::string as_uri(std::string_view path)
{
    constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string uri;
    for (auto const c : path) {
        if (unreserved.find(c) != std::string_view::npos)
            uri += c;
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

/// Text for a message: what a record says must make no link (SARIF 2.1.0, 3.11.6), so brackets are escaped where one
/// would begin.
std::string as_message(std::string_view text)
{
    auto const shown = visible(text);
    if (shown.find("](") == std::string::npos) return shown;
    std::string escaped;
    for (auto const c : shown) {
        if (c == '[' || c == ']' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

Json as_rule(std::string_view name)
{
    Json json{{"id", name}};
    auto const* rule = rule_named(name);
    if (rule == nullptr) return json;
    json["shortDescription"] = {{"text", rule->summary}};
    json["fullDescription"] = {{"text", rule->reason}};
    auto text = std::string{rule->reason};
    auto markdown = text + "\n";
    if (!rule->failing.empty()) {
        text += fmt::format("\n\nBreaks it:\n{}\nMended:\n{}", rule->failing, rule->mended);
        markdown +=
            fmt::format("\nBreaks it:\n\n```toml\n{}```\n\nMended:\n\n```toml\n{}```\n", rule->failing, rule->mended);
    }
    json["help"] = {{"text", text}, {"markdown", markdown}};
    json["defaultConfiguration"] = {{"level", name_of(rule->level)}};
    return json;
}

Json region_of(Place place)
{
    // GitHub asks for a line; what is wrong with a file as a whole is shown at its first.
    if (!place) return {{"startLine", 1}};
    if (place.column == 0) return {{"startLine", place.line}};
    return {{"startLine", place.line}, {"startColumn", place.column}, {"endColumn", place.column + place.length}};
}

/// For one release both are given, so that alerts that are stored by the former one are met again.
struct Fingerprints {
    std::string v1;
    std::string v2;
};

std::vector<Fingerprints> fingerprints_of(std::span<Finding const> findings)
{
    auto const former = former_fingerprints(findings);
    auto const now = fingerprints(findings);
    std::vector<Fingerprints> all;
    for (std::size_t i = 0; i < now.size(); ++i) all.push_back({former[i], now[i]});
    return all;
}

Json as_result(Finding const& finding, std::size_t rule, Fingerprints const& fingerprints)
{
    auto message = as_message(finding.message.text());
    if (!finding.help.empty()) message += "\n" + as_message(finding.help.text());
    return {
        {"ruleId", finding.rule},
        {"ruleIndex", rule},
        {"level", name_of(finding.severity)},
        {"message", {{"text", message}}},
        {"locations", Json::array({{{"physicalLocation",
                                     {{"artifactLocation", {{"uri", as_uri(finding.file)}, {"uriBaseId", "%SRCROOT%"}}},
                                      {"region", region_of(finding.place)}}}}})},
        {"partialFingerprints", {{"sssFinding/v1", fingerprints.v1}, {"sssFinding/v2", fingerprints.v2}}}};
}

/// The results that there is room for: the worst, in their order.
std::vector<std::size_t> told(Check const& check)
{
    std::vector<std::size_t> all(check.findings.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (all.size() <= most_results) return all;
    std::ranges::stable_sort(all, {}, [&](std::size_t i) { return check.findings[i].severity; });
    all.resize(most_results);
    std::ranges::sort(all);
    return all;
}

Json notification(std::string const& text)
{
    return {{"level", "note"}, {"message", {{"text", text}}}};
}

/// What the results do not show.
Json notifications(Check const& check, std::size_t results)
{
    auto list = Json::array();
    if (check.since) list.push_back(notification(as_message(older_text(*check.since))));
    if (results < check.findings.size())
        list.push_back(notification(fmt::format("{} more findings are left out: GitHub takes {} of a run.",
                                                check.findings.size() - results, most_results)));
    return list;
}

}  // namespace

std::string to_sarif(Check const& check)
{
    auto const names = fingerprints_of(check.findings);
    auto const chosen = told(check);
    std::vector<Finding> accepted;
    for (auto const& waived : check.waived) accepted.push_back(waived.finding);
    // What is waived is told after all that counts, as far as there is room.
    accepted.resize(std::min(accepted.size(), most_results - chosen.size()));
    auto const accepted_names = fingerprints_of(accepted);
    std::map<std::string_view, std::size_t> rules;
    for (auto const i : chosen) rules.emplace(check.findings[i].rule, 0);
    for (auto const& finding : accepted) rules.emplace(finding.rule, 0);
    auto descriptions = Json::array();
    for (auto& [name, index] : rules) {
        index = descriptions.size();
        descriptions.push_back(as_rule(name));
    }
    auto results = Json::array();
    for (auto const i : chosen)
        results.push_back(as_result(check.findings[i], rules[check.findings[i].rule], names[i]));
    auto const said = notifications(check, results.size());
    for (std::size_t i = 0; i < accepted.size(); ++i) {
        results.push_back(as_result(accepted[i], rules[accepted[i].rule], accepted_names[i]));
        auto const& waived = check.waived[i];
        results.back()["suppressions"] =
            Json::array({{{"kind", "external"},
                          {"status", "accepted"},
                          {"justification", fmt::format("{} (until {})", visible(waived.reason), iso(waived.until))}}});
    }

    Json run;
    run["tool"]["driver"] = {{"name", "sss"}, {"semanticVersion", version()}, {"rules", descriptions}};
    run["columnKind"] = "unicodeCodePoints";
    run["originalUriBaseIds"]["%SRCROOT%"]["description"]["text"] = "The root of the data repository";
    run["invocations"] = Json::array({{{"executionSuccessful", true}, {"exitCode", check.fails() ? 1 : 0}}});
    if (!said.empty()) run["invocations"][0]["toolExecutionNotifications"] = said;
    run["results"] = std::move(results);
    Json const log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({std::move(run)})}};
    return dumped(log);
}

}  // namespace sss
