#include "work/site/working_site.hpp"

#include "git/working_commit.hpp"
#include "support/leftovers.hpp"
#include "work/change/working_tree.hpp"
#include "work/opening.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

/// The files and folders below the root that pages are made of.
std::vector<std::string> sources_of(WorkingTree const& tree)
{
    auto const& settings = tree.configuration->settings;
    std::vector<std::string> paths{std::string{settings_name}, settings.data.schemas, settings.report.archive,
                                   settings.site.about, settings.site.logo};
    // Where the root itself holds the records, other things lie there too.
    for (auto const* kind : tree.layout().kinds())
        paths.push_back(settings.data.folder == "." ? kind->folder : settings.data.folder + '/' + kind->folder);
    std::erase(paths, std::string{});
    return paths;
}

void add_state(std::string& state, fs::path const& path)
{
    std::error_code failed;
    auto const status = fs::symlink_status(path, failed);
    if (failed || status.type() == fs::file_type::not_found) return;
    if (fs::is_regular_file(status)) {
        auto const size = fs::file_size(path, failed);
        auto const when = fs::last_write_time(path, failed).time_since_epoch().count();
        state += fmt::format("{} {} {}\n", path.string(), size, when);
        return;
    }
    if (!fs::is_directory(status)) return;
    std::vector<fs::path> within;
    for (auto const& entry : fs::directory_iterator{path, failed})
        if (!is_temporary_name(entry.path().filename().string())) within.push_back(entry.path());
    std::ranges::sort(within);
    for (auto const& one : within) add_state(state, one);
}

std::map<std::string, std::optional<std::string>> uncommitted_texts(WorkingTree const& tree,
                                                                    git::Repository const& repository)
{
    constexpr std::size_t largest = std::size_t{16} << 20;
    std::map<std::string, std::optional<std::string>> texts;
    for (auto const& source : sources_of(tree))
        for (auto const& path : repository.uncommitted(source))
            if (!is_temporary_name(std::string_view{path}.substr(path.rfind('/') + 1)))
                texts[path] = tree.files.read_path(path, largest);
    return texts;
}

/// What is read as if it were committed goes when the pages are made, whatever ends the run.
class Scratch {
public:
    explicit Scratch(fs::path folder) : folder_(std::move(folder)), folder_left_{folder_, Leftover::Kind::folder} {}
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    ~Scratch()
    {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    /// To be called when all has been written there.
    void remember()
    {
        std::error_code ignored;
        for (auto const& entry : fs::recursive_directory_iterator{folder_, ignored})
            within_.emplace_back(entry.path(),
                                 entry.is_directory(ignored) ? Leftover::Kind::folder : Leftover::Kind::file);
    }

private:
    fs::path folder_;
    Leftover folder_left_;
    std::vector<Leftover> within_;
};

}  // namespace

std::string state_of_working_site(ProgrammeRequest const& programme)
{
    auto const tree = open_working_tree(programme);
    std::string state;
    if (auto const repository = repository_of(tree.root, programme.git))
        if (auto const head = repository->head()) state = head->hex() + '\n';
    for (auto const& source : sources_of(tree)) add_state(state, tree.root / source);
    return state;
}

MadeSite make_working_site(SiteRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                           fs::path const& scratch)
{
    Scratch written{scratch};
    auto const tree = open_working_tree(programme);
    auto const repository = repository_of(tree.root, programme.git);
    if (!repository) return make_site(request, programme, outside);  // it says what is missing
    auto const texts = uncommitted_texts(tree, *repository);
    if (texts.empty()) return make_site(request, programme, outside);
    auto const commit = [&] {
        Undisturbed const whole;  // a signal would leave files of which nobody knows yet
        auto const id = git::commit_beside(*repository, scratch, texts, {"not committed yet", "", outside.now(), 0},
                                           "Not committed yet");
        written.remember();
        return id;
    }();
    auto with_it = programme;
    auto& alternates = with_it.git.alternates;
    alternates += (alternates.empty() ? "" : ":") + scratch.string();
    auto asked = request;
    asked.moment.revision = commit.hex();
    asked.uncommitted = true;
    return make_site(asked, with_it, outside);
}

}  // namespace sss
