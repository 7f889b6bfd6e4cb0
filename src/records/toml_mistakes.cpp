#include "records/toml_mistakes.hpp"

#include "records/bare_value.hpp"
#include "support/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {
namespace {

bool is_control(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f';
}

/// Valid TOML of as many characters, so that what follows keeps its column.
std::string stand_in(std::string_view text)
{
    auto const characters = count_characters(text);
    return characters < 2 ? "1" : "\"" + std::string(characters - 2, ' ') + "\"";
}

std::string line_ends_of(std::string_view text)
{
    return std::string(static_cast<std::size_t>(std::ranges::count(text, '\n')), '\n');
}

/// A value or a name in a message, cut where it would drown the sentence.
std::string shown(std::string_view text)
{
    return truncated(text, 60);
}

/// Walks over one statement as the grammar has it. A walk that cannot go on has said why and returns false; what it
/// said of single values on its way is mended value by value.
class Walk {
public:
    Walk(std::string_view text, Span statement, std::size_t most)
        : all_(text), text_(text.substr(0, statement.end)), begin_(statement.begin), at_(statement.begin), most_(most)
    {}

    Diagnosis run()
    {
        if (is_conflict_marker())
            conflict();
        else if (text_[at_] == '[')
            header();
        else
            assignment();
        return std::move(found_);
    }

    bool key_path(std::vector<std::string>& parts)
    {
        while (true) {
            at_ = skip_blanks(text_, at_);
            if (!key_part(parts)) return false;
            auto const next = skip_blanks(text_, at_);
            if (peek(next) != '.') return true;
            at_ = next + 1;
        }
    }

    Span key_span() const { return key_; }

    bool header_path(std::vector<std::string>& parts, bool& array)
    {
        ++at_;
        array = peek(at_) == '[';
        if (array) ++at_;
        key_.begin = at_ = skip_blanks(text_, at_);
        auto const readable = key_path(parts);
        key_.end = at_;
        return readable;
    }

    bool assignment_path(std::vector<std::string>& parts)
    {
        key_.begin = at_;
        auto const readable = key_path(parts);
        key_.end = at_;
        return readable;
    }

    /// The statement's value replaced by a stand-in right after the key.
    void drop_value(Span where)
    {
        auto const rest = text_.substr(key_.end);
        found_.edits = {{{key_.end, text_.size()}, "=1" + line_ends_of(rest)}};
        found_.unreadable = {{key_.end, 1, where}};
    }

    void drop_statement()
    {
        auto const rest = text_.substr(begin_);
        found_.edits = {
            {{begin_, text_.size()}, rest.starts_with('[') ? header_for_lost_table(text_, begin_) : blanks_for(rest)}};
        found_.unreadable.clear();
        found_.whole = false;
    }

    Diagnosis take() { return std::move(found_); }

private:
    char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    bool full() const { return found_.mistakes.size() >= most_; }

    void say(Span where, std::string message, std::string help = {}, std::string rule = "syntax")
    {
        if (!full()) found_.mistakes.push_back({where, std::move(rule), std::move(message), std::move(help)});
    }

    std::string name() const { return shown(text_.substr(key_.begin, key_.end - key_.begin)); }

    // ── headers ──

    void header()
    {
        std::vector<std::string> parts;
        bool array = false;
        auto const form = [&](std::string_view path) {
            return fmt::format(fmt::runtime(array ? "[[{}]]" : "[{}]"), path);
        };
        auto const end = comment_or_end();
        if (!header_path(parts, array)) {
            found_.mistakes.clear();
            say({begin_, end}, "a table's header holds a name between square brackets",
                fmt::format("write {}; a name with other characters than letters, digits, - and _ needs quotes",
                            form("name")));
            drop_statement();
            return;
        }
        auto const path = std::string{text_.substr(key_.begin, key_.end - key_.begin)};
        auto const closing = std::string_view{array ? "]]" : "]"};
        auto const next = skip_blanks(text_, at_);
        if (text_.substr(next).starts_with(closing)) {
            at_ = next + closing.size();
            if (!after_value()) found_.edits = {{{at_, text_.size()}, blanks_for(text_.substr(at_))}};
            return;
        }
        auto const two_words = peek(next) != ']' && next > at_ && next < end;
        say({begin_, end},
            two_words ? "a name in a header is one word" : fmt::format("the header is not closed with '{}'", closing),
            two_words ? "join the words with - or _, or put the name in quotes" : "write " + form(path));
        if (two_words) return drop_statement();
        found_.edits = {{{begin_, end}, form(path)}};
    }

