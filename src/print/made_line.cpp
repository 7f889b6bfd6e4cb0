#include "print/made_line.hpp"

#include "support/shell_word.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss {

namespace {

constexpr std::string_view opening = "Made by sss ";
constexpr std::string_view from_commit = " from commit ";

std::string without_returns(std::string_view text)
{
    std::string plain{text};
    std::erase(plain, '\r');
    return plain;
}

bool is_message(std::string_view report)
{
    auto const colon = report.find_first_of(":\n");
    if (colon == std::string_view::npos || colon == 0 || report[colon] != ':') return false;
    auto const name = report.substr(0, colon);
    return name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-") == std::string_view::npos &&
           report.find("\nMIME-Version:") != std::string_view::npos;
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/// Quoted-printable (RFC 2045, section 6.7), undone.
std::string unquoted(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '=' && i + 1 < text.size() && text[i + 1] == '\n') {
            ++i;
        } else if (text[i] == '=' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0)
        {
            plain += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

/// The text of a page: tags are gone, and what HTML writes as `&amp;` and the like is itself again.
std::string text_of_page(std::string_view page)
{
    constexpr std::array<std::pair<std::string_view, char>, 6> entities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}}};
    std::string text;
    for (std::size_t i = 0; i < page.size();) {
        if (page[i] == '<') {
            i = std::min(page.find('>', i), page.size() - 1) + 1;
            continue;
        }
        auto const* const entity =
            std::ranges::find_if(entities, [&](auto const& one) { return page.substr(i).starts_with(one.first); });
        text += entity == entities.end() ? page[i] : entity->second;
        i += entity == entities.end() ? 1 : entity->first.size();
    }
    return text;
}

/// Without the colours of a terminal.
std::string without_colour(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\033[")) {
            i = std::min(text.find('m', i), text.size() - 1);
            continue;
        }
        plain += text[i];
    }
    return plain;
}

/// The last one that begins a line, up to the end of its command; empty where there is none.
std::string_view last_made(std::string_view text)
{
    for (auto at = text.rfind(opening); at != std::string_view::npos; at = text.rfind(opening, at - 1)) {
        // Looked at backwards and no further than the blanks go: a file of 32 MB may be one line full of these words.
        auto const before = text.substr(0, at).find_last_not_of(" \t\r");
        if (before == std::string_view::npos || text[before] == '\n') return text.substr(at);
        if (at == 0) break;
    }
    return {};
}

/// One line again: a command that was broken over several lines ends each but the last in a backslash. Blanks within a
/// line are the command's own.
std::string made_on_one_line(std::string_view made)
{
    auto const command = made.find("sss report");
    auto end = command == std::string_view::npos ? made.size() : made.find('\n', command);
    while (end != std::string_view::npos && end < made.size() && made[end - 1] == '\\') end = made.find('\n', end + 1);
    made = made.substr(0, end);
    std::string line;
    while (!made.empty()) {
        auto part = made.substr(0, made.find('\n'));
        made.remove_prefix(std::min(made.size(), part.size() + 1));
        if (part.ends_with('\\')) part.remove_suffix(1);
        part = trimmed(part);
        if (!line.empty() && !part.empty()) line += ' ';
        line += part;
    }
    return line;
}

