#pragma once

#include "facts/change/new_findings.hpp"
#include "programme/finding.hpp"
#include "rules/validation.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// What findings are compared with, so that only those are told that a branch brings in.
struct Since {
    std::string revision;  ///< as it was asked for
    std::string base;      ///< where the two parted, in short; empty: there is no commit yet
    FindingCounts older;   ///< findings that stood there too: not told, and no reason to fail
};

/// What `sss validate` tells, within the paths that were asked for.
struct Check {
    std::vector<std::string> records;  ///< the paths of all that were checked
    std::vector<Finding> findings;     ///< sorted
    Severity fail_on = Severity::error;
    std::optional<Since> since;
    std::vector<Waived> waived = {};    ///< found too, and accepted by the settings; sorted
    std::vector<KindCount> kinds = {};  ///< how many of the records are of which kind

    /// A finding of this severity fails the run.
    bool failing(Severity severity) const { return severity <= fail_on; }
    bool fails() const
    {
        return std::ranges::any_of(findings, [this](Finding const& finding) { return failing(finding.severity); });
    }
};

}  // namespace sss
