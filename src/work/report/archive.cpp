#include "work/report/archive.hpp"

#include "facts/report/quiet.hpp"
#include "history/first_parent_line.hpp"
#include "history/slices.hpp"
#include "history/snapshots.hpp"
#include "print/made_line.hpp"
#include "support/atomic_file.hpp"
#include "support/links.hpp"
#include "support/utf8.hpp"
#include "work/narrowing_request.hpp"
#include "work/report/archive_commit.hpp"
#include "work/report/each.hpp"
#include "work/report/provenance.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

/// A report that is missing.
struct Missing {
    Scope scope;
    fs::path path;
    std::optional<std::size_t> from, to;  ///< on the first-parent line
    bool after = false;  ///< `from` is what the report before it was made from, and not all of its days
};

struct Survey {
    std::vector<Missing> missing;  ///< the oldest first
    std::vector<KeptFile> standing;
    std::size_t silent = 0;  ///< periods of a long silence, which get no report
};

/// Where nothing lands for longer than this, and then something does, the periods in between get no report: a first
/// commit that is dated into another age must not fill a folder with thousands.
constexpr std::chrono::days longest_silence{3653};

/// The long silences between landings: the day of the last one before and of the first one after, the oldest first.
std::vector<std::pair<Day, Day>> silences(FirstParentLine const& line)
{
    std::vector<std::pair<Day, Day>> found;
    for (auto i = line.size(); i-- > 1;)
        if (auto const before = line.day(i), after = line.day(i - 1); after - before > longest_silence)
            found.emplace_back(before, after);
    return found;
}

fs::path folder_of(ArchiveRequest const& archive, HistoryView const& past)
{
    if (!archive.folder.empty()) return archive.folder;
    auto const root = past.repository.work_tree();
    if (root.empty())
        throw UsageError{"a bare repository has no folder for reports", "Name one: sss report --archive DIR"};
    return root / past.configuration->settings.report.archive;
}

/// The part of the programme as a part of a file's name: ".satellite-sss-1"; empty for all of it. Two parts have two
/// names: what is no plain letter of an id is written by its code ("_5f" for an underline).
std::string part_of(Narrowing const& narrowing)
{
    std::string part;
    auto const add = [&](std::string_view option, std::vector<std::string> names) {
        std::ranges::sort(names);
        for (auto const& name : names) {
            part += fmt::format(".{}-{}", option, as_file_name(name));
        }
    };
    add(kinds::satellite, narrowing.satellites);
    add(kinds::organisation, narrowing.organisations);
    add("kind", narrowing.kinds);
    return part;
}

/// "2023/2023-W15.md": the files of a year stand together, and in their order.
fs::path name_of(Period const& period, std::string const& part, Format format)
{
    return fs::path{period.name.substr(0, 4)} / (period.name + part + report_ending(format));
}

/// Whether a report is kept there already. What bears its name and is none would hide it for ever, so that is an Error.
bool stands(fs::path const& path)
{
    if (auto const way = way_to(path.parent_path()); way.leads != Way::Leads::plainly)
        throw Error{fmt::format("keep a report in {}", visible(path.parent_path().string())),
                    fmt::format("{} is a symbolic link, which may lead anywhere", visible(way.link.string())),
                    "Put a folder in its place."};
    std::error_code failed;
    auto const status = fs::symlink_status(path, failed);
    if (!fs::exists(status)) return false;
    if (fs::is_regular_file(status) && fs::file_size(path, failed) > 0 && !failed) return true;
    throw Error{fmt::format("keep the report {}", path.string()), "something stands there that is no report",
                "Move it away, and run the command again."};
}

/// What a kept report was made from, as a position on the line; nothing where it does not say so, or stands elsewhere.
std::optional<std::size_t> made_from(fs::path const& path, git::Repository const& repository,
                                     FirstParentLine const& line)
{
    constexpr auto largest = std::size_t{32} << 20;
    auto const file = read_file(path.string(), largest);
    if (!file) return std::nullopt;
    auto const made = read_made(file.bytes);
    if (!made || !repository.knows(made->commit + "^{commit}")) return std::nullopt;
    return line.find(repository.resolve(made->commit));
}

PeriodUnit unit_of(ArchiveRequest const& archive, HistoryView const& past)
{
    return archive.every.value_or(past.configuration->settings.publication.every.value_or(PeriodUnit::week));
}

Survey survey(HistoryView const& past, FirstParentLine const& line, Day begin, ArchiveRequest const& archive,
              ReportRequest const& request)
{
    Survey found;
    auto const silent = silences(line);
    auto const week_start = past.configuration->settings.programme.week_starts;
    auto const folder = folder_of(archive, past);
    auto const part = request.narrowing.any()
                          ? part_of(read_narrowing(request.narrowing, past, records_of(past, past.now)))
                          : std::string{};
    std::optional<fs::path> before;  // the report of the period before, where it stands
    for (auto period = period_of(begin, unit_of(archive, past), week_start); period.last < past.today;
         period = next(period, week_start))
    {
        auto const within = [&](auto const& one) { return one.first < period.first && period.last < one.second; };
        if (std::ranges::any_of(silent, within)) {
            ++found.silent;
            continue;
        }
        auto path = folder / name_of(period, part, request.format);
        if (stands(path)) {
            found.standing.push_back({path, period});
            before = std::move(path);
            continue;
        }
        auto from = line.landed_by(period.first - std::chrono::days{1});
        auto const to = line.landed_by(period.last);
        if (!to) continue;  // before the first commit: nobody had written anything
        // What landed after the report before, though its clock says earlier, would else be told by neither.
        auto const told = before ? made_from(*before, past.repository, line) : std::nullopt;
        auto const after = told && from && *told > *from;
        if (after) from = told;
        before.reset();
        found.missing.push_back({{period, period.last, {}, {}}, std::move(path), from, to, after});
    }
    return found;
}

