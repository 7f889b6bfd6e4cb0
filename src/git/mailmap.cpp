#include "git/mailmap.hpp"

#include <algorithm>
#include <utility>

namespace sss::git {
namespace {

bool is_mailmap_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

std::string_view without_blanks_around(std::string_view text)
{
    while (!text.empty() && is_mailmap_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_mailmap_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string without_case(std::string_view text)
{
    std::string plain{text};
    for (auto& c : plain)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return plain;
}

struct Person {
    std::optional<std::string_view> name;
    std::string_view email;
};

/// "Name <address>" from the beginning of what is left of a line; nothing where no address follows.
std::optional<Person> take_person(std::string_view& rest, bool without_address)
{
    auto const open = rest.find('<');
    if (open == std::string_view::npos) return std::nullopt;
    auto const close = rest.find('>', open + 1);
    if (close == std::string_view::npos || (!without_address && close == open + 1)) return std::nullopt;
    Person person;
    if (auto const name = without_blanks_around(rest.substr(0, open)); !name.empty()) person.name = name;
    person.email = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(close + 1);
    return person;
}

}  // namespace

Mailmap::Mailmap(std::string_view text)
{
    auto const keep = [](std::optional<std::string>& into, std::optional<std::string_view> value) {
        if (value) into = std::string{*value};
    };
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.starts_with('#')) continue;
        auto const proper = take_person(line, false);
        if (!proper) continue;
        if (auto const old = take_person(line, true)) {
            auto& entry = entries_[without_case(old->email)];
            auto& into = old->name   ? entry.by_name[without_case(*old->name)]
                         : entry.any ? *entry.any
                                     : entry.any.emplace();
            keep(into.name, proper->name);
            keep(into.email, proper->email);
        } else {
            auto& entry = entries_[without_case(proper->email)];
            keep(entry.any ? entry.any->name : entry.any.emplace().name, proper->name);
        }
    }
}

void Mailmap::apply(std::string& name, std::string& email) const
{
    auto const found = entries_.find(without_case(email));
    if (found == entries_.end()) return;
    auto const& entry = found->second;
    auto const named = entry.by_name.find(without_case(name));
    auto const* proper = named != entry.by_name.end() ? &named->second : entry.any ? &*entry.any : nullptr;
    if (proper == nullptr) return;
    if (proper->name) name = *proper->name;
    if (proper->email) email = *proper->email;
}

}  // namespace sss::git
