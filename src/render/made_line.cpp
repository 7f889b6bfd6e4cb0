#include "render/made_line.hpp"

#include "support/shell_word.hpp"
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

bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string without_returns(std::string_view text)
{
    std::string plain{text};
    std::erase(plain, '\r');
    return plain;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
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
        auto const before = text.substr(0, at);
        auto const line = before.substr(before.find_last_of('\n') + 1);  // npos + 1 is 0
        if (trimmed(line).empty()) return text.substr(at);
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

std::optional<PublishedMade> from_json(std::string_view report)
{
    auto const json = nlohmann::json::parse(report, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    auto const made = json.find("made");
    auto const commit = json.find("commit");
    if (made == json.end() || !made->is_object() || commit == json.end() || !commit->is_string()) return std::nullopt;
    auto const version = made->find("version");
    auto const command = made->find("command");
    if (version == made->end() || !version->is_string() || command == made->end() || !command->is_string())
        return std::nullopt;
    auto words = shell_words(command->get<std::string>());
    if (!words || words->size() < 2 || words->front() != "sss" || !is_commit(commit->get<std::string>()))
        return std::nullopt;
    PublishedMade read{
        "json", version->get<std::string>(), commit->get<std::string>(), {words->begin() + 1, words->end()}};
    if (auto const replaced = made->find("replaced"); replaced != made->end() && replaced->is_array())
        for (auto const& one : *replaced)
            if (one.is_string()) read.replaced.push_back(one.get<std::string>());
    return read;
}

}  // namespace

std::string command_line_of(std::vector<std::string> const& arguments)
{
    std::string line = "sss";
    for (auto const& argument : arguments) line += ' ' + shell_word(argument);
    return line;
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