bool is_commit(std::string_view text)
{
    return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// " with git's replacements A=B, C=D", or nothing; false where it is anything else.
bool read_replaced(std::vector<std::string>& into, std::string_view text)
{
    if (text.empty()) return true;
    constexpr std::string_view beginning = " with git's replacements ";
    if (!text.starts_with(beginning)) return false;
    for (text.remove_prefix(beginning.size()); !text.empty();) {
        auto const one = text.substr(0, text.find(", "));
        text.remove_prefix(std::min(text.size(), one.size() + 2));
        into.emplace_back(one);
    }
    return !into.empty();
}

std::optional<PublishedMade> from_text(std::string_view text, std::string format)
{
    auto line = made_on_one_line(last_made(text));
    if (format == "markdown") std::erase(line, '`');
    auto const from = line.find(from_commit);
    auto const colon = line.find(": ");
    if (line.empty() || from == std::string::npos || colon == std::string::npos || colon < from) return std::nullopt;
    PublishedMade made;
    made.format = std::move(format);
    made.version = line.substr(opening.size(), from - opening.size());
    auto const told = std::string_view{line}.substr(from + from_commit.size(), colon - from - from_commit.size());
    made.commit = told.substr(0, 40);
    if (!read_replaced(made.replaced, told.substr(made.commit.size()))) return std::nullopt;
    auto words = shell_words(std::string_view{line}.substr(colon + 2));
    if (!words || words->size() < 2 || words->front() != "sss" || !is_commit(made.commit)) return std::nullopt;
    made.arguments.assign(words->begin() + 1, words->end());
    return made;
}

/// Keeps what a report says of its making and nothing else of the file: a file of anyone's may hold anything, as
/// millions of brackets within each other.
class MadeInJson : public nlohmann::json_sax<nlohmann::json> {
public:
    std::optional<std::string> version, commit, command;
    std::vector<std::string> replaced;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, string_t const&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool string(string_t& text) override
    {
        if (depth_ == 1 && key_ == "commit") commit = text;
        if (depth_ == 2 && in_made_ && key_ == "version") version = text;
        if (depth_ == 2 && in_made_ && key_ == "command") command = text;
        if (depth_ == 3 && in_replaced_) replaced.push_back(text);
        return true;
    }
    bool key(string_t& name) override
    {
        if (depth_ <= 2) key_ = name;
        return true;
    }
    bool start_object(std::size_t) override
    {
        if (depth_ == 1) in_made_ = key_ == "made";
        if (depth_ == 2) in_replaced_ = false;
        ++depth_;
        return true;
    }
    bool end_object() override
    {
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override
    {
        if (depth_ == 1) in_made_ = false;
        if (depth_ == 2) in_replaced_ = in_made_ && key_ == "replaced";
        ++depth_;
        return true;
    }
    bool end_array() override { return end_object(); }
    bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const&) override { return false; }

private:
    std::size_t depth_ = 0;
    std::string key_;
    bool in_made_ = false;
    bool in_replaced_ = false;
};

std::optional<PublishedMade> from_json(std::string_view report)
{
    MadeInJson made;
    if (!nlohmann::json::sax_parse(report, &made) || !made.version || !made.commit || !made.command)
        return std::nullopt;
    auto words = shell_words(*made.command);
    if (!words || words->size() < 2 || words->front() != "sss" || !is_commit(*made.commit)) return std::nullopt;
    PublishedMade read{"json", *made.version, *made.commit, {words->begin() + 1, words->end()}};
    read.replaced = std::move(made.replaced);
    return read;
}

}  // namespace

std::string command_line_of(std::vector<std::string> const& arguments)
{
    return "sss" + shell_arguments(arguments);
}

std::string wrapped_command(std::vector<std::string> const& arguments, std::size_t width)
{
    constexpr std::string_view indent = "    ";
    std::string out = "sss";
    auto taken = out.size();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        auto part = shell_word(arguments[i]);
        // An option and its value stay together.
        if (arguments[i].starts_with("--") && i + 1 < arguments.size() && !arguments[i + 1].starts_with("--"))
            part += ' ' + shell_word(arguments[++i]);
        auto const room = i + 1 < arguments.size() ? width - 2 : width;  // of the backslash
        if (taken + 1 + display_width(part) > room && taken > indent.size()) {
            out += " \\\n" + std::string{indent} + part;
            taken = indent.size() + display_width(part);
        } else {
            out += ' ' + part;
            taken += 1 + display_width(part);
        }
    }
    return out;
}

std::optional<PublishedMade> read_made(std::string_view report)
{
    if (report.starts_with("\xEF\xBB\xBF")) report.remove_prefix(3);
    auto const text = without_returns(report);
    auto const begin = trimmed(text);
    if (begin.starts_with('{'))
        if (auto made = from_json(begin)) return made;
    if (is_message(begin)) {
        auto const body = unquoted(begin);
        return from_text(std::string_view{body}.substr(0, body.rfind("<!DOCTYPE html>")), "eml");
    }
    if (begin.starts_with("<!DOCTYPE html>")) return from_text(text_of_page(begin), "html");
    if (begin.starts_with("# ")) return from_text(begin, "markdown");
    return from_text(without_colour(begin), "text");
}

}  // namespace sss
