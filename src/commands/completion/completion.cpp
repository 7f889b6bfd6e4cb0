#include "commands/command_line.hpp"
#include "commands/completion/candidates.hpp"
#include "support/embedded.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sss {
namespace {

std::string_view script_of(std::string_view shell)
{
    auto const name = shell == "zsh" ? std::string{"_sss"} : "sss." + std::string{shell};
    auto const files = embedded::completions();
    auto const found = std::ranges::find(files, name, &embedded::File::path);
    return found != files.end() ? found->bytes : std::string_view{};
}

/// A line a candidate, a tab before its description; last a word on what the shell may do besides.
std::string as_lines(Candidates const& found)
{
    std::string text;
    for (auto const& [value, description] : found.list)
        text += description.empty() ? value + '\n' : value + '\t' + description + '\n';
    switch (found.beside) {
        case Candidates::Beside::nothing: break;
        case Candidates::Beside::files: text += ":files\n"; break;
        case Candidates::Beside::folders: text += ":folders\n"; break;
        case Candidates::Beside::open: text += ":open\n"; break;
    }
    return text;
}

/// What the scripts ask. Not in the help: no person types it.
void add_complete(CommandLine& line)
{
    auto const command = line.add_hidden_command("complete", "Candidates for the last of these words");
    auto words = std::make_shared<std::vector<std::string>>();
    command.add_option("WORD", *words);
    command.callback([&line, words] {
        line.task = [&line, words](Surroundings const& surroundings) {
            surroundings.print(as_lines(candidates(line, *words, surroundings)));
            return ExitStatus::done;
        };
    });
}

}  // namespace

void add_completion(CommandLine& line)
{
    auto shell = std::make_shared<std::string>();
    auto const command =
        line.add_command("completion", "What a shell reads to complete sss: commands, options, ids, fields",
                         "  sss completion bash > ~/.local/share/bash-completion/completions/sss\n"
                         "  sss completion zsh > ~/.zfunc/_sss          with ~/.zfunc in fpath\n"
                         "  sss completion fish > ~/.config/fish/completions/sss.fish\n"
                         "  source <(sss completion bash)               for this shell alone");
    command.add_option("SHELL", *shell, "bash, zsh or fish")->one_of({"bash", "zsh", "fish"})->required();
    command.callback([&line, shell] {
        line.task = [&line, shell](Surroundings const& surroundings) {
            deliver(std::string{script_of(*shell)}, line.common, surroundings);
            return ExitStatus::done;
        };
    });
    add_complete(line);
}

}  // namespace sss
