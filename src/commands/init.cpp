#include "commands/command_line.hpp"
#include "git/writer.hpp"
#include "records/replay.hpp"
#include "records/scaffold.hpp"
#include "render/words.hpp"
#include "support/atomic_file.hpp"
#include "support/embedded.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

struct InitOptions {
    std::string folder = ".";
    bool example = false;
};

/// A shell's spelling of a path, for a command that the reader is to type.
std::string typed(fs::path const& path)
{
    auto const text = path.string();
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./";
    if (!text.empty() && text.find_first_not_of(plain) == std::string::npos) return text;
    std::string quoted = "'";
    for (auto const c : text) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted + "'";
}

void make_example(fs::path const& folder)
{
    std::error_code failed;
    if (fs::exists(folder, failed) && !fs::is_directory(folder, failed))
        throw UsageError{fmt::format("{} is a file, not a folder", folder.string()),
                         "Name a new folder: sss init --example demo"};
    if (fs::exists(folder, failed) && !fs::is_empty(folder, failed))
        throw UsageError{
            fmt::format("{} is not empty, and the example begins a repository of its own", folder.string()),
            "Name a new folder: sss init --example demo"};
    auto const steps = read_replay(embedded::example());
    auto writer = git::Writer::create(folder);
    for (auto const& step : steps)
        writer.commit({step.write, step.remove}, {step.author, step.email, step.when, step.offset_minutes},
                      step.message);
    writer.check_out();
}

/// The repository that holds a folder, or will once the folder is made.
std::optional<git::Repository> repository_around(fs::path const& folder)
{
    std::error_code failed;
    auto at = fs::absolute(folder, failed).lexically_normal();
    while (!fs::is_directory(at, failed) && at != at.parent_path()) at = at.parent_path();
    return git::Repository::find(at);
}

/// The settings of a data repository stand at its root, and its history is told from there.
void require_root(git::Repository const& repository, fs::path const& folder)
{
    std::error_code failed;
    if (fs::equivalent(repository.work_tree(), folder, failed)) return;
    throw UsageError{
        fmt::format("{} lies within the git repository at {}, and a data repository is a repository of its own",
                    folder.string(), repository.work_tree().string()),
        "Run `sss init` at that repository's root, choose a folder outside it, or run `git init` in the folder first."};
}

/// Every file is new or nothing is written: what stands there already is named first.
void make_scaffold(fs::path const& folder)
{
    auto const files = scaffold(embedded::schemas());
    std::error_code failed;
    if (fs::exists(folder, failed) && !fs::is_directory(folder, failed))
        throw UsageError{fmt::format("{} is a file, not a folder", folder.string())};
    auto const around = repository_around(folder);
    if (around) require_root(*around, folder);
    for (auto const& file : files) {
        if (fs::exists(folder / file.path, failed))
            throw UsageError{
                fmt::format("{} exists already; sss init begins a new data repository and overwrites nothing",
                            (folder / file.path).string())};
    }
    for (auto const& file : files) {
        auto const path = folder / file.path;
        fs::create_directories(path.parent_path(), failed);
        if (failed) throw Error{fmt::format("make the folder {}", path.parent_path().string()), failed.message()};
        if (!create_new(path, file.bytes))
            throw Error{fmt::format("write {}", path.string()), "something of that name appeared meanwhile"};
    }
    if (!around) git::Writer::create(folder);
}

ExitStatus run_init(InitOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const folder = (fs::path{common.directory} / options.folder).lexically_normal();
    auto const here = options.folder == ".";
    auto const go = here ? std::string{} : fmt::format("cd {} && ", typed(options.folder));
    if (options.example) {
        make_example(folder);
        surroundings.print(
            fmt::format("{} holds the APSCO Student Small Satellite programme and its history.\n"
                        "See it: {}sss report --as-of 2023-04-13\n",
                        typed(options.folder), go));
    } else {
        make_scaffold(folder);
        surroundings.print(
            fmt::format("{} is a data repository now.\n"
                        "Name the programme in sss.toml, then add the first record: {}sss add milestone\n"
                        "Before it is pushed to GitHub, write in .github/workflows/records.yml where your programme "
                        "keeps sss.\n",
                        typed(options.folder), go));
    }
    return ExitStatus::done;
}

}  // namespace

void add_init(CommandLine& line)
{
    auto options = std::make_shared<InitOptions>();
    auto& command = line.add_command("init", "Begin a data repository: settings, folders, editor and CI set-up",
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
