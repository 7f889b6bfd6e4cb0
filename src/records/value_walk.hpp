#pragma once

#include "records/toml_mistakes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Walks over keys and values as the grammar has them and notes what is wrong on its way. A step that cannot go on has
/// said why and returns false; what it said of single values before is mended value by value.
class ValueWalk {
public:
    /// @param most  so many mistakes are noted, then the walk ends
    ValueWalk(std::string_view text, Span statement, std::size_t most)
        : text_(text.substr(0, statement.end)), begin_(statement.begin), at_(statement.begin), most_(most)
    {}

    /// The parts of a dotted key, without quotes.
    bool key_path(std::vector<std::string>& parts);

protected:
    char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    bool full() const { return found_.mistakes.size() >= most_; }
    void say(Span where, Sentence message, Sentence help = {}, std::string_view rule = "syntax");

    /// The statement's key as it is written, cut where it would drown a sentence.
    std::string name() const;

    bool comment(std::size_t begin);
    /// Where the statement's first line ends or its comment begins, blanks taken away.
    std::size_t comment_or_end() const;
    bool value(std::string_view delimiters = "");

    std::string_view text_;  ///< ends where the statement ends
    std::size_t begin_;      ///< of the statement
    std::size_t at_;         ///< where the walk stands
    std::size_t most_;
    std::size_t depth_ = 0;
    Span key_;  ///< of the statement
    Diagnosis found_;
    bool foreign_comment_ = false;  ///< the key that cannot be read is a comment of another language

private:
    std::size_t line_end_ = 0;  ///< of the line where the walk stands

    bool key_part(std::vector<std::string>& parts);
    bool bad_key(std::size_t begin);
    bool bare(std::string_view delimiters);
    /// Where a sound value is followed by what after_value() can name: a comma, `// …`, a second key.
    std::size_t shorter_bare_end(std::size_t begin, std::size_t end) const;
    static bool two_values(std::string_view token);
    bool string();
    void check_characters(Span inside, bool escapes, bool lines);
    /// Returns the last byte of the escape.
    std::size_t check_escape(std::size_t at, std::size_t end, bool lines);
    /// Blanks, line ends and comments within brackets.
    void skip_space();
    bool array();
    bool not_closed(std::size_t open, std::string_view what, char with);
    bool inline_table();
    bool inline_member(std::vector<std::string>& keys);
    bool spread_over_lines(std::size_t open);
};

/// A control character that stands in no TOML; line ends count as such.
bool is_control_character(char c);

/// The text cut where it would drown a sentence.
std::string clipped(std::string_view text);

}  // namespace sss
