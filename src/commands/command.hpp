#pragma once

#include "print/format.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// CLI11 costs a unit eight seconds: it is included where the tree of commands is looked into, and nowhere else.
namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sss {

/// An option or an argument of a command, to be described further: a handle, valid as long as the command line is.
class Option {
public:
    explicit Option(CLI::Option& option) : option_(&option) {}

    /// So that what is said of an option stands one below the other, as with the library.
    Option const* operator->() const { return this; }
    CLI::Option& operator*() const { return *option_; }

    /// What --help calls a value: "FILE"; empty: no name at all.
    Option type_name(std::string const& name) const;
    Option required() const;
    Option one_of(std::vector<std::string> const& choices) const;
    Option between(int least, int most) const;
    Option not_empty() const;  ///< what is given names a file
    /// How many values it takes.
    Option expected(int number) const;
    Option expected(int least, int most) const;
    Option delimiter(char between_values) const;
    Option take_all() const;  ///< may be given again; else the last one counts
    Option excludes(Option other) const;
    Option needs(Option other) const;
    /// The heading in --help under which it stands.
    Option group(std::string const& heading) const;

    /// How often it stands on the command line that was parsed.
    std::size_t count() const;

private:
    CLI::Option* option_;
};

/// A command as its file declares it: a handle, valid as long as the command line is.
class Command {
public:
    explicit Command(CLI::App& command) : command_(&command), naming_(std::make_shared<Naming>()) {}
    /// @param output  the file of -o, as it stands when the line is parsed: its ending chooses the format
    Command(CLI::App& command, std::string const& output) : Command(command) { naming_->output = &output; }

    CLI::App& operator*() const { return *command_; }

    /// An option ("-o,--output") or an argument ("ID"), read into what is given here when the line is parsed.
    Option add_option(std::string const& name, std::string& into, std::string const& description = {}) const;
    Option add_option(std::string const& name, std::vector<std::string>& into,
                      std::string const& description = {}) const;
    Option add_option(std::string const& name, std::optional<std::string>& into, std::string const& description) const;
    Option add_option(std::string const& name, int& into, std::string const& description) const;
    Option add_option(std::string const& name, std::optional<int>& into, std::string const& description) const;
    Option add_option(std::string const& name, std::size_t& into, std::string const& description) const;
    Option add_option(std::string const& name, std::optional<std::size_t>& into, std::string const& description) const;
    Option add_option(std::string const& name, double& into, std::string const& description) const;
    Option add_option(std::string const& name, std::optional<double>& into, std::string const& description) const;
    /// Values with commas between them, or given again.
    /// @param type  what --help calls a value: "ID"
    Option add_list_option(std::string const& name, std::vector<std::string>& into, std::string const& description,
                           std::string const& type) const;
    /// One of these words, each of which means a value of ours.
    template <typename T>
    Option add_choice(std::string const& name, T& into, std::vector<std::pair<std::string, T>> const& choices,
                      std::string const& description) const
    {
        std::vector<std::string> words;
        for (auto const& [word, value] : choices) words.push_back(word);
        return add_choice(
            name, words, [&into, choices](std::size_t chosen) { into = choices[chosen].second; }, description);
    }
    /// --format: one of these. Where it is not given, and no option that excludes it is, the ending of -o chooses one,
    /// or is refused.
    Option add_format_option(Format& into, std::vector<Format> const& among, std::string const& description) const;
    Option add_flag(std::string const& name, bool& into, std::string const& description) const;

    /// Runs when the line is parsed and this command was chosen.
    void callback(std::function<void()> run) const;
    /// What stands behind the arguments is left to the command itself, its own options among it.
    void leave_the_rest() const;
    std::vector<std::string> rest() const;
    /// The command answers --help by itself; `print_help` is for where it does as others do.
    void take_help_over() const;
    [[noreturn]] static void print_help();

private:
    Option add_choice(std::string const& name, std::vector<std::string> const& words,
                      std::function<void(std::size_t)> const& choose, std::string const& description) const;

    /// What the name of the result's file decides, where no --format is given.
    struct Naming {
        std::string const* output = nullptr;
        Format* format = nullptr;
        std::vector<Format> among = {};
        CLI::Option* option = nullptr;
    };
    static void settle(CLI::App const& command, Naming const& naming);

    CLI::App* command_;
    std::shared_ptr<Naming> naming_;
};

}  // namespace sss
