#pragma once

#include "programme/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// TOML 1.1 by a reader of TOML 1.0: what the newer version brought is put as the older one says it, and the places are
/// put back. So nothing is taken beyond what the two versions have in common with the text.
namespace sss {

struct Neighbour;

/// A text of TOML 1.1, said in TOML 1.0.
struct InOlderToml {
    /// From this byte on, up to that of the next one, the bytes of both texts stand for each other.
    struct Shift {
        std::size_t older = 0;
        std::size_t original = 0;
    };

    std::string text;
    std::vector<Shift> shifts;      ///< ascending; the first is {0, 0}
    bool without_comments = false;  ///< comments within inline tables were left out

    /// The byte of the original that a byte of `text` stands for.
    std::size_t original(std::size_t older) const;
};

/// Puts line ends, comments and a last comma within inline tables, `\e` and `\xHH`, and times without seconds in the
/// words of TOML 1.0. Nothing where the text holds none of them; whatever else is wrong with it stays as wrong as it
/// is. Linear in the text.
std::optional<InOlderToml> in_older_toml(std::string_view text);

/// Reads the values of a text that TOML 1.0 refuses, as parse_values() does. Returns false where it is no TOML 1.1
/// either.
bool parse_newer_values(std::string_view text, Table& into, Neighbour* neighbour);

/// Leads places in the older text back to the original. Linear in both texts to make, logarithmic to ask.
class OriginalPlaces {
public:
    OriginalPlaces(InOlderToml const& older, std::string_view original);

    Place operator()(Place older) const;
    /// Of all keys and values.
    void put_back(Table& table) const;
    void put_back(Value& value) const;

private:
    /// The code points of a text, and on which line each stands. A byte order mark is none.
    struct CodePoints {
        explicit CodePoints(std::string_view text);
        std::size_t offset(std::uint32_t line, std::uint32_t column) const;
        Place place(std::size_t begin, std::size_t end) const;

        std::vector<std::uint32_t> begins;  ///< the byte of each; behind them the text's end
        std::vector<std::uint32_t> lines;   ///< the first code point of each line; behind them the number of all
        std::string_view text;
    };

    InOlderToml const& shifts_;
    CodePoints older_;
    CodePoints original_;
};

}  // namespace sss
