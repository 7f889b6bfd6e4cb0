#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "support/atomic_file.hpp"
#include "support/links.hpp"
#include "work/export/exporting.hpp"

#include <filesystem>
#include <memory>

namespace sss {

namespace {

struct ExportOptions {
    HistoryOptions history;
    ExportRequest request;
};

void require_place(ExportRequest const& request, CommonOptions const& common, Surroundings const& surroundings)
{
    if (is_folder(request.format) && common.output.empty())
        throw UsageError{"tables are several files, and no folder for them is named",
                         "Name one, as in sss export csv -o tables."};
    if (request.excel && request.format != ExportFormat::csv)
        throw UsageError{"--excel goes with `sss export csv` alone"};
    if (request.format == ExportFormat::sqlite && common.output.empty() && surroundings.output_is_terminal)
        throw UsageError{"a database is nothing for a terminal",
                         "Name a file, as in sss export sqlite -o programme.sqlite."};
}

void deliver_folder(std::vector<ExportedFile> const& files, std::filesystem::path const& folder)
{
    make_folders(folder);
    std::vector<FileChange> changes;
    for (auto const& file : files) {
        auto const path = folder / file.name;
        // Where nothing changed the file is left alone, so that what is made from it need not be made again.
        auto const standing = read_file(path, file.bytes.size());
        if (!standing || standing.bytes != file.bytes) changes.push_back({FileChange::Act::replace, path, file.bytes});
    }
    write_together(changes);
}

ExitStatus run_export(ExportOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.moment = moment(options.history);
    require_place(request, common, surroundings);
    auto const files = make_export(request, common, outside(common, surroundings));
    if (is_folder(request.format))
        deliver_folder(files, common.output);
    else
        deliver(files.front().bytes, common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_export(CommandLine& line)
{
    auto options = std::make_shared<ExportOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "export", "Data for other programs: calendar, feed, tables, database",
        "  sss export ics -o programme.ics              dates, for everybody's calendar\n"
        "  sss export atom --satellite sss-2b           news of one satellite, for a feed reader\n"
        "  sss export csv -o tables                     a table a kind, to be read back by add --from\n"
        "  sss export jsonl --history                   every change that ever landed, one a line\n"
        "  sss export sqlite -o programme.sqlite        the whole history, for questions in SQL");
    command
        .add_choice<ExportFormat>("FORMAT", request.format,
                                  {{"ics", ExportFormat::ics},
                                   {"atom", ExportFormat::atom},
                                   {"csv", ExportFormat::csv},
                                   {"json", ExportFormat::json},
                                   {"jsonl", ExportFormat::jsonl},
                                   {"sqlite", ExportFormat::sqlite},
                                   {"datasette", ExportFormat::datasette}},
                                  "ics, atom, csv, json, jsonl, sqlite or datasette")
        ->required();
    add_narrowing_options(command, request.narrowing);
    command.add_flag("--history", request.history, "With every change that landed; of a feed, all news");
    command.add_flag("--excel", request.excel, "Of tables: with the mark by which Excel knows UTF-8");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_export(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
