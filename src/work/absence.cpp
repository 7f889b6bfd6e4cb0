#include "work/absence.hpp"

#include "schema/schema.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/opening.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

bool lists_a_record(Files const& files, Layout const& layout)
{
    return std::ranges::any_of(files.list(layout), [&](FileEntry const& entry) {
        return entry.type == FileEntry::Type::file && layout.slot(entry.path).has_value();
    });
}

std::string path_below(std::string const& folder, std::string const& name)
{
    return folder.empty() ? name : folder + '/' + name;
}

/// Folders not far from the root, it alone excepted, by path.
std::vector<std::string> folders_near(Files const& files)
{
    std::vector<std::string> found;
    for (auto const& outer : files.folders("")) {
        found.push_back(outer);
        for (auto const& inner : files.folders(outer)) found.push_back(path_below(outer, inner));
    }
    return found;
}

/// Folders that hold records as the settings do not say.
std::vector<std::string> records_elsewhere(Files const& files, Layout const& layout)
{
    auto candidates = folders_near(files);
    candidates.insert(candidates.begin(), ".");
    std::erase_if(candidates, [&](std::string const& folder) {
        return folder == layout.data_folder() || !lists_a_record(files, Layout{folder, layout.kinds()});
    });
    return candidates;
}

/// A folder on the way to records that is none.
void require_plain_folder(Files const& files, std::string const& folder, std::string const& what,
                          std::string const& state)
{
    for (auto end = folder.find('/'); !folder.empty(); end = folder.find('/', end + 1)) {
        auto const part = folder.substr(0, end);
        auto const attempt = fmt::format("read the records in {}", state);
        switch (files.presence(part)) {
            case Presence::nothing: return;
            case Presence::folder: break;
            case Presence::link:
                throw Error{attempt,
                            fmt::format("{}, '{}', is a symbolic link, and git keeps nothing of what stands behind one",
                                        what, visible(part)),
                            "Put the folder itself in the link's place, or name the folder that the link leads to: "
                            "[data] folder in sss.toml."};
            case Presence::submodule:
                throw Error{
                    attempt, fmt::format("{}, '{}', is a git repository of its own, a submodule", what, visible(part)),
                    fmt::format("Its history is told there: sss -C {} …, with an sss.toml in it.", shell_word(part))};
            case Presence::file:
            case Presence::special:
                throw Error{attempt, fmt::format("{}, '{}', is no folder", what, visible(part)),
                            "Look at [data] folder in sss.toml."};
        }
        if (end == std::string::npos) return;
    }
}

Error no_data_repository(Files const& files, Layout const& layout, ProgrammeRequest const& programme,
                         std::string const& state)
{
    auto const inner = settings_near(files);
    std::string remedy = "Name the data repository with -C DIR, or make one with `sss init`.";
    if (!inner.empty())
        remedy = fmt::format(
            "An sss.toml stands in {}: sss -C {} …", visible(fmt::format("{}", fmt::join(inner, ", "))),
            shell_word(programme.directory == "." ? inner.front() : programme.directory + '/' + inner.front()));
    return Error{fmt::format("find records in {}", state),
                 fmt::format("it holds neither sss.toml nor a folder named {}", visible(layout.data_folder())),
                 std::move(remedy)};
}

/// What to type so that it is committed.
std::string how_to_commit(std::vector<std::string> const& paths)
{
    return fmt::format("Commit it: git add --{} && git commit\nOr name what to look at: --rev HEAD",
                       shell_arguments(paths));
}

std::vector<std::string> own_schema_files(Files const& files, std::string const& folder)
{
    std::vector<std::string> paths;
    for (auto const& name : names_in_own_folder(files, "the schemas", folder))
        if (!kind_name_of(name).empty()) paths.push_back(folder == "." ? name : path_below(folder, name));
    return paths;
}

}  // namespace

std::vector<std::string> settings_near(Files const& files)
{
    std::vector<std::string> found;
    for (auto const& folder : folders_near(files))
        if (files.presence(path_below(folder, std::string{settings_name})) == Presence::file) found.push_back(folder);
    return found;
}

void require_branch(git::Repository const& repository)
{
    if (repository.head()) return;
    auto const names = repository.revision_names();
    if (names.empty()) return;  // a new repository
    auto const branch = repository.head_branch();
    constexpr std::size_t most_named = 5;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i)
        list += (i == 0 ? "" : ", ") + visible(names[i]);
    if (names.size() > most_named) list += fmt::format(" and {} more", names.size() - most_named);
    auto const bare = repository.work_tree().empty();
    throw Error{"tell what is committed",
                fmt::format("HEAD names the branch '{}', which has no commit; there are {}", visible(branch), list),
                fmt::format("Name the one to look at: --rev {}\n{}", shell_word(names.front()),
                            bare ? fmt::format("Or let HEAD name it for good: git symbolic-ref HEAD refs/heads/{}",
                                               shell_word(names.front()))
                                 : fmt::format("Or check it out: git switch {}", shell_word(names.front())))};
}

void require_sight(Files const& files, Layout const& layout, ProgrammeRequest const& programme,
                   std::string const& state)
{
    auto const& data = layout.data_folder();
    if (programme.config.empty() && files.presence(std::string{settings_name}) == Presence::nothing &&
        files.presence(data) == Presence::nothing)
        throw no_data_repository(files, layout, programme, state);
    require_plain_folders(files, layout, state);
}