    /// Where the statement's first line ends or its comment begins, blanks taken away.
    std::size_t comment_or_end() const
    {
        auto end = std::min(end_of_line(text_, begin_), text_.find('#', begin_));
        while (end > begin_ + 1 && is_blank(text_[end - 1])) --end;
        return end;
    }

    // ── conflicts of a merge ──

    bool is_conflict_marker() const
    {
        for (auto const marker : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"}) {
            if (text_.substr(at_).starts_with(marker)) return at_ == 0 || text_[at_ - 1] == '\n';
        }
        return false;
    }

    std::size_t marker_line(std::string_view marker, std::size_t from) const
    {
        for (auto at = all_.find(marker, from); at != std::string_view::npos; at = all_.find(marker, at + 1)) {
            if (all_[at - 1] == '\n') return at;
        }
        return std::string_view::npos;
    }

    void conflict()
    {
        auto const line_end = end_of_line(all_, at_);
        say({at_, line_end}, "a merge conflict was left in the file",
            "keep one of the two versions, and take the lines with <<<<<<<, ======= and >>>>>>> away");
        found_.whole = false;
        found_.edits = {{{at_, line_end}, blanks_for(all_.substr(at_, line_end - at_))}};
        auto const theirs = std::min(marker_line("=======", line_end), marker_line("|||||||", line_end));
        auto const close = marker_line(">>>>>>>", line_end);
        if (text_[at_] != '<' || theirs == std::string_view::npos || close == std::string_view::npos || theirs > close)
            return;
        // Ours is read on; theirs would only be told as keys that stand twice.
        auto const end = end_of_line(all_, close);
        found_.edits.push_back({{theirs, end}, blanks_for(all_.substr(theirs, end - theirs))});
    }

    // ── keys ──

    bool key_part(std::vector<std::string>& parts)
    {
        auto const c = peek(at_);
        if (c == '"' || c == '\'') {
            if (text_.substr(at_, 3) == three_quotes(c)) {
                say({at_, at_ + 3}, "a key stands between single quotation marks, not three");
                return false;
            }
            auto const end = end_of_string(text_, at_);
            if (!end.closed) {
                say({at_, end.end}, "the quotation mark that ends the key is missing");
                return false;
            }
            auto const mistakes = found_.mistakes.size();
            check_characters({at_ + 1, end.end - 1}, c == '"', false);
            if (found_.mistakes.size() > mistakes) return false;
            parts.emplace_back(text_.substr(at_ + 1, end.end - at_ - 2));
            at_ = end.end;
            return true;
        }
        auto const begin = at_;
        while (is_bare_key_character(peek(at_))) ++at_;
        if (at_ > begin) {
            parts.emplace_back(text_.substr(begin, at_ - begin));
            auto const next = static_cast<unsigned char>(peek(at_));
            if (next < 0x80) return true;
        }
        return bad_key(begin);
    }

    bool bad_key(std::size_t begin)
    {
        auto end = begin;
        while (end < text_.size() && text_[end] != '=' && text_[end] != '\n' && !is_blank(text_[end])) ++end;
        auto const line = Span{begin, std::max(begin + 1, comment_or_end())};
        auto const word = text_.substr(begin, end - begin);
        auto const c = peek(begin);
        if (is_control(c) && c != '\0') {
            auto const why = explain_control_character(c);
            say({begin, begin + 1}, why.message, why.help);
        } else if (c == '=') {
            say({begin, begin + 1}, "the key before '=' is missing");
        } else if (c == '}' || c == ']') {
            say({begin, begin + 1}, fmt::format("this '{}' closes nothing", c));
        } else if (c == '{') {
            say(line, "this looks like JSON; a record is TOML", "write `key = value`, one on a line");
        } else if (text_.substr(begin).starts_with("//") || text_.substr(begin).starts_with("/*") || c == ';') {
            say(line, "a comment begins with #");
        } else if (typographic_quote(word) > 0) {
            say({begin, end}, "typographic quotation marks do not hold a key", "write the key without quotation marks");
        } else if (text_.find('=', begin) >= end_of_line(text_, begin)) {
            say(line, "this line is no `key = value`", "begin it with # if it is a comment");
        } else {
            say({begin, end}, "a key of other characters than letters a-z, digits, - and _ needs quotes",
                "write " + as_toml_string(shown(word)));
        }
        return false;
    }

