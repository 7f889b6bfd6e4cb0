#include "commands/command_line.hpp"
#include "print/form/issue_form.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"
#include "words/form_words.hpp"
#include "work/by_name.hpp"
#include "work/form/form_making.hpp"
#include "work/view.hpp"

#include <filesystem>
#include <memory>
#include <string>

#include <fmt/format.h>

namespace sss {
namespace {

struct FormOptions {
    FormRequest request;
    std::string fields;
    std::string site;
};

constexpr std::string_view github = "github";
constexpr std::string_view gitlab = "gitlab";

/// Whose form it is: as it was said, or as the file's name tells.
std::string site_of(FormOptions const& options, CommonOptions const& common)
{
    auto const ending = std::filesystem::path{common.output}.extension().string();
    auto const named = ending == ".yml" || ending == ".yaml" ? github : ending == ".md" ? gitlab : std::string_view{};
    if (!ending.empty() && named.empty())
        throw UsageError{fmt::format("sss form writes no {} file", visible(ending)),
                         "A form for GitHub is a .yml file, one for GitLab a .md file."};
    if (!options.site.empty() && !named.empty() && options.site != named)
        throw UsageError{
            fmt::format("a form for {} is no {} file", options.site, visible(ending)),
            fmt::format("Name the file {}, or leave out --for.", options.site == github ? "KIND.yml" : "KIND.md")};
    if (!options.site.empty()) return options.site;
    return std::string{named.empty() ? github : named};
}

ExitStatus run_form(FormOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const site = site_of(options, common);
    auto const world = outside(common, surroundings);
    auto const view = open_view(common, {}, world, Detail::values);
    auto const& kind = find_kind(view.kinds(), options.request.kind);
    auto request = options.request;
    request.fields = split_at_commas(options.fields);
    auto const form = record_form(*view.configuration().schemas.find(kind.name), view.records, request);
    if (auto const words = left_out_words(form); !words.empty()) world.remark(fmt::format("sss: {}\n", words));
    auto const text = site == github ? github_form(form) : markdown_form(form);
    deliver(common.output.empty() ? visible_lines(text) : text, common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_form(CommandLine& line)
{
    auto options = std::make_shared<FormOptions>();
    auto const command = line.add_command(
        "form", "A form by which people without git tell of a record, for issues on GitHub or GitLab",
        "  sss form milestone -o .github/ISSUE_TEMPLATE/milestone.yml\n"
        "  sss form milestone --update --fields planned,actual -o .github/ISSUE_TEMPLATE/milestone-moved.yml\n"
        "  sss form meeting -o .gitlab/issue_templates/meeting.md\n"
        "  sss add milestone --from answers.md               takes what was filled in");
    command
        .add_option("KIND", options->request.kind, "milestone, meeting, satellite, organisation, or one of your own")
        ->required();
    command.add_flag("--update", options->request.update, "Of records that stand: what has changed");
    command.add_option("--fields", options->fields, "Ask for these fields alone, with commas between")
        ->type_name("FIELDS");
    command
        .add_option(
            "--for", options->site,
            "github (an issue form) or gitlab (a template in Markdown), where the ending of -o does not tell it")
        ->one_of({std::string{github}, std::string{gitlab}})
        ->type_name("SITE");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_form(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
