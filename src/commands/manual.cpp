#include "commands/command_line.hpp"
#include "support/atomic_file.hpp"
#include "support/error.hpp"
#include "support/links.hpp"
#include "support/version.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace sss {
namespace {

/// A text that man(7) shows as it is: its escape sign and hyphens spelled out, no line that begins like a request.
std::string roff(std::string_view text)
{
    std::string safe;
    auto at_start = true;
    for (auto const c : text) {
        if (at_start && (c == '.' || c == '\'')) safe += "\\&";
        if (c == '\\')
            safe += "\\e";
        else if (c == '-')
            safe += "\\-";
        else
            safe += c;
        at_start = c == '\n';
    }
    return safe;
}

std::vector<std::string_view> manual_lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string title(std::string_view page)
{
    std::string upper{page};
    std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    return fmt::format(".TH {} 1 \"\" \"sss {}\" \"sss manual\"\n", upper, version());
}

/// "--format FORMAT" in the fonts of the field: what is typed as it is bold, what is replaced slanted.
std::string option_head(CLI::Option const& option)
{
    if (option.get_positional()) return fmt::format("\\fI{}\\fR", roff(option.get_single_name()));
    std::vector<std::string> names;
    for (auto const& name : option.get_snames()) names.push_back(fmt::format("\\fB{}\\fR", roff("-" + name)));
    for (auto const& name : option.get_lnames()) names.push_back(fmt::format("\\fB{}\\fR", roff("--" + name)));
    auto head = fmt::format("{}", fmt::join(names, ", "));
    if (option.get_items_expected_max() == 0) return head;
    auto const type = option.get_type_name();
    auto const plain = type.substr(0, std::min(type.find(':'), type.find('{')));
    return head + fmt::format(" \\fI{}\\fR", roff(plain.empty() ? "TEXT" : plain));
}

/// @param group  of options; "Positionals" are told by `positional`
std::string options_section(CLI::App const& command, std::string_view heading, bool positional, std::string_view group)
{
    std::string text;
    for (auto const* option : command.get_options()) {
        if (option->get_positional() != positional || (!positional && option->get_group() != group)) continue;
        text += fmt::format(".TP\n{}\n{}.\n", option_head(*option), roff(option->get_description()));
    }
    return text.empty() ? text : fmt::format(".SH {}\n{}", heading, text);
}

std::string synopsis(CLI::App const& command)
{
    auto text = fmt::format(".SH SYNOPSIS\n\\fBsss {}\\fR [\\fIOPTIONS\\fR]", roff(command.get_name()));
    for (auto const* option : command.get_options()) {
        if (!option->get_positional()) continue;
        auto const name =
            fmt::format("\\fI{}\\fR{}", roff(option->get_single_name()), option->get_expected_max() > 1 ? "…" : "");
        text += option->get_required() ? " " + name : " [" + name + "]";
    }
    return text + '\n';
}

/// The lines below "Examples:" as they are; what stands behind them, as a paragraph.
std::string examples(std::string_view footer)
{
    std::string code, remarks;
    for (auto const line : manual_lines_of(footer)) {
        if (line == "Examples:") continue;
        (line.starts_with(' ') || line.empty() ? code : remarks) += roff(line) + '\n';
    }
    while (code.ends_with("\n\n")) code.pop_back();
    auto text = code.empty() ? std::string{} : fmt::format(".SH EXAMPLES\n.EX\n{}.EE\n", code);
    if (!remarks.empty()) text += (code.empty() ? ".SH NOTES\n" : ".PP\n") + remarks;
    return text;
}

constexpr std::string_view ends =
    ".SH EXIT STATUS\n"
    ".TP\n0\nDone.\n"
    ".TP\n1\nFindings, or differences where they were asked for.\n"
    ".TP\n2\nWrong usage.\n"
    ".TP\n3\nThe environment fails: no repository, an unreadable file, a shallow history, a full disk.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBSOURCE_DATE_EPOCH\\fR\nThe clock, in seconds since 1970: the same input then gives the same bytes on any "
    "day.\n"
    ".TP\n\\fBNO_COLOR\\fR\nNo colours.\n";

std::string page_of(CLI::App const& command)
{
    auto const name = "sss-" + command.get_name();
    auto text = title(name);
    text += fmt::format(".SH NAME\n{} \\- {}\n", roff(name), roff(command.get_description()));
    text += synopsis(command);
    text += options_section(command, "ARGUMENTS", true, "");
    text += options_section(command, "OPTIONS", false, "Options");
    text += options_section(command, "COMMON OPTIONS", false, "Common options");
    text += examples(command.get_footer());
    text += ends;
    return text + ".SH SEE ALSO\n\\fBsss\\fR(1)\n";
}

std::vector<CLI::App const*> shown_commands(CLI::App const& app)
{
    std::vector<CLI::App const*> commands;
    for (auto const* command : app.get_subcommands([](CLI::App const*) { return true; }))
        if (!command->get_group().empty()) commands.push_back(command);
    return commands;
}

std::string front_page(CLI::App const& app)
{
    auto text = title("sss");
    text += ".SH NAME\nsss \\- the story of a satellite programme, told from its records and their git history\n";
    text += ".SH SYNOPSIS\n\\fBsss\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n";
    text += fmt::format(".SH DESCRIPTION\n{}\nEach command has a page of its own, \\fBsss\\-COMMAND\\fR(1).\n",
                        roff(app.get_description()));
    text += ".SH COMMANDS\n";
    for (auto const* command : shown_commands(app))
        text += fmt::format(".TP\n\\fB{}\\fR\n{}.\n", roff(command->get_name()), roff(command->get_description()));
    text += options_section(app, "OPTIONS", false, "Options");
    text += ends;
    std::vector<std::string> pages;
    for (auto const* command : shown_commands(app))
        pages.push_back(fmt::format("\\fB{}\\fR(1)", roff("sss-" + command->get_name())));
    return text + fmt::format(".SH SEE ALSO\n{}\n", fmt::join(pages, ",\n"));
}

struct ManualOptions {
    std::string command;
    std::string folder;
};

void write_all(CLI::App const& app, std::filesystem::path const& folder)
{
    make_folders(folder);
    sweep(folder, true);
    write_whole(folder / "sss.1", front_page(app));
    for (auto const* command : shown_commands(app))
        write_whole(folder / fmt::format("sss-{}.1", command->get_name()), page_of(*command));
}

ExitStatus run_manual(ManualOptions const& options, CommandLine const& line, Surroundings const& surroundings)
{
    if (!options.folder.empty()) {
        if (!options.command.empty())
            throw UsageError{"--into writes the pages of all commands", "Leave out the command, or --into."};
        write_all(line.app, options.folder);
        return ExitStatus::done;
    }
    if (options.command.empty()) {
        deliver(front_page(line.app), line.common, surroundings);
        return ExitStatus::done;
    }
    auto const commands = shown_commands(line.app);
    auto const found =
        std::ranges::find_if(commands, [&](CLI::App const* command) { return command->get_name() == options.command; });
    if (found == commands.end())
        throw UsageError{fmt::format("no command is called '{}'", options.command), "`sss --help` lists them."};
    deliver(page_of(**found), line.common, surroundings);
    return ExitStatus::done;
}

/// `sss help log` is what many type first. Not in the help: --help is the way that every command knows.
void add_help(CommandLine& line)
{
    auto name = std::make_shared<std::string>();
    auto const help = line.add_hidden_command("help", "The help of a command");
    help.add_option("COMMAND", *name);
    help.callback([&line, name] {
        line.task = [&line, name](Surroundings const& surroundings) {
            auto const commands = shown_commands(line.app);
            auto const found =
                std::ranges::find_if(commands, [&](CLI::App const* command) { return command->get_name() == *name; });
            if (!name->empty() && found == commands.end())
                throw UsageError{fmt::format("no command is called '{}'", *name), "`sss --help` lists them."};
            // By the formatter: App::help tells of whichever command was parsed, which is this one.
            auto const& shown = name->empty() ? line.app : **found;
            surroundings.print(line.app.get_formatter()->make_help(&shown, name->empty() ? "sss" : "sss " + *name,
                                                                   CLI::AppFormatMode::Normal));
            return ExitStatus::done;
        };
    });
}

}  // namespace

void add_manual(CommandLine& line)
{
    add_help(line);
    auto options = std::make_shared<ManualOptions>();
    auto const command =
        line.add_command("manual", "The manual pages, made from what the commands say of themselves",
                         "  sss manual log | man -l -                    reads one\n"
                         "  sss manual --into ~/.local/share/man/man1    writes all of them, for `man sss`");
    command.add_option("COMMAND", options->command, "Whose page; without, the page of sss itself");
    command.add_option("--into", options->folder, "Write every page into this folder, made where it is missing")
        ->type_name("DIR");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_manual(*options, line, surroundings);
        };
    });
}

}  // namespace sss
