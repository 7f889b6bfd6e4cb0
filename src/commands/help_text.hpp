#pragma once

#include <cstddef>
#include <string>

#include <CLI/CLI.hpp>

namespace sss {

/// How `--help` looks: names of options in a column, what they do beside them, broken at the width of the terminal.
/// What an option takes is called by one word; which words it may be, and what it goes with, its sentence says.
class HelpText : public CLI::Formatter {
public:
    static constexpr std::size_t narrowest = 60, widest = 120, usual = 100;

    HelpText();
    /// @param columns  of the terminal; taken within the bounds above
    void set_width(std::size_t columns);

    std::string make_option(CLI::Option const* option, bool positional) const override;
    std::string make_subcommand(CLI::App const* command) const override;
    std::string make_description(CLI::App const* command) const override;

private:
    std::string row(std::string const& name, std::string const& text) const;

    std::size_t width_ = usual;
};

}  // namespace sss
