#include "commands/command_line.hpp"
#include "git/writer.hpp"
#include "records/replay.hpp"
#include "records/scaffold.hpp"
#include "render/words.hpp"
#include "support/atomic_file.hpp"
#include "support/embedded.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <vector>

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

bool same_file(fs::path const& one, fs::path const& other)
{
    std::error_code failed;
    auto const a = fs::symlink_status(one, failed).type();
    if (a != fs::symlink_status(other, failed).type()) return false;
    if (a != fs::file_type::directory) {
        constexpr std::size_t largest = std::size_t{16} << 20;
        auto const left = read_file(one, largest), right = read_file(other, largest);
        return a == fs::file_type::regular && left && right && left.bytes == right.bytes;
    }
    std::size_t here = 0, there = 0;
    for (auto const& entry : fs::directory_iterator{one, failed}) {
        ++here;
        if (!same_file(entry.path(), other / entry.path().filename())) return false;
    }
    for ([[maybe_unused]] auto const& entry : fs::directory_iterator{other, failed}) ++there;
    return !failed && here == there;
}

/// The names of what stands in a folder.
std::vector<fs::path> standing_in(fs::path const& folder)
{
    std::error_code failed;
    std::vector<fs::path> names;
    for (auto const& entry : fs::directory_iterator{folder, failed}) names.push_back(entry.path().filename());
    return names;
}

/// Puts everything that stands in one folder into another one of the same file system: all of it, or nothing. What
/// stands there already with the same bytes is left; .git comes last, so that its being there means that all is.
void move_all(fs::path const& from, fs::path const& to)
{
    auto names = standing_in(from);
    std::ranges::partition(names, [](fs::path const& name) { return name != ".git"; });
    std::vector<fs::path> moved;
    for (auto const& name : names) {
        std::error_code failed;
        if (fs::exists(fs::symlink_status(to / name, failed))) continue;
        fs::rename(from / name, to / name, failed);
        if (!failed) {
            moved.push_back(to / name);
            continue;
        }
        std::error_code ignored;
        for (auto const& path : moved) fs::remove_all(path, ignored);
        throw Error{fmt::format("write {}", (to / name).string()), failed.message()};
    }
}

/// The example comes into being beside its place and is then moved there, so that a failure leaves nothing. What a run
/// that was killed has put there is no hindrance.
void make_example(fs::path const& folder)
{
    std::error_code failed;
    if (fs::exists(folder, failed) && !fs::is_directory(folder, failed))
        throw UsageError{fmt::format("{} is a file, not a folder", folder.string()),
                         "Name a new folder: sss init --example demo"};
    auto const refuse = [&] {
        throw UsageError{
            fmt::format("{} is not empty, and the example begins a repository of its own", folder.string()),
            "Name a new folder: sss init --example demo"};
    };
    constexpr std::array<std::string_view, 2> known{"data", "sss.toml"};
    if (fs::exists(folder, failed)) sweep(folder, true);
    for (auto const& name : standing_in(folder))
        if (std::ranges::find(known, name.string()) == known.end()) refuse();
    Undisturbed const here;
    MadeFolders const made{folder};
    TemporaryFolder const scratch{folder};
    auto const steps = read_replay(embedded::example());
    auto writer = git::Writer::create(scratch.path());
    for (auto const& step : steps)
        writer.commit({step.write, step.remove}, {step.author, step.email, step.when, step.offset_minutes},
                      step.message);
    writer.check_out();
    for (auto const& name : standing_in(folder))
        if (name != scratch.path().filename() && !same_file(folder / name, scratch.path() / name)) refuse();
    move_all(scratch.path(), folder);
}

/// The repository that holds a folder, or will once the folder is made.
std::optional<git::Repository> repository_around(fs::path const& folder, git::Environment const& environment)
{
    std::error_code failed;
    auto at = fs::absolute(folder, failed).lexically_normal();
    while (!fs::is_directory(at, failed) && at != at.parent_path()) at = at.parent_path();
    return git::Repository::find(at, environment);
}

