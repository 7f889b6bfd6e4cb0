#include "records/write_format.hpp"

#include "records/document.hpp"
#include "records/edit_syntax.hpp"
#include "records/toml/toml_newer.hpp"
#include "records/write.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

using Comments = std::vector<std::string>;

std::string comment_text(std::string_view text, Span span)
{
    auto comment = bytes_of(text, span);
    while (!comment.empty() && is_blank(comment.back())) comment.remove_suffix(1);
    return std::string{comment};
}

/// The value's own spelling; only line ends become LF, and quotes that need not be single ones double.
std::string token_of(std::string_view text, Span span)
{
    auto const bytes = bytes_of(text, span);
    auto const plain_literal = bytes.size() >= 2 && bytes.front() == '\'' && !bytes.starts_with("'''") &&
                               bytes.find_first_of("\"\\\t") == std::string_view::npos;
    if (plain_literal) return write_string(bytes.substr(1, bytes.size() - 2));
    std::string token;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (!bytes.substr(i).starts_with("\r\n")) token += bytes[i];
    return token;
}

/// Builds the tree of parts out of the pieces of a text.
class LayoutBuilder {
public:
    explicit LayoutBuilder(std::string_view text) : text_(text) { root_.form = Laid::Form::table; }

    Laid build()
    {
        auto const pieces = pieces_of(text_);
        table_ = &root_;
        for (auto const& piece : pieces) {
            switch (piece.sort) {
                case Piece::Sort::blank: blank(); break;
                case Piece::Sort::comment: pending_.push_back(comment_text(text_, piece.statement)); break;
                case Piece::Sort::key: key(piece); break;
                case Piece::Sort::table:
                case Piece::Sort::item: header(piece); break;
            }
        }
        stay_below();
        return std::move(root_);
    }

private:
    void blank()
    {
        if (!pending_.empty() && !pending_.back().empty()) pending_.emplace_back();
        // What a blank line parts from the first key speaks of the whole file.
        if (!begun_) {
            root_.above.insert(root_.above.end(), pending_.begin(), pending_.end());
            pending_.clear();
        }
    }

    /// The comments that no key follows stay at the end of their table.
    void stay_below()
    {
        while (!pending_.empty() && pending_.back().empty()) pending_.pop_back();
        table_->below.insert(table_->below.end(), pending_.begin(), pending_.end());
        pending_.clear();
    }

    void key(Piece const& piece)
    {
        begun_ = true;
        auto way = way_;
        auto& part = child(*table_, piece.path, index_, way);
        auto const name = part.key;
        part = value(piece.value);
        part.key = name;
        part.above = std::exchange(pending_, {});
        part.beside = comment_text(text_, piece.comment);
    }

    void header(Piece const& piece)
    {
        begun_ = true;
        // Only what stands directly above the header is the header's.
        auto const gap = std::find(pending_.rbegin(), pending_.rend(), std::string{});
        Comments above{gap.base(), pending_.end()};
        pending_.erase(gap.base(), pending_.end());
        stay_below();
        way_.clear();
        auto* part = &child(root_, piece.path, index_, way_);
        if (piece.sort == Piece::Sort::item) {
            part->form = Laid::Form::array;
            part->parts.emplace_back().form = Laid::Form::table;
            way_ += std::to_string(part->parts.size());
            part = &part->parts.back();
        } else {
            part->form = Laid::Form::table;
        }
        part->above = std::move(above);
        part->beside = comment_text(text_, piece.comment);
        table_ = part;
    }

    /// Where the parts of a tree stand among those of their tables, by their paths.
    using Index = std::unordered_map<std::string, std::size_t>;

    /// The part at a path below a table, made where it is missing; on the way through a list of tables, its last item.
    /// @param way  the table's own path in the index; that of the part afterwards
    static Laid& child(Laid& from, std::vector<std::string> const& path, Index& index, std::string& way)
    {
        auto* at = &from;
        for (auto const& key : path) {
            if (at->form == Laid::Form::array && !at->parts.empty()) {
                way += std::to_string(at->parts.size());
                at = &at->parts.back();
            }
            way += '\n' + std::to_string(key.size()) + ' ' + key + ' ';
            auto const [place, is_new] = index.try_emplace(way, at->parts.size());
            if (is_new) {
                at->parts.emplace_back().key = key;
                at->parts.back().form = Laid::Form::table;
            }
            at = &at->parts[place->second];
        }
        return *at;
    }

