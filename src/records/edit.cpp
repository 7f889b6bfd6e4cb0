#include "records/edit.hpp"

#include "records/document.hpp"
#include "records/edit_lists.hpp"
#include "records/edit_places.hpp"
#include "records/edit_values.hpp"
#include "records/write.hpp"
#include "support/error.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace sss {
namespace {

using Act = FieldEdit::Act;
using Sort = Piece::Sort;

bool begins_with(EditPath const& path, std::span<PathStep const> beginning)
{
    return beginning.size() <= path.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

std::vector<std::string> keys_of(std::span<PathStep const> path)
{
    std::vector<std::string> keys;
    for (auto const& step : path) keys.push_back(step.key);
    return keys;
}

std::string dotted(std::span<PathStep const> path)
{
    std::string text;
    for (auto const& step : path) text += (text.empty() ? "" : ".") + write_key(step.key);
    return text;
}

bool is_sections(Value const& value)
{
    if (value.table() != nullptr) return true;
    auto const* items = value.array();
    return items != nullptr && !items->empty() &&
           std::ranges::all_of(*items, [](Value const& item) { return item.table() != nullptr; });
}

class Editor {
public:
    Editor(std::string_view text, Kind const& kind)
        : text_(text), kind_(kind), line_end_(line_end_of(text)), pieces_(locate(pieces_of(text)))
    {}

    std::string run(FieldEdit const& edit)
    {
        switch (edit.act) {
            case Act::put: put(edit.path, edit.value); break;
            case Act::append: append(edit.path, edit.value); break;
            case Act::remove: remove(edit.path); break;
        }
        return spliced(text_, std::move(splices_));
    }

private:
    void splice(Span where, std::string with) { splices_.push_back({where, std::move(with)}); }

    /// As the file ends its lines.
    std::string in_file_lines(std::string_view text) const
    {
        std::string out;
        for (auto const c : text) out += c == '\n' ? std::string{line_end_} : std::string{c};
        return out;
    }

    // ── what stands in a value: `key = …`, and lists and tables within it ──

    /// The key whose value holds the path, or is it.
    Located const* key_towards(EditPath const& path) const
    {
        for (auto const& piece : pieces_) {
            auto const n = piece.at.size();
            if (piece.piece.sort != Sort::key || n > path.size()) continue;
            auto const before = std::span{path}.first(n - 1);
            if (std::equal(before.begin(), before.end(), piece.at.begin()) && piece.at.back().key == path[n - 1].key)
                return &piece;
        }
        return nullptr;
    }

    struct Inner {
        WrittenValue const* value = nullptr;   ///< nullptr where there is none
        WrittenValue const* holder = nullptr;  ///< the list or inline table that has it, or would
        std::size_t index = 0;                 ///< of the item or entry in the holder
        std::size_t rest = 0;                  ///< first step that the holder does not know
    };

    static Inner look(WrittenValue const& value, EditPath const& path, std::size_t step)
    {
        Inner found{&value, nullptr, 0, step};
        if (path[step - 1].item) {
            auto const item = *path[step - 1].item;
            if (item >= value.items.size()) return {nullptr, &value, item, step};
            found = {&value.items[item], &value, item, step};
        }
        if (step == path.size()) return found;
        auto const& table = *found.value;
        for (std::size_t i = 0; i < table.entries.size(); ++i) {
            auto const& entry = table.entries[i];
            auto const n = entry.path.size();
            if (n > path.size() - step) continue;
            auto const keys = keys_of(std::span{path}.subspan(step, n));
            if (keys != entry.path) continue;
            auto inner = look(entry.value, path, step + n);
            if (inner.holder == nullptr) inner = {inner.value, &table, i, step};
            return inner;
        }
        return {nullptr, &table, table.entries.size(), step};
    }

    // ── put ──

    void put(EditPath const& path, Value const& value)
    {
        auto const* key = key_towards(path);
        if (key == nullptr) return insert(path, value);
        auto const inner = look(key->piece.value, path, key->at.size());
        if (inner.value == nullptr) return put_entry(*inner.holder, std::span{path}.subspan(inner.rest), value);
        auto const alone = inner.value == &key->piece.value;
        splice(inner.value->where,
               in_file_lines(alone ? write_value_of_key(value, columns_before(inner.value->where.begin))
                                   : write_value(value)));
    }

    std::size_t columns_before(std::size_t at) const
    {
        auto const newline = text_.rfind('\n', at);
        auto const begin = newline == std::string_view::npos || at == 0 ? 0 : newline + 1;
        return display_width(text_.substr(begin, at - begin));
    }

    void put_entry(WrittenValue const& table, std::span<PathStep const> key, Value const& value)
    {
        auto const text = fmt::format("{} = {}", dotted(key), write_value(value));
        if (table.entries.empty())
            splice(table.where, fmt::format("{{ {} }}", text));
        else
            splice({table.entries.back().value.where.end, table.entries.back().value.where.end}, ", " + text);
    }

    // ── a new field ──

    void insert(EditPath const& path, Value const& value)
    {
        EditPath const parent{path.begin(), path.end() - 1};
        if (auto const* spelled = dotted_towards(path)) {
            auto const rest = std::span{path}.subspan(spelled->table.size());
            return insert_after(*spelled, fmt::format("{} = {}\n", dotted(rest), write_value(value)));
        }
        if (is_sections(value)) return insert_section(path, value);
        if (!parent.empty() && header_of(parent) == nullptr)
            return insert_section(parent, Value{Table{{path.back().key, {}, value}}});
        insert_key(parent, path.back().key, value);
    }

    /// The last key that spells the way to the path with dots, as `orbit.regime = …` does for `orbit.altitude_km`.
    Located const* dotted_towards(EditPath const& path) const
    {
        Located const* best = nullptr;
        std::size_t shared = 0;
        for (auto const& piece : pieces_) {
            if (piece.piece.sort != Sort::key || piece.piece.path.size() < 2) continue;
            auto const both = static_cast<std::size_t>(std::ranges::mismatch(piece.at, path).in1 - piece.at.begin());
            if (both > piece.table.size() && both >= shared) {
                best = &piece;
                shared = both;
            }
        }
        // Where a header opens more of the way than the dots do, the field belongs below that header.
        for (auto const& piece : pieces_)
            if (piece.header() && begins_with(path, piece.at) && piece.at.size() >= shared) return nullptr;
        return best;
    }

    Located const* header_of(EditPath const& table) const
    {
        auto const found =
            std::ranges::find_if(pieces_, [&](Located const& piece) { return piece.header() && piece.at == table; });
        return found == pieces_.end() ? nullptr : &*found;
    }

    void insert_key(EditPath const& table, std::string const& key, Value const& value)
    {
        auto const start = write_key(key) + " = ";
        auto const line = start + write_value_of_key(value, display_width(start)) + "\n";
        auto const prefix = prefix_of(table);
        auto const rank = rank_of(kind_, prefix, key);
        Located const* before = nullptr;
        Located const* first = nullptr;
        std::size_t best = 0;
        for (auto const& piece : pieces_) {
            if (piece.piece.sort != Sort::key || piece.table != table) continue;
            if (first == nullptr) first = &piece;
            auto const other = rank_of(kind_, prefix, piece.piece.path.front());
            if (other <= rank && (before == nullptr || other >= best)) {
                before = &piece;
                best = other;
            }
        }
        if (before != nullptr) return insert_after(*before, line);
        if (first != nullptr) return insert_before(*first, line);
        if (!table.empty()) return insert_after(*header_of(table), line);
        // A record of nothing but tables: its first field stands above them.
        auto const header = std::ranges::find_if(pieces_, &Located::header);
        if (header != pieces_.end()) return insert_before(*header, line + "\n");
        if (pieces_.empty()) return splice({text_.size(), text_.size()}, in_file_lines(line));
        insert_after(pieces_.back(), line);
    }

    void insert_section(EditPath const& path, Value const& value)
    {
        auto shared = path.size() - 1;
        while (shared > 0 && !stands_below_headers(std::span{path}.first(shared))) --shared;
        EditPath const holder{path.begin(), path.begin() + static_cast<std::ptrdiff_t>(shared)};
        EditPath const parent{path.begin(), path.end() - 1};
        auto const text = write_section(keys_of(path), value, kind_, prefix_of(parent));

        auto const rank = rank_of(kind_, prefix_of(holder), path[shared].key);
        Located const* after = nullptr;
        Located const* first = nullptr;
        std::size_t best = 0;
        auto exact = false;
        for (auto const& piece : pieces_) {
            if (!piece.content() || !begins_with(piece.at, holder)) continue;
            if (piece.table.size() <= shared) {  // the holder's own keys, or its header
                if (after == nullptr || best == 0) after = &piece;
                continue;
            }
            if (first == nullptr) first = &piece;
            auto const same = piece.table[shared].key == path[shared].key;
            auto const other = rank_of(kind_, prefix_of(holder), piece.table[shared].key) + 1;
            if (exact ? same : same || (other <= rank + 1 && other >= best)) {
                after = &piece;
                best = other;
                exact = exact || same;
            }
        }
        if (after != nullptr) return insert_after(with_comments_below(*after), "\n" + text);
        if (first != nullptr) return insert_before(*first, text + "\n");
        if (pieces_.empty()) return splice({text_.size(), text_.size()}, in_file_lines(text));
        insert_after(pieces_.back(), "\n" + text);
    }

    bool stands_below_headers(std::span<PathStep const> table) const
    {
        return std::ranges::any_of(
            pieces_, [&](Located const& piece) { return piece.header() && begins_with(piece.at, table); });
    }

    /// The last comment that follows a key or header and does not stand directly above the next header.
    Located const& with_comments_below(Located const& from) const
    {
        auto const* last = &from;
        auto const* end = pieces_.data() + pieces_.size();
        auto const* next = &from + 1;
        while (next != end && !next->content()) ++next;
        auto const* limit = next;
        if (next != end)
            while (limit > &from + 1 && (limit - 1)->piece.sort == Sort::comment) --limit;
        for (auto const* piece = &from + 1; piece < limit; ++piece)
            if (piece->piece.sort == Sort::comment) last = piece;
        return *last;
    }

    void insert_after(Located const& piece, std::string_view lines)
    {
        auto const at = piece.piece.lines.end;
        auto text = in_file_lines(lines);
        if (!text_.substr(0, at).ends_with('\n') && at > 0) {
            // The file's last line has no end, and shall have none.
            text.erase(text.size() - line_end_.size());
            text.insert(0, line_end_);
        }
        splice({at, at}, std::move(text));
    }

    /// Before the comments that stand directly above it, too.
    void insert_before(Located const& piece, std::string_view lines)
    {
        auto const* first = &piece;
        while (first != pieces_.data() && (first - 1)->piece.sort == Sort::comment) --first;
        splice({first->piece.lines.begin, first->piece.lines.begin}, in_file_lines(lines));
    }

    // ── append ──

    void append(EditPath const& path, Value const& value)
    {
        if (auto const* key = key_towards(path)) {
            auto const inner = look(key->piece.value, path, key->at.size());
            if (inner.value == nullptr)
                return put_entry(*inner.holder, std::span{path}.subspan(inner.rest), Value{Array{value}});
            auto const alone = inner.value == &key->piece.value;
            auto const room = alone ? columns_before(inner.value->where.begin) : std::size_t{0};
            return append_item(text_, *inner.value, write_value(value), alone ? std::optional{room} : std::nullopt,
                               line_end_, splices_);
        }
        auto const sections = std::ranges::any_of(pieces_, [&](Located const& piece) {
            auto list = path;
            list.back().item = 0;
            return piece.header() && piece.at == list;
        });
        if (sections || value.table() != nullptr) return insert_section(path, Value{Array{value}});
        insert(path, Value{Array{value}});
    }

    // ── remove ──

    void remove(EditPath const& path)
    {
        if (auto const* key = key_towards(path)) {
            auto const inner = look(key->piece.value, path, key->at.size());
            if (inner.value == nullptr) return remove_spelled(*inner.holder, std::span{path}.subspan(inner.rest));
            if (inner.holder == nullptr) return splice(key->piece.lines, "");
            return remove_part(text_, *inner.holder, inner.index, splices_);
        }
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            auto const& piece = pieces_[i];
            if (!piece.content() || !holds(path, piece.at)) continue;
            if (piece.header())
                remove_section(i);
            else if (!holds(path, piece.table))
                splice(piece.piece.lines, "");
        }
    }

    /// A table within braces that only dots spell out: `{ a.b = 1, a.c = 2 }`.
    void remove_spelled(WrittenValue const& table, std::span<PathStep const> rest)
    {
        auto const keys = keys_of(rest);
        for (std::size_t i = 0; i < table.entries.size(); ++i) {
            auto const& path = table.entries[i].path;
            if (path.size() > keys.size() && std::equal(keys.begin(), keys.end(), path.begin()))
                remove_part(text_, table, i, splices_);
        }
    }

    /// Whether the second path is, or lies within, what the first names; a list without an item is all its items.
    static bool holds(EditPath const& outer, EditPath const& inner)
    {
        if (inner.size() < outer.size()) return false;
        for (std::size_t i = 0; i < outer.size(); ++i) {
            auto const last = i + 1 == outer.size();
            if (outer[i].key != inner[i].key) return false;
            if (outer[i].item != inner[i].item && !(last && !outer[i].item)) return false;
        }
        return true;
    }

    /// A header with all that stands below it, and the blank line before it.
    void remove_section(std::size_t header)
    {
        auto last = header;
        for (auto i = header + 1; i < pieces_.size() && !pieces_[i].header(); ++i)
            if (pieces_[i].content()) last = i;
        auto begin = pieces_[header].piece.lines.begin;
        if (header > 0 && pieces_[header - 1].piece.sort == Sort::blank) begin = pieces_[header - 1].piece.lines.begin;
        splice({begin, with_comments_below(pieces_[last]).piece.lines.end}, "");
    }

    std::string_view text_;
    Kind const& kind_;
    std::string_view line_end_;
    std::vector<Located> pieces_;
    std::vector<Splice> splices_;
};

/// A list of tables without its last item is no list any more where each stands below a header of its own.
bool leaves_no_list(Table const& before, Table const& after, FieldEdit const& edit)
{
    if (edit.act != Act::remove || !edit.path.back().item) return false;
    auto list = edit.path;
    list.back().item.reset();
    auto const* old = value_at(before, list);
    auto const* now = value_at(after, list);
    return old != nullptr && now != nullptr && now->array() != nullptr && now->array()->empty() && is_sections(*old);
}

}  // namespace

