#include "render/log.hpp"

#include "commands/workspace.hpp"
#include "reports/record_thread.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {

namespace {

struct LogOptions {
    HistoryOptions history;
    std::string id;
    std::string format = "text";
};

ExitStatus run_log(LogOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const past = open_past(common, options.history, surroundings);
    auto const records = records_of(past, past.now);
    auto const history = past.now ? read_history(past.repository, past.habits->layout, past.now->id) : History{};
    complain_of_gaps(history, common, surroundings);

    auto const all_moves = moves(history, past.habits->settings.history.correction_days);
    std::vector<Change> changes = history.changes;
    Record const* only = nullptr;
    if (!options.id.empty()) {
        auto thread = thread_of(history, options.id);
        changes = std::move(thread.changes);
        if (changes.empty())
            only = &find_record(records, options.id);  // says what was meant
        else if (thread.records.size() == 1)
            only = records.find(thread.records.front().kind->name, thread.records.front().id);
    }
    auto const facts = change_facts(changes, all_moves);
    LogFacts const log{history, records, past.habits->zone, facts, only};
    auto const text = options.format == "json"       ? log_json(log)
                      : options.format == "markdown" ? log_markdown(log)
                                                     : log_text(log, in_color(common, surroundings));
    if (text.empty() && !common.quiet)
        surroundings.complain("sss: no record has changed yet: there is no commit below the data folder\n");
    deliver(text, common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_log(CommandLine& line)
{
    auto options = std::make_shared<LogOptions>();
    auto& command = line.add_command("log", "What changed, by the day on which it was committed, newest first",
                                     "  sss log                      every change of every record\n"
                                     "  sss log sss-2b-launch        one record, through its renames\n"
                                     "  sss log --as-of 2023-04-13   as it stood on that day");
    command.add_option("ID", options->id, "A record: its id, or KIND/ID");
    command.add_option("--format", options->format, "text, markdown or json")
        ->check(CLI::IsMember({"text", "markdown", "json"}))
        ->type_name("FORMAT");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_log(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
