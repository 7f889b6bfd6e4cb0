#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sss {

/// A key with its value, where both are written in the plain way.
struct PlainStatement {
    std::string_view bytes;  ///< from the key's first character to the value's last
    std::size_t value = 0;   ///< where the value begins in them
    std::uint32_t line = 0;  ///< on which it begins, from 1

    std::string_view key() const;
};

/// The header of a table, or of an item of a list of tables.
struct PlainHeader {
    std::string_view bytes;     ///< to the end of its line
    std::size_t statement = 0;  ///< the first one that may stand below it, by its place among them

    bool of_list() const { return bytes.starts_with("[["); }
    /// Its keys; nothing where they are not bare.
    std::optional<std::vector<std::string_view>> keys() const;
};

/// A text that sticks to what records are usually made of: each statement on lines of its own, bare keys without dots,
/// and no more nesting than a record has.
struct PlainText {
    std::vector<PlainStatement> statements;
    std::vector<PlainHeader> headers;
    /// Between them stand blanks and comments that nobody need judge.
    bool plain_gaps = true;
};

/// How a text is made; nothing where it is not plain, or where a value has no end. It is not judged what values and
/// headers say: as far as the text is TOML, statements end where they end for the library.
std::optional<PlainText> plain_text(std::string_view text);

}  // namespace sss
