#include "work/report/since_last.hpp"

#include "git/tree.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "work/narrowing_request.hpp"
#include "work/report/published.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include <fmt/format.h>

namespace sss {

namespace {

/// Larger files are no reports.
constexpr std::size_t largest_report = std::size_t{32} << 20;

struct KeptFile {
    std::string path;
    git::Oid blob;
    Day last;  ///< it tells of no later day, by its name
};

struct LastReport {
    std::string path;
    Day as_of;
    git::Commit commit;
    std::optional<std::size_t> position;  ///< of the commit on the branch's line
};

/// The files of the archive, those that may be the newest first.
std::vector<KeptFile> kept_files(HistoryView const& past)
{
    std::vector<KeptFile> files;
    auto const& settings = past.configuration->settings;
    auto const& folder = settings.report.archive;
    auto const entry = git::entry_at_path(past.repository, past.now->tree, folder);
    if (!entry || entry->type != git::TreeEntry::Type::folder) return files;
    git::for_each_file(
        past.repository, entry->id, [](std::string_view) { return true; },
        [&](std::string const& path, git::TreeEntry const& file) {
            if (file.type != git::TreeEntry::Type::file) return;
            auto const name = std::filesystem::path{path}.stem().string();
            auto const parsed = parse_period(name, past.today, settings.programme.week_starts);
            auto const* period = std::get_if<Period>(&parsed);
            files.push_back({folder + '/' + path, file.id, period != nullptr ? period->last : Day::max()});
        });
    std::ranges::stable_sort(files, std::ranges::greater{}, &KeptFile::last);
    return files;
}

bool later(LastReport const& a, std::optional<LastReport> const& b)
{
    if (!b || a.as_of != b->as_of) return !b || b->as_of < a.as_of;
    if (a.position && b->position) return *a.position < *b->position;
    return b->commit.committer.when < a.commit.committer.when;
}

/// Parts of the programme, told apart by what they are and not by how they were typed.
class KeptPart {
public:
    KeptPart(NarrowingRequest const& wanted, HistoryView const& past)
        : past_(past),
          records_(wanted.any() ? records_of(past, past.now) : Records{}),
          former_ids_(past),
          wanted_(sorted(wanted))
    {}

    /// Whether a report was made of it, whatever its satellites and organisations were called then.
    bool is_that_of(PublishedMade const& made)
    {
        auto const told = part_of(made);
        if (!told.any() || !wanted_.any()) return told.any() == wanted_.any();
        try {
            auto const other = sorted(told);
            return std::tie(other.satellites, other.organisations, other.kinds) ==
                   std::tie(wanted_.satellites, wanted_.organisations, wanted_.kinds);
        } catch (UsageError const&) {  // it names what is no more, or what never was
            return false;
        }
    }

private:
    Narrowing sorted(NarrowingRequest const& typed)
    {
        if (!typed.any()) return {};
        auto part = read_narrowing(typed, past_, records_, former_ids_);
        for (auto* names : {&part.satellites, &part.organisations, &part.kinds}) std::ranges::sort(*names);
        return part;
    }

    HistoryView const& past_;
    Records records_;
    FormerIds former_ids_;  // asked once for all kept reports
    Narrowing wanted_;
};

std::optional<LastReport> newest_report(ReportRequest const& request, HistoryView const& past)
{
    std::optional<LastReport> newest;
    KeptPart part{request.narrowing, past};
    for (auto const& file : kept_files(past)) {
        if (newest && file.last < newest->as_of) break;
        auto const object = past.repository.read_file(file.blob, largest_report);
        if (!object) continue;
        auto const made = read_made(object->bytes());
        if (!made || !part.is_that_of(*made) || !past.repository.knows(made->commit + "^{commit}")) continue;
        auto const day = as_of_day(*made, past.configuration->settings.programme.week_starts);
        if (!day || past.today < *day) continue;
        auto const commit = past.repository.resolve(made->commit);
        LastReport const report{file.path, *day, past.repository.commit(commit), past.line->find(commit)};
        if (later(report, newest)) newest = report;
    }
    return newest;
}

Scope days(Day first, Day last)
{
    return {{first, last, iso(first) + ".." + iso(last), PeriodUnit::days}, last, {}, {}};
}

}  // namespace

Scope since_last(ReportRequest const& request, HistoryView const& past)
{
    auto const newest = past.now ? newest_report(request, past) : std::nullopt;
    if (newest) {
        auto scope = days(std::min(newest->as_of + std::chrono::days{1}, past.today), past.today);
        scope.from = newest->commit;
        scope.after = past.repository.merge_base(newest->commit.id, past.now->id) == newest->commit.id;
        scope.remark = fmt::format("since the report {}, of {}", visible(newest->path), in_words(newest->as_of));
        if (!scope.after) scope.remark += ", whose commit is not among those that led here: its days alone count";
        return scope;
    }
    auto begin = past.today;
    if (past.now) {
        auto const& history = whole_history(past, past.now);
        if (!history.commits.empty())
            begin = std::min(begin, past.configuration->zone.day_of(history.commits.front().landed_at));
    }
    auto scope = days(begin, past.today);
    scope.remark = fmt::format("no report{} is kept in {}/: this one is of all since the first commit",
                               request.narrowing.any() ? " on this part of the programme" : "",
                               visible(past.configuration->settings.report.archive));
    return scope;
}

}  // namespace sss
