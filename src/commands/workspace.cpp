#include "commands/workspace.hpp"

#include "commands/absence.hpp"
#include "commands/day_option.hpp"
#include "commands/named_file.hpp"
#include "history/former_tree_files.hpp"
#include "history/walk.hpp"
#include "records/references.hpp"
#include "render/date_words.hpp"
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

bool stands_as_itself(fs::path const& path)
{
    std::error_code failed;
    return fs::exists(fs::symlink_status(path, failed));
}

std::string folder_names(std::vector<std::string> const& paths)
{
    std::string list;
    for (std::size_t i = 0; i < std::min(paths.size(), folders_named_at_most); ++i)
        list += (i == 0 ? "" : ", ") + visible(paths[i]);
    if (paths.size() > folders_named_at_most) list += fmt::format(" and {} more", paths.size() - folders_named_at_most);
    return list;
}

/// The nearest folder upwards from `start` that holds sss.toml, within the working tree `top`; else that.
fs::path data_repository_within(fs::path const& top, fs::path const& start)
{
    std::error_code failed;
    auto const inside = fs::relative(start, top, failed).generic_string();
    if (failed || inside.starts_with("..")) return top;
    for (auto folder = start; folder != top && folder != folder.parent_path(); folder = folder.parent_path())
        if (stands_as_itself(folder / settings_name)) return folder;
    return top;
}

Error bare_repository_error(std::string const& directory)
{
    return Error{fmt::format("work in {}", directory),
                 "it is a bare repository: it has history, and no files that could be changed",
                 "Work in a clone of it: git clone " + shell_word(directory)};
}

void narrow_to_root(git::Repository& repository, fs::path const& root)
{
    std::error_code failed;
    auto const top = fs::canonical(repository.work_tree(), failed);
    if (failed) return;
    auto const inner = fs::relative(fs::canonical(root, failed), top, failed).generic_string();
    if (!failed && inner != "." && !inner.starts_with("..")) repository.narrow_to(inner, std::string{settings_name});
}

/// "commit 1a2b3c4", or the same of a folder of the repository.
std::string state_name(git::Repository const& repository, git::Commit const& commit)
{
    auto const& folder = repository.narrowed_to();
    return fmt::format("commit {}{}", commit.id.brief(), folder.empty() ? "" : fmt::format(" below {}", folder));
}

/// What `repository` holds at `tip` is what there is to see; an Error where it is not.
void require_sight_of_commit(git::Repository const& repository, std::optional<git::Commit> const& tip,
                             Configuration const& configuration, CommonOptions const& common, bool of_head)
{
    TreeFiles const files{repository, tip ? tip->tree : git::Oid{}};
    auto const seen = [&] {
        if (!tip) return;
        require_sight(files, configuration.layout, common, state_name(repository, *tip));
        require_no_filter(repository, files, configuration.layout, tip->id);
        if (!holds_records(repository, tip->tree, configuration.layout))
            require_records_not_elsewhere(files, configuration.layout, state_name(repository, *tip));
    };
    auto const begun = tip && (files.presence(std::string{settings_name}) != Presence::nothing ||
                               files.presence(configuration.layout.data_folder()) != Presence::nothing);
    if (begun) seen();
    if (of_head) require_committed(repository, tip, configuration, common);
    if (!begun) seen();
}

}  // namespace

std::optional<SettingsFile> named_settings(CommonOptions const& options)
{
    if (options.config.empty()) return std::nullopt;
    return SettingsFile{options.config,
                        read_named_file(fmt::format("read the settings file {}", visible(options.config)),
                                        options.config, largest_document, "It was named by --config.")};
}

std::unique_ptr<Configuration const> sound_configuration(Files const& files, CommonOptions const& options)
{
    auto configuration = read_configuration(files, named_settings(options), rule_names());
    auto const wrong = std::ranges::find(configuration->findings, Severity::error, &Finding::severity);
    if (wrong == configuration->findings.end()) return configuration;
    auto const place =
        wrong->place ? fmt::format("{}:{}:{}", wrong->file, wrong->place.line, wrong->place.column) : wrong->file;
    throw Error{fmt::format("rely on the settings: {}", place), wrong->message.text(),
                (wrong->help.empty() ? "" : wrong->help.text() + "\n") + "`sss validate` shows all that is wrong."};
}

