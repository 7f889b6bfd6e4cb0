#include "records/value_walk.hpp"

#include "records/bare_value.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace sss {
namespace {

/// Valid TOML of as many characters, so that what follows keeps its column.
std::string stand_in(std::string_view text)
{
    auto const characters = count_characters(text);
    return characters < 2 ? "1" : "\"" + std::string(characters - 2, ' ') + "\"";
}

/// What the inside of a text between double quotes says. Its escapes are known to be sound.
std::string without_escapes(std::string_view inside)
{
    static constexpr std::string_view names = "btnfr\"\\";
    static constexpr std::string_view meanings = "\b\t\n\f\r\"\\";
    std::string result;
    for (std::size_t at = 0; at < inside.size(); ++at) {
        if (inside[at] != '\\' || at + 1 == inside.size()) {
            result += inside[at];
            continue;
        }
        auto const letter = inside[++at];
        if (letter == 'u' || letter == 'U') {
            auto const digits = inside.substr(at + 1, letter == 'u' ? 4 : 8);
            std::uint32_t code = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
            result += encode_utf8(code);
            at += digits.size();
        } else if (auto const found = names.find(letter); found != std::string_view::npos) {
            result += meanings[found];
        }
    }
    return result;
}

}  // namespace

bool is_control_character(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f';
}

/// A value or a name in a message, cut where it would drown the sentence.
std::string clipped(std::string_view text)
{
    return truncated(text, 60);
}

void ValueWalk::say(Span where, Sentence message, Sentence help, std::string_view rule)
{
    if (!full()) found_.mistakes.push_back({where, rule, std::move(message), std::move(help)});
}

std::string ValueWalk::name() const
{
    return clipped(text_.substr(key_.begin, key_.end - key_.begin));
}

bool ValueWalk::key_path(std::vector<std::string>& parts)
{
    while (true) {
        at_ = skip_blanks(text_, at_);
        if (!key_part(parts)) return false;
        auto const next = skip_blanks(text_, at_);
        if (peek(next) != '.') return true;
        at_ = next + 1;
    }
}

bool ValueWalk::key_part(std::vector<std::string>& parts)
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
        auto const inside = text_.substr(at_ + 1, end.end - at_ - 2);
        parts.push_back(c == '"' ? without_escapes(inside) : std::string{inside});
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

bool ValueWalk::bad_key(std::size_t begin)
{
    auto end = begin;
    while (end < text_.size() && text_[end] != '=' && text_[end] != '\n' && !is_blank(text_[end])) ++end;
    auto const line = Span{begin, std::max(begin + 1, comment_or_end())};
    auto const word = text_.substr(begin, end - begin);
    auto const c = peek(begin);
    if (is_control_character(c) && c != '\0') {
        auto const why = explain_control_character(c);
        say({begin, begin + 1}, why.message, why.help);
    } else if (c == '=') {
        say({begin, begin + 1}, "the key before '=' is missing");
    } else if (c == '}' || c == ']') {
        say({begin, begin + 1}, {"this '{sign}' closes nothing", "sign"_key = c});
    } else if (c == '{') {
        say(line, "this looks like JSON; a record is TOML", "write `key = value`, one on a line");
    } else if (text_.substr(begin).starts_with("//") || text_.substr(begin).starts_with("/*") || c == ';') {
        foreign_comment_ = !full();
        say(line, "a comment begins with #");
    } else if (typographic_quote(word) > 0) {
        say({begin, end}, "typographic quotation marks do not hold a key", "write the key without quotation marks");
    } else if (text_.find('=', begin) >= end_of_line(text_, begin)) {
        say(line, "this line is no `key = value`", "begin it with # if it is a comment");
    } else {
        say({begin, end}, "a key of other characters than letters a-z, digits, - and _ needs quotes",
            {"write {text}", "text"_arg = as_toml_string(clipped(word))});
    }
    return false;
}

bool ValueWalk::comment(std::size_t begin)
{
    auto const end = end_of_line(text_, begin);
    for (auto i = begin; i < end; ++i) {
        if (!is_control_character(text_[i])) continue;
        auto const why = explain_control_character(text_[i]);
        say({i, i + 1}, why.message, why.help);
        found_.edits.push_back({{i, end}, blanks_for(text_.substr(i, end - i))});
        break;
    }
    at_ = end;
    return true;
}

