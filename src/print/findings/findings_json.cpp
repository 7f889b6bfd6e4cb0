#include "print/findings/findings_json.hpp"

#include "print/findings/findings_text.hpp"
#include "print/json/json_text.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sss {
namespace {

using Json = nlohmann::ordered_json;

Json counts_json(FindingCounts const& counts)
{
    return {{"errors", counts[Severity::error]},
            {"warnings", counts[Severity::warning]},
            {"notes", counts[Severity::note]}};
}

}  // namespace

nlohmann::ordered_json as_json(Finding const& finding)
{
    Json json;
    json["file"] = finding.file;
    if (finding.place) {
        json["line"] = finding.place.line;
        json["column"] = std::max<std::uint32_t>(1, finding.place.column);
        json["length"] = finding.place.length;
    }
    json["severity"] = name_of(finding.severity);
    json["rule"] = finding.rule;
    json["message"] = finding.message.text();
    if (!finding.help.empty()) json["help"] = finding.help.text();
    if (!finding.excerpt.empty()) json["excerpt"] = finding.excerpt;
    if (finding.excerpt_column > 1 || finding.excerpt_cut) {
        json["excerpt_column"] = finding.excerpt_column;
        json["excerpt_cut"] = finding.excerpt_cut;
    }
    return json;
}

std::string to_json(Check const& check)
{
    Json json;
    json["format"] = 1;
    json["summary"]["records"] = check.records.size();
    json["summary"]["kinds"] = Json::array();
    for (auto const& kind : check.kinds)
        json["summary"]["kinds"].push_back({{"kind", kind.kind}, {"records", kind.records}});
    json["summary"].update(counts_json(count_findings(check.findings)));
    json["summary"]["waived"] = check.waived.size();
    json["summary"]["fail_on"] = name_of(check.fail_on);
    json["summary"]["fails"] = check.fails();
    if (check.since) {
        json["since"] = {{"revision", check.since->revision}};
        if (!check.since->base.empty()) json["since"]["base"] = check.since->base;
        json["since"]["older"] = counts_json(check.since->older);
    }
    json["findings"] = Json::array();
    for (auto const& finding : check.findings) json["findings"].push_back(as_json(finding));
    if (!check.waived.empty()) {
        json["waived"] = Json::array();
        for (auto const& waived : check.waived) {
            auto finding = as_json(waived.finding);
            finding["waiver"] = {{"reason", waived.reason}, {"until", iso(waived.until)}};
            json["waived"].push_back(std::move(finding));
        }
    }
    return dumped(json);
}

}  // namespace sss