std::filesystem::path find_root(CommonOptions const& options)
{
    std::error_code failed;
    auto const start = fs::canonical(options.directory, failed);
    if (failed || !fs::is_directory(start))
        throw Error{fmt::format("work in {}", options.directory), failed ? failed.message() : "it is not a folder"};
    if (!options.git.git_dir.empty() || !options.git.work_tree.empty()) {
        auto const repository = git::Repository::open(start, options.git);
        if (repository.work_tree().empty()) throw bare_repository_error(options.directory);
        return data_repository_within(fs::canonical(repository.work_tree()), start);
    }
    auto const bare_like = fs::exists(start / "HEAD", failed) && fs::is_directory(start / "objects", failed);
    if (auto const repository = bare_like ? git::Repository::find(start, options.git) : std::nullopt;
        repository && repository->work_tree().empty())
        throw bare_repository_error(options.directory);
    for (auto folder = start;; folder = folder.parent_path()) {
        // A link that leads nowhere stands there too, and whoever reads it says what is wrong with it.
        if (stands_as_itself(folder / settings_name) || stands_as_itself(folder / ".git")) return folder;
        if (folder == folder.parent_path()) break;
    }
    throw Error{fmt::format("find a data repository at {}", options.directory),
                "neither that folder nor one above it holds sss.toml or .git",
                "Name one with -C DIR, or make one with `sss init`."};
}

namespace {

/// Where -C leads: a folder that is there, and behind it a path that is not, which a bare repository may know.
struct Whereabouts {
    fs::path folder;
    std::string inner;
};

Whereabouts whereabouts(CommonOptions const& common)
{
    std::error_code failed;
    Whereabouts found{common.directory, {}};
    auto const plain = fs::path{common.directory}.lexically_normal();
    for (auto at = plain; !at.empty() && !fs::exists(at, failed); at = at.parent_path()) {
        auto const name = at.filename().string();
        if (!name.empty()) found.inner = name + (found.inner.empty() ? "" : '/' + found.inner);
        found.folder = at.parent_path().empty() ? fs::path{"."} : at.parent_path();
    }
    if (found.inner.empty() || fs::is_directory(found.folder / ".git", failed)) return {common.directory, {}};
    return found;
}

/// The folder of a bare repository that is the data repository; empty: the whole.
std::string folder_within_bare(git::Repository const& repository)
{
    auto const head = repository.head();
    if (!head) return {};
    TreeFiles const files{repository, repository.commit(*head).tree};
    if (files.presence(std::string{settings_name}) != Presence::nothing) return {};
    auto const inner = settings_near(files);
    return inner.size() == 1 && files.presence("data") == Presence::nothing ? inner.front() : std::string{};
}

}  // namespace

bool is_bare(CommonOptions const& common)
{
    auto const repository = git::Repository::find(whereabouts(common).folder, common.git);
    return repository && repository->work_tree().empty();
}

git::Repository open_repository(CommonOptions const& common)
{
    auto const where = whereabouts(common);
    if (!where.inner.empty())
        if (auto inside = git::Repository::find(where.folder, common.git); inside && inside->work_tree().empty()) {
            inside->narrow_to(where.inner, std::string{settings_name});
            return std::move(*inside);
        }
    auto repository = git::Repository::open(common.directory, common.git);
    if (repository.work_tree().empty())
        if (auto const inner = folder_within_bare(repository); !inner.empty())
            repository.narrow_to(inner, std::string{settings_name});
    std::error_code failed;
    auto const top = fs::canonical(repository.work_tree(), failed);
    if (repository.work_tree().empty() || failed) return repository;
    auto const start = fs::canonical(common.directory, failed);
    if (!failed) narrow_to_root(repository, data_repository_within(top, start));
    return repository;
}

std::optional<git::Repository> repository_of(std::filesystem::path const& root, git::Environment const& environment)
{
    auto repository = git::Repository::find(root, environment);
    if (!repository || repository->work_tree().empty()) return std::nullopt;
    narrow_to_root(*repository, root);
    return repository;
}

