#include "render/markdown_text.hpp"

#include "support/utf8.hpp"

#include <algorithm>

namespace sss {

namespace {

constexpr std::string_view word_joiner = "\u2060";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string on_one_line(std::string_view text)
{
    std::string line;
    for (auto const c : text) {
        if (c != '\n' && c != '\r' && c != '\t' && c != ' ')
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return visible(line);
}

/// At the beginning of a block these would make a list or a rule of it.
bool opens_block(std::string_view text, std::size_t at)
{
    if (at == 0) return text[0] == '-' || text[0] == '+' || text[0] == '=';
    auto const digits = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), is_digit);
    return digits && (text[at] == '.' || text[at] == ')');
}

bool www(std::string_view text, std::size_t dot)
{
    if (dot < 3) return false;
    return std::ranges::all_of(text.substr(dot - 3, 3), [](char c) { return c == 'w' || c == 'W'; });
}

}  // namespace

std::string markdown_text(std::string_view text)
{
    auto const line = on_one_line(text);
    std::string_view const view{line};
    std::string out;
    for (std::size_t i = 0; i < view.size(); ++i) {
        auto const c = view[i];
        auto const acts = std::string_view{"\\`*_{}[]<>|~#&!$"}.find(c) != std::string_view::npos;
        auto const address = (c == ':' && view.substr(i + 1).starts_with("//")) || (c == '.' && www(view, i));
        if (acts || address || opens_block(view, i)) out += '\\';
        out += c;
        auto const next = i + 1 < view.size() ? view[i + 1] : ' ';
        if ((c == '@' && (is_letter(next) || is_digit(next))) || (c == '#' && is_digit(next))) out += word_joiner;
        if (c == '-' && i >= 2 && is_digit(next) && (view.substr(i - 2, 2) == "GH" || view.substr(i - 2, 2) == "gh"))
            out += word_joiner;
    }
    return out;
}

}  // namespace sss
