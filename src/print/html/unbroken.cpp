#include "print/html/unbroken.hpp"

#include <algorithm>
#include <array>

namespace sss {

namespace {

constexpr std::string_view no_break = "\u00a0";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What may stand before a number without a space: a sign, a bracket.
std::string_view without_sign(std::string_view word)
{
    for (auto changed = true; changed;) {
        changed = false;
        for (std::string_view const sign : {"(", "+", "-", "~", "<", ">", "\u2212", "\u2013", "\u201c"})
            if (word.starts_with(sign)) {
                word.remove_prefix(sign.size());
                changed = true;
            }
    }
    return word;
}

bool is_number(std::string_view word)
{
    constexpr std::string_view dash = "\u2013";
    if (auto const last = word.rfind(dash); last != std::string_view::npos) word.remove_prefix(last + dash.size());
    word = without_sign(word);
    auto const plain = [](char c) { return is_digit(c) || c == ',' || c == '.' || c == ':'; };
    return !word.empty() && is_digit(word.front()) && is_digit(word.back()) && std::ranges::all_of(word, plain) &&
           std::ranges::count(word, '.') <= 1;
}

/// Four digits and what ends a phrase behind them.
bool is_year(std::string_view word)
{
    constexpr std::size_t digits = 4;
    if (word.size() < digits || !std::all_of(word.begin(), word.begin() + digits, is_digit)) return false;
    return word.size() == digits || !(is_digit(word[digits]) || is_letter(word[digits]));
}

bool belong_together(std::string_view before, std::string_view after)
{
    constexpr std::array<std::string_view, 3> counted{"week", "Week", "day"};
    if (before.empty() || after.empty()) return false;
    if (after.front() == '%') return true;
    if (is_number(before)) return !is_year(before) && is_letter(after.front());
    if (is_year(after)) return is_letter(before.back()) || is_digit(before.back());
    return std::ranges::find(counted, before) != counted.end() && is_digit(after.front());
}

}  // namespace

std::string unbroken(std::string_view text)
{
    std::string firm;
    std::size_t begin = 0;  // of the word before the space that is looked at
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ' ') {
            firm += text[i];
            continue;
        }
        auto const rest = text.substr(i + 1);
        auto const joined =
            belong_together(text.substr(begin, i - begin), rest.substr(0, std::min(rest.find(' '), rest.size())));
        firm += joined ? no_break : " ";
        begin = i + 1;
    }
    return firm;
}

}  // namespace sss
