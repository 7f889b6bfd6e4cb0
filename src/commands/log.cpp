#include "render/log.hpp"

#include "commands/command_line.hpp"
#include "records/document.hpp"
#include "render/blame.hpp"
#include "reports/record_thread.hpp"
#include "work/by_name.hpp"
#include "work/history_view.hpp"
#include "work/log_request.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace sss {

namespace {

struct LogOptions {
    HistoryOptions history;
    LogRequest request;
    std::string id;
    Format format = Format::text;
    bool blame = false;
};

/// What the working tree says otherwise of a record than the commit that is looked at.
void compare_with_working_tree(BlameFacts& facts, HistoryView const& past, LogFilter const& filter,
                               CommonOptions const& common)
{
    auto const root = past.repository.work_tree();
    if (root.empty()) return;
    auto const text = FolderFiles{root, common.git}.read_path(facts.record.path(), largest_document);
    Table now;
    facts.removed = !text;
    if (!text || !parse_values(*text, now)) return;
    auto const& kind = *facts.record.kind;
    for (auto const& member : member_changes(kind, facts.record.fields(), now))
        for (auto const& field : field_changes(kind, member))
            if (filter.part_of(kind, field)) facts.uncommitted.push_back(field.path);
}

/// The record whose values are blamed, which may be named by an id that it had.
Record const& blamed_record(Records const& records, RecordThread const& thread, std::string const& typed)
{
    if (thread.records.size() == 1) {
        auto const& key = thread.records.front();
        if (auto const* record = records.find(key.kind->name, key.id)) return *record;
        if (!thread.changes.empty() && thread.changes.back().type == ChangeType::removed)
            throw UsageError{fmt::format("'{}' stands no more: there are no values to blame", typed),
                             "`sss log` tells its past; with --as-of, what stood on a day."};
    }
    return find_record(records, typed);
}

ExitStatus run_blame(LogOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.id.empty()) throw UsageError{"--blame takes a record", "Write sss log --blame ID."};
    auto const past = open_history_view(common, moment(options.history), outside(common, surroundings));
    auto const records = records_of(past, past.now);
    auto const history = read_history(past, past.now);
    remark_gaps(history, past.configuration->zone, outside(common, surroundings));
    auto const thread = thread_of(history, options.id);
    auto const& record = blamed_record(records, thread, options.id);
    auto const filter = read_filter(options.request, past, history, std::span{&record.kind, 1});

    auto values = blame(*record.kind, record.fields(), thread.changes);
    auto const of = values.size();
    std::erase_if(values, [&](BlamedValue const& value) {
        FieldChange const written{value.path, value.field, std::nullopt, value.value};
        if (!filter.part_of(*record.kind, written)) return true;
        return filter.any() && value.commit && !filter.admits(history.commits[*value.commit], past.configuration->zone);
    });
    BlameFacts facts{record, history, records, past.configuration->zone, values};
    if (filter.any()) facts.scope = scope_of(options.request, past, of);
    if (options.history.revision.empty() && !past.as_of) compare_with_working_tree(facts, past, filter, common);
    auto const at_terminal = surroundings.output_is_terminal && common.output.empty();
    auto const width = at_terminal ? static_cast<std::size_t>(surroundings.width) : 100;
    deliver(options.format == Format::json ? blame_json(facts)
            : options.format == Format::markdown
                ? blame_markdown(facts)
                : blame_text(facts, std::max<std::size_t>(width, 60), in_color(common, surroundings)),
            common, surroundings);
    return ExitStatus::done;
}

ExitStatus run_log(LogOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.blame) return run_blame(options, common, surroundings);
    auto const past = open_history_view(common, moment(options.history), outside(common, surroundings));
    auto const records = records_of(past, past.now);
    auto const history = read_history(past, past.now);
    remark_gaps(history, past.configuration->zone, outside(common, surroundings));

    auto const all_moves = moves(history, past.configuration->settings.history.correction_days);
    std::vector<Change> changes = history.changes;
    std::vector<Kind const*> kinds = past.configuration->layout.kinds();
    Record const* only = nullptr;
    if (!options.id.empty()) {
        auto thread = thread_of(history, options.id);
        changes = std::move(thread.changes);
        if (changes.empty())
            only = &find_record(records, options.id);  // says what was meant
        else if (thread.records.size() == 1)
            only = records.find(thread.records.front().kind->name, thread.records.front().id);
        std::erase_if(kinds, [&](Kind const* kind) {
            return std::ranges::none_of(changes, [kind](Change const& change) { return change.record.kind == kind; });
        });
    }
    auto facts = change_facts(changes, all_moves, history.zone, RenamesFollowed::of_steps(history.changes));
    auto const filter = read_filter(options.request, past, history, kinds);
    std::optional<LogScope> scope;
    if (filter.any() && !facts.empty()) {
        scope = scope_of(options.request, past, facts.size());
        facts = filtered(facts, filter, history, past.configuration->zone);
    }
    LogFacts const log{history, records, past.configuration->zone, facts, only, std::move(scope)};
    auto const text = options.format == Format::json       ? log_json(log)
                      : options.format == Format::markdown ? log_markdown(log)
                                                           : log_text(log, in_color(common, surroundings));
    if (text.empty() && !past.empty && !common.quiet)
        surroundings.complain("sss: no record has changed yet: there is no commit below the data folder\n");
    deliver(text, common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_log(CommandLine& line)
{
    auto options = std::make_shared<LogOptions>();
    auto const command = line.add_command("log", "What changed, by the day on which it was committed, newest first",
                                          "  sss log                                every change of every record\n"
                                          "  sss log sss-2b-launch                  one record, through its renames\n"
                                          "  sss log --field planned --since 2023   the moves of a year\n"
                                          "  sss log --blame sss-2b-launch          who wrote each value that stands\n"
                                          "  sss log --as-of 2023-04-13             as it stood on that day");
    command.add_option("ID", options->id, "A record: its id, or KIND/ID");
    command.add_flag("--blame", options->blame, "Who wrote each value of the record that stands");
    auto& request = options->request;
    command
        .add_option("--field", request.fields,
                    "What touches this field: planned, orbit, action[a2].closed; given twice: either")
        ->type_name("FIELD")
        ->expected(1)
        ->take_all();
    command.add_option("--since", request.since, "What landed on this day or later, or after this revision")
        ->type_name("DATE|PERIOD|REV");
    command.add_option("--until", request.until, "What landed on this day or before, or up to this revision")
        ->type_name("DATE|PERIOD|REV");
    command.add_option("--author", request.author, "What was written by who has this in the name or mail address")
        ->type_name("TEXT");
    command.add_format_option(options->format, {Format::text, Format::markdown, Format::json},
                              "text, markdown or json");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_log(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
