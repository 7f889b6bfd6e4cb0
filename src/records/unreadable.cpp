#include "records/unreadable.hpp"

#include "records/toml_scan.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace sss {
namespace {

std::size_t start_of_line(std::string_view text, std::uint32_t number)
{
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < number && at < text.size(); ++line) {
        auto const newline = text.find('\n', at);
        at = newline == std::string_view::npos ? text.size() : newline + 1;
    }
    return at;
}

/// Behind the equals sign of `key = value`; nothing for a header.
std::optional<std::size_t> start_of_value(std::string_view text, Span const& statement)
{
    for (auto at = statement.begin; at < statement.end; ++at) {
        if (text[at] == '[' && at == statement.begin) return std::nullopt;
        if (text[at] == '=') return at + 1;
        if (text[at] == '"' || text[at] == '\'') at = end_of_string(text, at).end - 1;
    }
    return std::nullopt;
}

/// The value alone, without blanks around it and without the comment behind it.
Span value_in(std::string_view text, Span const& statement, std::size_t behind_equals)
{
    auto const begin = std::min(skip_blanks(text, behind_equals), statement.end);
    auto end = statement.end;
    auto const first = begin < end ? text[begin] : '\0';
    if (first == '"' || first == '\'') {
        if (auto const string = end_of_string(text, begin); string.closed) end = text.find('#', string.end);
    } else if (first != '[' && first != '{') {
        end = text.find('#', begin);
    }
    end = std::min(end, statement.end);
    while (end > begin && (is_blank(text[end - 1]) || text[end - 1] == '\r' || text[end - 1] == '\n')) --end;
    return {begin, end};
}

}  // namespace

Lifted lift_unreadable(std::string_view text, std::span<Finding const> problems)
{
    auto const statements = statements_of(text);
    std::set<std::size_t> wrong;
    for (auto const& problem : problems) {
        auto const at = start_of_line(text, problem.place.line);
        auto const end = end_of_line(text, at);
        for (std::size_t i = 0; i < statements.size(); ++i)
            if (statements[i].begin <= end && statements[i].end >= at) wrong.insert(i);
    }
    Lifted lifted;
    std::size_t copied = 0;
    for (auto const index : wrong) {
        auto const behind_equals = start_of_value(text, statements[index]);
        if (!behind_equals) continue;
        auto const value = value_in(text, statements[index], *behind_equals);
        auto placeholder = fmt::format("\"lifted out {}\"", index);
        while (text.find(placeholder) != std::string_view::npos) placeholder.insert(1, "_");
        lifted.text += text.substr(copied, value.begin - copied);
        auto const blank = value.begin > 0 && text[value.begin - 1] == '=';
        if (blank) lifted.text += ' ';
        lifted.text += placeholder;
        copied = value.end;
        lifted.values.push_back({placeholder, std::string{text.substr(value.begin, value.end - value.begin)}, blank});
    }
    lifted.text += text.substr(copied);
    return lifted;
}

std::string put_back(std::string text, Lifted const& lifted)
{
    for (auto const& value : lifted.values)
        if (auto const at = text.find(value.placeholder); at != std::string::npos)
            text.replace(at - (value.blank ? 1 : 0), value.placeholder.size() + (value.blank ? 1 : 0), value.original);
    return text;
}

}  // namespace sss
