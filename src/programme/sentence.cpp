#include "programme/sentence.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>

#include <fmt/format.h>

namespace sss {
namespace {

/// What stands before the name and the value of an argument, where arguments are kept one after another.
struct Head {
    std::uint32_t value_size;
    std::uint8_t name_size;
    bool identifies;
    bool nested;  ///< the value is a sentence: its pattern's address, then its arguments
};

struct Entry {
    Head head;
    std::string_view name;
    std::string_view value;
};

/// Takes the first argument off.
std::optional<Entry> next(std::string_view& given)
{
    if (given.empty()) return std::nullopt;
    Entry entry{};
    std::memcpy(&entry.head, given.data(), sizeof(Head));
    given.remove_prefix(sizeof(Head));
    entry.name = given.substr(0, entry.head.name_size);
    given.remove_prefix(entry.head.name_size);
    entry.value = given.substr(0, entry.head.value_size);
    given.remove_prefix(entry.head.value_size);
    return entry;
}

char const* pattern_in(std::string_view nested)
{
    char const* pattern = nullptr;
    std::memcpy(&pattern, nested.data(), sizeof pattern);
    return pattern;
}

std::string nested_value(char const* pattern, std::string_view given)
{
    std::string value(sizeof pattern, '\0');
    std::memcpy(value.data(), &pattern, sizeof pattern);
    return value.append(given);
}

template <std::size_t N, typename Number>
std::uint8_t write_number(std::array<char, N>& into, Number number)
{
    auto const result = fmt::format_to_n(into.data(), into.size(), "{}", number);
    return static_cast<std::uint8_t>(std::min(result.size, into.size()));
}

}  // namespace

Argument::Argument(std::string_view name, bool identifies, std::int64_t number)
    : Argument(name, identifies, std::string_view{})
{
    own_size_ = write_number(own_, number);
}

Argument::Argument(std::string_view name, bool identifies, std::uint64_t number)
    : Argument(name, identifies, std::string_view{})
{
    own_size_ = write_number(own_, number);
}

Argument::Argument(std::string_view name, bool identifies, double number)
    : Argument(name, identifies, std::string_view{})
{
    own_size_ = write_number(own_, number);
}

Sentence Sentence::quoting(std::string_view text)
{
    return text.empty() ? Sentence{} : Sentence{"{text}", "text"_key = text};
}

void Sentence::take(std::initializer_list<Argument const*> arguments)
{
    std::size_t size = 0;
    for (auto const* argument : arguments)
        size += sizeof(Head) + argument->name_.size() +
                (argument->sentence_ == nullptr ? argument->text().size()
                                                : sizeof(char const*) + argument->sentence_->given_.size());
    given_.reserve(size);
    for (auto const* argument : arguments) {
        auto const* sentence = argument->sentence_;
        put(argument->name_, argument->identifies_, sentence != nullptr,
            sentence == nullptr ? argument->text() : nested_value(sentence->pattern_, sentence->given_));
    }
}

void Sentence::put(std::string_view name, bool identifies, bool nested, std::string_view value)
{
    Head const head{static_cast<std::uint32_t>(value.size()), static_cast<std::uint8_t>(name.size()), identifies,
                    nested};
    char bytes[sizeof head];
    std::memcpy(bytes, &head, sizeof head);
    given_.append(bytes, sizeof head).append(name).append(value);
}

void Sentence::say(std::string& into, char const* pattern, std::string_view given)
{
    std::string_view left{pattern};
    while (!left.empty()) {
        auto const brace = given.empty() ? std::string_view::npos : left.find('{');
        into += left.substr(0, brace);
        if (brace == std::string_view::npos) return;
        auto const name = left.substr(brace + 1, sentence_parts::name_length(left, brace + 1));
        left.remove_prefix(brace + name.size() + 2);
        auto rest = given;
        while (auto const entry = next(rest)) {
            if (entry->name != name) continue;
            if (entry->head.nested)
                say(into, pattern_in(entry->value), entry->value.substr(sizeof(char const*)));
            else
                into += entry->value;
            break;
        }
    }
}

std::string Sentence::text() const
{
    std::string text;
    say(text, pattern_, given_);
    return text;
}

std::string Sentence::whole() const
{
    auto whole = text();
    if (whole.empty()) return whole;
    if (whole.front() >= 'a' && whole.front() <= 'z') whole.front() = static_cast<char>(whole.front() - 'a' + 'A');
    if (whole.back() != '.' && whole.back() != '?') whole += '.';
    return whole;
}

void Sentence::identify(std::string& into, std::string_view given)
{
    while (auto const entry = next(given)) {
        if (entry->head.nested)
            identify(into, entry->value.substr(sizeof(char const*)));
        else if (entry->head.identifies)
            into.append(1, '\0').append(entry->name).append(1, '=').append(entry->value);
    }
}

void Sentence::add_identity(std::string& identity) const
{
    identify(identity, given_);
}

Sentence Sentence::with_values(
    std::function<std::string(std::string_view name, std::string_view value)> const& change) const
{
    Sentence changed;
    changed.pattern_ = pattern_;
    std::string_view left{given_};
    while (auto const entry = next(left)) {
        if (entry->head.nested) {
            Sentence within;
            within.pattern_ = pattern_in(entry->value);
            within.given_ = entry->value.substr(sizeof(char const*));
            within = within.with_values(change);
            changed.put(entry->name, entry->head.identifies, true, nested_value(within.pattern_, within.given_));
        } else {
            changed.put(entry->name, entry->head.identifies, false, change(entry->name, entry->value));
        }
    }
    return changed;
}

bool operator==(Sentence const& a, Sentence const& b)
{
    return a.text() == b.text();
}

}  // namespace sss
