#include "support/shell_word.hpp"

#include "support/utf8.hpp"

#include <algorithm>

namespace sss {

namespace {

constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,+@%";

}  // namespace

std::string shell_word(std::string_view text)
{
    if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos) return std::string{text};
    std::string word = "'";
    for (auto const c : visible(text)) {
        if (c == '\'')
            word += "'\\''";
        else
            word += c;
    }
    return word + "'";
}

std::string shell_arguments(std::span<std::string const> texts)
{
    std::string line;
    for (auto const& text : texts) line += ' ' + shell_word(text);
    return line;
}

std::optional<std::vector<std::string>> shell_words(std::string_view line)
{
    std::vector<std::string> words;
    auto within = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        auto const c = line[i];
        if (c == ' ') {
            within = false;
            continue;
        }
        if (!within) words.emplace_back();
        within = true;
        if (c == '\'') {
            auto const end = line.find('\'', i + 1);
            if (end == std::string_view::npos) return std::nullopt;
            words.back() += line.substr(i + 1, end - i - 1);
            i = end;
        } else if (line.substr(i).starts_with("\\'")) {
            words.back() += '\'';
            ++i;
        } else if (plain.find(c) != std::string_view::npos) {
            words.back() += c;
        } else {
            return std::nullopt;
        }
    }
    return words;
}

}  // namespace sss
