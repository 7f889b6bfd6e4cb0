#include "work/change/begin.hpp"

#include "git/writer.hpp"
#include "records/replay.hpp"
#include "records/scaffold.hpp"
#include "support/atomic_file.hpp"
#include "support/embedded.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

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

/// A failure leaves nothing, and says so.
template <typename Work>
auto whole_or_not_at_all(fs::path const& folder, Work const& work)
{
    try {
        return work();
    } catch (UsageError const&) {
        throw;
    } catch (Error const& error) {
        throw Error{fmt::format("begin a data repository at {}", folder.string()), error.what(),
                    error.remedy() + (error.remedy().empty() ? "" : "\n") +
                        "Nothing of it is left: the same command can be run again."};
    }
}

}  // namespace

bool begin_programme(fs::path const& folder, git::Environment const& environment)
{
    return whole_or_not_at_all(folder, [&] { return make_scaffold(folder, environment); });
}

void begin_example(fs::path const& folder)
{
    whole_or_not_at_all(folder, [&] { make_example(folder); });
}

}  // namespace sss
