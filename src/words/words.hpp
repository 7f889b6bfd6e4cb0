#pragma once

#include "words/message.hpp"
#include "words/said.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sss {

/// What is looked up in a catalogue.
struct MessageAsked {
    std::string_view context;  ///< empty where the text says enough
    std::string_view text;     ///< English; of a message that counts, what is said of one
    std::string_view plural = {};
    std::optional<std::uint64_t> number = {};  ///< without its sign; of a message that counts
};

/// The messages of another language. It knows how that language counts; who asks does not.
class Catalogue {
public:
    Catalogue() = default;
    Catalogue(Catalogue const&) = delete;
    Catalogue& operator=(Catalogue const&) = delete;
    virtual ~Catalogue() = default;

    /// The translation, the right one for the number; nothing where there is none.
    virtual std::optional<std::string> find(MessageAsked const& asked) const = 0;
};

/// The language in which something is said: handed down to whoever says it, as a time zone is. By default English.
///
/// Each call of these has its message as one literal, so that xgettext finds it (tests/promises/translations.py). An
/// English message is checked against its arguments when it is compiled. A translation that is missing or does not fit
/// them is passed over: English is said in its place.
class Words {
public:
    Words() = default;
    /// @param catalogue  outlives whatever is said in its language
    explicit Words(Catalogue const& catalogue) : catalogue_{&catalogue} {}
    Words(Catalogue&&) = delete;

    /// "{title} was given up."
    template <typename... Arguments>
    Said say(std::type_identity_t<MessageText<Counting::no, Arguments...>> text, Arguments const&... arguments) const
    {
        return said({{}, text.text()}, arguments...);
    }

    /// Of what is short, or agrees with something: "heading of a section", "Moved".
    template <typename... Arguments>
    Said say_in(MessageContext context, std::type_identity_t<MessageText<Counting::no, Arguments...>> text,
                Arguments const&... arguments) const
    {
        return said({context.text(), text.text()}, arguments...);
    }

    /// "{n} milestone", "{n} milestones": {n} is the number, which either may leave out. An argument n stands for it
    /// where it is written otherwise: "+12".
    template <typename... Arguments>
    Said quantity(std::int64_t number, std::type_identity_t<MessageText<Counting::yes, Arguments...>> one,
                  std::type_identity_t<MessageText<Counting::yes, Arguments...>> several,
                  Arguments const&... arguments) const
    {
        return counted({{}, one.text(), several.text()}, number, arguments...);
    }

    template <typename... Arguments>
    Said quantity_in(MessageContext context, std::int64_t number,
                     std::type_identity_t<MessageText<Counting::yes, Arguments...>> one,
                     std::type_identity_t<MessageText<Counting::yes, Arguments...>> several,
                     Arguments const&... arguments) const
    {
        return counted({context.text(), one.text(), several.text()}, number, arguments...);
    }

private:
    struct Given {
        std::string_view name;
        Said const* said;
    };

    template <typename... Arguments>
    Said said(MessageAsked const& asked, Arguments const&... arguments) const
    {
        Given const given[sizeof...(Arguments) + 1] = {{Arguments::name, &arguments.said}..., {}};
        return filled(asked, std::span{given, sizeof...(Arguments)});
    }
    template <typename... Arguments>
    Said counted(MessageAsked asked, std::int64_t number, Arguments const&... arguments) const
    {
        asked.number = number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
        if constexpr (((Arguments::name == counted_name) || ...)) {
            return said(asked, arguments...);
        } else {
            return said(asked, arguments..., MessageArgument<"n">{number_text(number)});
        }
    }
    Said filled(MessageAsked const& asked, std::span<Given const> given) const;

    Catalogue const* catalogue_ = nullptr;
};

/// "SSS-1, SSS-2A and 3 more": at most `most` names; one more than these is named too.
Said some_names(std::vector<Said> const& names, std::size_t most, Words const& words = {});
std::string some_names(std::vector<std::string> const& names, std::size_t most, Words const& words = {});

/// Both with a comma between, the one that is not empty, or nothing: "third move, +5 days in all".
Said in_a_row(Said first, Said second, Words const& words);
/// The same with a semicolon: "16–25 April, Ankara; not recorded as held".
Said in_clauses(Said first, Said second, Words const& words);
/// The same of whole sentences.
Said in_sentences(Said first, Said second, Words const& words);

/// "all 61 records were removed on 3 May 2024 by Ada", "the last record was removed on …".
Said removed_words(std::size_t records, std::string const& day, Said const& who, Words const& words = {});

// English of what does not speak through Words yet.

/// "1 record", "2 records", "0 records"; a negative number carries U+2212.
/// @param plural  where it is not the noun with an s: count(2, "query", "queries")
std::string count(std::int64_t number, std::string_view noun, std::string_view plural = {});

/// "the milestone", "both milestones", "all 3 milestones".
std::string all_of(std::int64_t number, std::string_view noun);

/// With its sign: "+45", "+1,098", "−14", "0".
std::string signed_text(std::int64_t number);

/// "first" to "tenth", then "11th", "21st", "112th". For numbers from 1.
std::string ordinal(std::int64_t number);

/// `text` with its first letter as a capital, where that is an ASCII letter: how a sentence starts.
std::string capitalised(std::string_view text);
/// With a small letter there: for what goes on within a sentence.
std::string uncapitalised(std::string_view text);

}  // namespace sss
