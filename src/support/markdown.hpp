#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A piece of a text in Markdown (GitHub's flavour, as cmark-gfm reads it). Nothing of it is markup of ours: raw HTML
/// and images are told by their text.
struct MarkdownPiece {
    enum class Is : std::uint8_t {
        // Blocks, which hold blocks or runs.
        paragraph,
        heading,
        quote,
        list,
        item,
        code_block,  ///< `text` as it stands
        rule,        ///< a line across
        table,
        row,  ///< of a table; the first one holds its heads
        cell,
        // Runs of a line.
        text,
        stressed,
        strong,
        struck,
        code,        ///< `text` as it stands
        link,        ///< to `address`, as somebody wrote it
        line_break,  ///< one that was meant
    };
    Is is = Is::paragraph;
    std::string text = {};
    std::string address = {};
    int number = 0;  ///< of a heading its level, 1 to 6; of a list that counts its first number plus one; else 0
    std::vector<MarkdownPiece> pieces = {};

    bool operator==(MarkdownPiece const&) const = default;
};

/// A longer text is read in stretches of so many bytes, which end between paragraphs where they can: what reads
/// Markdown takes time that grows faster than its input.
constexpr std::size_t longest_markdown = 24'000;
/// What is nested deeper is told by its text.
constexpr std::size_t deepest_markdown = 12;

/// The blocks of a text, all of them.
std::vector<MarkdownPiece> parse_markdown(std::string_view text);

/// The same as plain texts, one for each paragraph, heading, item, row and line of code, without a mark of what it is.
std::vector<std::string> plain_markdown(std::string_view text);
std::vector<std::string> plain_markdown(std::vector<MarkdownPiece> const& blocks);

/// The first paragraphs of a text, so many bytes of it at most, or else its beginning.
std::string_view beginning_of_markdown(std::string_view text, std::size_t bytes);

}  // namespace sss
