#include "print/markdown/markdown.hpp"

#include "print/record_text.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace sss {

namespace {

bool alphanumeric(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Whether "www" stands just before the dot at `at`, in any case.
bool ends_in_www(std::string_view text, std::size_t at)
{
    return at >= 3 && text.substr(at - 3, 3).find_first_not_of("wW") == std::string_view::npos;
}

/// What a platform may take for the beginning of a name: GitLab knows milestones in any script and in quotation marks.
bool begins_name(char c)
{
    return alphanumeric(c) || c == '"' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// ":100:" becomes a picture on both platforms.
bool opens_emoji(std::string_view text, std::size_t at)
{
    auto end = at + 1;
    while (end < text.size() && (alphanumeric(text[end]) || text[end] == '_' || text[end] == '+' || text[end] == '-'))
        ++end;
    return end > at + 1 && end < text.size() && text[end] == ':';
}

/// Whether the hyphen at `at` is that of "GH-12", which GitHub takes for #12.
bool refers_to_github(std::string_view text, std::size_t at)
{
    return at >= 2 && (text[at - 2] == 'G' || text[at - 2] == 'g') && (text[at - 1] == 'H' || text[at - 1] == 'h') &&
           at + 1 < text.size() && is_digit(text[at + 1]);
}

}  // namespace

std::string escape_markdown(std::string_view text)
{
    std::string line;
    for (auto const c : text) line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    auto const plain = visible(line);
    std::string escaped;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        auto const c = plain[i];
        auto const before_word = i + 1 < plain.size() && begins_name(plain[i + 1]);
        auto const at_start = plain.find_first_not_of(' ') == i;
        switch (c) {
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '&':
                // "&4" is an epic of GitLab's.
                escaped += i + 1 < plain.size() && is_digit(plain[i + 1]) ? "\\&<!-- -->" : "&amp;";
                break;
            case '\\':
            case '`':
            case '*':
            case '_':
            case '[':
            case ']':
            case '|':
            case '~':
            case '$':
                escaped += '\\';
                escaped += c;
                break;
            case '@':
            case '#':
            case '!':
            case '%':
                // A mention, an issue, a merge request, a heading: a backslash stops the Markdown and GitLab, a comment
                // of no width GitHub, which looks for mentions in the text that Markdown leaves.
                if (at_start || before_word) escaped += '\\';
                escaped += c;
                if (before_word) escaped += "<!-- -->";
                break;
            case ':':
                // "https://" becomes a link by itself, wherever it stands.
                escaped += c;
                if (plain.compare(i + 1, 2, "//") == 0 || opens_emoji(plain, i)) escaped += "<!-- -->";
                break;
            case '.':
            case ')':
                // "www." does too; "1." and "1)" at the start begin a list.
                if (plain.find_first_not_of("0123456789 ") == i && i > 0 && plain[i - 1] != ' ') escaped += '\\';
                if (c == '.' && ends_in_www(plain, i)) escaped += "<!-- -->";
                escaped += c;
                break;
            case '-':
                if (refers_to_github(plain, i)) escaped += "<!-- -->";
                [[fallthrough]];
            case '+':
            case '=':
                if (at_start) escaped += '\\';
                escaped += c;
                break;
            default: escaped += c;
        }
    }
    return escaped;
}

std::string markdown_line(std::string_view text)
{
    return escape_markdown(bounded_line(text));
}

void MarkdownTable::add(std::vector<std::string> cells)
{
    cells.resize(titles_.size());
    rows_.push_back(std::move(cells));
}

void MarkdownTable::leave_out_empty_columns()
{
    for (std::size_t i = 0; i < titles_.size(); ++i)
        if (std::ranges::all_of(rows_, [i](auto const& cells) { return cells[i].empty(); })) left_out_.insert(i);
}

std::string MarkdownTable::line(std::vector<std::string> const& cells, std::string_view where_empty) const
{
    std::string line = "|";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (left_out_.contains(i)) continue;
        auto const told = cells[i].empty() ? where_empty : std::string_view{cells[i]};
        if (!told.empty()) line.append(1, ' ').append(told);
        line += " |";
    }
    return line + '\n';
}

std::string MarkdownTable::text() const
{
    if (rows_.empty()) return {};
    std::vector<std::string> rule;
    for (std::size_t i = 0; i < titles_.size(); ++i) rule.emplace_back(right_.contains(i) ? "---:" : "---");
    auto text = line(titles_, {}) + line(rule, {});
    for (auto const& row : rows_) text += line(row, where_empty_);
    return text;
}

}  // namespace sss
