#include "commands/command_line.hpp"
#include "history/compare.hpp"
#include "render/findings_ci.hpp"
#include "render/findings_json.hpp"
#include "render/findings_text.hpp"
#include "reports/difference.hpp"
#include "reports/weakening.hpp"
#include "rules/look_back.hpp"
#include "rules/rules.hpp"
#include "rules/validation.hpp"
#include "support/utf8.hpp"
#include "work/absence.hpp"
#include "work/checked_state.hpp"
#include "work/history_view.hpp"
#include "work/look_back.hpp"
#include "work/typed_path.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

struct ValidateOptions {
    std::vector<std::string> paths;
    StateRequest state;
    HistoryOptions history;
    Format format = Format::text;
    std::string fail_on = "error";
    std::size_t limit = FindingsText{}.limit;
};

void require_no_contradiction(StateRequest const& state, HistoryOptions const& history)
{
    if (state.past && !state.since.empty())
        throw UsageError{
            "--history and --since exclude each other: one judges the whole past, the other what a branch brings"};
    if (!state.staged) return;
    for (auto const& [value, name] : {std::pair{history.revision, "--rev"}, {history.as_of, "--as-of"}})
        if (!value.empty())
            throw UsageError{
                fmt::format("--staged and {} exclude each other: one looks at what the next commit holds, "
                            "the other at one that was made",
                            name)};
}

bool stands_below(std::string const& file, std::vector<std::string> const& paths)
{
    return paths.empty() || std::ranges::any_of(paths, [&](auto const& path) { return is_below(file, path); });
}

/// Keeps what stands below one of the paths.
void narrow(Validation& checked, std::vector<std::string> const& paths)
{
    if (paths.empty()) return;
    auto const elsewhere = [&](std::string const& file) { return !stands_below(file, paths); };
    auto first = checked.records.begin();
    for (auto& kind : checked.kinds) {
        auto const behind = first + static_cast<std::ptrdiff_t>(kind.records);
        kind.records -= static_cast<std::size_t>(std::count_if(first, behind, elsewhere));
        first = behind;
    }
    std::erase_if(checked.kinds, [](KindCount const& kind) { return kind.records == 0; });
    std::erase_if(checked.records, elsewhere);
    std::erase_if(checked.findings, [&](Finding const& finding) { return elsewhere(finding.file); });
    std::erase_if(checked.waived, [&](Waived const& waived) { return elsewhere(waived.finding.file); });
}

std::vector<std::string> files_of(Validation const& checked)
{
    auto files = checked.records;
    for (auto const& finding : checked.findings) files.push_back(finding.file);
    return files;
}

/// Where files stand now that the branch gave another name. Asked only where one with a finding is new.
std::map<std::string, std::string> moved_since(CheckedState const& state, CommonOptions const& common)
{
    auto const configuration = read_configuration(*state.files, named_settings(common), rule_names());
    auto const before = read_records(*state.base->files, configuration->layout, Detail::values);
    auto const after = read_records(*state.files, configuration->layout, Detail::values);
    return moved_files(compare(configuration->layout, before, after).changes, before, after);
}

/// Takes out of `checked` what stood at the base too.
FindingCounts set_older_aside(Validation& checked, CheckedState const& state, ValidateOptions const& options,
                              CommonOptions const& common, Surroundings const& surroundings)
{
    // What both sides would find on any day is judged on the same day, so that time alone brings nothing new.
    Validation base;
    Weakening weakening;
    try {
        base = validate(*state.base->files, named_settings(common), state.now);
        if (state.base->commit)
            weakening =
                weakening_of({*state.base->files, *state.files, named_settings(common), state.now,
                              former_records_of(state), past_of(state, options.state, outside(common, surroundings))});
    } catch (NotReadable const& unread) {
        // Whoever mends it must get through: all that is found counts.
        surroundings.complain(
            fmt::format("sss: what stood where {} parted cannot be judged, so every finding counts as "
                        "new: {}\n",
                        visible(options.state.since), unread.what()));
        return {};
    }
    auto const there = files_of(base);
    std::set<std::string_view> const known{there.begin(), there.end()};
    auto const in_new_file =
        std::ranges::any_of(checked.findings, [&](Finding const& finding) { return !known.contains(finding.file); });
    auto const moved =
        in_new_file && !base.findings.empty() ? moved_since(state, common) : std::map<std::string, std::string>{};
    auto found = new_findings(base.findings, std::move(checked.findings), moved);
    checked.findings = std::move(found.appeared);
    add_weakening(checked.findings, std::move(weakening), base.findings, moved);
    return count_findings(found.older);
}

