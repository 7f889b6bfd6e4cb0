#include "render/changelog.hpp"

#include "commands/workspace.hpp"

#include <map>
#include <memory>

#include <fmt/format.h>

namespace sss {

namespace {

struct ChangelogOptions {
    HistoryOptions history;
    std::string range;
    std::string by = "month";
    std::string format = "markdown";
    bool steps = false;
};

std::map<std::string, PeriodSort> const sorts{{"day", PeriodSort::day},
                                              {"week", PeriodSort::week},
                                              {"month", PeriodSort::month},
                                              {"quarter", PeriodSort::quarter},
                                              {"year", PeriodSort::year}};

/// What RANGE says: commits between two revisions, or days.
struct Range {
    std::optional<git::Oid> from, to;
    std::optional<Day> first, last;
};

Range understand(std::string const& text, Past const& past)
{
    Range range;
    if (text.empty()) return range;
    auto const period = parse_period(text, past.today, past.habits->settings.programme.week_starts);
    if (auto const* days = std::get_if<Period>(&period)) {
        range.first = days->first;
        range.last = days->last;
    } else if (auto const* since = std::get_if<SinceRevision>(&period)) {
        range.from = past.repository.resolve(since->revision);
    } else if (auto const dots = text.find(".."); dots != std::string::npos && text.find("...") == std::string::npos) {
        auto const from = text.substr(0, dots), to = text.substr(dots + 2);
        range.from = past.repository.resolve(from.empty() ? "HEAD" : from);
        if (!to.empty()) range.to = past.repository.resolve(to);
    } else {
        throw UsageError{
            fmt::format("'{}' is neither a period nor a range of revisions", text),
            "A period is 2018-04, 2018-Q2, last-month, 2018-04-01..2018-04-30 …; a range of revisions is A..B."};
    }
    return range;
}

ExitStatus run_changelog(ChangelogOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const past = open_past(common, options.history, surroundings);
    auto const range = understand(options.range, past);
    auto const end = range.to ? std::optional{past.repository.commit(*range.to)} : past.now;
    auto const& habits = *past.habits;
    auto const records = records_of(past, end);
    auto history = end ? read_history(past.repository, habits.layout, end->id, range.from) : History{};
    complain_of_gaps(history, common, surroundings);
    ChangelogStretch told{range.first, range.last};
    if (range.from && !history.changes.empty()) {  // "third move" counts those before the range too
        auto before = read_history(past.repository, habits.layout, *range.from);
        told.first_commit = static_cast<std::uint32_t>(before.commits.size());
        history = continued(std::move(before), history);
    }
    auto const changelog =
        make_changelog(history, habits.zone, sorts.at(options.by), options.steps,
                       habits.settings.history.correction_days, habits.settings.programme.week_starts, told);
    ChangelogFacts const facts{habits.settings.programme.name, changelog, history, records, habits.zone};
    deliver(options.format == "json"   ? changelog_json(facts)
            : options.format == "text" ? changelog_text(facts, in_color(common, surroundings))
                                       : changelog_markdown(facts),
            common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_changelog(CommandLine& line)
{
    auto options = std::make_shared<ChangelogOptions>();
    auto& command = line.add_command("changelog", "What changed, gathered by period for people to read",
                                     "  sss changelog                        the whole past, month by month\n"
                                     "  sss changelog 2023-04 --by week      one month, week by week\n"
                                     "  sss changelog v1.0..v1.1 -o NEWS.md  what came between two tags");
    command.add_option("RANGE", options->range,
                       "A period (2018-Q2, last-month, 2018-04-01..2018-04-30), since:REV, or A..B");
    std::vector<std::string> names;
    for (auto const& [name, sort] : sorts) names.push_back(name);
    command.add_option("--by", options->by, "Gather by day, week, month, quarter or year")
        ->check(CLI::IsMember(names))
        ->type_name("PERIOD");
    command.add_flag("--steps", options->steps, "Tell every step, not the net of each period");
    command.add_option("--format", options->format, "markdown, text or json")
        ->check(CLI::IsMember({"markdown", "text", "json"}))
        ->type_name("FORMAT");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_changelog(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
