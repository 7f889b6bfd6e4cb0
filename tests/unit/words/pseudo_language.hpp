#pragma once

#include "words/words.hpp"

#include <optional>
#include <string>

namespace sss {

/// A language for tests. Each of our letters is one of an alphabet that is written from right to left, each message is
/// a third longer than in English and stands between brackets: what still has a letter of English was never a message,
/// and what stands outside of the brackets was glued to one.
class PseudoLanguage : public Catalogue {
public:
    std::optional<std::string> find(MessageAsked const& asked) const override
    {
        auto const english = asked.number.value_or(1) == 1 ? asked.text : asked.plural;
        std::string text = "⟦";
        std::size_t letters = 0;
        auto in_name = false;
        for (auto const c : english) {
            if (c == '{' || c == '}') in_name = c == '{';
            auto const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter && !in_name) {
                text += alef_and(letters++);
            } else {
                text += c;
            }
        }
        // In words that a line can be broken between.
        for (std::size_t i = 0; i < letters / 3; ++i) text += (i % 6 == 0 ? " " : "") + alef_and(i);
        return text + "⟧";
    }

private:
    /// One of the first sixteen letters of Hebrew.
    static std::string alef_and(std::size_t further)
    {
        std::string letter = "\u05D0";
        letter.back() = static_cast<char>(letter.back() + static_cast<char>(further % 16));
        return letter;
    }
};

}  // namespace sss