/// A check that could not look is none.
void require_data(Validation const& checked, CheckedState const& state, CommonOptions const& common)
{
    if (state.name.empty()) return;  // before the first commit
    auto const configuration = read_configuration(*state.files, named_settings(common), rule_names());
    require_sight(*state.files, configuration->layout, common, state.name);
    if (state.repository)
        require_no_filter(*state.repository, *state.files, configuration->layout,
                          state.of_commit ? state.tip : std::nullopt);
    else if (auto const repository = repository_of(state.root, common.git))
        require_no_filter(*repository, *state.files, configuration->layout, std::nullopt);
    if (checked.records.empty()) require_records_not_elsewhere(*state.files, configuration->layout, state.name);
}

Severity severity_named(std::string const& name)
{
    return name == "error" ? Severity::error : name == "warning" ? Severity::warning : Severity::note;
}

std::string printed(Check const& check, ValidateOptions const& options, bool colour)
{
    if (options.format == Format::json) return to_json(check);
    if (options.format == Format::sarif) return to_sarif(check);
    if (options.format == Format::junit) return to_junit(check);
    if (options.format == Format::github) return to_github(check);
    if (options.format == Format::gitlab) return to_gitlab(check);
    return to_text(check, {.colour = colour, .limit = options.limit});
}

ExitStatus run_validate(ValidateOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    require_no_contradiction(options.state, options.history);
    auto request = options.state;
    request.moment = moment(options.history);
    auto const state = find_state(request, common, outside(common, surroundings));
    auto checked = validate(*state.files, named_settings(common), state.now, former_records_of(state),
                            past_of(state, options.state, outside(common, surroundings)));
    require_data(checked, state, common);
    auto const paths = paths_of(state, common, options.paths, files_of(checked));

    Check check;
    check.fail_on = severity_named(options.fail_on);
    narrow(checked, paths);
    if (state.base) {
        auto const older = set_older_aside(checked, state, options, common, surroundings);
        // What is switched off concerns every path.
        std::erase_if(checked.findings, [&](Finding const& finding) {
            return finding.rule != "check-weakened" && !stands_below(finding.file, paths);
        });
        check.since = Since{options.state.since, state.base->commit ? state.base->commit->brief() : "", older};
    }
    check.records = std::move(checked.records);
    check.findings = std::move(checked.findings);
    check.waived = std::move(checked.waived);
    check.kinds = std::move(checked.kinds);
    deliver(printed(check, options, in_color(common, surroundings)), common, surroundings);
    // A log that ends with 1 and not a word helps nobody.
    if (!common.output.empty() && check.fails() && !common.quiet)
        surroundings.complain(fmt::format("sss: {}", summary_text(check, fmt::format(" See {}.", common.output))));
    return check.fails() ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace

void add_validate(CommandLine& line)
{
    auto options = std::make_shared<ValidateOptions>();
    auto const command =
        line.add_command("validate", "Whether what is written now is sound: settings, schemas and records",
                         "  sss validate                         the whole working tree\n"
                         "  sss validate data/meetings           what is wrong there; all is read\n"
                         "  sss validate --staged --since HEAD   what the next commit would bring in\n"
                         "  sss validate --since origin/main     what this branch brings in\n"
                         "  sss validate --history               and what was changed that should stay");
    command.add_option("PATH", options->paths, "Report only what stands in these files and folders")->type_name("");
    command.add_flag("--staged,--cached", options->state.staged, "Look at what the next commit would hold");
    add_history_options(command, options->history);
    command
        .add_option("--since", options->state.since,
                    "Tell only what is new since the branch parted from this revision; the rest is counted")
        ->type_name("REV");
    command.add_flag("--history", options->state.past, "Judge the whole past of every record too");
    command
        .add_option("--fail-on", options->fail_on,
                    "End with 1 where there is a finding of this level or a worse one: error (default), warning, note")
        ->one_of({"error", "warning", "note"})
        ->type_name("LEVEL");
    command.add_format_option(
        options->format, {Format::text, Format::json, Format::sarif, Format::junit, Format::github, Format::gitlab},
        "text, json, sarif, junit, github or gitlab");
    command.add_option("--limit", options->limit, "Print so many findings as text, the worst; 0: all (default 200)")
        ->type_name("N");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_validate(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