/// Makes the missing reports, the oldest first.
class Archivist {
public:
    Archivist(HistoryView const& past, ReportRequest const& request, FirstParentLine const& line, History const& whole,
              std::vector<Missing> const& missing)
        : past_(past),
          request_(request),
          line_(line),
          slices_(whole, line, past.configuration->settings.history.correction_days),
          snapshots_(past.repository, past.configuration->layout, trees(missing)),
          reproducing_(past)
    {
        if (wants_freshness(past.configuration->settings.report, request))
            last_changes_.emplace(past.repository, past.configuration->layout, line);
    }

    /// The report; nothing where it brings nothing new and only such are wanted.
    std::optional<std::string> report(Missing const& missing, bool if_changed)
    {
        auto scope = missing.scope;
        scope.to = past_.repository.commit(line_.landing(*missing.to)->id);
        if (missing.from) scope.from = past_.repository.commit(line_.landing(*missing.from)->id);
        scope.after = missing.after;
        PeriodStory story;
        story.history = slices_.exact()
                            ? slices_.stretch(missing.from, *missing.to)
                            : read_history(past_, scope.to, scope.from ? std::optional{scope.from->id} : std::nullopt);
        story.moves = slices_.moves_in(*story.history);
        tell_beginning(story, scope, past_, with_records_);
        auto const& records = snapshots_.next();
        if (!records.all().empty()) with_records_ = scope.to->tree;
        if (last_changes_)
            story.last_changes =
                last_changes_->at(*missing.to, open_matters(records), stale_since(past_, scope), most_landings);
        Sources const sources{records, [&]() -> History const& { return so_far(*missing.to); }};
        auto const report = report_of(past_, scope, story, sources, request_, reproducing_);
        if (if_changed && nothing_new(report)) return std::nullopt;
        return printed(report, request_, past_, false, &sources);
    }

private:
    /// What the history tells up to a position; positions come the oldest first.
    History const& so_far(std::size_t position)
    {
        if (slices_.exact())
            slices_.extend(so_far_, position);
        else
            so_far_ = read_history(past_, past_.repository.commit(line_.landing(position)->id));
        return so_far_;
    }

    std::vector<git::Oid> trees(std::vector<Missing> const& missing) const
    {
        std::vector<git::Oid> found;
        for (auto const& one : missing) found.push_back(line_.landing(*one.to)->tree);
        return found;
    }

    HistoryView const& past_;
    ReportRequest const& request_;
    FirstParentLine const& line_;
    Slices slices_;
    Snapshots snapshots_;
    ReproducingRevision reproducing_;
    std::optional<LastChangesOnLine> last_changes_;  ///< only where it is asked
    History so_far_;
    git::Oid with_records_;  ///< a tree that is known to hold records
};

/// Whether the file was written; another run may have been faster.
bool keep(fs::path const& path, std::string const& report)
{
    make_folders(path.parent_path());
    return create_new(path, report);
}

}  // namespace

ArchiveOutcome write_archive(ArchiveRequest const& archive, ReportRequest const& request,
                             ProgrammeRequest const& programme, Outside const& outside,
                             std::function<void(CommitProposal const&)> const& before)
{
    auto const past = open_history_view(programme, request.moment, outside);
    past.repository.require_whole_history("report on the past");
    if (past.configuration->zone.day_of(outside.now()) < past.today)
        throw UsageError{
            fmt::format("no period that ends on {} or before has surely ended: that day is to come", iso(past.today)),
            "An archive keeps what is over; leave --as-of out, or name a day that has been."};
    ArchiveOutcome outcome;
    outcome.folder = archive.folder.empty() ? past.configuration->settings.report.archive : archive.folder;
    outcome.every = unit_of(archive, past);
    outcome.begun = past.now.has_value();
    auto const folder = folder_of(archive, past);
    if (archive.committed) before(propose_kept({}, archive.subject, folder, past, programme));
    if (!outcome.begun) return outcome;
    auto const& zone = past.configuration->zone;
    auto const& line = *past.line;
    // Where all stand from the first commit on, the history need not be read.
    auto found = survey(past, line, line.day(line.size() - 1), archive, request);
    if (!found.missing.empty()) {
        sweep(folder);
        auto const& whole = whole_history(past, past.now);
        remark_gaps(whole, zone, outside);
        auto const begin = whole.commits.empty() ? past.today : zone.day_of(whole.commits.front().landed_at);
        found = survey(past, line, begin, archive, request);
        Archivist archivist{past, request, line, whole, found.missing};
        for (auto const& missing : found.missing) {
            auto const report = archivist.report(missing, archive.if_changed);
            if (!report)
                ++outcome.unchanged;
            else if (found.standing.push_back({missing.path, missing.scope.period}); keep(missing.path, *report))
                ++outcome.written;
        }
    }
    outcome.standing = found.standing.size() - outcome.written;
    outcome.silent = found.silent;
    try {
        outcome.commit = propose_kept(std::move(found.standing), archive.subject, folder, past, programme);
    } catch (Error const&) {
        if (archive.committed) throw;  // else the reports are kept all the same
    }
    return outcome;
}

}  // namespace sss