namespace {

/// On standard error, what the working tree holds and the answer does not.
void tell_uncommitted(HistoryView const& past, Surroundings const& surroundings)
{
    auto const& layout = past.configuration->layout;
    std::vector<std::string> hidden;
    try {
        hidden = past.repository.uncommitted(layout.data_folder());
    } catch (Error const& error) {  // what is committed can be told all the same
        surroundings.complain(fmt::format("sss: whether the working tree holds more is not known: {}\n", error.what()));
        return;
    }
    // What is no record would not be told were it committed.
    std::erase_if(hidden, [&](std::string const& path) { return !layout.slot(path); });
    if (!hidden.empty())
        surroundings.complain(fmt::format("sss: {} {} not committed and not shown: {}\n",
                                          count(static_cast<std::int64_t>(hidden.size()), "changed record"),
                                          hidden.size() == 1 ? "is" : "are", folder_names(hidden)));
    if (!past.tip) return;
    if (auto const settings = changed_settings(past.repository, *past.tip, *past.configuration); !settings.empty())
        surroundings.complain(fmt::format("sss: {} changed and not committed; what is committed holds here\n",
                                          folder_names(settings) + (settings.size() == 1 ? " is" : " are")));
}

std::string why_empty(HistoryView const& past)
{
    if (!past.removal) return "there are no records yet";
    auto const& [commit, records] = *past.removal;
    auto const day = in_words(past.line->day(past.line->find(commit.id).value()));
    return fmt::format("there are no records: {} ({})", removed_words(records, day, visible(commit.author.name)),
                       commit.id.brief());
}

}  // namespace

HistoryView open_history_view(CommonOptions const& common, HistoryOptions const& history,
                              Surroundings const& surroundings)
{
    HistoryView past{.repository = open_repository(common), .as_of = !history.as_of.empty()};
    if (surroundings.follow && !common.quiet)
        surroundings.follow([reads = past.repository.reads()] {
            return fmt::format("sss: reading the history, {} objects so far", reads->load());
        });
    auto const of_head = history.revision.empty();
    if (of_head) require_branch(past.repository);
    auto const tip = of_head ? past.repository.head() : std::optional{past.repository.resolve(history.revision)};
    if (tip) {
        past.repository.name_people_as_in(*tip);
        past.tip = past.repository.commit(*tip);
    }
    TreeFiles const files{past.repository, past.tip ? past.tip->tree : git::Oid{}};
    past.configuration = sound_configuration(files, common);
    require_sight_of_commit(past.repository, past.tip, *past.configuration, common, of_head);
    if (past.tip)
        past.line = std::make_unique<FirstParentLine const>(past.repository, past.tip->id, past.configuration->zone);
    past.now = past.tip;
    if (past.as_of) {
        past.today = day_option("--as-of", history.as_of);
        past.repository.require_whole_history("tell what stood on a day of the past");
        past.now = landed_by(past, past.today);
    } else {
        past.today = past.configuration->zone.day_of(surroundings.now());
        if (of_head && !common.quiet) tell_uncommitted(past, surroundings);
    }
    if (past.now && !holds_records(past.repository, past.now->tree, past.configuration->layout)) {
        past.removal = last_removal(past.repository, past.configuration->layout, past.now->id);
        past.empty = true;
    }
    if (!past.now) past.empty = true;
    if (past.empty && !common.quiet) surroundings.complain("sss: " + why_empty(past) + '\n');
    return past;
}

History read_history(HistoryView const& past, std::optional<git::Commit> const& to, std::optional<git::Oid> const& from)
{
    if (!to) return {};
    return read_history(past.repository, past.configuration->layout, *past.line, to->id, from);
}

std::optional<git::Commit> landed_by(HistoryView const& past, Day day)
{
    auto const position = past.line ? past.line->landed_by(day) : std::nullopt;
    if (!position) return std::nullopt;
    return past.repository.commit(past.line->landing(*position)->id);
}

Records records_of(HistoryView const& past, std::optional<git::Commit> const& commit)
{
    if (!commit) return {};
    // A handle of its own: the history may be read at the same time.
    auto const repository = past.repository.another_handle();
    return read_records(FormerTreeFiles{repository, commit->tree}, past.configuration->layout, Detail::values);
}

void complain_of_gaps(History const& history, Zone const& zone, CommonOptions const& options,
                      Surroundings const& surroundings)
{
    if (auto const gaps = left_out(history, zone); !gaps.empty() && !options.quiet)
        surroundings.complain("sss: " + gaps);
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
