#include "print/html/markdown_html.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace sss {

namespace {

using Is = MarkdownPiece::Is;
using Pieces = std::span<MarkdownPiece const>;

/// The pieces of one text. It calls itself no deeper than `deepest_markdown`.
class MarkdownPrinter {
public:
    MarkdownPrinter(int level, HtmlNeighbours* among) : top_(level), among_(among) {}

    Html blocks(Pieces pieces)
    {
        Html markup;
        for (auto const& piece : pieces) markup += block(piece);
        return markup;
    }

private:
    Html block(MarkdownPiece const& piece)
    {
        switch (piece.is) {
            case Is::paragraph: return html("<p dir=\"auto\">{}</p>\n", runs(piece.pieces));
            case Is::heading: return heading(piece);
            case Is::quote: return html("<blockquote>\n{}</blockquote>\n", blocks(piece.pieces));
            case Is::list: return list(piece);
            case Is::code_block: return html("<pre dir=\"auto\"><code>{}</code></pre>\n", lines(piece.text));
            case Is::rule: return html("<hr>\n");
            case Is::table: return table(piece);
            default: break;
        }
        return html("<p dir=\"auto\">{}</p>\n", run(piece));
    }

    static Html lines(std::string_view text)
    {
        Html markup;
        while (!text.empty()) {
            auto const end = std::min(text.find('\n'), text.size());
            markup += Html{text.substr(0, end)} + html("\n");
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return markup;
    }

    /// The highest headings of the text stand at the level that the page has for them.
    Html heading(MarkdownPiece const& piece)
    {
        if (first_ == 0) first_ = piece.number;
        auto const wanted = top_ + std::max(0, piece.number - first_);
        deepest_ = std::min({wanted, deepest_ == 0 ? top_ : deepest_ + 1, 6});
        auto const level = std::to_string(deepest_);
        return html("<h{} dir=\"auto\">{}</h{}>\n", level, runs(piece.pieces), level);
    }

    Html list(MarkdownPiece const& piece)
    {
        Html items;
        for (auto const& item : piece.pieces) {
            auto const& held = item.pieces;
            // A short item is a line, and no paragraph.
            auto const line = !held.empty() && held.front().is == Is::paragraph;
            auto const first = line ? runs(held.front().pieces) : Html{};
            items += html("<li dir=\"auto\">{}{}</li>\n", first, blocks(Pieces{held}.subspan(line ? 1 : 0)));
        }
        if (items.empty()) return items;
        if (piece.number == 0) return html("<ul>\n{}</ul>\n", items);
        if (piece.number == 2) return html("<ol>\n{}</ol>\n", items);
        return html("<ol start=\"{}\">\n{}</ol>\n", piece.number - 1, items);
    }

    Html table(MarkdownPiece const& piece)
    {
        Html head, body;
        for (auto const& row : piece.pieces) {
            auto const is_head = &row == &piece.pieces.front();
            Html cells;
            for (auto const& cell : row.pieces) {
                auto const text = runs(cell.pieces);
                cells += is_head ? html("<th scope=\"col\" dir=\"auto\">{}</th>", text)
                                 : html("<td dir=\"auto\">{}</td>", text);
            }
            (is_head ? head : body) += html("<tr>{}</tr>\n", cells);
        }
        auto const rows = body.empty() ? body : html("<tbody>\n{}</tbody>\n", body);
        return html(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n<thead>\n{}"
            "</thead>\n{}</table>\n</div>\n",
            head, rows);
    }

    Html runs(Pieces pieces)
    {
        Html markup;
        for (auto const& piece : pieces) markup += run(piece);
        return markup;
    }

    Html run(MarkdownPiece const& piece)
    {
        auto const within = [&] { return runs(piece.pieces); };
        switch (piece.is) {
            case Is::text: return text_html(piece.text, in_link_ ? nullptr : among_);
            case Is::stressed: return html("<em>{}</em>", within());
            case Is::strong: return html("<strong>{}</strong>", within());
            case Is::struck: return html("<s>{}</s>", within());
            case Is::code: return html("<code>{}</code>", piece.text);
            case Is::line_break: return html("<br>\n");
            case Is::link: return link(piece);
            default: break;
        }
        return within();
    }

    Html link(MarkdownPiece const& piece)
    {
        auto const was_in_link = std::exchange(in_link_, true);
        auto text = runs(piece.pieces);
        in_link_ = was_in_link;
        if (text.empty()) text = Html{piece.address};
        if (was_in_link) return text;
        // An address that leads nowhere from here is told, and not followed.
        if (!is_safe_address(piece.address)) return piece.address.empty() ? text : text + html(" ({})", piece.address);
        return html("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", piece.address, text);
    }

    int top_;
    HtmlNeighbours* among_;
    int first_ = 0;    ///< the level of its first heading, as it was written
    int deepest_ = 0;  ///< the level of the last one, as it stands on the page
    bool in_link_ = false;
};

}  // namespace

Html markdown_html(std::span<MarkdownPiece const> blocks, int level, HtmlNeighbours* among)
{
    return MarkdownPrinter{level, among}.blocks(blocks);
}

}  // namespace sss
