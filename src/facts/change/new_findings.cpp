#include "facts/change/new_findings.hpp"

#include "git/repository.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace sss {
namespace {

/// The older findings that are alike, each to be met once: by severity, and then by the line of text on which they
/// stood.
struct Known {
    std::map<Severity, std::map<std::string_view, std::size_t>> left;
    std::size_t number = 0;

    void add(Finding const& finding)
    {
        ++left[finding.severity][finding.excerpt];
        ++number;
    }

    /// Takes away one that was no less severe and, if asked for, stood on the same line of text.
    bool take(Finding const& finding, bool same_line)
    {
        for (auto& [severity, lines] : left) {
            if (severity > finding.severity) break;
            auto const found = same_line ? lines.find(finding.excerpt) : lines.begin();
            if (found == lines.end()) continue;
            if (--found->second == 0) lines.erase(found);
            --number;
            return true;
        }
        return false;
    }
};

}  // namespace

FindingCounts count_findings(std::span<Finding const> findings)
{
    FindingCounts counts;
    for (auto const& finding : findings) ++counts[finding.severity];
    return counts;
}

NewFindings new_findings(std::span<Finding const> before, std::vector<Finding> after,
                         std::map<std::string, std::string> const& moved)
{
    std::unordered_map<std::string, Known> known;
    for (auto const& finding : before) {
        auto const now = moved.find(subject(finding));
        known[now == moved.end() ? identity(finding) : identity(finding, now->second)].add(finding);
    }
    std::vector<bool> met(after.size(), false);
    for (auto const same_line : {true, false}) {
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (met[i]) continue;
            auto const old = known.find(identity(after[i]));
            met[i] = old != known.end() && old->second.take(after[i], same_line);
        }
    }
    NewFindings found;
    for (std::size_t i = 0; i < after.size(); ++i)
        (met[i] ? found.older : found.appeared).push_back(std::move(after[i]));
    for (auto const& [key, old] : known) found.mended += old.number;
    return found;
}

std::vector<std::string> fingerprints(std::span<Finding const> findings)
{
    std::unordered_map<std::string, std::size_t> seen;
    std::vector<std::string> names;
    for (auto const& finding : findings) {
        auto said = identity(finding);
        auto const number = seen[said]++;
        (said += '\0') += std::to_string(number);
        names.push_back(git::name_of_bytes(said).hex());
    }
    return names;
}

}  // namespace sss
