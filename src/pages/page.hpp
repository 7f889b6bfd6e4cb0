#pragma once

#include "support/markdown.hpp"
#include "words/words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A page before any format has it: what stands on it, and in which order. Printers make bytes of it; they know nothing
/// of milestones, and a page nothing of bytes.
namespace sss {

/// So many rows of a table or items of a list stand open where the rest can be folded away or asked for: the first
/// ones, which are the worst where there is an order of that.
constexpr std::size_t most_page_rows = 10;

/// Whether what is said is good or bad news.
enum class Tone : std::uint8_t { plain, good, bad };

/// What a cell says, and what stands aside of it in a smaller voice.
struct CellLine {
    Said text;
    Said aside = {};
    Tone tone = Tone::plain;
};

struct PageCell {
    std::vector<CellLine> lines;
    std::optional<double> share = {};  ///< 0 to 1, drawn as a bar where there is room; 1 only where all is reached
    Said unheaded = {};   ///< said in place of its text where no title of a column stands above it: "next: launch"
    bool always = false;  ///< stands below its row where its column is left out

    PageCell() = default;
    /// One line.
    PageCell(Said text, Said aside = {}, Tone tone = Tone::plain);  // NOLINT(google-explicit-constructor)
    explicit PageCell(std::vector<CellLine> said) : lines(std::move(said)) {}

    bool empty() const { return lines.empty() && !share; }
    /// Of what it says first.
    Tone tone() const { return lines.empty() ? Tone::plain : lines.front().tone; }
};

struct PageColumn {
    /// How it stands where a line has some hundred characters.
    enum class Narrow : std::uint8_t {
        column,
        below,  ///< long: in lines below its row
        left_out,
    };
    Said title;
    Narrow narrow = Narrow::column;
    bool prose = false;  ///< whole sentences; the widest column, where it is the first or the last
};

/// Of rows alike. The first cell of a row names it. A column in which nothing stands is left out by every printer.
struct PageTable {
    Said caption;  ///< what it is a table of, for those who hear the page
    std::vector<PageColumn> columns;
    std::vector<std::vector<PageCell>> rows = {};
    bool named_rows = false;  ///< where a line has some hundred characters, the first cells stand as its labels
    /// The command that lists all rows, of a table that is cut where nothing can be folded away; empty: none does.
    std::vector<std::string> listed_by = {};
};

struct PageItem {
    Said text;
    Said head = {};   ///< what the text is said of
    Said aside = {};  ///< in parentheses
};

struct PageList {
    std::vector<PageItem> items;
    bool names = false;  ///< its items are names, of which some stand for all where there is little room
    bool folds = false;  ///< the first ones say the most: the rest can be folded away
};

/// Something that happened, with a title of its own, and what is told of it point by point.
struct PageEntry {
    Said title;
    Said text = {};
    std::vector<Said> points = {};
};

struct PageParagraph {
    Said text;
};

/// A heading within a section.
struct PageHeading {
    Said text;
};

/// A quotation in the office's own words: paragraphs of safe Markdown are not ours to print as such.
struct PageQuote {
    std::vector<Said> paragraphs;
    Said by = {};  ///< whose words, and when
};

/// What only who asks for it reads.
struct PageFold {
    Said title;
    std::vector<Said> paragraphs;
};

/// Where the pictures that a format can show stand.
struct FiguresHere {};

/// What is known of a thing, a line of its own each.
struct PageFact {
    Said label;
    std::vector<Said> lines;
};

struct PageFacts {
    std::vector<PageFact> facts;
};

/// What somebody wrote in Markdown, with the headings of its own below those of the page.
struct PageMarkdown {
    std::vector<MarkdownPiece> pieces;
    int level = 3;  ///< of its first heading
};

using PageBlock = std::variant<PageParagraph, PageHeading, PageTable, PageList, PageEntry, PageQuote, PageFacts,
                               PageMarkdown, FiguresHere>;

/// A paragraph of what is said, where anything is.
void add_paragraph(std::vector<PageBlock>& blocks, Said said);
/// A table of rows, where there are any.
void add_table(std::vector<PageBlock>& blocks, PageTable table);

/// A block of it alone, where there are any.
std::vector<PageBlock> block_of(PageTable table);

/// Leaves of each table and list so many rows; how many more there are is said below it, and where they stand.
void cut_long(std::vector<PageBlock>& blocks, std::size_t most, Said const& where);

struct PageSection {
    Said title;
    std::string anchor;  ///< what a link to it says
    std::vector<PageBlock> blocks;
    bool apart = false;  ///< its columns do not line up with its neighbours'
    Said aside = {};     ///< of the title: the day of a release
    Said heap = {};      ///< what it shares with its neighbours where there are many: the year of a month
    Said brief = {};     ///< its title among those
};

/// How a page is made again.
struct PageMade {
    Said from;                           ///< "Made by sss 0.1.0 from commit 5080aab…"
    std::vector<std::string> arguments;  ///< of the command
};

struct Page {
    Words words = {};                    ///< of the language in which it speaks, its printer's own words too
    Said name;                           ///< the first heading
    Said sort = {};                      ///< of page, where the name does not say it: "Progress report"
    Said subtitle = {};                  ///< "week 15 of 2023, as of 13 April"
    std::string title;                   ///< plain text, by which one page is told from another in a list of windows
    Said part = {};                      ///< of what it tells, where not of all
    Said lead = {};                      ///< what is read first
    Tone tone = Tone::plain;             ///< of the lead
    Said rest = {};                      ///< what follows it
    std::optional<double> share = {};    ///< 0 to 1, drawn below the lead
    std::vector<Said> intro = {};        ///< paragraphs
    std::optional<PageFold> basis = {};  ///< on what the lead rests
    std::vector<Said> remarks = {};      ///< what the reader must know of how it was made
    bool whole = false;                  ///< it answers one question: no row of its tables is folded away
    std::vector<PageSection> sections = {};
    std::vector<Said> foot = {};  ///< paragraphs in a small voice
    std::optional<PageMade> made = {};
};

/// A section, where anything stands in it.
void add_section(Page& page, Said title, std::string anchor, std::vector<PageBlock> blocks);

}  // namespace sss
