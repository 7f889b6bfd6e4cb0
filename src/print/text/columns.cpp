#include "print/text/columns.hpp"

#include "support/utf8.hpp"

#include <algorithm>

namespace sss {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 12;  // a column that wraps keeps at least this

/// How many bytes of the text fit into `width` columns; at least one character.
std::size_t fitting(std::string_view text, std::size_t width)
{
    std::size_t taken = 0;
    while (taken < text.size()) {
        auto const next = taken + std::max<std::size_t>(first_code_point(text.substr(taken)).length, 1);
        if (taken > 0 && display_width(text.substr(0, next)) > width) break;
        taken = next;
    }
    return taken;
}

/// Where to break the word in place of there, so that no line begins as a command to a CI system does ("::error").
std::size_t before_colons(std::string_view word, std::size_t part)
{
    auto const whole = part;
    auto const within_a_character = [&] { return (static_cast<unsigned char>(word[part]) & 0xC0U) == 0x80U; };
    while (part > 0 && word.substr(part).starts_with("::")) {
        --part;
        while (part > 0 && within_a_character()) --part;
    }
    return part == 0 ? whole : part;
}

std::vector<std::size_t> natural_widths(std::vector<Row> const& rows)
{
    std::vector<std::size_t> widths;
    for (auto const& row : rows) {
        if (row.cells.size() > widths.size()) widths.resize(row.cells.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            widths[i] = std::max(widths[i], display_width(row.cells[i].text));
    }
    return widths;
}

/// The longest word of each column: what is narrower breaks words.
std::vector<std::size_t> longest_words(std::vector<Row> const& rows, std::size_t columns)
{
    std::vector<std::size_t> longest(columns, narrowest);
    for (auto const& row : rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            for (std::string_view rest = row.cells[i].text; !rest.empty();) {
                auto const end = row.cells[i].whole ? rest.size() : std::min(rest.find(' '), rest.size());
                longest[i] = std::max(longest[i], display_width(rest.substr(0, end)));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
    return longest;
}

/// Takes what is too much from whichever column is the widest, so that none is squeezed for the sake of another; words
/// are broken only where nothing else is left.
void fit(std::vector<std::size_t>& widths, std::vector<std::size_t> const& words, std::size_t room)
{
    auto sum = gap * (widths.empty() ? 0 : widths.size() - 1);
    for (auto const width : widths) sum += width;
    for (auto const keep_words : {true, false}) {
        while (sum > room) {
            std::size_t* widest = nullptr;
            for (std::size_t i = 0; i < widths.size(); ++i) {
                auto const least = keep_words ? words[i] : narrowest;
                if (widths[i] > least && (widest == nullptr || widths[i] >= *widest)) widest = &widths[i];
            }
            if (widest == nullptr) break;
            --*widest;
            --sum;
        }
    }
}

void trim_end(std::string& line)
{
    line.erase(line.find_last_not_of(' ') + 1);
}

void add_cells(std::string& out, Row const& row, std::vector<std::size_t> const& widths, std::size_t label_width,
               bool colour)
{
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        // The last cell of a short row may run on under the columns that the row does not have.
        auto room = widths[i];
        if (i + 1 == row.cells.size())
            for (auto j = i + 1; j < widths.size(); ++j) room += gap + widths[j];
        lines.push_back(wrapped(row.cells[i].text, room));
        height = std::max(height, lines.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
        auto line =
            styled(padded(at == 0 ? row.label : "", label_width), Style::bold, colour && !row.label.empty() && at == 0);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto const& text = at < lines[i].size() ? lines[i][at] : std::string{};
            line += styled(text, row.cells[i].style, colour);
            if (i + 1 < row.cells.size()) line.append(gap + widths[i] - std::min(widths[i], display_width(text)), ' ');
        }
        trim_end(line);
        out += line + '\n';
    }
}

}  // namespace

Style style_of(Tone tone)
{
    return tone == Tone::bad ? Style::bad : tone == Tone::good ? Style::good : Style::plain;
}

std::string styled(std::string_view text, Style style, bool colour)
{
    if (!colour || style == Style::plain || text.empty()) return std::string{text};
    auto const* code = style == Style::bold ? "1" : style == Style::good ? "32" : style == Style::bad ? "31" : "2";
    return "\x1b[" + std::string{code} + 'm' + std::string{text} + "\x1b[0m";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines{""};
    auto used = std::size_t{0};
    while (!text.empty()) {
        auto space = std::min(text.find(' '), text.size());
        if (text.substr(space).starts_with(" %")) space = std::min(text.find(' ', space + 1), text.size());
        auto word = text.substr(0, space);
        text.remove_prefix(std::min(space + 1, text.size()));
        auto wide = display_width(word);
        if (used > 0 && used + 1 + wide > width) {
            lines.emplace_back();
            used = 0;
        }
        if (used > 0) {
            lines.back() += ' ';
            ++used;
        }
        while (wide > width) {
            auto const part = before_colons(word, fitting(word, width));
            lines.back() += word.substr(0, part);
            word.remove_prefix(part);
            wide = display_width(word);
            if (!word.empty()) lines.emplace_back();
        }
        lines.back() += word;
        used += wide;
    }
    return lines;
}

std::string columns(std::vector<Row> const& rows, std::size_t label_width, std::size_t width, bool colour)
{
    auto widths = natural_widths(rows);
    auto const room = width > label_width + narrowest ? width - label_width : narrowest;
    fit(widths, longest_words(rows, widths.size()), room);
    std::string out;
    for (auto const& row : rows) {
        if (!row.cells.empty()) add_cells(out, row, widths, label_width, colour);
        if (row.paragraph.empty()) continue;
        auto first = row.cells.empty();
        auto const indent = std::string(row.cells.empty() && !row.belongs_above ? 0 : gap, ' ');
        for (auto const& part : wrapped(row.paragraph, room - indent.size())) {
            auto line =
                styled(padded(first ? row.label : "", label_width), Style::bold, colour && first && !row.label.empty());
            line += indent + styled(part, row.cells.empty() ? Style::plain : Style::faint, colour);
            trim_end(line);
            out += line + '\n';
            first = false;
        }
    }
    return out;
}

std::vector<std::string> rejoined(std::vector<std::string> const& lines)
{
    std::vector<std::string> joined;
    auto open = false;
    for (auto const& line : lines) {
        auto const first = line.find_first_not_of(' ');
        auto const begins = first == std::string::npos ||
                            std::string_view{"-*+#|>0123456789"}.find(line[first]) != std::string_view::npos;
        if (open && !begins)
            joined.back() += ' ' + line.substr(first);
        else
            joined.push_back(line);
        open = first != std::string::npos && line[first] != '#' && line[first] != '|';
    }
    return joined;
}

}  // namespace sss
