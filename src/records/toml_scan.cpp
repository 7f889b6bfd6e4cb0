#include "records/toml_scan.hpp"

#include <algorithm>

namespace sss {
namespace {

std::optional<std::size_t> first_statement_line(std::string_view text, std::size_t begin, std::size_t end)
{
    for (auto i = text.find('\n', begin); i < end; i = text.find('\n', i + 1)) {
        if (begins_statement(text, i + 1)) return i;
    }
    return std::nullopt;
}

StringEnd end_of_long_string(std::string_view text, std::size_t at)
{
    auto const closed = past_closing_quotes(text, at + 3, text[at]);
    if (closed) {
        auto const next = skip_blanks(text, *closed);
        auto const plausible =
            next >= text.size() || std::string_view{"\r\n#,]}"}.find(text[next]) != std::string_view::npos;
        if (plausible) return {*closed, true};
    }
    // Not closed, or "closed" by the quotes that open a later one: it ended before the next line that reads as a
    // statement.
    auto const cut = first_statement_line(text, at, closed.value_or(text.size()));
    if (cut) return {*cut, false};
    return closed ? StringEnd{*closed, true} : StringEnd{text.size(), false};
}

/// Where a statement goes on after a line's end within an open brace: an inline table spread over several lines is
/// wrong in TOML 1.0, but it is one mistake. Nothing where the brace was probably forgotten.
std::optional<std::size_t> brace_goes_on(std::string_view text, char last, std::size_t newline)
{
    if (last == '{' || last == ',') return newline + 1;
    auto next = newline;
    while (next < text.size() && (is_blank(text[next]) || text[next] == '\n' || text[next] == '\r')) ++next;
    if (next < text.size() && (text[next] == '}' || text[next] == ',')) return next;
    return std::nullopt;
}

struct StatementEnd {
    std::size_t at = 0;
    bool open_string = false;  ///< a string in it was not closed
};

StatementEnd end_of_statement(std::string_view text, std::size_t at)
{
    if (text[at] == '[') return {end_of_line(text, at)};
    std::string open;
    char last = 0;
    for (auto i = at; i < text.size();) {
        auto const c = text[i];
        if (c == '"' || c == '\'') {
            auto const string = end_of_string(text, i);
            if (!string.closed) return {string.end, true};
            i = string.end;
            last = c;
            continue;
        }
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        if (!is_blank(c) && c != '\r' && c != '\n') last = c;
        if (c == '\n') {
            if (open.empty()) return {i};
            if (open.back() == '{') {
                auto const next = brace_goes_on(text, last, i);
                if (!next) return {i};
                i = *next;
                continue;
            }
            if (begins_statement(text, i + 1)) return {i};
        } else if (c == '[' || c == '{') {
            open += c;
        } else if ((c == ']' || c == '}') && !open.empty()) {
            open.pop_back();
        }
        ++i;
    }
    return {text.size()};
}

}  // namespace

std::string_view three_quotes(char quote)
{
    return quote == '"' ? R"(""")" : "'''";
}

std::optional<std::size_t> past_closing_quotes(std::string_view text, std::size_t at, char quote)
{
    for (auto i = at; i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"')
            ++i;
        else if (text[i] == quote && text.substr(i, 3) == three_quotes(quote)) {
            auto end = i + 3;
            while (end < text.size() && end < i + 5 && text[end] == quote) ++end;
            return end;
        }
    }
    return std::nullopt;
}

bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool is_bare_key_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

std::size_t end_of_line(std::string_view text, std::size_t at)
{
    auto const newline = std::min(text.find('\n', at), text.size());
    return newline > at && newline < text.size() && text[newline - 1] == '\r' ? newline - 1 : newline;
}

StringEnd end_of_string(std::string_view text, std::size_t at)
{
    auto const quote = text[at];
    if (text.substr(at, 3) == three_quotes(quote)) return end_of_long_string(text, at);
    for (auto i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == quote) return {i + 1, true};
        if (text[i] == '\\' && quote == '"' && i + 1 < text.size() && text[i + 1] != '\n') ++i;
    }
    return {end_of_line(text, at), false};
}

std::optional<std::size_t> nesting_beyond(std::string_view text, std::size_t limit)
{
    std::size_t depth = 0;
    std::size_t dots = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
            case '"':
            case '\'': {
                auto const quote = text[i];
                auto const long_string = text.substr(i, 3) == three_quotes(quote);
                // The library's view of a string's end, not the probable one: the two must not part before its first
                // error.
                auto const end = long_string ? past_closing_quotes(text, i + 3, quote).value_or(text.size())
                                             : end_of_string(text, i).end;
                i = end - 1;
                break;
            }
            case '#': i = std::min(text.find('\n', i), text.size()) - 1; break;
            case '[':
            case '{':
                dots = 0;
                if (++depth > limit) return i;
                break;
            case ']':
            case '}':
                if (depth > 0) --depth;
                break;
            case '.':
                if (++dots > limit) return i;
                break;
            case '\n':
                dots = 0;
                // No value can begin so; the library has stopped at this line, and depth must not add up over mistakes.
                if (depth > 0 && begins_statement(text, i + 1)) depth = 0;
                break;
            case '=':
            case ',': dots = 0; break;
            default: break;
        }
    }
    return std::nullopt;
}

bool begins_statement(std::string_view text, std::size_t at)
{
    auto i = skip_blanks(text, at);
    auto const header = i < text.size() && text[i] == '[';
    while (header && i < text.size() && text[i] == '[') ++i;
    auto const begin = i = skip_blanks(text, i);
    while (i < text.size() && (is_bare_key_character(text[i]) || text[i] == '.')) ++i;
    if (i == begin) return false;
    auto const word = text.substr(begin, i - begin);
    i = skip_blanks(text, i);
    if (i >= text.size()) return false;
    if (!header) return text[i] == '=';
    // `[1]`, `[true]`, `[inf]` may be lines of an array of arrays.
    auto const letter = (word[0] >= 'a' && word[0] <= 'z') || (word[0] >= 'A' && word[0] <= 'Z');
    return text[i] == ']' && letter && word != "true" && word != "false" && word != "inf" && word != "nan";
}

std::vector<Span> statements_of(std::string_view text)
{
    // Each may have been looked for to the end of the text; a file made of them must not take quadratic time.
    constexpr std::size_t most_open_strings = 32;
    std::size_t open_strings = 0;
    std::vector<Span> found;
    std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (i < text.size()) {
        auto const c = text[i];
        if (is_blank(c) || c == '\n' || c == '\r') {
            ++i;
        } else if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
        } else {
            auto const [end, open_string] = end_of_statement(text, i);
            if (open_string && ++open_strings > most_open_strings) break;
            auto trimmed = end;
            while (trimmed > i && (is_blank(text[trimmed - 1]) || text[trimmed - 1] == '\r')) --trimmed;
            found.push_back({i, trimmed});
            i = std::max(end, i + 1);
        }
    }
    return found;
}

}  // namespace sss
