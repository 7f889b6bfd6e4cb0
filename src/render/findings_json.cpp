#include "render/findings_json.hpp"

#include "render/findings_text.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sss {
namespace {

using Json = nlohmann::ordered_json;

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
    json["message"] = finding.message;
    if (!finding.help.empty()) json["help"] = finding.help;
    if (!finding.excerpt.empty()) json["excerpt"] = finding.excerpt;
    return json;
}

std::string to_json(std::span<Finding const> findings, std::size_t records)
{
    auto const number = [findings](Severity severity) {
        return std::ranges::count(findings, severity, &Finding::severity);
    };
    Json json;
    json["format"] = 1;
    json["summary"] = {{"records", records},
                       {"errors", number(Severity::error)},
                       {"warnings", number(Severity::warning)},
                       {"notes", number(Severity::note)}};
    json["findings"] = Json::array();
    for (auto const& finding : findings) json["findings"].push_back(as_json(finding));
    // Bytes that are no UTF-8 may stand in a file's name or in the line shown.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sss