    // ── key = value ──

    void assignment()
    {
        std::vector<std::string> parts;
        if (!assignment_path(parts)) {
            auto const comment =
                !found_.mistakes.empty() && found_.mistakes.back().message == "a comment begins with #";
            auto const stray = text_[begin_] == '}' || text_[begin_] == ']';
            drop_statement();
            found_.whole = comment || stray;
            return;
        }
        auto const next = skip_blanks(text_, at_);
        if (peek(next) != '=') return no_equals_sign(next);
        at_ = skip_blanks(text_, next + 1);
        auto const c = peek(at_);
        auto const value_begin = at_;
        if (c == '\0' || c == '\n' || c == '\r' || c == '#') {
            say(key_, fmt::format("'{}' has no value", name()), "write the value after '=', or take the line away");
            return drop_value(key_);
        }
        if (!value() || !after_value()) drop_value({value_begin, std::max(value_begin + 1, comment_or_end())});
    }

    void no_equals_sign(std::size_t next)
    {
        auto const end = std::max(next, comment_or_end());
        auto const c = peek(next);
        if (c == ':') {
            say({next, next + 1}, "'=' stands between a key and its value, not ':'",
                fmt::format("write {} = …", name()));
            return drop_value({std::min(skip_blanks(text_, next + 1), end - 1), end});
        }
        auto const sign = text_.find('=', next);
        if (next >= end) {
            say(key_, fmt::format("'{}' has no value", name()),
                fmt::format("write {} = …, or begin the line with # if it is a comment", name()));
            return drop_value(key_);
        }
        if (sign < end && is_bare_key_character(c)) {
            auto words_end = sign;
            while (is_blank(text_[words_end - 1])) --words_end;
            auto const words = std::string{text_.substr(begin_, words_end - begin_)};
            auto joined = words;
            std::ranges::replace_if(joined, is_blank, '_');
            say({begin_, words_end}, "a key is one word", fmt::format("write {}", shown(joined)));
            return drop_statement();
        }
        // Several words and no sign: prose rather than a key.
        if (sign >= end && is_bare_key_character(c) &&
            text_.substr(next, end - next).find(' ') != std::string_view::npos) {
            say({begin_, end}, "this line is no `key = value`", "begin it with # if it is a comment");
            return drop_statement();
        }
        say({next, end}, fmt::format("'=' is missing between '{}' and its value", name()),
            fmt::format("write {} = …", name()));
        drop_value({next, end});
    }

    /// What may follow a value on its line: blanks and a comment. True where the value before can be kept.
    bool after_value()
    {
        auto const begin = skip_blanks(text_, at_);
        if (begin >= text_.size()) return true;
        if (text_[begin] == '#') return comment(begin);
        auto end = comment_or_end();
        if (end <= begin) end = end_of_line(text_, begin);
        auto const rest = text_.substr(begin, end - begin);
        if (rest.empty()) return text_[begin] == '\r' || text_[begin] == '\n' ? true : false;
        auto const cut = [&] { found_.edits.push_back({{begin, end}, blanks_for(rest)}); };
        if (rest.find_first_not_of(",; \t") == std::string_view::npos) {
            say({begin, begin + 1}, fmt::format("a line ends after its value, without '{}'", rest[0]),
                fmt::format("take the '{}' away", rest[0]));
            cut();
            return true;
        }
        if (rest.starts_with("//") || rest[0] == ';') {
            say({begin, end}, "a comment begins with #");
            cut();
            return true;
        }
        if (is_control(rest[0])) {
            auto const why = explain_control_character(rest[0]);
            say({begin, begin + 1}, why.message, why.help);
            return false;
        }
        auto const word = rest.substr(0, rest.find_first_of(" \t="));
        if (begins_statement(text_, begin) && !word.empty()) {
            say({begin, end}, "one line holds one key and its value",
                fmt::format("put {} on a line of its own", shown(word)));
            cut();
            found_.whole = false;
            return true;
        }
        if (rest.find('"') != std::string_view::npos) {
            say({begin, end}, "the text ended at the quotation mark before this, yet more follows",
                R"(write \" for a quotation mark within a text)");
            return false;
        }
        if (rest[0] == ']' || rest[0] == '}') {
            say({begin, begin + 1}, fmt::format("this '{}' closes nothing", rest[0]),
                fmt::format("take the '{}' away", rest[0]));
            return false;
        }
        say({begin, end}, "nothing but a comment may follow a value", "begin it with # if it is a comment");
        return false;
    }