    Laid value(WrittenValue const& written) const
    {
        Laid part;
        if (written.form == WrittenValue::Form::array) return list(written);
        if (written.form == WrittenValue::Form::scalar) {
            part.token = token_of(text_, written.where);
            return part;
        }
        part.form = Laid::Form::table;
        Index index;
        for (auto const& entry : written.entries) {
            std::string way;
            auto& inner = child(part, entry.path, index, way);
            auto const name = inner.key;
            inner = value(entry.value);
            inner.key = name;
        }
        return part;
    }

    Laid list(WrittenValue const& written) const
    {
        Laid part;
        part.form = Laid::Form::array;
        auto comment = written.comments.begin();
        std::size_t end = written.where.begin;  // of the item before
        Comments above;
        // A comment on the line on which an item ends stands behind that item.
        auto const take_until = [&](std::size_t limit) {
            for (; comment != written.comments.end() && comment->begin < limit; ++comment) {
                auto const same_line = bytes_of(text_, {end, comment->begin}).find('\n') == std::string_view::npos;
                auto words = comment_text(text_, *comment);
                if (same_line && !part.parts.empty() && part.parts.back().beside.empty() && above.empty())
                    part.parts.back().beside = std::move(words);
                else
                    above.push_back(std::move(words));
            }
        };
        for (auto const& item : written.items) {
            take_until(item.where.begin);
            part.parts.push_back(value(item));
            part.parts.back().above = std::exchange(above, {});
            end = item.where.end;
        }
        take_until(written.where.end);
        part.below = std::move(above);
        return part;
    }

    std::string_view text_;
    Laid root_;
    Index index_;
    std::string way_;        ///< of `table_` in the index
    Laid* table_ = nullptr;  ///< below whose header the text stands
    Comments pending_;       ///< comments since the last key or header; "" is a blank line
    bool begun_ = false;     ///< a key or header has been met
};

void collect_comments(std::string_view text, WrittenValue const& value, Comments& into)
{
    for (auto const& comment : value.comments) into.push_back(comment_text(text, comment));
    for (auto const& item : value.items) collect_comments(text, item, into);
    for (auto const& entry : value.entries) collect_comments(text, entry.value, into);
}

/// All comments of a text, sorted.
Comments comments_of(std::string_view text)
{
    Comments all;
    for (auto const& piece : pieces_of(text)) {
        if (piece.sort == Piece::Sort::comment) all.push_back(comment_text(text, piece.statement));
        if (piece.comment.end > piece.comment.begin) all.push_back(comment_text(text, piece.comment));
        collect_comments(text, piece.value, all);
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace

std::string canonical(std::string_view text, Kind const& kind)
{
    Table before, after;
    if (!parse_values(text, before)) throw Error{"lay out the record", "it is not sound TOML"};
    // What is written is read by those who know TOML 1.0 alone.
    if (auto const older = in_older_toml(text)) {
        if (older->without_comments)
            throw Error{"lay out the record", "an inline table in it holds comments, for which TOML 1.0 has no place",
                        "It is left as it is; write that table below a header of its own."};
        return canonical(older->text, kind);
    }
    auto result = write_record(LayoutBuilder{text}.build(), kind);
    if (result.size() > largest_document)
        throw Error{"lay out the record", fmt::format("it would grow beyond {} bytes", largest_document),
                    "Keep large material elsewhere and name its address under sources."};
    if (!parse_values(result, after) || !(before == after) || comments_of(text) != comments_of(result))
        throw Error{"lay out the record", "its layout is one that sss does not understand",
                    "It is left as it is; `sss validate` tells whether it is right."};
    return result;
}

}  // namespace sss
