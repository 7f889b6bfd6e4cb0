#include "print/changelog.hpp"

#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "pages/changelog_page.hpp"
#include "print/html/page_html.hpp"
#include "print/markdown/page_markdown.hpp"
#include "print/text/outline_text.hpp"
#include "work/changelog_making.hpp"
#include "work/template_file.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sss {

namespace {

struct ChangelogOptions {
    HistoryOptions history;
    StoryRequest request;
    Format format = Format::markdown;
    bool subjects = false;
    std::string template_file;
};

std::vector<std::pair<std::string, std::optional<PeriodUnit>>> const ways{
    {"day", PeriodUnit::day},         {"week", PeriodUnit::week}, {"month", PeriodUnit::month},
    {"quarter", PeriodUnit::quarter}, {"year", PeriodUnit::year}, {"tag", std::nullopt}};

std::vector<std::pair<std::string, Within>> const heaps{
    {"category", Within::category}, {"kind", Within::kind}, {"owner", Within::owner}, {"satellite", Within::satellite}};

std::string rendered(ChangelogFacts const& facts, ChangelogOptions const& options, bool color)
{
    if (!options.template_file.empty())
        return filled_template(options.template_file, [&](std::string_view source, TemplateFormat format) {
            return changelog_by_template(facts, source, format);
        });
    auto const subjects = options.subjects ? Subjects::told : Subjects::left_out;
    if (options.format == Format::json) return changelog_json(facts);
    if (options.format == Format::html) return page_html(changelog_page(facts, subjects), {}, facts.glossary);
    if (options.format == Format::text) return outline_text(changelog_page(facts, subjects), unbroken_lines, color);
    return page_markdown(changelog_page(facts, subjects));
}

ExitStatus run_changelog(ChangelogOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.moment = moment(options.history);
    tell_changelog(request, common, outside(common, surroundings), [&](ChangelogFacts const& facts) {
        deliver(rendered(facts, options, in_color(common, surroundings)), common, surroundings);
    });
    return ExitStatus::done;
}

}  // namespace

void add_changelog(CommandLine& line)
{
    auto options = std::make_shared<ChangelogOptions>();
    auto& request = options->request;
    auto const command = line.add_command("changelog", "What changed, gathered by period or release for people to read",
                                          "  sss changelog                            the whole past, month by month\n"
                                          "  sss changelog 2023-04 --by week          one month, week by week\n"
                                          "  sss changelog --by tag -o CHANGELOG.md   release by release\n"
                                          "  sss changelog v1.0..v1.1 --within satellite --format html -o news.html");
    auto const range = command.add_option(
        "RANGE", request.range, "A period (2018-Q2, last-month, 2018-04-01..2018-04-30), since:REV, A..B, or a tag");
    command.add_option("--period", request.range, "The same as RANGE, as other commands have it")
        ->type_name("PERIOD")
        ->excludes(range);
    add_narrowing_options(command, request.narrowing);
    add_type_option(command, request.narrowing.types);
    command.add_choice("--by", request.by, ways, "Gather by day, week, month, quarter, year or tag")
        ->type_name("PERIOD");
    command.add_choice("--within", request.within, heaps, "Within a period by category, satellite, kind or owner")
        ->type_name("HEAP");
    command.add_flag("--steps", request.steps, "Tell every step, not the net of each period");
    command.add_flag("--subjects", options->subjects,
                     "With each change the subject of its commit, where that says more");
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
