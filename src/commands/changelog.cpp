#include "render/changelog.hpp"

#include "commands/command_line.hpp"
#include "render/words.hpp"
#include "support/utf8.hpp"
#include "work/history_view.hpp"
#include "work/range.hpp"
#include "work/template_file.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

struct ChangelogOptions {
    HistoryOptions history;
    std::string range;
    std::string by = "month";
    std::string within = "category";
    Format format = Format::markdown;
    std::string template_file;
    bool steps = false;
};

/// Up to this many tags stand in a sentence; the others are counted.
constexpr std::size_t named_at_most = 5;

std::map<std::string, PeriodUnit> const sorts{{"day", PeriodUnit::day},
                                              {"week", PeriodUnit::week},
                                              {"month", PeriodUnit::month},
                                              {"quarter", PeriodUnit::quarter},
                                              {"year", PeriodUnit::year}};
std::vector<std::string> const ways{"day", "week", "month", "quarter", "year", "tag"};

std::map<std::string, Within> const heaps{
    {"category", Within::category}, {"satellite", Within::satellite}, {"kind", Within::kind}, {"owner", Within::owner}};

std::string rendered(ChangelogFacts const& facts, ChangelogOptions const& options, bool color)
{
    if (!options.template_file.empty())
        return filled_template(options.template_file, [&](std::string_view source, TemplateFormat format) {
            return changelog_by_template(facts, source, format);
        });
    if (options.format == Format::json) return changelog_json(facts);
    if (options.format == Format::html) return changelog_html(facts);
    if (options.format == Format::text) return changelog_text(facts, color);
    return changelog_markdown(facts);
}

std::string named(std::vector<std::string> const& tags)
{
    std::vector<std::string> shown_tags;
    for (std::size_t i = 0; i < std::min(tags.size(), named_at_most); ++i) shown_tags.push_back(visible(tags[i]));
    auto list = fmt::format("{}", fmt::join(shown_tags, ", "));
    if (tags.size() > named_at_most) list += fmt::format(" and {} more", tags.size() - named_at_most);
    return list;
}

/// Whoever looks for a tag should not have to guess why it opens no section.
void complain_of_tags(Releases const& releases, bool all_of_the_branch, CommonOptions const& common,
                      Surroundings const& surroundings)
{
    if (common.quiet) return;
    auto const say = [&](std::vector<std::string> const& tags, std::string_view why) {
        if (tags.empty()) return;
        surroundings.complain(fmt::format(
            "sss: {} {}: {}\n", count(static_cast<std::int64_t>(tags.size()), "tag"),
            fmt::format(fmt::runtime(why), tags.size() == 1 ? "stands" : "stand", tags.size() == 1 ? "opens" : "open"),
            named(tags)));
    };
    if (releases.all.empty()) surroundings.complain("sss: no commit of this stretch is tagged\n");
    if (all_of_the_branch) say(releases.elsewhere, "{} outside this branch's past and {} no section");
}

ExitStatus run_changelog(ChangelogOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const past = open_history_view(common, moment(options.history), outside(common, surroundings));
    auto const range = understand_range(options.range, past);
    if (!range.advice.empty() && !common.quiet) surroundings.complain("sss: " + range.advice + "\n");
    auto const end = range.to ? std::optional{past.repository.commit(*range.to)} : past.now;
    auto const& configuration = *past.configuration;
    auto const records = records_of(past, end);
    auto history = read_history(past, end, range.from);
    remark_gaps(history, configuration.zone, outside(common, surroundings));

    ChangelogRequest request;
    request.within = heaps.at(options.within);
    request.steps = options.steps;
    request.correction_days = configuration.settings.history.correction_days;
    request.week_start = configuration.settings.programme.week_starts;
    request.told = {range.first, range.last, 0};
    if (range.from && !history.changes.empty()) {  // "third move" counts those before the range too
        auto before = read_history(past.repository, configuration.layout, *past.line, *range.from);
        request.told.first_commit = static_cast<std::uint32_t>(before.commits.size());
        history = continued(std::move(before), history);
    }
    Releases releases;
    if (options.by == "tag") {
        auto const until = past.as_of ? std::optional{configuration.zone.end_of(past.today)} : std::nullopt;
        if (end) releases = find_releases(past.repository, {end->id, range.from, until}, *past.line);
        complain_of_tags(releases, options.range.empty() && options.history.revision.empty() && !past.as_of, common,
                         surroundings);
        request.releases = &releases;
    } else {
        request.by = sorts.at(options.by);
    }
    auto const changelog = make_changelog(history, records, configuration.zone, request);
    ChangelogFacts const facts{configuration.settings.programme.name,
                               changelog,
                               history,
                               records,
                               configuration.zone,
                               options.by,
                               options.within};
    deliver(rendered(facts, options, in_color(common, surroundings)), common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_changelog(CommandLine& line)
{
    auto options = std::make_shared<ChangelogOptions>();
    auto const command = line.add_command("changelog", "What changed, gathered by period or release for people to read",
                                          "  sss changelog                            the whole past, month by month\n"
                                          "  sss changelog 2023-04 --by week          one month, week by week\n"
                                          "  sss changelog --by tag -o CHANGELOG.md   release by release\n"
                                          "  sss changelog v1.0..v1.1 --within satellite --format html -o news.html");
    command.add_option("RANGE", options->range,
                       "A period (2018-Q2, last-month, 2018-04-01..2018-04-30), since:REV, A..B, or a tag");
    command.add_option("--by", options->by, "Gather by day, week, month, quarter, year or tag")
        ->one_of(ways)
        ->type_name("PERIOD");
    std::vector<std::string> names;
    for (auto const& [name, within] : heaps) names.push_back(name);
    command.add_option("--within", options->within, "Within a period by category, satellite, kind or owner")
        ->one_of(names)
        ->type_name("HEAP");
    command.add_flag("--steps", options->steps, "Tell every step, not the net of each period");
    auto const format = command.add_format_option(
        options->format, {Format::markdown, Format::text, Format::html, Format::json}, "markdown, text, html or json");
    command.add_option("--template", options->template_file, "Your own template, in place of a format")
        ->type_name("FILE")
        ->excludes(format);
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_changelog(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
