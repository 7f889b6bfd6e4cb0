#pragma once

#include "commands/command_line.hpp"
#include "commands/terminal/real_world.hpp"
#include "records/document.hpp"
#include "scratch_folder.hpp"
#include "support/error.hpp"

#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

/// Runs commands as `main` does, in a folder of their own, with streams that are texts.
namespace sss::test {

struct Outcome {
    ExitStatus status = ExitStatus::done;
    std::string out, err;
};

/// A data repository in a new folder, gone with the test.
class TestRepository {
public:
    TestRepository() { write("sss.toml", "[programme]\nname = \"The test programme\"\n"); }

    void write(std::string const& path, std::string const& text) const
    {
        std::filesystem::create_directories((folder() / path).parent_path());
        std::ofstream{folder() / path, std::ios::binary} << text;
    }
    std::string read(std::string const& path) const
    {
        std::ifstream file{folder() / path, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    bool has(std::string const& path) const { return std::filesystem::exists(folder() / path); }
    std::filesystem::path const& folder() const { return folder_.path(); }

    /// @param terminal  whether somebody sits there and types `lines`
    Outcome run(std::vector<std::string> words, std::deque<std::string> lines = {}, bool terminal = false) const
    {
        Outcome outcome;
        Surroundings around;
        around.print = [&](std::string_view text) { outcome.out += text; };
        around.complain = [&](std::string_view text) { outcome.err += text; };
        around.read_line = [&]() -> std::optional<std::string> {
            if (lines.empty()) return std::nullopt;
            auto line = lines.front();
            lines.pop_front();
            return line;
        };
        around.read_all = [&](std::size_t most) {
            std::string all;
            for (auto const& line : lines) all += line;
            return all.substr(0, most + 1);
        };
        around.now = [] { return std::chrono::sys_days{std::chrono::year{2018} / 5 / 1} + std::chrono::hours{12}; };
        around.run_git = git;
        around.input_is_terminal = terminal;
        around.width = 100;

        words.insert(words.begin() + 1, {"-C", folder().string()});
        words.insert(words.begin(), "sss");
        std::vector<char const*> arguments;
        for (auto const& word : words) arguments.push_back(word.c_str());
        try {
            CommandLine line;
            add_commands(line);
            auto const ended = parse(line, static_cast<int>(arguments.size()), arguments.data(), around);
            outcome.status = ended ? *ended : line.task(around);
        } catch (Error const& error) {
            outcome.status = error.status();
            outcome.err += std::string{error.what()} + "\n" + error.remedy();
        }
        return outcome;
    }

    Outcome at_terminal(std::vector<std::string> words, std::deque<std::string> lines) const
    {
        return run(std::move(words), std::move(lines), true);
    }

    std::function<int(std::vector<std::string> const&)> git;  ///< what is run in place of git

private:
    ScratchFolder folder_;
};

}  // namespace sss::test
