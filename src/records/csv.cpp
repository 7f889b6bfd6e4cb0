#include "records/csv.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

class CsvReader {
public:
    explicit CsvReader(std::string_view text) : text_(text)
    {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    }

    std::variant<std::vector<CsvRow>, CsvProblem> rows()
    {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow row{line_, {}};
            if (!read_row(row)) return std::move(problem_);
            auto const blank = row.cells.size() == 1 && row.cells.front().empty();
            if (!blank) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool at_line_end() const { return at_ == text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n"; }

    void pass_line_end()
    {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size()) ++at_;
        ++line_;
    }

    bool read_row(CsvRow& row)
    {
        for (;;) {
            row.cells.emplace_back();
            if (at_ < text_.size() && text_[at_] == '"') {
                if (!read_quoted(row.cells.back())) return false;
            } else {
                while (!at_line_end() && text_[at_] != ',') row.cells.back() += text_[at_++];
            }
            if (at_line_end()) break;
            ++at_;  // the comma
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
            if (text_[at_] == '\n') ++line_;
            cell += text_[at_];
        }
        if (at_ == text_.size()) {
            problem_ = {begun, "a quoted cell begins here and never ends", "close it with \""};
            return false;
        }
        ++at_;
        if (at_line_end() || text_[at_] == ',') return true;
        problem_ = {line_, "behind a quoted cell stands more text", "write a quote within a cell twice: \"\""};
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    CsvProblem problem_;
};

}  // namespace

std::variant<std::vector<CsvRow>, CsvProblem> parse_csv(std::string_view text)
{
    if (auto const wrong = first_invalid_utf8(text)) {
        auto const before = text.substr(0, *wrong);
        return CsvProblem{static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1, "this text is not UTF-8",
                          "save it as \"CSV UTF-8\""};
    }
    return CsvReader{text}.rows();
}

}  // namespace sss
