#include "commands/command_line.hpp"
#include "support/shell_word.hpp"
#include "work/change/begin.hpp"

#include <filesystem>
#include <memory>
#include <string>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

struct InitOptions {
    std::string folder = ".";
    bool example = false;
};

ExitStatus run_init(InitOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const folder = (fs::path{common.directory} / options.folder).lexically_normal();
    auto const here = options.folder == ".";
    auto const go = here ? std::string{} : fmt::format("cd {} && ", shell_word(options.folder));
    auto const told = [&](std::string const& message) {
        deliver_written(message, "The data repository is made", common, surroundings);
    };
    if (options.example) {
        begin_example(folder);
        told(
            fmt::format("{} holds the APSCO Student Small Satellite programme and its history.\n"
                        "See it: {}sss report --as-of 2023-04-13\n",
                        shell_word(options.folder), go));
    } else {
        auto const below_root = begin_programme(folder, common.git);
        told(fmt::format(
            "{} is a data repository now{}.\n"
            "Name the programme in sss.toml, then commit: {}git add . && git commit -m 'Begin the records'\n"
            "The first record: sss add milestone\n"
            "{}\n",
            shell_word(options.folder), below_root ? ", a folder of the git repository around it" : "", go,
            below_root ? "A workflow that validates pull requests stands at that repository's root, and "
                         "none was written: give it working-directory."
                       : "Before it is pushed to GitHub, write in .github/workflows/records.yml where your "
                         "programme keeps sss."));
    }
    return ExitStatus::done;
}

}  // namespace

void add_init(CommandLine& line)
{
    auto options = std::make_shared<InitOptions>();
    auto const command = line.add_command("init", "Begin a data repository: settings, folders, editor and CI set-up",
                                          "  sss init                  in this folder\n"
                                          "  sss init --example demo   the SSS programme, replayed commit by commit");
    command.add_option("DIR", options->folder, "The folder; made where it is missing");
    command.add_flag("--example", options->example, "Fill it with the SSS programme and its history");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_init(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
