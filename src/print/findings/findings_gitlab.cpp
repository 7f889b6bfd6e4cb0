#include "print/findings/findings_ci.hpp"
#include "print/json/json_text.hpp"
#include "support/utf8.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace sss {
namespace {

/// GitLab's levels go on to "blocker"; what is an error to us keeps a record from being read rightly.
std::string_view severity_of(Severity severity)
{
    switch (severity) {
        case Severity::error: return "critical";
        case Severity::warning: return "minor";
        case Severity::note: return "info";
    }
    return "";
}

}  // namespace

std::string to_gitlab(Check const& check)
{
    auto issues = nlohmann::ordered_json::array();
    auto const names = fingerprints(check.findings);
    for (std::size_t i = 0; i < check.findings.size(); ++i) {
        auto const& finding = check.findings[i];
        auto description = visible(finding.message.text());
        if (!finding.help.empty()) description += " (" + visible(finding.help.text()) + ")";
        issues.push_back({{"description", std::move(description)},
                          {"check_name", finding.rule},
                          {"fingerprint", names[i]},
                          {"severity", severity_of(finding.severity)},
                          // A line is asked for; what is wrong with a file as a whole is shown at its first.
                          {"location",
                           {{"path", visible(finding.file)},
                            {"lines", {{"begin", std::max<std::uint32_t>(1, finding.place.line)}}}}}});
    }
    return dumped(issues);
}

}  // namespace sss
