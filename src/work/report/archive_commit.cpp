#include "work/report/archive_commit.hpp"

#include "words/date_words.hpp"
#include "words/words.hpp"
#include "work/change/commit_command.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <system_error>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_named = 2;  ///< reports; of more the folders, where they hold nothing else that is new

/// The path as git tells it, from the root of the data repository; empty where it does not lead below it.
std::string within(fs::path const& root, fs::path const& path)
{
    std::error_code failed;
    // What does not stand yet stays relative there.
    auto const place = fs::weakly_canonical(fs::absolute(path, failed), failed);
    auto const from = failed ? fs::path{} : fs::weakly_canonical(root, failed);
    if (failed) return {};
    auto relative = place.lexically_relative(from).generic_string();
    return relative.empty() || relative == ".." || relative.starts_with("../") ? std::string{} : relative;
}

/// "Report on November 2026", "3 reports, September 2026 to November 2026".
std::string subject_of(std::vector<KeptFile> const& reports)
{
    auto const first = in_words(reports.front().period);
    if (reports.size() == 1) return "Report on " + first;
    return count(std::ssize(reports), "report") + ", " + first + " to " + in_words(reports.back().period);
}

}  // namespace

CommitProposal propose_kept(std::vector<KeptFile> reports, std::string const& subject, fs::path const& folder,
                            HistoryView const& past, ProgrammeRequest const& programme)
{
    CommitProposal proposal;
    proposal.thing = "report";
    proposal.root = past.repository.work_tree();
    auto const place = proposal.root.empty() ? std::string{} : within(proposal.root, folder);
    if (place.empty()) return proposal;
    proposal.git = git_at(proposal.root, programme);
    proposal.merging = past.repository.is_merging();
    auto const uncommitted = past.repository.uncommitted(place == "." ? "" : place);
    std::set<std::string> known;
    for (auto const& entry : past.repository.index().entries) known.insert(entry.path);
    std::ranges::sort(reports, {}, [](KeptFile const& one) { return one.period.first; });
    std::vector<KeptFile> news;
    for (auto const& one : reports) {
        auto const path = within(proposal.root, one.path);
        if (known.contains(path) || !std::ranges::binary_search(uncommitted, path)) continue;
        proposal.paths.push_back(path);
        news.push_back(one);
    }
    if (!news.empty()) proposal.message = {subject.empty() ? subject_of(news) : subject};
    proposal.unknown = proposal.paths;
    proposal.command = commit_command(proposal, past.repository, place, most_named);
    return proposal;
}

}  // namespace sss
