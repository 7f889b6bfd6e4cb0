#pragma once

#include "words/said.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// A message is an English sentence or phrase in one piece, with a name in braces where an argument stands: "Next:
/// {title}.". The compiler compares the names with the arguments that are given.
namespace sss {

/// A quantity in prose, its thousands apart, with U+2212 for a negative one: "12", "1,304", "−3".
std::string number_text(std::int64_t number);

/// What keeps a message from being said with the arguments of these names.
enum class MessageFault : std::uint8_t {
    none,
    unclosed,     ///< a brace without its other half
    unknown,      ///< a name in it that no argument has
    unused,       ///< an argument that it does not name
    given_twice,  ///< two arguments of one name
};

/// English is judged by it when it is compiled, a translation when it is looked up.
/// @param optional  this one may be left out: "the last record" tells its number without it
constexpr MessageFault fault_in(std::string_view text, std::span<std::string_view const> names,
                                std::string_view optional = {})
{
    for (auto rest = text; !rest.empty();) {
        auto const brace = rest.find_first_of("{}");
        if (brace == std::string_view::npos) break;
        auto const end = rest.find_first_of("{}", brace + 1);
        if (rest[brace] == '}' || end == std::string_view::npos || rest[end] == '{') return MessageFault::unclosed;
        if (std::ranges::find(names, rest.substr(brace + 1, end - brace - 1)) == names.end())
            return MessageFault::unknown;
        rest.remove_prefix(end + 1);
    }
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (std::find(names.begin(), name, *name) != name) return MessageFault::given_twice;
        auto const used = [&] {
            for (auto at = text.find(*name); at != std::string_view::npos; at = text.find(*name, at + 1))
                if (at > 0 && text[at - 1] == '{' && text.substr(at + name->size()).starts_with('}')) return true;
            return false;
        };
        if (*name != optional && !used()) return MessageFault::unused;
    }
    return MessageFault::none;
}

/// The name of an argument, as a part of its type.
template <std::size_t size>
struct MessageName {
    char text[size] = {};

    consteval MessageName(char const (&name)[size])  // NOLINT(google-explicit-constructor): of a literal
    {
        std::copy_n(name, size, text);
    }
    constexpr std::string_view view() const { return {text, size - 1}; }
};

/// What stands in a message where its name does. It is finished: a name, a date, a number, or what another message
/// says. Nothing inflects it.
template <MessageName its_name>
struct MessageArgument {
    static constexpr std::string_view name = its_name.view();
    Said said;
};

/// "title"_a = as_name(title)
template <MessageName name>
struct MessagePlace {
    MessageArgument<name> operator=(Said said) const { return {std::move(said)}; }
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) MessageArgument<name>
    operator=(Number number) const { return {number_text(static_cast<std::int64_t>(number))}; }
    /// A word of ours is a message of its own.
    void operator=(char const* words) const = delete;
};

template <MessageName name>
consteval MessagePlace<name> operator""_a()
{
    return {};
}

/// Whether a message may leave its number out.
enum class Counting : bool { no, yes };

/// How the number of a message that counts is named in it.
inline constexpr std::string_view counted_name = "n";

/// A literal that fits arguments of these types. Nothing else becomes one: what is put together at run time, no program
/// that collects messages would find.
template <Counting counting, typename... Arguments>
class MessageText {
public:
    template <std::size_t size>
    consteval MessageText(char const (&text)[size])  // NOLINT(google-explicit-constructor): read as it stands
        : text_{text, size - 1}
    {
        constexpr auto counts = counting == Counting::yes && !((Arguments::name == counted_name) || ...);
        constexpr std::size_t number = sizeof...(Arguments) + (counts ? 1 : 0);
        std::string_view const names[number + 1] = {Arguments::name..., counted_name};
        switch (fault_in(text_, std::span{names, number}, counting == Counting::yes ? counted_name : "")) {
            case MessageFault::none: break;
            case MessageFault::unclosed: throw "a brace is not closed";
            case MessageFault::unknown: throw "the message has a name that is not given";
            case MessageFault::unused: throw "what is given is not said";
            case MessageFault::given_twice: throw "two arguments have the same name";
        }
    }

    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Tells one use of a short or ambiguous text from another: translators read it beside the text.
class MessageContext {
public:
    template <std::size_t size>
    consteval MessageContext(char const (&text)[size])  // NOLINT(google-explicit-constructor): read as it stands
        : text_{text, size - 1}
    {}
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

}  // namespace sss
