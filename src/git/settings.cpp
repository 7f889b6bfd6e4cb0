#include "git/settings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <git2/sys/config.h>

namespace sss::git {

namespace {

namespace fs = std::filesystem;

using Settings = std::vector<std::pair<std::string, std::string>>;

/// As the library asks for it: all but the middle part in small letters.
std::string canonical(std::string name)
{
    auto const small = [](unsigned char c) { return static_cast<char>(std::tolower(c)); };
    auto const first = name.find('.'), last = name.rfind('.');
    for (std::size_t i = 0; i < name.size(); ++i)
        if (i < first || i > last) name[i] = small(static_cast<unsigned char>(name[i]));
    return name;
}

/// Settings that stand in no file, as a source that the library can ask.
struct Source : git_config_backend {
    Settings all;
    git_config_level_t level = GIT_CONFIG_LEVEL_APP;

    explicit Source(Settings settings) : git_config_backend{}, all(std::move(settings))
    {
        git_config_init_backend(this, GIT_CONFIG_BACKEND_VERSION);
        readonly = 1;
        open = [](git_config_backend* self, git_config_level_t wanted, git_repository const*) {
            of(self).level = wanted;
            return 0;
        };
        get = &Source::find;
        set = [](git_config_backend*, char const*, char const*) { return refused(); };
        set_multivar = [](git_config_backend*, char const*, char const*, char const*) { return refused(); };
        del = [](git_config_backend*, char const*) { return refused(); };
        del_multivar = [](git_config_backend*, char const*, char const*) { return refused(); };
        iterator = &Source::begin;
        snapshot = [](git_config_backend** copy, git_config_backend* self) {
            *copy = new Source{of(self).all};
            return 0;
        };
        lock = [](git_config_backend*) { return refused(); };
        unlock = [](git_config_backend*, int) { return refused(); };
        free = [](git_config_backend* self) { delete &of(self); };
    }

private:
    struct Walk : git_config_iterator {
        std::size_t next_at = 0;
        git_config_entry entry{};
    };

    static Source& of(git_config_backend* self) { return *static_cast<Source*>(self); }
    static int refused() { return GIT_ERROR; }

    static void fill(git_config_entry& entry, Source const& source, std::pair<std::string, std::string> const& one)
    {
        entry.name = one.first.c_str();
        entry.value = one.second.c_str();
        entry.level = source.level;
    }

    static int find(git_config_backend* self, char const* key, git_config_entry** entry)
    {
        auto const& source = of(self);
        auto const one = std::find_if(source.all.rbegin(), source.all.rend(),
                                      [key](auto const& setting) { return setting.first == key; });
        if (one == source.all.rend()) return GIT_ENOTFOUND;
        *entry = new git_config_entry{};
        fill(**entry, source, *one);
        (*entry)->free = [](git_config_entry* made) { delete made; };
        return 0;
    }

    static int begin(git_config_iterator** walk, git_config_backend* self)
    {
        auto* made = new Walk{};
        made->backend = self;
        made->next = [](git_config_entry** entry, git_config_iterator* at) {
            auto& here = *static_cast<Walk*>(at);
            auto const& source = of(here.backend);
            if (here.next_at == source.all.size()) return static_cast<int>(GIT_ITEROVER);
            fill(here.entry, source, source.all[here.next_at++]);
            *entry = &here.entry;
            return 0;
        };
        made->free = [](git_config_iterator* at) { delete static_cast<Walk*>(at); };
        *walk = made;
        return 0;
    }
};

/// What stands in a file.
void read_all(Settings& into, fs::path const& file)
{
    git_config* config = nullptr;
    ensure(git_config_open_ondisk(&config, file.c_str()), fmt::format("read git's settings in {}", file.string()));
    ConfigHandle const owner{config};
    git_config_iterator* iterator = nullptr;
    if (git_config_iterator_new(&iterator, config) < 0) return;
    ConfigIteratorHandle const iterator_owner{iterator};
    git_config_entry* entry = nullptr;
    while (git_config_next(&entry, iterator) == 0)
        into.emplace_back(entry->name, entry->value != nullptr ? entry->value : "true");
}

}  // namespace

void give_settings(git_repository* repository, Environment const& environment)
{
    git_config* config = nullptr;
    ensure(git_config_new(&config), "read git's settings");
    ConfigHandle const owner{config};
    std::error_code failed;
    auto const add = [&](fs::path const& file, git_config_level_t level) {
        if (!fs::is_regular_file(file, failed)) return;
        ensure(git_config_add_file_ondisk(config, file.c_str(), level, repository, 0),
               fmt::format("read git's settings in {}", file.string()));
    };
    constexpr std::array levels{GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL};
    auto const& files = environment.settings_files;
    for (std::size_t i = 0; i < std::min(files.size(), levels.size()); ++i) add(files[i], levels[i]);
    add(fs::path{git_repository_commondir(repository)} / "config", GIT_CONFIG_LEVEL_LOCAL);

    Settings single;
    int on = 0;
    auto const own = fs::path{git_repository_path(repository)} / "config.worktree";
    if (git_config_get_bool(&on, config, "extensions.worktreeconfig") == 0 && on != 0 &&
        fs::is_regular_file(own, failed))
        read_all(single, own);
    for (auto const& [name, value] : environment.settings) single.emplace_back(canonical(name), value);
    if (!single.empty()) {
        auto* source = new Source{std::move(single)};
        if (git_config_add_backend(config, source, GIT_CONFIG_LEVEL_APP, repository, 0) < 0) {
            source->free(source);
            throw Error{"read git's settings", last_reason(), {}};
        }
    }
    ensure(git_repository_set_config(repository, config), "read git's settings");
}

}  // namespace sss::git