    bool comment(std::size_t begin)
    {
        auto const end = end_of_line(text_, begin);
        for (auto i = begin; i < end; ++i) {
            if (!is_control(text_[i])) continue;
            auto const why = explain_control_character(text_[i]);
            say({i, i + 1}, why.message, why.help);
            found_.edits.push_back({{i, end}, blanks_for(text_.substr(i, end - i))});
            break;
        }
        at_ = end;
        return true;
    }

    // ── values ──

    bool value(std::string_view delimiters = "")
    {
        if (++depth_ > 64) return false;  // refused before, by nesting_beyond()
        auto const c = peek(at_);
        auto const sound = c == '"' || c == '\'' ? string()
                           : c == '['            ? array()
                           : c == '{'            ? inline_table()
                                                 : bare(delimiters);
        --depth_;
        return sound;
    }

    bool bare(std::string_view delimiters)
    {
        auto const begin = at_;
        // A text in typographic quotes may hold any delimiter.
        auto const mark = typographic_quote(text_.substr(begin));
        auto end = begin + mark;
        auto const line_end = end_of_line(text_, begin);
        if (mark > 0) {
            while (end < line_end && typographic_quote(text_.substr(end)) == 0) ++end;
            if (end < line_end) end += typographic_quote(text_.substr(end));
        }
        while (end < line_end && text_[end] != '#' && delimiters.find(text_[end]) == std::string_view::npos) ++end;
        while (end > begin && is_blank(text_[end - 1])) --end;
        if (delimiters.empty()) end = shorter_bare_end(begin, end);
        auto const token = text_.substr(begin, end - begin);
        at_ = end;
        auto why = explain_bare_value(token);
        if (!why) return true;
        if (!delimiters.empty() && two_values(token)) {
            say({begin, end}, "a comma is missing between two values", "write a ',' between them");
            return false;
        }
        if (token.size() > 80) why->help = "write it between quotation marks";
        say({begin, std::max(end, begin + 1)}, why->message, why->help, why->rule);
        found_.edits.push_back({{begin, end}, stand_in(token)});
        found_.unreadable.push_back({begin, 0, {begin, end}});
        return !full();
    }

    /// Where a sound value is followed by what after_value() can name: a comma, `// …`, a second key.
    std::size_t shorter_bare_end(std::size_t begin, std::size_t end) const
    {
        auto stripped = end;
        while (stripped > begin && std::string_view{",; \t"}.find(text_[stripped - 1]) != std::string_view::npos)
            --stripped;
        if (stripped < end && stripped > begin) return stripped;
        auto const space = text_.find_first_of(" \t", begin);
        if (space >= end) return end;
        auto const next = skip_blanks(text_, space);
        auto const known = text_.substr(next).starts_with("//") || begins_statement(text_, next);
        return known && !explain_bare_value(text_.substr(begin, space - begin)) ? space : end;
    }

    static bool two_values(std::string_view token)
    {
        auto const space = token.find_first_of(" \t\"'[{");
        return space != std::string_view::npos && space > 0 && !explain_bare_value(token.substr(0, space)) &&
               (token.find_first_of("\"'[{") != std::string_view::npos ||
                !explain_bare_value(token.substr(skip_blanks(token, space))));
    }

    bool string()
    {
        auto const begin = at_;
        auto const quote = text_[begin];
        auto const end = end_of_string(text_, begin);
        auto const triple = text_.substr(begin, 3) == three_quotes(quote);
        if (!end.closed) {
            auto const line_end = end_of_line(text_, begin);
            auto const marks = std::string(triple ? 3 : 1, quote);
            say({begin, line_end}, fmt::format("the text that begins here is not closed with {}", marks),
                triple ? fmt::format("write {} after its last line", marks)
                       : fmt::format("write {} at its end", marks));
            return false;
        }
        auto const edits = found_.edits.size();
        auto const quotes = triple ? 3u : 1u;
        check_characters({begin + quotes, end.end - quotes}, quote == '"', triple);
        if (found_.edits.size() > edits) found_.unreadable.push_back({begin, 0, {begin, end.end}});
        at_ = end.end;
        return !full();
    }

