#include "reports/new_findings.hpp"

#include "git/repository.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

constexpr std::string_view digits = "0123456789";

/// Takes the numbers of lines out: "stands already in line 5".
std::string without_lines(std::string text)
{
    constexpr std::string_view word = "line ";
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
        at += word.size();
        auto const end = std::min(text.find_first_not_of(digits, at), text.size());
        text.erase(at, end - at);
    }
    return text;
}

using Key = std::tuple<std::string, std::string, std::string>;  // rule, file, gist

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

std::string gist(Finding const& finding)
{
    std::string_view const message = finding.message;
    auto const from = message.find('"');
    if (from == std::string_view::npos) return without_lines(finding.message);
    // Which id leads nowhere counts, not how well that is known; and which two milestones contradict each other.
    if (finding.rule == "unknown-reference")
        return std::string{message.substr(from, message.find('"', from + 1) - from)};
    if (finding.rule == "dependency-order") return std::string{message.substr(from, message.rfind('"') + 1 - from)};
    return without_lines(finding.message);
}

NewFindings new_findings(std::span<Finding const> before, std::vector<Finding> after,
                         std::map<std::string, std::string> const& moved)
{
    std::map<Key, Known> known;
    for (auto const& finding : before) {
        auto const now = moved.find(finding.file);
        known[{finding.rule, now == moved.end() ? finding.file : now->second, gist(finding)}].add(finding);
    }
    std::vector<bool> met(after.size(), false);
    for (auto const same_line : {true, false}) {
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (met[i]) continue;
            auto const old = known.find({after[i].rule, after[i].file, gist(after[i])});
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
    std::map<Key, std::size_t> seen;
    std::vector<std::string> names;
    for (auto const& finding : findings) {
        auto const number = seen[{finding.rule, finding.file, gist(finding)}]++;
        std::string said = finding.rule;
        for (auto const& part : {finding.file, gist(finding), std::to_string(number)}) (said += '\0') += part;
        names.push_back(git::name_of_bytes(said).hex());
    }
    return names;
}

}  // namespace sss
