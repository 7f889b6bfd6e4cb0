#include "commands/terminal/real_world.hpp"

#include "commands/terminal/progress_line.hpp"
#include "commands/terminal/run_program.hpp"
#include "support/leftovers.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace sss {

namespace {

void write_all(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        auto const written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EPIPE) return;  // the reader left: what is still told has no reader
        if (written < 0)
            throw Error{"write the result", std::generic_category().message(errno),
                        "Nothing of it should be relied on."};
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// A standard stream that is closed stays out of reach. Else the next file that is opened would bear its number, and be
/// read as what somebody typed, or get what is printed in the midst of a record.
void keep_closed_streams_closed()
{
    for (auto const stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest free number is taken, and it can only be used in the wrong direction.
        static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
}

std::string rest_of_input(std::size_t most)
{
    constexpr std::size_t block = 64 * 1024;
    std::string bytes;
    while (bytes.size() <= most) {
        auto const filled = bytes.size();
        bytes.resize(std::min(most + 1, filled + block));
        auto const got = std::fread(bytes.data() + filled, 1, bytes.size() - filled, stdin);
        bytes.resize(filled + got);
        if (got > 0) continue;
        if (std::ferror(stdin) == 0) break;
        if (errno != EINTR)
            throw Error{"read standard input", std::generic_category().message(errno),
                        "Nothing is taken for what could not be read."};
        std::clearerr(stdin);
    }
    return bytes;
}

std::optional<std::string> variable(char const* name)
{
    auto const* value = std::getenv(name);
    return value != nullptr ? std::optional<std::string>{value} : std::nullopt;
}

std::chrono::sys_seconds now()
{
    auto const text = variable("SOURCE_DATE_EPOCH");
    if (!text || text->empty()) return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    std::int64_t seconds = 0;
    auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), seconds);
    if (error != std::errc{} || end != text->data() + text->size())
        throw UsageError{fmt::format("SOURCE_DATE_EPOCH is '{}', which is no number of seconds since 1970", *text)};
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

int terminal_width()
{
    int width = 0;
    if (auto const text = variable("COLUMNS")) std::from_chars(text->data(), text->data() + text->size(), width);
    winsize size{};
    if (width <= 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
    return width > 0 ? width : 80;
}

bool is_set(char const* name)
{
    auto const value = variable(name).value_or("");
    return !value.empty() && value != "false" && value != "0";
}

CiSystem ci_system()
{
    if (is_set("GITHUB_ACTIONS")) return CiSystem::github_actions;
    if (is_set("GITLAB_CI")) return CiSystem::gitlab;
    if (is_set("JENKINS_URL")) return CiSystem::jenkins;
    return CiSystem::none;
}

/// git's settings files beyond a repository's own, as git looks for them.
std::vector<std::string> git_settings_files()
{
    std::vector<std::string> files;
    if (auto const none = variable("GIT_CONFIG_NOSYSTEM").value_or(""); none.empty() || none == "0" || none == "false")
        files.push_back(variable("GIT_CONFIG_SYSTEM").value_or("/etc/gitconfig"));
    if (auto const only = variable("GIT_CONFIG_GLOBAL")) {
        files.push_back(*only);
        return files;
    }
    auto const home = variable("HOME").value_or("");
    auto const xdg = variable("XDG_CONFIG_HOME").value_or("");
    if (!xdg.empty() || !home.empty()) files.push_back((xdg.empty() ? home + "/.config" : xdg) + "/git/config");
    if (!home.empty()) files.push_back(home + "/.gitconfig");
    return files;
}

/// Words in single quotes, as git hands settings on: 'name=value', or 'name'='value'.
std::vector<std::string> quoted_words(std::string_view text)
{
    std::vector<std::string> words{""};
    auto quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'')
            quoted = !quoted;
        else if (!quoted && text[i] == '\\' && i + 1 < text.size())
            words.back() += text[++i];
        else if (!quoted && text[i] == ' ')
            words.emplace_back();
        else
            words.back() += text[i];
    }
    std::erase(words, "");
    return words;
}

/// What `git -c` hands on.
void read_handed_settings(git::Environment& git)
{
    if (auto const handed = variable("GIT_CONFIG_PARAMETERS"); handed && !handed->empty()) {
        for (auto const& word : quoted_words(*handed)) {
            auto const sign = word.find('=');
            // A setting without a value is one that is on.
            git.settings.emplace_back(word.substr(0, sign), sign == std::string::npos ? "true" : word.substr(sign + 1));
        }
    }
}