    void check_characters(Span inside, bool escapes, bool lines)
    {
        for (auto i = inside.begin; i < inside.end && !full(); ++i) {
            auto const c = text_[i];
            if (is_control(c)) {
                auto const line_end = lines && (c == '\n' || (c == '\r' && peek(i + 1) == '\n'));
                if (line_end) continue;
                auto const why = explain_control_character(c);
                say({i, i + 1}, why.message, why.help);
                found_.edits.push_back({{i, i + 1}, " "});
            } else if (c == '\\' && escapes) {
                i = check_escape(i, inside.end, lines);
            }
        }
    }

    /// Returns the last byte of the escape.
    std::size_t check_escape(std::size_t at, std::size_t end, bool lines)
    {
        auto const c = peek(at + 1);
        if (std::string_view{"btnfr\"\\"}.find(c) != std::string_view::npos) return at + 1;
        if (lines) {
            auto const after = skip_blanks(text_, at + 1);
            if (peek(after) == '\n' || peek(after) == '\r') return at;
        }
        if (c == 'u' || c == 'U') {
            auto const digits = c == 'u' ? 4u : 8u;
            auto const hex = text_.substr(at + 2, std::min<std::size_t>(digits, end - std::min(end, at + 2)));
            auto const good =
                hex.size() == digits && hex.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
            if (good) {
                auto const code = std::stoul(std::string{hex}, nullptr, 16);
                if (code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF)) return at + 1 + digits;
                say({at, at + 2 + digits}, fmt::format("there is no character {}", text_.substr(at + 1, digits + 1)));
                found_.edits.push_back({{at, at + 2 + digits}, std::string(digits + 2, ' ')});
                return at + 1 + digits;
            }
            say({at, at + 2}, fmt::format("\\{} is followed by {} hexadecimal digits", c, digits),
                R"(write \\ for a backslash, or put the text in single quotes)");
        } else {
            auto const [character, length] = first_code_point(text_.substr(at + 1));
            say({at, at + 1 + length}, fmt::format("'\\{}' stands for no character", encode_utf8(character)),
                R"(write \\ for a backslash, or put the text in single quotes)");
        }
        found_.edits.push_back({{at, at + 1}, " "});
        return at;
    }

    /// Blanks, line ends and comments within brackets.
    void skip_space()
    {
        while (at_ < text_.size()) {
            auto const c = text_[at_];
            if (c == '#')
                comment(at_);
            else if (is_blank(c) || c == '\n' || (c == '\r' && peek(at_ + 1) == '\n'))
                ++at_;
            else
                break;
        }
    }

    bool array()
    {
        auto const open = at_++;
        for (bool first = true;; first = false) {
            skip_space();
            if (peek(at_) == ']') return ++at_, true;
            if (!first) {
                if (at_ >= text_.size() || peek(at_) == '}') return not_closed(open, "array", ']');
                if (peek(at_) != ',') {
                    say({at_, at_ + 1}, "a comma is missing between two values", "write a ',' before this one");
                    return false;
                }
                ++at_;
                skip_space();
                if (peek(at_) == ']') return ++at_, true;
            }
            if (at_ >= text_.size()) return not_closed(open, "array", ']');
            if (peek(at_) == ',') {
                say({at_, at_ + 1}, "a value is missing before this ','", "take the ',' away");
                return false;
            }
            if (!value(",]")) return false;
        }
    }

    bool not_closed(std::size_t open, std::string_view what, char with)
    {
        say({open, std::max(open + 1, comment_or_end())},
            fmt::format("the {} that begins here is not closed with '{}'", what, with),
            fmt::format("write '{}' after its last value", with));
        return false;
    }

    bool inline_table()
    {
        auto const open = at_++;
        std::vector<std::string> keys;
        if (spread_over_lines(open)) return false;
        for (bool first = true;; first = false) {
            at_ = skip_blanks(text_, at_);
            if (peek(at_) == '}') return ++at_, true;
            if (!first) {
                if (at_ >= text_.size() || peek(at_) != ',') return not_closed(open, "inline table", '}');
                auto const comma = at_++;
                at_ = skip_blanks(text_, at_);
                if (peek(at_) == '}') {
                    say({comma, comma + 1}, "nothing follows this ','", "take the ',' away");
                    found_.edits.push_back({{comma, comma + 1}, " "});
                    return ++at_, true;
                }
            }
            if (at_ >= text_.size()) return not_closed(open, "inline table", '}');
            if (!inline_member(keys)) return false;
        }
    }

