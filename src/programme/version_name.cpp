#include "programme/version_name.hpp"

#include "support/natural_order.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sss {

namespace {

constexpr std::array<std::string_view, 10> early{"alpha", "a", "beta", "b", "rc", "c", "m", "preview", "pre", "dev"};
constexpr std::array<std::string_view, 3> late{"post", "patch", "hotfix"};

bool is_decimal(char c)
{
    return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool separates(char c)
{
    return c == '.' || c == '-' || c == '_';
}

std::string small(std::string_view text)
{
    std::string result{text};
    for (auto& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// The letters at the beginning: "rc" of "rc10".
std::string_view first_word(std::string_view suffix)
{
    return suffix.substr(0,
                         static_cast<std::size_t>(std::ranges::find_if_not(suffix, is_ascii_letter) - suffix.begin()));
}

/// "rc1", "beta.2": a usual word and nothing but a number behind it.
bool is_usual(std::string_view suffix)
{
    auto const word = first_word(suffix);
    auto rest = suffix.substr(word.size());
    if (!rest.empty() && separates(rest.front())) rest.remove_prefix(1);
    return (std::ranges::find(early, word) != early.end() || std::ranges::find(late, word) != late.end()) &&
           std::ranges::all_of(rest, is_decimal);
}

/// The version that begins at the text's beginning and takes all of it.
/// @param marked  a `v` stands before it
std::optional<VersionName> whole(std::string_view text, bool marked)
{
    VersionName version;
    auto rest = text.substr(0, text.find('+'));
    while (!rest.empty() && is_decimal(rest.front())) {
        auto const end = std::ranges::find_if_not(rest, is_decimal);
        auto digits = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
        rest.remove_prefix(digits.size());
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
        version.numbers.emplace_back(digits);
        if (rest.size() >= 2 && separates(rest[0]) && is_decimal(rest[1])) rest.remove_prefix(1);
    }
    if (version.numbers.empty()) return std::nullopt;
    if (rest.empty()) return version;
    auto const attached = is_ascii_letter(rest.front());
    if (!attached) {
        if (!separates(rest.front()) && rest.front() != '~') return std::nullopt;
        rest.remove_prefix(1);
    }
    version.suffix = small(rest);
    if (version.suffix.empty()) return std::nullopt;
    auto const any_suffix = !attached && (marked || version.numbers.size() > 1);
    if (!any_suffix && !is_usual(version.suffix)) return std::nullopt;
    version.later = std::ranges::find(late, first_word(version.suffix)) != late.end();
    return version;
}

}  // namespace

std::optional<VersionName> read_version(std::string_view name)
{
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (!is_decimal(name[at])) continue;
        auto const marked = at > 0 && (name[at - 1] == 'v' || name[at - 1] == 'V') &&
                            (at == 1 || separates(name[at - 2]) || name[at - 2] == '/');
        auto const begins = at == 0 || marked || separates(name[at - 1]) || name[at - 1] == '/';
        if (!begins) continue;
        auto version = whole(name.substr(at), marked);
        if (!version) continue;
        version->family = small(name.substr(0, marked ? at - 1 : at));
        return version;
    }
    return std::nullopt;
}

std::strong_ordering version_order(VersionName const& a, VersionName const& b)
{
    static std::string const nought{"0"};
    for (std::size_t i = 0; i < std::max(a.numbers.size(), b.numbers.size()); ++i) {
        auto const& left = i < a.numbers.size() ? a.numbers[i] : nought;
        auto const& right = i < b.numbers.size() ? b.numbers[i] : nought;
        if (auto const order = natural_order(left, right); order != 0) return order;
    }
    auto const rank = [](VersionName const& one) { return one.suffix.empty() ? 0 : one.later ? 1 : -1; };
    if (auto const order = rank(a) <=> rank(b); order != 0) return order;
    return natural_order(a.suffix, b.suffix);
}

}  // namespace sss
