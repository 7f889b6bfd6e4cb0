#include "commands/add_words.hpp"

#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "work/change/field_values.hpp"

#include <algorithm>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

/// The command's own option of this name ("--dry-run", "-C"), or nullptr.
CLI::Option* own_option(CLI::App& command, std::string const& name)
{
    return command.get_option_no_throw(name);
}

/// Words are taken one by one from the front.
class AddWords {
public:
    explicit AddWords(std::vector<std::string> const& words) : words_(words) {}

    bool empty() const { return at_ == words_.size(); }
    std::string const& take() { return words_[at_++]; }
    /// Whether the next word may be a value: none that begins as a long option does.
    bool value_follows() const { return !empty() && !words_[at_].starts_with("--"); }

private:
    std::vector<std::string> const& words_;
    std::size_t at_ = 0;
};

void hand_over(CLI::Option& option, std::string const& name, std::optional<std::string> value, AddWords& words,
               AddRequest& request)
{
    auto const flag = option.get_items_expected_max() == 0;
    if (!flag && !value) {
        if (!words.value_follows()) return request.problems.push_back(fmt::format("{} needs a value", name));
        value = words.take();
    }
    option.clear();
    option.add_result(value.value_or("true"));
    option.run_callback();
}

/// What an option takes, in the place of its value: "TEXT", "DATE", "ORGANISATION".
std::string value_name(Field const& field)
{
    if (!field.references.empty()) {
        auto name = fmt::format("{}", fmt::join(field.references, "|"));
        std::ranges::transform(name, name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
        return name;
    }
    if (!field.choices.empty()) return "CHOICE";
    switch (field.type == FieldType::array ? field.item_type : field.type) {
        case FieldType::integer: return "WHOLE-NUMBER";
        case FieldType::number: return "NUMBER";
        case FieldType::boolean: return "true|false";
        case FieldType::date: return "DATE";
        case FieldType::table: return "TABLE";
        case FieldType::string: return "TEXT";
        default: return "VALUE";
    }
}

/// The keys of a list's tables: "{id, text, owner}".
std::string keys_of_items(Kind const& kind, Field const& field)
{
    std::vector<std::string_view> keys;
    auto const prefix = field.path + "[].";
    for (auto const& inner : kind.fields)
        if (inner.path.starts_with(prefix) && inner.path.find('.', prefix.size()) == std::string::npos)
            keys.push_back(std::string_view{inner.path}.substr(prefix.size()));
    return fmt::format(
        "'{{ {} = …{} }}'", keys.empty() ? "key" : keys.front(),
        keys.size() < 2 ? std::string{} : fmt::format(", {}", fmt::join(std::span{keys}.subspan(1), ", ")));
}

constexpr std::size_t help_column = 30;

std::string option_lines(Kind const& kind, Field const& field, std::size_t width)
{
    auto const tables = field.type == FieldType::array && field.item_type == FieldType::table;
    auto const several = field.type == FieldType::array ? " …" : "";
    auto text = fmt::format("  --{} {}{}", field.path, value_name(field), several);
    auto words = visible(field.description);
    if (tables) words += " Written as " + keys_of_items(kind, field);
    auto lines = wrapped(words, width - help_column);
    if (!field.choices.empty())
        for (auto& line : wrapped(fmt::format("{}", fmt::join(field.choices, ", ")), width - help_column))
            lines.push_back(std::move(line));
    auto column = display_width(text);
    auto const fits = column + 2 <= help_column;
    if (!fits && !lines.empty()) text += "\n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const blanks = i == 0 && fits ? help_column - column : help_column;
        text += std::string(blanks, ' ') + lines[i] + "\n";
    }
    return lines.empty() ? text + "\n" : text;
}

}  // namespace

AddRequest read_add_request(CLI::App& command, std::vector<std::string> const& all)
{
    AddRequest request;
    AddWords words{all};
    while (!words.empty()) {
        auto const word = words.take();
        auto const dashed = word.size() > 1 && word.front() == '-';
        if (!dashed) {
            if (request.id.empty())
                request.id = word;
            else
                request.problems.push_back(
                    fmt::format("'{}' stands alone; a text of several words needs quotes", visible(word)));
            continue;
        }
        auto const equals = word.find('=');
        auto const name = word.substr(0, equals);
        auto value = equals == std::string::npos ? std::nullopt : std::optional{word.substr(equals + 1)};
        if (auto* option = own_option(command, name)) {
            hand_over(*option, name, std::move(value), words, request);
        } else if (!word.starts_with("--")) {
            request.problems.push_back(fmt::format("'{}' is no option of `sss add`", visible(word)));
        } else if (value || words.value_follows()) {
            request.fields.emplace_back(name.substr(2), value ? *value : words.take());
        } else {
            request.problems.push_back(fmt::format("{} needs a value", visible(name)));
        }
    }
    return request;
}

std::string help_of_kind(Kind const& kind, std::size_t width)
{
    auto text = fmt::format("Usage: sss add {} [ID] [--FIELD VALUE]…\n", kind.name);
    text += fmt::format("A new record in {}/. Without ID one is made from the record's {}.\n", kind.folder,
                        kind.title_field.empty() ? "content" : kind.title_field);
    return text + help_of_fields(kind, width);
}

std::string help_of_fields(Kind const& kind, std::size_t width)
{
    std::string text;
    for (auto const required : {true, false}) {
        std::string lines;
        for (auto const& field : kind.fields) {
            auto const container = field.type == FieldType::table && has_members(kind, field);
            if (is_settable(field) && !container && always_required(kind, field) == required)
                lines += option_lines(kind, field, width);
        }
        if (!lines.empty()) text += fmt::format("\n{}:\n{}", required ? "Required" : "Optional", lines);
    }
    for (auto const* paragraph :
         {"DATE is a day (2018-04-25), an instant (2023-04-15T06:47:00Z), or what is known: 2018-04, 2018-Q4, 2018-H2, "
          "2018, 2021-12-01/2021-12-10; ~ behind it means about.",
          "… takes several: give the option again, or, where the values are ids, choices or numbers, put commas "
          "between "
          "them.",
          "--dry-run prints the record in place of writing it. `sss add --help` shows examples."})
        text += fmt::format("\n{}\n", fmt::join(wrapped(paragraph, width), "\n"));
    return text;
}

}  // namespace sss
