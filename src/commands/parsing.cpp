#include "commands/command_line.hpp"
#include "commands/help_text.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <memory>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// What CLI11 says of a value that is none of an option's choices, "--by: tga not in {day,week}", as a sentence.
std::string checked_words(std::string const& said)
{
    auto const colon = said.find(": ");
    auto const not_in = said.rfind(" not in {");
    if (colon == std::string::npos || not_in == std::string::npos || not_in < colon || !said.ends_with('}'))
        return said;
    auto const value = said.substr(colon + 2, not_in - colon - 2);
    std::vector<std::string> choices;
    std::string_view rest{said};
    rest = rest.substr(not_in + 9, said.size() - not_in - 10);
    while (!rest.empty()) {
        auto const end = std::min(rest.find(','), rest.size());
        choices.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    auto const near = nearest(value, choices);
    return fmt::format("{} takes {}, and '{}' is none of them{}", said.substr(0, colon), fmt::join(choices, ", "),
                       value, near ? fmt::format("; did you mean '{}'?", *near) : "");
}

/// CLI11's words for a wrong usage, made a sentence of ours, with a suggestion where a name is near one that exists.
std::string explained(CommandLine const& line, CLI::ParseError const& error, std::string const& unknown)
{
    std::vector<std::string> names;
    for (auto const* command : line.app.get_subcommands({})) names.push_back(command->get_name());
    if (line.app.get_subcommands().empty() && !unknown.empty() && !unknown.starts_with('-')) {
        auto const near = nearest(unknown, names);
        return fmt::format("'{}' is not a command{}", unknown, near ? fmt::format("; did you mean '{}'?", *near) : "");
    }
    if (line.app.get_subcommands().empty() && unknown.empty()) return "a command is missing";
    if (unknown.starts_with('-') && !line.app.get_subcommands().empty()) {
        std::vector<std::string> options;
        for (auto const* option : line.app.get_subcommands().front()->get_options())
            for (auto const& name : option->get_lnames()) options.push_back("--" + name);
        auto const name = unknown.substr(0, unknown.find('='));
        if (std::ranges::find(options, name) != options.end())
            return fmt::format("'{}' stands before the command, and belongs behind it: sss {} {}", name,
                               line.app.get_subcommands().front()->get_name(), name);
        auto const near = nearest(name, options);
        return fmt::format("'{}' is not an option of `sss {}`{}", unknown,
                           line.app.get_subcommands().front()->get_name(),
                           near ? fmt::format("; did you mean '{}'?", *near) : "");
    }
    if (dynamic_cast<CLI::ExtrasError const*>(&error) != nullptr && !unknown.empty())
        return fmt::format("'{}' is a word more than `sss {}` takes; what has several words stands in quotes", unknown,
                           line.app.get_subcommands().front()->get_name());
    return checked_words(error.what());
}

}  // namespace

std::optional<ExitStatus> parse(CommandLine& line, int argc, char const* const* argv, Surroundings const& surroundings)
{
    try {
        line.app.parse(argc, argv);
        return std::nullopt;
    } catch (CLI::Success const& success) {  // --help, --version
        std::ostringstream out, err;
        if (auto const help = std::dynamic_pointer_cast<HelpText>(line.app.get_formatter()))
            if (auto const columns = terminal_columns(line.common, surroundings)) help->set_width(*columns);
        line.app.exit(success, out, err);
        surroundings.print(out.str());
        return ExitStatus::done;
    } catch (CLI::ParseError const& error) {
        auto remaining = line.app.remaining(true);
        auto const unknown = remaining.empty() ? std::string{} : remaining.front();
        auto const& chosen = line.app.get_subcommands();
        surroundings.complain(fmt::format("sss: {}\n  `sss {}--help` shows what there is.\n",
                                          visible_lines(explained(line, error, unknown)),
                                          chosen.empty() ? "" : chosen.front()->get_name() + " "));
        return ExitStatus::usage;
    }
}

}  // namespace sss
