#include "commands/terminal/run_program.hpp"

#include "support/error.hpp"

#include <cerrno>
#include <csignal>
#include <functional>
#include <optional>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace sss {

namespace {

constexpr int not_started = 127;  ///< as a shell says it

/// How it ended; nothing where no process can be had, and errno says why.
/// @param become  makes the child the program; returns where that fails
std::optional<int> run_child(std::function<void()> const& become)
{
    auto const child = ::fork();
    if (child < 0) return std::nullopt;
    if (child == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        std::signal(SIGXFSZ, SIG_DFL);
        become();
        ::_exit(not_started);
    }
    auto const interrupt = std::signal(SIGINT, SIG_IGN);
    auto const quit = std::signal(SIGQUIT, SIG_IGN);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    std::signal(SIGINT, interrupt);
    std::signal(SIGQUIT, quit);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

int run_editor(std::string const& editor, std::string const& file)
{
    auto const command = editor + " \"$@\"";
    auto const status =
        run_child([&] { ::execl("/bin/sh", "sh", "-c", command.c_str(), editor.c_str(), file.c_str(), nullptr); });
    if (!status) throw Error{"start the editor", std::generic_category().message(errno)};
    return *status;
}

int run_program(std::string const& program, std::vector<std::string> const& words)
{
    // Made before there is a child: there nothing may ask for memory, for a thread that is not there may hold its lock.
    auto all = words;
    all.insert(all.begin(), program);
    std::vector<char*> arguments;
    for (auto& word : all) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    auto const status = run_child([&] {
        ::dup2(STDERR_FILENO, STDOUT_FILENO);
        ::execvp(arguments.front(), arguments.data());
    });
    return status.value_or(not_started);
}

}  // namespace sss
