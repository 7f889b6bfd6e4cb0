#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace sss {

/// Adds an option that takes several values: with commas between them, or given again.
/// @param type  what --help calls a value: "ID"
inline CLI::Option* add_list_option(CLI::App& command, std::string const& name, std::vector<std::string>& into,
                                    std::string const& description, std::string const& type)
{
    return command.add_option(name, into, description)
        ->delimiter(',')
        ->expected(1)
        ->type_name(type)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace sss
