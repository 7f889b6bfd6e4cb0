#include "commands/command.hpp"

#include "commands/output_name.hpp"

#include <algorithm>
#include <utility>

#include <CLI/CLI.hpp>

namespace sss {

Option Option::type_name(std::string const& name) const
{
    option_->type_name(name);
    return *this;
}

Option Option::required() const
{
    option_->required();
    return *this;
}

Option Option::one_of(std::vector<std::string> const& choices) const
{
    option_->check(CLI::IsMember(choices));
    return *this;
}

Option Option::between(int least, int most) const
{
    option_->check(CLI::Range(least, most));
    return *this;
}

Option Option::not_empty() const
{
    option_->check(
        CLI::Validator{[](std::string& file) { return file.empty() ? "names no file" : std::string{}; }, ""});
    return *this;
}

Option Option::expected(int number) const
{
    option_->expected(number);
    return *this;
}

Option Option::expected(int least, int most) const
{
    option_->expected(least, most);
    return *this;
}

Option Option::delimiter(char between_values) const
{
    option_->delimiter(between_values);
    return *this;
}

Option Option::take_all() const
{
    option_->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return *this;
}

Option Option::excludes(Option other) const
{
    option_->excludes(other.option_);
    return *this;
}

Option Option::needs(Option other) const
{
    option_->needs(other.option_);
    return *this;
}

Option Option::group(std::string const& heading) const
{
    option_->group(heading);
    return *this;
}

std::size_t Option::count() const
{
    return option_->count();
}

Option Command::add_option(std::string const& name, std::string& into, std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_option(std::string const& name, std::vector<std::string>& into,
                           std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_option(std::string const& name, std::optional<std::string>& into,
                           std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_option(std::string const& name, int& into, std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_option(std::string const& name, std::optional<int>& into, std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_option(std::string const& name, std::size_t& into, std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_option(std::string const& name, std::optional<std::size_t>& into,
                           std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_option(std::string const& name, double& into, std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_option(std::string const& name, std::optional<double>& into, std::string const& description) const
{
    return Option{*command_->add_option(name, into, description)};
}

Option Command::add_list_option(std::string const& name, std::vector<std::string>& into, std::string const& description,
                                std::string const& type) const
{
    return add_option(name, into, description)->delimiter(',').expected(1).type_name(type).take_all();
}

Option Command::add_choice(std::string const& name, std::vector<std::string> const& words,
                           std::function<void(std::size_t)> const& choose, std::string const& description) const
{
    auto const take = [words, choose](std::string const& word) {
        choose(static_cast<std::size_t>(std::ranges::find(words, word) - words.begin()));
    };
    return Option{*command_->add_option_function<std::string>(name, take, description)}.one_of(words);
}

Option Command::add_format_option(Format& into, std::vector<Format> const& among, std::string const& description) const
{
    std::vector<std::pair<std::string, Format>> choices;
    for (auto const format : among) choices.emplace_back(name_of(format), format);
    auto const option = add_choice("--format", into, choices, description).type_name("FORMAT");
    naming_->format = &into;
    naming_->among = among;
    naming_->option = &*option;
    return option;
}

void Command::settle(CLI::App const& command, Naming const& naming)
{
    if (naming.option == nullptr || naming.output == nullptr || naming.output->empty()) return;
    auto const other = std::ranges::any_of(naming.option->get_excludes(),
                                           [](CLI::Option const* option) { return option->count() > 0; });
    if (naming.option->count() > 0 || other) return;
    if (auto const format = format_by_name(*naming.output, naming.among, command.get_name())) *naming.format = *format;
}

Option Command::add_flag(std::string const& name, bool& into, std::string const& description) const
{
    return Option{*command_->add_flag(name, into, description)};
}

void Command::callback(std::function<void()> run) const
{
    command_->callback([command = command_, naming = naming_, run = std::move(run)] {
        settle(*command, *naming);
        run();
    });
}

void Command::leave_the_rest() const
{
    command_->prefix_command();
}

std::vector<std::string> Command::rest() const
{
    return command_->remaining();
}

void Command::take_help_over() const
{
    command_->set_help_flag();
}

void Command::print_help()
{
    throw CLI::CallForHelp{};
}

}  // namespace sss