/// Whether the folder lies within that repository, below its root.
bool is_below_root(git::Repository const& repository, fs::path const& folder)
{
    if (repository.work_tree().empty())
        throw UsageError{fmt::format("{} lies within a bare repository, which has no files", folder.string()),
                         "Begin in a clone of it, or choose a folder outside it."};
    std::error_code failed;
    return !fs::equivalent(repository.work_tree(), folder, failed);
}

/// What a hosting service reads stands at a git repository's root, which may be another programme's to write.
bool belongs_at_root(ScaffoldFile const& file)
{
    return file.path.starts_with(".github/");
}

/// Every file is new or nothing is written: what stands there already is named first. Files that are byte for byte what
/// they are to be are what an init that was killed has left: the others are written beside them.
/// @return  whether it is a folder of a git repository that was there
bool make_scaffold(fs::path const& folder, git::Environment const& environment)
{
    std::error_code failed;
    if (fs::exists(folder, failed) && !fs::is_directory(folder, failed))
        throw UsageError{fmt::format("{} is a file, not a folder", folder.string())};
    auto const around = repository_around(folder, environment);
    auto const below_root = around && is_below_root(*around, folder);
    std::vector<FileChange> missing;
    std::optional<fs::path> same, other;  ///< what stands there, with the bytes that it is to have or with others
    for (auto const& file : scaffold(embedded::schemas())) {
        if (below_root && belongs_at_root(file)) continue;
        auto const path = folder / file.path;
        sweep(path.parent_path(), true);
        if (!fs::exists(fs::symlink_status(path, failed)))
            missing.push_back({FileChange::Act::create, path, file.bytes});
        else if (auto const now = read_file(path, file.bytes.size()); now && now.bytes == file.bytes)
            same = same ? same : path;
        else
            other = other ? other : path;
    }
    auto const whole = missing.empty() && around;
    if (other || (same && whole))
        throw UsageError{fmt::format("{} exists already; sss init begins a new data repository and overwrites nothing",
                                     (other ? *other : *same).string())};

    Undisturbed const here;
    MadeFolders made{folder};
    std::optional<TemporaryFolder> scratch;
    if (!around) git::Writer::create(scratch.emplace(folder).path());
    for (auto const& change : missing) made.add(change.path.parent_path());
    write_together(missing);
    if (around) return below_root;
    try {
        move_all(scratch->path(), folder);
    } catch (Error const&) {
        for (auto const& change : missing) remove_file(change.path);
        throw;
    }
    return false;
}

/// A failure of either leaves nothing, and says so.
/// @return  whether it is a folder of a git repository that was there
bool make(fs::path const& folder, bool example, git::Environment const& environment)
{
    try {
        if (!example) return make_scaffold(folder, environment);
        make_example(folder);
        return false;
    } catch (UsageError const&) {
        throw;
    } catch (Error const& error) {
        throw Error{fmt::format("begin a data repository at {}", folder.string()), error.what(),
                    error.remedy() + (error.remedy().empty() ? "" : "\n") +
                        "Nothing of it is left: the same command can be run again."};
    }
}

ExitStatus run_init(InitOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const folder = (fs::path{common.directory} / options.folder).lexically_normal();
    auto const here = options.folder == ".";
    auto const go = here ? std::string{} : fmt::format("cd {} && ", typed(options.folder));
    auto const told = [&](std::string const& message) {
        deliver_written(message, "The data repository is made", common, surroundings);
    };
    if (options.example) {
        make(folder, true, common.git);
        told(
            fmt::format("{} holds the APSCO Student Small Satellite programme and its history.\n"
                        "See it: {}sss report --as-of 2023-04-13\n",
                        typed(options.folder), go));
    } else {
        auto const below_root = make(folder, false, common.git);
        told(
            fmt::format("{} is a data repository now{}.\n"
                        "Name the programme in sss.toml, then add the first record: {}sss add milestone\n"
                        "{}\n",
                        typed(options.folder), below_root ? ", a folder of the git repository around it" : "", go,
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
