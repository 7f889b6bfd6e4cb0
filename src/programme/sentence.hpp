#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

/// What is said to people, kept as a value: a pattern in the source, and what its names stand for. The text is made
/// when it is printed, so that who decides by what is said reads values, and who words it better changes nothing but
/// words.
///
///     Sentence{"{milestone} comes before {other}", "milestone"_key = quoted(id), "other"_arg = date.text()}
namespace sss {

class Sentence;

/// What a name in a pattern stands for. Lives until the end of the expression in which it is written.
class Argument {
public:
    Argument(std::string_view name, bool identifies, std::string_view text)
        : name_(name), identifies_(identifies), text_(text)
    {}
    Argument(std::string_view name, bool identifies, Sentence const& sentence)
        : name_(name), identifies_(identifies), sentence_(&sentence)
    {}
    Argument(std::string_view name, bool identifies, char sign) : Argument(name, identifies, std::string_view{})
    {
        own_[0] = sign;
        own_size_ = 1;
    }
    Argument(std::string_view name, bool identifies, std::int64_t number);
    Argument(std::string_view name, bool identifies, std::uint64_t number);
    Argument(std::string_view name, bool identifies, double number);

private:
    friend class Sentence;
    std::string_view text() const { return own_size_ > 0 ? std::string_view{own_.data(), own_size_} : text_; }

    std::string_view name_;
    bool identifies_;
    std::string_view text_;
    Sentence const* sentence_ = nullptr;
    std::array<char, 31> own_;  ///< of a number
    std::uint8_t own_size_ = 0;
};

namespace sentence_parts {

/// A name as a part of a type, so that a pattern that lacks it does not compile.
template <std::size_t N>
struct Name {
    // NOLINTNEXTLINE(google-explicit-constructor): a literal
    consteval Name(char const (&literal)[N])
    {
        for (std::size_t i = 0; i < N; ++i) letters[i] = literal[i];
    }
    constexpr std::string_view view() const { return {letters, N - 1}; }

    char letters[N]{};
};

template <Name name, bool identifies>
struct Given : Argument {
    using Argument::Argument;
    static constexpr auto called = name;
    static constexpr bool is_key = identifies;
};

template <Name name, bool identifies>
struct Giver {
    template <typename Value>
    Given<name, identifies> operator=(Value const& value) const
    {
        if constexpr (std::convertible_to<Value const&, std::string_view>)
            return {name.view(), identifies, std::string_view{value}};
        else if constexpr (std::same_as<Value, char> || std::same_as<Value, Sentence>)
            return {name.view(), identifies, value};
        else if constexpr (std::signed_integral<Value>)
            return {name.view(), identifies, static_cast<std::int64_t>(value)};
        else if constexpr (std::unsigned_integral<Value>)
            return {name.view(), identifies, static_cast<std::uint64_t>(value)};
        else
            return {name.view(), identifies, static_cast<double>(value)};
    }
};

/// The length of the name that begins behind a brace at `at`; npos where it does not end.
constexpr std::size_t name_length(std::string_view pattern, std::size_t at)
{
    auto const end = pattern.find('}', at);
    return end == std::string_view::npos ? end : end - at;
}

/// A literal that names what it is given: each of its names, and nothing that it would not say, unless it identifies.
template <typename... Arguments>
struct Pattern {
    template <std::size_t N>
    // NOLINTNEXTLINE(google-explicit-constructor): a literal
    consteval Pattern(char const (&literal)[N]) : text(literal)
    {
        std::string_view const all{literal, N - 1};
        std::array<bool, sizeof...(Arguments) + 1> said{};
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (all[at] == '}') throw "a brace closes nothing";
            if (all[at] != '{') continue;
            auto const length = name_length(all, at + 1);
            if (length == std::string_view::npos) throw "a brace is not closed";
            auto const name = all.substr(at + 1, length);
            std::size_t index = 0;
            auto found = false;
            ((found = found || (name == Arguments::called.view() ? (said[index] = true) : (++index, false))), ...);
            if (!found) throw "the pattern has a name that is not given";
            at += length + 1;
        }
        std::size_t index = 0;
        ((said[index++] || Arguments::is_key ? void() : throw "what is given is not said"), ...);
    }

    char const* text;
};

}  // namespace sentence_parts

inline namespace sentence_literals {

/// `"id"_key = …`: what a sentence is about. The same sentence with another one says something else.
template <sentence_parts::Name name>
consteval sentence_parts::Giver<name, true> operator""_key()
{
    return {};
}

/// `"line"_arg = …`: what is merely told. It may change while the matter stays the same.
template <sentence_parts::Name name>
consteval sentence_parts::Giver<name, false> operator""_arg()
{
    return {};
}

}  // namespace sentence_literals

class Sentence {
public:
    Sentence() = default;

    /// @param pattern    a literal; `{name}` is what the argument of that name says
    /// @param arguments  each name of the pattern, and whatever else tells this sentence from others
    template <typename... Arguments>
    requires(sizeof...(Arguments) > 0 && (std::derived_from<Arguments, Argument> && ...))
        Sentence(std::type_identity_t<sentence_parts::Pattern<Arguments...>> pattern, Arguments const&... arguments)
        : pattern_(pattern.text)
    {
        take({&arguments...});
    }

    /// A literal without names.
    template <std::size_t N>
    // NOLINTNEXTLINE(google-explicit-constructor): a literal
    Sentence(char const (&words)[N]) : pattern_(words)
    {}

    /// A text that is not ours to word: of a library, or of who wrote a schema.
    static Sentence quoting(std::string_view text);

    bool empty() const { return pattern_[0] == '\0'; }

    /// What is said, in English.
    std::string text() const;

    /// The same as a sentence of its own: with a capital letter, and a full stop where it has no mark.
    std::string whole() const;

    /// Adds what identifies this sentence: names and values, not words.
    void add_identity(std::string& identity) const;

    /// The same, with other values: `change` is given each by its name.
    Sentence with_values(std::function<std::string(std::string_view name, std::string_view value)> const& change) const;

private:
    void take(std::initializer_list<Argument const*> arguments);
    void put(std::string_view name, bool identifies, bool nested, std::string_view value);
    static void say(std::string& into, char const* pattern, std::string_view given);
    static void identify(std::string& into, std::string_view given);

    char const* pattern_ = "";
    std::string given_;  ///< the arguments one after another: thousands of findings are kept
};

/// Whether the same is said, to the letter.
bool operator==(Sentence const& a, Sentence const& b);

}  // namespace sss