/// Those of GIT_CONFIG_COUNT.
void read_counted_settings(git::Environment& git)
{
    auto const text = variable("GIT_CONFIG_COUNT").value_or("");
    if (text.empty()) return;
    unsigned count = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end != text.data() + text.size()) {
        git.problem = fmt::format("GIT_CONFIG_COUNT is '{}', which is no number of settings", text);
        return;
    }
    for (unsigned i = 0; i < count; ++i) {
        auto const key = variable(fmt::format("GIT_CONFIG_KEY_{}", i).c_str());
        auto const value = variable(fmt::format("GIT_CONFIG_VALUE_{}", i).c_str());
        if (!key || !value) {
            git.problem = fmt::format("GIT_CONFIG_COUNT says {}, and GIT_CONFIG_{}_{} is not set", count,
                                      key ? "VALUE" : "KEY", i);
            return;
        }
        git.settings.emplace_back(*key, *value);
    }
}

git::Environment git_environment()
{
    git::Environment git;
    git.git_dir = variable("GIT_DIR").value_or("");
    git.work_tree = variable("GIT_WORK_TREE").value_or("");
    git.object_directory = variable("GIT_OBJECT_DIRECTORY").value_or("");
    git.alternates = variable("GIT_ALTERNATE_OBJECT_DIRECTORIES").value_or("");
    git.ceilings = variable("GIT_CEILING_DIRECTORIES").value_or("");
    git.graft_file = variable("GIT_GRAFT_FILE").value_or("");
    git.replace_base = variable("GIT_REPLACE_REF_BASE").value_or("");
    git.no_replacing = variable("GIT_NO_REPLACE_OBJECTS").has_value();
    git.settings_files = git_settings_files();
    read_counted_settings(git);
    read_handed_settings(git);  // the stronger, to git
    auto const sudo = variable("SUDO_UID").value_or("");
    unsigned user = 0;
    if (auto const [end, error] = std::from_chars(sudo.data(), sudo.data() + sudo.size(), user);
        error == std::errc{} && end == sudo.data() + sudo.size())
        git.sudo_user = user;
    return git;
}

std::string scratch_folder()
{
    auto name = variable("TMPDIR").value_or("/tmp");
    if (name.empty()) name = "/tmp";
    name += "/sss-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)
        throw Error{fmt::format("make a folder for the copy: {}", name), std::generic_category().message(errno),
                    "TMPDIR names where it is made."};
    return name;
}

}  // namespace

Surroundings real_world()
{
    keep_closed_streams_closed();
    std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves is met where we write,
    std::signal(SIGXFSZ, SIG_IGN);  // and so is the limit on a file's size
    end_cleanly_on_signals();
    Surroundings world;
    auto const line = std::make_shared<ProgressLine>([](std::string_view text) { write_all(STDERR_FILENO, text); },
                                                     std::chrono::seconds{1}, std::chrono::milliseconds{100});
    if (::isatty(STDERR_FILENO) != 0 && variable("TERM").value_or("dumb") != "dumb")
        world.follow = [line](std::function<std::string()> status) { line->follow(std::move(status)); };
    world.print = [line](std::string_view text) {
        line->end();
        write_all(STDOUT_FILENO, text);
    };
    world.complain = [line](std::string_view text) {
        try {
            line->clear();
            write_all(STDERR_FILENO, visible_lines(text, true));
        } catch (...) {  // where standard error is gone, nobody is left to tell
        }
    };
    world.read_line = [line]() -> std::optional<std::string> {
        line->end();
        std::string text;
        if (!std::getline(std::cin, text)) return std::nullopt;
        return text;
    };
    world.read_all = rest_of_input;
    world.now = now;
    world.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
    world.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    world.color_wanted = variable("NO_COLOR").value_or("").empty() && variable("TERM").value_or("dumb") != "dumb";
    world.width = terminal_width();
    world.index_file = variable("GIT_INDEX_FILE").value_or("");
    world.git = git_environment();
    world.ci = ci_system();
    world.editor = variable("VISUAL").value_or("");
    if (world.editor.empty()) world.editor = variable("EDITOR").value_or("");
    world.edit = [line, editor = world.editor](std::string const& file) {
        line->end();
        return run_editor(editor, file);
    };
    world.run_git = [line](std::vector<std::string> const& words) {
        line->end();
        return run_program("git", words);
    };
    world.scratch_folder = scratch_folder;
    return world;
}

}  // namespace sss
