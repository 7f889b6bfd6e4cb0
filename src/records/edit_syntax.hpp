#pragma once

#include "records/toml_scan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Where a value stands in sound TOML text, and its parts.
struct WrittenValue {
    enum class Form : std::uint8_t { scalar, array, table };
    struct Entry;  ///< of an inline table

    Form form = Form::scalar;
    Span where;
    std::vector<WrittenValue> items;  ///< of an array
    std::vector<Entry> entries;       ///< of an inline table
    std::vector<Span> comments;       ///< between the items of an array, not those within them
};

struct WrittenValue::Entry {
    std::vector<std::string> path;  ///< the parts of its key, without quotes
    Span key;
    WrittenValue value;
};

/// A blank line, a comment on lines of its own, a header, or a key with its value. The pieces of a text follow each
/// other without gap; a byte order mark belongs to none.
struct Piece {
    enum class Sort : std::uint8_t { blank, comment, key, table, item };

    Sort sort = Sort::blank;
    Span lines;                     ///< whole lines, line end included
    Span statement;                 ///< without blanks, the comment behind it and the line end
    std::vector<std::string> path;  ///< of a key or header as it is written there, without quotes
    WrittenValue value;             ///< of a key
    Span comment;                   ///< behind a key or header; empty where there is none
};

/// All pieces of a text that is TOML: what is not has no meaning here.
std::vector<Piece> pieces_of(std::string_view text);

/// "\r\n" where the text's first line ends so, else "\n".
std::string_view line_end_of(std::string_view text);

inline std::string_view bytes_of(std::string_view text, Span span)
{
    return text.substr(span.begin, span.end - span.begin);
}

}  // namespace sss
