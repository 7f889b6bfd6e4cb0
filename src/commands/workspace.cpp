#include "commands/workspace.hpp"

#include "commands/day_option.hpp"
#include "history/former_tree_files.hpp"
#include "history/walk.hpp"
#include "records/references.hpp"
#include "render/log.hpp"
#include "render/words.hpp"
#include "rules/rules.hpp"
#include "support/edit_distance.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view settings_name = "sss.toml";

/// Up to this many names stand in a sentence; the others are counted.
constexpr std::size_t folders_named_at_most = 3;

std::string folder_names(std::vector<std::string> const& paths)
{
    std::string list;
    for (std::size_t i = 0; i < std::min(paths.size(), folders_named_at_most); ++i)
        list += (i == 0 ? "" : ", ") + visible(paths[i]);
    if (paths.size() > folders_named_at_most) list += fmt::format(" and {} more", paths.size() - folders_named_at_most);
    return list;
}

}  // namespace

std::optional<SettingsFile> named_settings(CommonOptions const& options)
{
    if (options.config.empty()) return std::nullopt;
    auto text = FolderFiles{"."}.read_path(options.config, largest_document);
    if (!text)
        throw Error{fmt::format("read the settings file {}", options.config), "there is no such file",
                    "It was named by --config."};
    return SettingsFile{options.config, std::move(*text)};
}

std::unique_ptr<Habits const> sound_habits(Files const& files, CommonOptions const& options)
{
    auto habits = read_habits(files, named_settings(options), rule_names());
    auto const wrong = std::ranges::find(habits->findings, Severity::error, &Finding::severity);
    if (wrong == habits->findings.end()) return habits;
    auto const place =
        wrong->place ? fmt::format("{}:{}:{}", wrong->file, wrong->place.line, wrong->place.column) : wrong->file;
    throw Error{fmt::format("rely on the settings: {}", place), wrong->message,
                (wrong->help.empty() ? "" : wrong->help + "\n") + "`sss validate` shows all that is wrong."};
}

std::filesystem::path find_root(CommonOptions const& options)
{
    std::error_code failed;
    auto const start = fs::canonical(options.directory, failed);
    if (failed || !fs::is_directory(start))
        throw Error{fmt::format("work in {}", options.directory), failed ? failed.message() : "it is not a folder"};
    auto const bare_like = fs::exists(start / "HEAD", failed) && fs::is_directory(start / "objects", failed);
    if (auto const repository = bare_like ? git::Repository::find(start) : std::nullopt;
        repository && repository->work_tree().empty())
        throw Error{fmt::format("work in {}", options.directory),
                    "it is a bare repository: it has history, and no files that could be changed",
                    "Work in a clone of it: git clone " + shell_word(options.directory)};
    for (auto folder = start;; folder = folder.parent_path()) {
        if (fs::exists(folder / settings_name, failed) || fs::exists(folder / ".git", failed)) return folder;
        if (folder == folder.parent_path()) break;
    }
    throw Error{fmt::format("find a data repository at {}", options.directory),
                "neither that folder nor one above it holds sss.toml or .git",
                "Name one with -C DIR, or make one with `sss init`."};
}

git::Repository open_repository(CommonOptions const& common)
{
    auto repository = git::Repository::open(common.directory);
    std::error_code failed;
    auto const top = fs::canonical(repository.work_tree(), failed);
    if (repository.work_tree().empty() || failed) return repository;
    for (auto folder = fs::canonical(common.directory, failed);
         !failed && folder != top && folder != folder.parent_path(); folder = folder.parent_path())
    {
        if (!fs::exists(folder / settings_name, failed)) continue;
        throw Error{
            fmt::format("look into the history of {}", folder.string()),
            fmt::format("it lies within the git repository at {}, and history is told of a data repository that "
                        "is one of its own",
                        top.string()),
            "Put sss.toml and the data folder at that repository's root, or make the folder a repository with "
            "`git init`."};
    }
    return repository;
}

Past open_past(CommonOptions const& common, HistoryOptions const& history, Surroundings const& surroundings)
{
    Past past{open_repository(common), {}, {}, {}, {}, !history.as_of.empty()};
    if (surroundings.follow && !common.quiet)
        surroundings.follow([reads = past.repository.reads()] {
            return fmt::format("sss: reading the history, {} objects so far", reads->load());
        });
    auto const tip =
        history.revision.empty() ? past.repository.head() : std::optional{past.repository.resolve(history.revision)};
    if (tip) past.tip = past.repository.commit(*tip);
    TreeFiles const files{past.repository, past.tip ? past.tip->tree : git::Oid{}};
    past.habits = sound_habits(files, common);
    past.now = past.tip;
    if (past.as_of) {
        past.today = day_option("--as-of", history.as_of);
        past.repository.require_whole_history("tell what stood on a day of the past");
        if (past.tip) past.now = landed_by(past.repository, past.tip->id, past.habits->zone.end_of(past.today));
    } else {
        past.today = past.habits->zone.day_of(surroundings.now());
        auto hidden = history.revision.empty() && !common.quiet
                          ? past.repository.uncommitted(past.habits->layout.data_folder())
                          : std::vector<std::string>{};
        // What is no record would not be told were it committed.
        std::erase_if(hidden, [&](std::string const& path) { return !past.habits->layout.slot(path); });
        if (!hidden.empty()) {
            surroundings.complain(fmt::format("sss: {} {} not committed and not shown: {}\n",
                                              count(static_cast<std::int64_t>(hidden.size()), "changed record"),
                                              hidden.size() == 1 ? "is" : "are", folder_names(hidden)));
        }
    }
    return past;
}

Records records_of(Past const& past, std::optional<git::Commit> const& commit)
{
    if (!commit) return {};
    // A handle of its own: the history may be read at the same time.
    auto const repository = past.repository.another_handle();
    return read_records(FormerTreeFiles{repository, commit->tree}, past.habits->layout, Detail::values);
}

void complain_of_gaps(History const& history, CommonOptions const& options, Surroundings const& surroundings)
{
    if (auto const gaps = left_out(history); !gaps.empty() && !options.quiet) surroundings.complain("sss: " + gaps);
}

Record const& find_record(Records const& records, std::string const& typed)
{
    auto const slash = typed.find('/');
    if (slash != std::string::npos)
        if (auto const* record = records.find(typed.substr(0, slash), typed.substr(slash + 1))) return *record;
    auto const found = records.named(typed);
    if (found.size() == 1) return *found.front();
    if (found.size() > 1) {
        std::string list;
        for (auto const* record : found)
            list += fmt::format("{}{}/{}", list.empty() ? "" : " or ", record->kind->name, record->id);
        throw UsageError{fmt::format("'{}' names more than one record", typed), fmt::format("Write {}.", list)};
    }
    auto const former = typed.substr(slash == std::string::npos ? 0 : slash + 1);
    std::vector<std::string> ids;
    for (auto const& record : records.all()) {
        ids.push_back(record.id);
        auto const of_kind = slash == std::string::npos || record.kind->name == typed.substr(0, slash);
        if (of_kind && has_alias(record, former))
            throw UsageError{fmt::format("no record is called '{}'", typed),
                             fmt::format("It is called '{}' now.", record.id)};
    }
    auto const near = nearest(typed, ids);
    throw UsageError{fmt::format("no record is called '{}'", typed),
                     near ? fmt::format("Did you mean '{}'?", *near) : ""};
}

}  // namespace sss
