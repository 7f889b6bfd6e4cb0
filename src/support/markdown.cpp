#include "support/markdown.hpp"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <utility>

namespace sss {

namespace {

using Is = MarkdownPiece::Is;

std::string text_of(char const* text)
{
    return text == nullptr ? std::string{} : std::string{text};
}

/// What a node is on our page; nothing: only what stands in it is told.
std::optional<MarkdownPiece> piece_of(cmark_node* node)
{
    auto const of = [](Is is) { return MarkdownPiece{.is = is}; };
    auto const said = [node](Is is) { return MarkdownPiece{.is = is, .text = text_of(cmark_node_get_literal(node))}; };
    auto const type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH) return of(Is::paragraph);
    if (type == CMARK_NODE_BLOCK_QUOTE) return of(Is::quote);
    if (type == CMARK_NODE_ITEM) return of(Is::item);
    if (type == CMARK_NODE_THEMATIC_BREAK) return of(Is::rule);
    if (type == CMARK_NODE_HEADING) {
        auto heading = of(Is::heading);
        heading.number = cmark_node_get_heading_level(node);
        return heading;
    }
    if (type == CMARK_NODE_LIST) {
        auto list = of(Is::list);
        if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) list.number = cmark_node_get_list_start(node) + 1;
        return list;
    }
    if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) return said(Is::code_block);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE) return said(Is::text);
    if (type == CMARK_NODE_SOFTBREAK) return MarkdownPiece{.is = Is::text, .text = " "};
    if (type == CMARK_NODE_LINEBREAK) return of(Is::line_break);
    if (type == CMARK_NODE_CODE) return said(Is::code);
    if (type == CMARK_NODE_EMPH) return of(Is::stressed);
    if (type == CMARK_NODE_STRONG) return of(Is::strong);
    if (type == CMARK_NODE_LINK) {
        auto link = of(Is::link);
        link.address = text_of(cmark_node_get_url(node));
        return link;
    }
    // What an extension brings has a name, and no constant in the library's headers.
    std::string_view const name = cmark_node_get_type_string(node);
    if (name == "table") return of(Is::table);
    if (name == "table_header" || name == "table_row") return of(Is::row);
    if (name == "table_cell") return of(Is::cell);
    if (name == "strikethrough") return of(Is::struck);
    return std::nullopt;
}

/// The library tells of the end of what can hold others alone.
bool is_leaf(cmark_node* node)
{
    auto const type = cmark_node_get_type(node);
    return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_THEMATIC_BREAK || type == CMARK_NODE_CODE_BLOCK ||
           type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
           type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE;
}

struct ForgetParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct ForgetNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct ForgetWay {
    void operator()(cmark_iter* way) const { cmark_iter_free(way); }
};

/// The library fills each row of a table up to the width of its head: a few kilobytes can ask for millions of cells.
bool may_hold_tables(std::string_view text)
{
    constexpr std::size_t most_cells = 20'000;
    std::size_t lines = 1, widest = 0, width = 0;
    for (auto const c : text) {
        if (c == '|') widest = std::max(widest, ++width);
        if (c == '\n') {
            ++lines;
            width = 0;
        }
    }
    return widest * lines <= most_cells;
}

std::unique_ptr<cmark_node, ForgetNode> document_of(std::string_view text)
{
    static auto const registered = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return true;
    }();
    static_cast<void>(registered);
    // Each parser keeps lists of its own in this place of the library's; nothing of ours is shared with it.
    std::unique_ptr<cmark_parser, ForgetParser> const parser{cmark_parser_new(CMARK_OPT_VALIDATE_UTF8)};
    if (!parser) throw std::bad_alloc{};
    for (std::string const name : {"table", "strikethrough", "autolink"}) {
        if (name == "table" && !may_hold_tables(text)) continue;
        if (auto* extension = cmark_find_syntax_extension(name.c_str()); extension != nullptr)
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return std::unique_ptr<cmark_node, ForgetNode>{cmark_parser_finish(parser.get())};
}

/// Neighbours that are plain text become one.
void add(std::vector<MarkdownPiece>& pieces, MarkdownPiece piece)
{
    if (piece.is == Is::text && !pieces.empty() && pieces.back().is == Is::text)
        pieces.back().text += piece.text;
    else
        pieces.push_back(std::move(piece));
}

/// The blocks of a stretch of a text, added to those before it.
void parse(std::string_view text, std::vector<MarkdownPiece>& blocks)
{
    auto const document = document_of(text);
    std::unique_ptr<cmark_iter, ForgetWay> const way{cmark_iter_new(document.get())};
    // The pieces that are open, the outermost first; a node that is no piece of ours, or lies too deep, opens none.
    std::vector<MarkdownPiece> open(1);
    std::vector<bool> opened;
    auto const close = [&] {
        auto const was_open = opened.back();
        opened.pop_back();
        if (!was_open) return;
        auto piece = std::move(open.back());
        open.pop_back();
        add(open.back().pieces, std::move(piece));
    };
    for (auto event = cmark_iter_next(way.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(way.get())) {
        if (event == CMARK_EVENT_EXIT) {
            close();
            continue;
        }
        auto* node = cmark_iter_get_node(way.get());
        auto piece = piece_of(node);
        auto const opens = piece && (is_leaf(node) || open.size() <= deepest_markdown);
        if (opens) open.push_back(std::move(*piece));
        opened.push_back(opens);
        if (is_leaf(node)) close();
    }
    std::ranges::move(open.front().pieces, std::back_inserter(blocks));
}

bool holds_blocks(Is is)
{
    return is == Is::quote || is == Is::list || is == Is::item || is == Is::table;
}

/// What the runs of a line say.
std::string line_of(MarkdownPiece const& piece)
{
    if (piece.is == Is::line_break) return " ";
    auto line = piece.text;
    for (auto const& run : piece.pieces) {
        if (run.is == Is::cell && !line.empty()) line += ", ";
        line += line_of(run);
    }
    if (piece.is == Is::link && !piece.address.empty() && line != piece.address) line += " (" + piece.address + ')';
    return line;
}

void add_plain(std::vector<MarkdownPiece> const& blocks, std::vector<std::string>& texts)
{
    for (auto const& block : blocks) {
        if (holds_blocks(block.is))
            add_plain(block.pieces, texts);
        else if (auto line = line_of(block); !line.empty())
            texts.push_back(std::move(line));
    }
}

}  // namespace

std::vector<MarkdownPiece> parse_markdown(std::string_view text)
{
    std::vector<MarkdownPiece> blocks;
    while (!text.empty()) {
        auto const stretch = beginning_of_markdown(text, longest_markdown);
        parse(stretch, blocks);
        text.remove_prefix(stretch.size());
    }
    return blocks;
}

std::vector<std::string> plain_markdown(std::string_view text)
{
    return plain_markdown(parse_markdown(text));
}

std::vector<std::string> plain_markdown(std::vector<MarkdownPiece> const& blocks)
{
    std::vector<std::string> texts;
    add_plain(blocks, texts);
    return texts;
}

std::string_view beginning_of_markdown(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) return text;
    auto const first = text.substr(0, bytes);
    for (std::string_view const end : {"\n\n", "\n", " "})
        if (auto const at = first.rfind(end); at != std::string_view::npos && at > 0)
            return first.substr(0, at + end.size());
    auto whole = bytes;
    while (whole > 0 && (static_cast<unsigned char>(text[whole]) & 0xc0U) == 0x80U) --whole;
    return text.substr(0, whole == 0 ? bytes : whole);
}

}  // namespace sss