std::string edited(std::string_view text, Kind const& kind, FieldEdit const& edit)
{
    Table before;
    if (!parse_values(text, before)) throw Error{"change the record", "it is not sound TOML"};
    auto expected = applied(before, edit);
    auto result = Editor{text, kind}.run(edit);

    Table now;
    auto const readable = parse_values(result, now);
    // A table that lost its last member goes, too, from the inside outwards; one that only dots spelled has gone
    // already.
    auto parent = edit.path;
    while (readable && edit.act == FieldEdit::Act::remove && parent.size() > 1) {
        parent.pop_back();
        auto const* left = table_at(now, parent);
        if (left == nullptr) continue;
        auto const* had = table_at(before, parent);
        if (left->empty() && had != nullptr && !had->empty() && !parent.back().item) {
            result = edited(result, kind, {FieldEdit::Act::remove, parent, {}});
            now.clear();
            parse_values(result, now);
        }
        break;
    }
    if (readable && leaves_no_list(before, expected, edit) && !(now == expected)) {
        auto list = edit;
        list.path.back().item.reset();
        expected = applied(before, list);
    }
    if (!readable || !(now == expected))
        throw Error{"change the record in its place", "its layout is one that sss does not understand",
                    "Change it with an editor; `sss validate` tells whether it is right."};
    return result;
}

std::string prefix_of(EditPath const& path)
{
    std::string prefix;
    for (auto const& step : path) prefix += step.key + (step.item ? "[]." : ".");
    return prefix;
}

}  // namespace sss
