#include "records/csv.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Whether a line ends with this byte: LF, or a CR that no LF follows.
bool ends_line(std::string_view text, std::size_t at)
{
    return text[at] == '\n' || (text[at] == '\r' && text.substr(at, 2) != "\r\n");
}

bool needs_guard(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos ||
           std::string_view{"=+-@\t\r'"}.find(text.front()) != std::string_view::npos;
}

/// At these a spreadsheet may divide a cell, within quotes too, unless its line begins there.
constexpr std::string_view dividers{"\n\t;"};

/// What begins a formula, behind blanks and quotes; the wide forms too, which some spreadsheets take for the others.
bool begins_formula(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \"'"), text.size()));
    switch (first_code_point(text).value) {
        case '=':
        case '+':
        case '-':
        case '@':
        case 0xFF1D:
        case 0xFF0B:
        case 0xFF0D:
        case 0xFF20: return true;
        default: return false;
    }
}

std::string_view first_part(std::string_view text)
{
    return text.substr(0, text.find_first_of(dividers));
}

/// The parts behind the first, each with its guard, or without it again.
std::string guarded_behind(std::string_view text, bool guard)
{
    auto safe = std::string{first_part(text)};
    for (text.remove_prefix(safe.size()); !text.empty();) {
        safe += text.front();
        text.remove_prefix(1);
        auto part = first_part(text);
        text.remove_prefix(part.size());
        if (guard && begins_formula(part)) safe += '\'';
        if (!guard && part.starts_with('\'') && begins_formula(part.substr(1))) part.remove_prefix(1);
        safe += part;
    }
    return safe;
}

bool may_be_no_text(std::string_view text)
{
    if (needs_guard(text)) return true;
    auto const begin = text.substr(text.find_first_not_of(" \t\r\n"));
    return begin.size() < text.size() || std::string_view{" \t\r\n"}.find(text.back()) != std::string_view::npos ||
           std::string_view{"0123456789.[{"}.find(begin.front()) != std::string_view::npos ||
           begin.starts_with("true") || begin.starts_with("false");
}

class CsvReader {
public:
    CsvReader(std::string_view text, char separator) : text_(text), separator_(separator)
    {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    }

    std::variant<std::vector<CsvRow>, CsvProblem> rows(std::size_t most)
    {
        std::vector<CsvRow> rows;
        while (at_ < text_.size() && rows.size() < most) {
            CsvRow row{line_, ++number_, {}};
            if (!read_row(row)) return std::move(problem_);
            if (!std::ranges::all_of(row.cells, is_blank)) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    static bool is_blank(std::string const& cell) { return cell.find_first_not_of(" \t") == std::string::npos; }

    bool at_line_end() const { return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

    void pass_line_end()
    {
        at_ = std::min(at_ + (text_.substr(at_, 2) == "\r\n" ? 2U : 1U), text_.size());
        ++line_;
    }

    bool read_row(CsvRow& row)
    {
        for (;;) {
            row.cells.emplace_back();
            if (at_ < text_.size() && text_[at_] == '"') {
                if (!read_quoted(row.cells.back())) return false;
            } else {
                while (!at_line_end() && text_[at_] != separator_) row.cells.back() += text_[at_++];
            }
            if (at_line_end()) break;
            ++at_;  // the separator
        }
        pass_line_end();
        return true;
    }

    bool read_quoted(std::string& cell)
    {
        auto const begun = line_;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                if (text_.substr(at_, 2) != "\"\"") break;
                ++at_;
            }
            if (ends_line(text_, at_)) ++line_;
            cell += text_[at_];
        }
        if (at_ == text_.size()) {
            problem_ = {begun, "a quoted cell begins here and never ends", "close it with \""};
            return false;
        }
        ++at_;
        if (at_line_end() || text_[at_] == separator_) return true;
        problem_ = {line_, "behind a quoted cell stands more text", "write a quote within a cell twice: \"\""};
        return false;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t number_ = 0;
    CsvProblem problem_;
};

}  // namespace

std::string csv_quoted(std::string const& cell)
{
    if (cell.find_first_of(",\"\r\n;\t'") == std::string::npos && !cell.starts_with(' ') && !cell.ends_with(' '))
        return cell;
    std::string quoted{'"'};
    for (auto const c : cell) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

std::string csv_guarded(std::string_view text)
{
    auto const first = needs_guard(text) || begins_formula(first_part(text));
    return (first ? "'" : "") + guarded_behind(text, true);
}

std::string csv_guarded_as_text(std::string_view text)
{
    return (may_be_no_text(text) || begins_formula(first_part(text)) ? "'" : "") + guarded_behind(text, true);
}

std::string csv_unguarded(std::string_view cell)
{
    auto const text = cell.substr(cell.starts_with('\'') ? 1 : 0);
    auto const has_guard = text.size() < cell.size() && (needs_guard(text) || begins_formula(first_part(text)));
    return guarded_behind(has_guard ? text : cell, false);
}

std::optional<std::string> csv_guarded_text(std::string_view cell)
{
    if (!cell.starts_with('\'')) return std::nullopt;
    auto const text = cell.substr(1);
    if (!may_be_no_text(text) && !begins_formula(first_part(text))) return std::nullopt;
    return guarded_behind(text, false);
}

std::variant<std::vector<CsvRow>, CsvProblem> parse_csv(std::string_view text, char separator, std::size_t most)
{
    if (auto const wrong = first_invalid_utf8(text)) {
        std::uint32_t line = 1;
        for (std::size_t at = 0; at < *wrong; ++at) line += ends_line(text, at) ? 1U : 0U;
        return CsvProblem{line, "this text is not UTF-8", "save it as \"CSV UTF-8\""};
    }
    return CsvReader{text, separator}.rows(most);
}

}  // namespace sss
