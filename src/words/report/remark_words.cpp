#include "words/date_words.hpp"
#include "words/report/report_words.hpp"

#include <string>
#include <vector>

/// How a report was made, and what its reader must know of that.
namespace sss {

std::vector<Said> remarks(ProgressReport const& report, Words const& words)
{
    std::vector<Said> found;
    auto const begin = report.records_begin ? in_words(*report.records_begin, {}, words) : std::string{};
    if (report.from_dates_only && report.records_begin)
        found.push_back(words.say(
            "The records begin on {day}: before that no history tells what changed, so this report is made from the "
            "dates in the records alone. What was planned at the time is not known.",
            "day"_a = begin));
    else if (report.from_dates_only)
        found.push_back(words.say(
            "There is no commit yet: before that no history tells what changed, so this report is made from the dates "
            "in the records alone. What was planned at the time is not known."));
    else if (report.imported > 0 && report.records_begin)
        found.push_back(
            words.quantity(static_cast<std::int64_t>(report.imported),
                           "The records begin in this period: {n} record came with the first commit, on {day}. What "
                           "they tell of earlier times is no news of this period.",
                           "The records begin in this period: {n} records came with the first commit, on {day}. What "
                           "they tell of earlier times is no news of this period.",
                           "day"_a = begin));
    else if (report.imported > 0)
        found.push_back(words.quantity(static_cast<std::int64_t>(report.imported),
                                       "The records begin in this period: {n} record came with the first commit. What "
                                       "they tell of earlier times is no news of this period.",
                                       "The records begin in this period: {n} records came with the first commit. "
                                       "What they tell of earlier times is no news of this period."));
    if (!report.left_out.empty()) {
        std::vector<Said> paths;
        for (auto const& entry : report.left_out)
            paths.push_back(words.say_in("a file that is left out", "{path} ({why})", "path"_a = as_name(entry.path),
                                         "why"_a = entry.why));
        found.push_back(words.quantity(std::ssize(paths),
                                       "{n} record is left out, wholly or in part: {paths}. {command} says more.",
                                       "{n} records are left out, wholly or in part: {paths}. {command} says more.",
                                       "paths"_a = some_names(paths, 3, words), "command"_a = as_code("sss validate")));
    }
    if (report.unreadable_versions > 0)
        found.push_back(
            words.quantity(static_cast<std::int64_t>(report.unreadable_versions),
                           "{n} earlier version of records in this period could not be read and is not told.",
                           "{n} earlier versions of records in this period could not be read and are not told."));
    for (auto const& one : report.wrong_clocks)
        found.push_back(words.say(
            "The clock of commit {commit} went wrong: it says {day}, and what it brought counts as of {counted}.",
            "commit"_a = one.commit.brief(), "day"_a = in_words(one.says, {}, words),
            "counted"_a = in_words(one.counts, {}, words)));
    return found;
}

Said days_of(ProgressReport const& report, Words const& words)
{
    return report.snapshot ? words.say("Days are those of {zone}.", "zone"_a = report.zone) : Said{};
}

std::string made_from(ProgressReport const& report)
{
    if (!report.snapshot || report.made.version.empty()) return {};
    auto made = "Made by sss " + report.made.version + " from commit " + report.snapshot->hex();
    for (auto const& one : report.made.replaced)
        made += (&one == &report.made.replaced.front() ? " with git's replacements " : ", ") + one;
    return made;
}

Said made_beside(ProgressReport const& report, Words const& words)
{
    std::vector<Said> beside;
    for (auto const& one : report.made.beside) beside.push_back(as_name(one));
    if (beside.empty()) return {};
    return words.say("It cannot be made again without {files}.", "files"_a = some_names(beside, beside.size(), words));
}

}  // namespace sss
