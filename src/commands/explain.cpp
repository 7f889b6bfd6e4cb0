#include "commands/command_line.hpp"
#include "print/rule_page.hpp"
#include "rules/validation.hpp"
#include "support/edit_distance.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {

namespace {

struct ExplainOptions {
    std::string rule;
    Format format = Format::text;
};

/// The day on which examples are checked, so that a page is the same on every day.
constexpr std::chrono::sys_seconds day_of_examples{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

Rule const& rule_called(std::string const& name)
{
    if (auto const* rule = rule_named(name)) return *rule;
    auto const near = nearest(name, rule_names());
    throw UsageError{fmt::format("no rule is called '{}'", name),
                     near ? fmt::format("Did you mean '{}'?", *near) : "`sss explain` lists all rules."};
}

ExitStatus run_explain(ExplainOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const markdown = options.format == Format::markdown;
    auto const colour = in_color(common, surroundings);
    if (options.rule.empty()) {
        deliver(markdown ? rule_list_markdown(all_rules()) : rule_list_text(all_rules(), colour), common, surroundings);
        return ExitStatus::done;
    }
    auto const& rule = rule_called(options.rule);
    auto const found = validate_example(rule.failing, day_of_examples).findings;
    deliver(markdown ? rule_page_markdown(rule, found) : rule_page_text(rule, found, colour), common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_explain(CommandLine& line)
{
    auto options = std::make_shared<ExplainOptions>();
    auto const command = line.add_command("explain", "What a rule asks for and why, with an example",
                                          "  sss explain                          all rules, a line each\n"
                                          "  sss explain unknown-reference        the page of one");
    command.add_option("RULE", options->rule, "A rule, as a finding names it in brackets");
    command.add_format_option(options->format, {Format::text, Format::markdown}, "text or markdown");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_explain(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
