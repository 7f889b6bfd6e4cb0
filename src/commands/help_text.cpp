#include "commands/help_text.hpp"

#include "print/text/columns.hpp"
#include "support/utf8.hpp"

#include <algorithm>

namespace sss {

namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t name_room = 28;  ///< of a name, with the blanks around it

/// "PERIOD" of "PERIOD:{day,week}": the parser adds what it allows.
std::string plain_type(CLI::Option const& option)
{
    auto const name = option.get_type_name();
    return name.substr(0, name.find(':'));
}

}  // namespace

HelpText::HelpText()
{
    label("Positionals", "Arguments");
    column_width(name_room);
}

void HelpText::set_width(std::size_t columns)
{
    width_ = std::clamp(columns, narrowest, widest);
}

std::string HelpText::row(std::string const& name, std::string const& text) const
{
    std::string const margin(indent, ' '), beside(name_room, ' ');
    auto out = margin + name;
    auto const fits = indent + display_width(name) + 2 <= name_room;
    if (fits)
        out.append(name_room - indent - display_width(name), ' ');
    else if (!text.empty())
        out += '\n' + beside;
    auto first = true;
    for (auto const& line : wrapped(text, width_ - name_room)) {
        if (!first) out += '\n' + beside;
        out += line;
        first = false;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out + '\n';
}

std::string HelpText::make_option(CLI::Option const* option, bool positional) const
{
    auto name = make_option_name(option, positional);
    if (auto const comma = name.find(','); comma != std::string::npos && !positional) name.insert(comma + 1, " ");
    if (!positional && option->get_type_size() != 0 && !plain_type(*option).empty()) name += ' ' + plain_type(*option);
    if (option->get_expected_max() == CLI::detail::expected_max_vector_size && positional) name += " …";
    return row(name, make_option_desc(option));
}

std::string HelpText::make_subcommand(CLI::App const* command) const
{
    return row(command->get_display_name(true), command->get_description());
}

std::string HelpText::make_description(CLI::App const* command) const
{
    std::string out;
    for (auto const& line : wrapped(command->get_description(), width_)) out += line + '\n';
    return out;
}

}  // namespace sss