std::size_t ValueWalk::comment_or_end() const
{
    auto end = std::min(end_of_line(text_, begin_), text_.find('#', begin_));
    while (end > begin_ + 1 && is_blank(text_[end - 1])) --end;
    return end;
}

bool ValueWalk::value(std::string_view delimiters)
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

bool ValueWalk::bare(std::string_view delimiters)
{
    auto const begin = at_;
    // A text in typographic quotes may hold any delimiter.
    auto const mark = typographic_quote(text_.substr(begin));
    auto end = begin + mark;
    // A line may be a megabyte of values: its end is looked for once.
    if (begin >= line_end_) line_end_ = end_of_line(text_, begin);
    auto const line_end = line_end_;
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

std::size_t ValueWalk::shorter_bare_end(std::size_t begin, std::size_t end) const
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

bool ValueWalk::two_values(std::string_view token)
{
    auto const space = token.find_first_of(" \t\"'[{");
    return space != std::string_view::npos && space > 0 && !explain_bare_value(token.substr(0, space)) &&
           (token.find_first_of("\"'[{") != std::string_view::npos ||
            !explain_bare_value(token.substr(skip_blanks(token, space))));
}

bool ValueWalk::string()
{
    auto const begin = at_;
    auto const quote = text_[begin];
    auto const end = end_of_string(text_, begin);
    auto const triple = text_.substr(begin, 3) == three_quotes(quote);
    if (!end.closed) {
        auto const line_end = end_of_line(text_, begin);
        auto const marks = std::string(triple ? 3 : 1, quote);
        say({begin, line_end}, {"the text that begins here is not closed with {marks}", "marks"_key = marks},
            triple ? Sentence{"write {marks} after its last line", "marks"_arg = marks}
                   : Sentence{"write {marks} at its end", "marks"_arg = marks});
        return false;
    }
    auto const edits = found_.edits.size();
    auto const quotes = triple ? 3u : 1u;
    check_characters({begin + quotes, end.end - quotes}, quote == '"', triple);
    if (found_.edits.size() > edits) found_.unreadable.push_back({begin, 0, {begin, end.end}});
    at_ = end.end;
    return !full();
}

void ValueWalk::check_characters(Span inside, bool escapes, bool lines)
{
    for (auto i = inside.begin; i < inside.end && !full(); ++i) {
        auto const c = text_[i];
        if (is_control_character(c)) {
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

std::size_t ValueWalk::check_escape(std::size_t at, std::size_t end, bool lines)
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
            say({at, at + 2 + digits},
                {"there is no character {character}", "character"_key = text_.substr(at + 1, digits + 1)});
            found_.edits.push_back({{at, at + 2 + digits}, std::string(digits + 2, ' ')});
            return at + 1 + digits;
        }
        say({at, at + 2},
            {"\\{letter} is followed by {number} hexadecimal digits", "letter"_key = c, "number"_key = digits},
            R"(write \\ for a backslash, or put the text in single quotes)");
    } else {
        auto const [character, length] = first_code_point(text_.substr(at + 1));
        say({at, at + 1 + length},
            {"'\\{character}' stands for no character", "character"_key = encode_utf8(character)},
            R"(write \\ for a backslash, or put the text in single quotes)");
    }
    found_.edits.push_back({{at, at + 1}, " "});
    return at;
}

void ValueWalk::skip_space()
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

bool ValueWalk::array()
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

bool ValueWalk::not_closed(std::size_t open, std::string_view what, char with)
{
    say({open, std::max(open + 1, comment_or_end())},
        {"the {what} that begins here is not closed with '{sign}'", "what"_key = what, "sign"_key = with},
        {"write '{sign}' after its last value", "sign"_arg = with});
    return false;
}

bool ValueWalk::inline_table()
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

bool ValueWalk::inline_member(std::vector<std::string>& keys)
{
    auto const begin = at_;
    std::vector<std::string> path;
    if (!key_path(path)) return false;
    auto const key = fmt::format("{}", fmt::join(path, "\n"));
    if (std::ranges::find(keys, key) != keys.end()) {
        say({begin, at_},
            {"'{key}' stands already in this inline table", "key"_key = clipped(text_.substr(begin, at_ - begin))},
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
        say({begin, at_}, {"'{key}' has no value", "key"_key = clipped(path.front())});
        return false;
    }
    return value(",}");
}

bool ValueWalk::spread_over_lines(std::size_t open)
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
        {"write it on one line, or as a table of its own below {table}", "table"_arg = table});
    return true;
}

}  // namespace sss