void require_plain_folders(Files const& files, Layout const& layout, std::string const& state)
{
    require_plain_folder(files, layout.data_folder(), "the data folder", state);
    for (auto const* kind : layout.kinds())
        require_plain_folder(files, layout.folder_of(*kind), fmt::format("the folder of {}s", kind->name), state);
}

void require_records_not_elsewhere(Files const& files, Layout const& layout, std::string const& state)
{
    if (lists_a_record(files, layout)) return;
    auto const elsewhere = records_elsewhere(files, layout);
    if (elsewhere.empty()) return;
    auto const there = files.presence(layout.data_folder()) != Presence::nothing;
    throw Error{fmt::format("find records in {}", state),
                fmt::format("the data folder '{}' {}, and records stand in '{}'",
                            visible(layout.data_folder().empty() ? "." : layout.data_folder()),
                            there ? "holds none" : "is not there", visible(elsewhere.front())),
                fmt::format("Name it in sss.toml:\n  [data]\n  folder = \"{}\"", visible(elsewhere.front()))};
}

void require_no_filter(git::Repository const& repository, Files const& files, Layout const& layout,
                       std::optional<git::Oid> const& commit)
{
    std::vector<std::string> folders{layout.data_folder()};
    auto sorted = false;
    for (auto const* kind : layout.kinds()) {
        folders.push_back(layout.folder_of(*kind));
        sorted = sorted || !files.folders(folders.back()).empty();
    }
    // Attributes may stand in the sub-folders that sort a kind's records, too.
    if (sorted)
        for (auto const& entry : files.list(layout))
            if (auto folder = entry.path.substr(0, entry.path.rfind('/')); folder != folders.back())
                folders.push_back(std::move(folder));
    auto const records = [&] {
        std::vector<std::string> paths;
        for (auto const& entry : files.list(layout))
            if (layout.slot(entry.path)) paths.push_back(entry.path);
        return paths;
    };
    auto const found = repository.first_filtered(folders, records, commit);
    if (!found) return;
    auto const data = layout.data_folder().empty() ? std::string{} : layout.data_folder() + '/';
    throw Error{
        fmt::format("read {}", visible(found->path)),
        fmt::format("git hands it to a filter ('{}' in .gitattributes), and sss runs none", visible(found->attribute)),
        fmt::format("Keep records as they are: write into .gitattributes\n  {}**/*.toml -filter "
                    "-working-tree-encoding -ident\nand add them again: git add --renormalize {}",
                    data, shell_word(data.empty() ? "." : layout.data_folder()))};
}

void require_committed(git::Repository const& repository, std::optional<git::Commit> const& tip,
                       Configuration const& configuration, ProgrammeRequest const& programme)
{
    auto const root = repository.work_tree();
    if (root.empty()) return;
    FolderFiles const here{root, programme.git};
    TreeFiles const there{repository, tip ? tip->tree : git::Oid{}};
    auto const attempt = std::string{"tell what is committed"};
    auto const settings = std::string{settings_name};
    if (tip && programme.config.empty() && here.presence(settings) != Presence::nothing &&
        there.presence(settings) == Presence::nothing)
        throw Error{
            attempt,
            fmt::format("{} stands in the working tree and is not committed, and history goes by what is", settings),
            how_to_commit({settings})};
    // Where nothing is committed, what is not is known from the working tree alone.
    auto const own = tip ? nullptr : read_configuration(here, std::nullopt, {});
    auto const& used = own ? *own : configuration;
    auto const schemas = own_schema_files(here, used.settings.data.schemas);
    if (tip) {
        for (auto const& path : schemas) {
            if (there.presence(path) != Presence::nothing) continue;
            throw Error{attempt,
                        fmt::format("the schema {} stands in the working tree and is not committed, so its records "
                                    "would not be seen",
                                    visible(path)),
                        how_to_commit({path})};
        }
        if (holds_records(repository, tip->tree, used.layout)) return;
    }
    auto const files = here.list(used.layout);
    auto const records = std::ranges::count_if(files, [&](FileEntry const& entry) {
        return entry.type == FileEntry::Type::file && used.layout.slot(entry.path).has_value();
    });
    if (records == 0) return;
    std::vector<std::string> paths;
    if (here.presence(settings) != Presence::nothing && there.presence(settings) == Presence::nothing)
        paths.push_back(settings);
    for (auto const& path : schemas)
        if (there.presence(path) == Presence::nothing) paths.push_back(path);
    paths.push_back(used.layout.data_folder().empty() ? "." : used.layout.data_folder());
    throw Error{attempt,
                fmt::format("{} in the working tree, and none of {} is committed",
                            count(records, "record stands", "records stand"), records == 1 ? "it" : "them"),
                how_to_commit(paths)};
}

std::vector<std::string> changed_settings(git::Repository const& repository, git::Commit const& tip,
                                          Configuration const& configuration)
{
    std::vector<std::string> changed;
    auto const root = repository.work_tree();
    if (root.empty()) return changed;
    FolderFiles const here{root};
    TreeFiles const there{repository, tip.tree};
    auto paths = own_schema_files(there, configuration.settings.data.schemas);
    paths.insert(paths.begin(), std::string{settings_name});
    auto const plain = [](std::optional<std::string> text) {
        if (text) std::erase(*text, '\r');  // line ends may be the machine's
        return text;
    };
    for (auto const& path : paths)
        if (plain(here.read_path(path, largest_document)) != plain(there.read_path(path, largest_document)))
            changed.push_back(path);
    return changed;
}

}  // namespace sss
