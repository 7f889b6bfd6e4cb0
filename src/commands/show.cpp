#include "commands/command_line.hpp"
#include "facts/change/log_filter.hpp"
#include "facts/change/record_thread.hpp"
#include "print/programme_page.hpp"
#include "print/record_page.hpp"
#include "rules/rules.hpp"
#include "support/shell_word.hpp"
#include "work/by_name.hpp"
#include "work/view.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

struct ShowOptions {
    HistoryOptions history;
    std::vector<std::string> ids;
    Format format = Format::text;
    std::optional<std::size_t> width;
};

constexpr int many = 1000;  ///< ids on one command line

/// The record's past, and what points into it.
struct RecordPast {
    std::optional<History> history;
    std::vector<Move> moves;
    std::vector<Change> changes;
    std::vector<ChangeFacts> facts;
    std::string untold;
    bool uncommitted = false;
};

void read_past(RecordPast& past, View const& view, git::Repository const& repository, git::Oid const& tip,
               Record const& record)
{
    try {
        repository.require_whole_history("tell the history of a record");
    } catch (CiError const& error) {  // a clone that does not hold all
        past.untold = error.what();
        return;
    }
    RecordKey const key{record.kind, record.id};
    auto const own =
        view.past ? nullptr : std::make_unique<FirstParentLine const>(repository, tip, view.configuration().zone);
    auto const& line = own ? *own : *view.past->line;
    past.history = read_past_of(repository, view.configuration().layout, line, tip, std::span{&key, 1});
    past.moves = moves(*past.history, view.configuration().settings.history.correction_days);
    past.changes = thread_of(*past.history, record.kind->name + '/' + record.id).changes;
    past.facts = change_facts(past.changes, past.moves, past.history->zone, RenamesFollowed::of_aliases(view.records));
}

RecordPast past_of(View& view, Record const& record)
{
    RecordPast past;
    if (view.past) {
        if (view.past->now) read_past(past, view, view.past->repository, view.past->now->id, record);
        return past;
    }
    auto& repository = view.around;
    auto const head = repository ? repository->head() : std::nullopt;
    if (!head) return past;
    repository->name_people_as_in(*head);
    read_past(past, view, *repository, *head, record);
    auto const hidden = repository->uncommitted(view.configuration().layout.data_folder());
    past.uncommitted = std::ranges::find(hidden, record.path()) != hidden.end();
    return past;
}

std::vector<Finding> findings_of(View const& view, Record const& record)
{
    auto const& configuration = view.configuration();
    auto found = check_records(view.records, configuration.layout, configuration.schemas, view.today,
                               configuration.zone, configuration.settings.rules);
    std::erase_if(found, [&](Finding const& finding) { return finding.file != record.path(); });
    return found;
}

std::string told(RecordPage const& page, ShowOptions const& options, std::size_t width, bool colour)
{
    return options.format == Format::json       ? record_json(page)
           : options.format == Format::markdown ? record_markdown(page)
                                                : record_text(page, width, colour);
}

std::string record_page(View& view, Record const& record, ShowOptions const& options, std::size_t width, bool colour)
{
    auto past = past_of(view, record);
    return told({.record = record,
                 .records = view.records,
                 .zone = view.configuration().zone,
                 .today = view.today,
                 .named_by = back_references(record, view.records),
                 .history = past.history ? &*past.history : nullptr,
                 .changes = std::move(past.facts),
                 .history_untold = past.untold,
                 .uncommitted = past.uncommitted,
                 .findings = findings_of(view, record)},
                options, width, colour);
}

/// Of an item of a record: what of the record's past and of its findings is about it.
std::string item_page(View& view, std::string const& typed, ShowOptions const& options, std::size_t width, bool colour)
{
    ItemSorts const sorts{view.kinds()};
    auto const found = find_item(view.records, sorts, typed);
    auto past = past_of(view, *found.holder);
    auto const field = fmt::format("{}[{}]", found.sort->list->path, key_of_item(found.item.id));
    LogFilter only;
    only.fields.emplace_back(field);
    if (past.history) past.facts = filtered(past.facts, only, *past.history, view.configuration().zone);
    auto findings = findings_of(view, *found.holder);
    auto const lines = lines_of(found.item);
    std::erase_if(findings, [&](Finding const& finding) {
        return finding.place.line < lines.first || finding.place.line > lines.last;
    });
    return told({.record = found.item,
                 .records = view.records,
                 .zone = view.configuration().zone,
                 .today = view.today,
                 .named_by = {},
                 .history = past.history ? &*past.history : nullptr,
                 .changes = std::move(past.facts),
                 .history_untold = past.untold,
                 .uncommitted = past.uncommitted,
                 .findings = std::move(findings),
                 .in_log = fmt::format("{} --field {}", shell_word(found.holder->id), shell_word(field))},
                options, width, colour);
}

std::string programme_page(View const& view, ShowOptions const& options, std::size_t width, bool colour)
{
    ProgrammePage const page{view.configuration().settings.programme, view.records, view.kinds(), view.today};
    return options.format == Format::json       ? programme_json(page)
           : options.format == Format::markdown ? programme_markdown(page)
                                                : programme_text(page, width, colour);
}

ExitStatus run_show(ShowOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const width =
        std::max<std::size_t>(options.width.value_or(terminal_columns(common, surroundings).value_or(usual_width)), 40);
    auto const colour = in_color(common, surroundings);
    auto view = open_view(common, moment(options.history), outside(common, surroundings), Detail::places);
    if (options.ids.empty()) {
        deliver(programme_page(view, options, width, colour), common, surroundings);
        return ExitStatus::done;
    }
    std::vector<std::string> pages;
    for (auto const& id : options.ids)
        pages.push_back(id.find('#') != std::string::npos
                            ? item_page(view, id, options, width, colour)
                            : record_page(view, find_record(view.records, id), options, width, colour));
    deliver(options.format == Format::json ? pages_json(pages) : fmt::format("{}", fmt::join(pages, "\n")), common,
            surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_show(CommandLine& line)
{
    auto options = std::make_shared<ShowOptions>();
    auto const command = line.add_command(
        "show", "A record for people: its fields, who names it, its history in short; without an id the programme",
        "  sss show sss-2b-launch                     as it stands in the working tree\n"
        "  sss show                                   the programme: what it is, its habits\n"
        "  sss show '2017-01-contract-signing#a1'     an action, or another item of a record\n"
        "  sss show milestone/sss-1 --format json     where an id is not enough\n"
        "  sss show sss-2b-launch --as-of 2023-04-13  as it stood on that day");
    command
        .add_option("ID", options->ids,
                    "Records, by id or KIND/ID, and items of them, as MEETING#a1; without it the programme itself")
        ->type_name("")
        ->expected(0, many);
    command.add_format_option(options->format, {Format::text, Format::markdown, Format::json},
                              "text, markdown or json");
    command.add_option("--width", options->width, "Columns of the text; else the terminal's, or 100")->type_name("N");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_show(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
