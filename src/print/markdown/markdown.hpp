#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sss {

/// Text out of a record as plain text in GitHub's and GitLab's Markdown: nothing in it marks up, links, mentions
/// somebody, refers to an issue, breaks a table or opens HTML. Line ends become blanks; control characters are made
/// visible.
std::string escape_markdown(std::string_view text);

/// Such a text within a report: on one line, of a bearable length.
std::string markdown_line(std::string_view text);

/// A table of GitHub's Markdown, row by row. Titles and cells are Markdown already: what comes out of records is
/// escaped.
class MarkdownTable {
public:
    /// @param where_empty  what stands in a cell of which nothing is told
    explicit MarkdownTable(std::vector<std::string> titles, std::string where_empty = {})
        : titles_(std::move(titles)), where_empty_(std::move(where_empty))
    {}

    /// The column's cells stand at its right.
    void align_right(std::size_t column) { right_.insert(column); }

    /// Of a row that is shorter than the titles the rest is empty.
    void add(std::vector<std::string> cells);

    /// Takes the columns out in which no row has anything.
    void leave_out_empty_columns();

    /// Nothing where there is no row.
    std::string text() const;

private:
    std::string line(std::vector<std::string> const& cells, std::string_view where_empty) const;

    std::vector<std::string> titles_;
    std::string where_empty_;
    std::set<std::size_t> right_;
    std::set<std::size_t> left_out_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace sss