    bool inline_member(std::vector<std::string>& keys)
    {
        auto const begin = at_;
        std::vector<std::string> path;
        if (!key_path(path)) return false;
        auto const key = fmt::format("{}", fmt::join(path, "\n"));
        if (std::ranges::find(keys, key) != keys.end()) {
            say({begin, at_},
                fmt::format("'{}' stands already in this inline table", shown(text_.substr(begin, at_ - begin))),
                "keep one of the two", "duplicate-key");
            return false;
        }
        // Beyond this many a linear search would be a way to stall the tool; the library still finds the second one.
        if (keys.size() < 256) keys.push_back(key);
        at_ = skip_blanks(text_, at_);
        if (peek(at_) != '=') {
            say({at_, at_ + 1}, "'=' is missing between a key and its value");
            return false;
        }
        at_ = skip_blanks(text_, at_ + 1);
        if (peek(at_) == ',' || peek(at_) == '}' || at_ >= text_.size()) {
            say({begin, at_}, fmt::format("'{}' has no value", shown(path.front())));
            return false;
        }
        return value(",}");
    }

    bool spread_over_lines(std::size_t open)
    {
        auto next = skip_blanks(text_, open + 1);
        auto depth = 1;
        for (; next < text_.size() && depth > 0; ++next) {
            auto const c = text_[next];
            if (c == '"' || c == '\'')
                next = end_of_string(text_, next).end - 1;
            else if (c == '[')
                return false;  // an array within may take several lines
            else if (c == '{')
                ++depth;
            else if (c == '}')
                --depth;
            else if (c == '\n')
                break;
        }
        if (depth == 0 || next >= text_.size()) return false;
        auto const table = fmt::format("[{}]", name());
        say({open, end_of_line(text_, open)}, "an inline table stands on one line",
            fmt::format("write it on one line, or as a table of its own below {}", table));
        return true;
    }

    std::string_view all_;
    std::string_view text_;
    std::size_t begin_;
    std::size_t at_;
    std::size_t most_;
    std::size_t depth_ = 0;
    Span key_;
    Diagnosis found_;
};

bool readable_path(std::string_view text, Span statement, std::vector<std::string>& parts, Span& span)
{
    auto walk = Walk{text, statement, 1};
    bool array = false;
    auto const header = text[statement.begin] == '[';
    auto const readable = header ? walk.header_path(parts, array) : walk.assignment_path(parts);
    span = walk.key_span();
    return readable;
}

}  // namespace

Diagnosis diagnose(std::string_view text, Span statement, std::size_t most)
{
    return Walk{text, statement, most}.run();
}

Diagnosis give_up(std::string_view text, Span statement, bool keep_key)
{
    auto walk = Walk{text, statement, 1};
    std::vector<std::string> parts;
    auto const key = keep_key && text[statement.begin] != '[' && walk.assignment_path(parts);
    walk.take();
    if (key)
        walk.drop_value(walk.key_span());
    else
        walk.drop_statement();
    auto answer = walk.take();
    answer.mistakes.clear();
    return answer;
}

std::vector<std::string> path_of(std::string_view text, Span statement)
{
    std::vector<std::string> parts;
    Span span;
    if (!readable_path(text, statement, parts, span)) parts.clear();
    return parts;
}

Span path_span(std::string_view text, Span statement)
{
    std::vector<std::string> parts;
    Span span;
    readable_path(text, statement, parts, span);
    return span;
}

std::string header_for_lost_table(std::string_view text, std::size_t at)
{
    // The number of its line tells it from all others.
    return fmt::format("[\"\\u0001{}\"]", std::ranges::count(text.substr(0, at), '\n'));
}

std::string blanks_for(std::string_view text)
{
    std::string out;
    for (auto const c : text) {
        if (c == '\n') out += c;
        if (c != '\n' && (static_cast<unsigned char>(c) & 0xC0u) != 0x80u) out += ' ';
    }
    return out;
}

}  // namespace sss
