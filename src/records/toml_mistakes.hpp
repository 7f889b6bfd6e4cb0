#pragma once

#include "programme/sentence.hpp"
#include "records/toml_scan.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One mistake of a statement, at the bytes of the text that hold it.
struct Mistake {
    Span where;
    std::string_view rule;
    Sentence message;
    Sentence help;
};

/// Bytes to put in the place of others, so that the library can read on. Keeps lines, and on every line the columns of
/// what follows.
struct Edit {
    Span where;
    std::string with;
};

/// A value that nobody can read: after the edits a stand-in begins `shift` columns right of `anchor`; in the user's
/// file the value stands at `where`.
struct UnreadableSpot {
    std::size_t anchor = 0;
    std::uint32_t shift = 0;
    Span where;
};

/// What is wrong with a statement, and how to read the rest of the file nevertheless.
struct Diagnosis {
    std::vector<Mistake> mistakes;
    std::vector<Edit> edits;  ///< in order, without overlap
    std::vector<UnreadableSpot> unreadable;
    bool whole = true;  ///< false where a key is lost
};

/// All mistakes of one statement, at most `most` of them; none where the statement by itself is sound. Judges only what
/// the library has refused: call it for nothing else.
Diagnosis diagnose(std::string_view text, Span statement, std::size_t most);

/// Takes the statement out of the library's way when the library refuses it for a reason that diagnose() does not find:
/// its key stays, with an unreadable value, where it can be read and `keep_key` says so.
Diagnosis give_up(std::string_view text, Span statement, bool keep_key);

/// The path that a header or a key names, part by part without quotes; empty where it cannot be read.
std::vector<std::string> path_of(std::string_view text, Span statement);

/// The bytes of that path.
Span path_span(std::string_view text, Span statement);

/// Stands for the header at `at` that cannot be used, so that the keys below it do not fall into the table before. Such
/// tables begin with `lost_table_mark` and are to be taken out of what was read.
std::string header_for_lost_table(std::string_view text, std::size_t at);
inline constexpr char lost_table_mark = '\x01';

/// Spaces in the place of the bytes, with the line feeds kept.
std::string blanks_for(std::string_view text);

}  // namespace sss
