#include "records/edit_lists.hpp"

#include "records/write.hpp"
#include "support/utf8.hpp"

#include <algorithm>

namespace sss {
namespace {

/// The comma that follows an item before the next one, over line ends and comments.
std::optional<std::size_t> comma_after(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (text[at] == ',') return at;
        if (text[at] == '#')
            at = end_of_line(text, at);
        else if (is_blank(text[at]) || text[at] == '\r' || text[at] == '\n')
            ++at;
        else
            return std::nullopt;
    }
    return std::nullopt;
}

std::size_t begin_of_line(std::string_view text, std::size_t at)
{
    auto const newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return newline == std::string_view::npos ? 0 : newline + 1;
}

/// Past the line end, where there is one.
std::size_t next_line(std::string_view text, std::size_t at)
{
    auto const newline = text.find('\n', at);
    return newline == std::string_view::npos ? text.size() : newline + 1;
}

std::vector<Span> parts_of(WrittenValue const& holder)
{
    std::vector<Span> parts;
    for (auto const& item : holder.items) parts.push_back(item.where);
    for (auto const& entry : holder.entries) parts.push_back({entry.key.begin, entry.value.where.end});
    return parts;
}

/// The list with each item on a line of its own, in the canonical layout.
std::string spread(std::string_view text, WrittenValue const& list, std::string const& item, std::string_view line_end)
{
    std::string out = "[" + std::string{line_end};
    for (auto const& old : list.items)
        out += "  " + std::string{bytes_of(text, old.where)} + "," + std::string{line_end};
    return out + "  " + item + "," + std::string{line_end} + "]";
}

}  // namespace

std::string spliced(std::string_view text, std::vector<Splice> splices)
{
    std::ranges::stable_sort(splices, {}, [](Splice const& splice) { return splice.where.begin; });
    std::string out;
    std::size_t at = 0;
    for (auto const& [where, with] : splices) {
        if (where.begin > at) out += text.substr(at, where.begin - at);
        out += with;
        at = std::max(at, where.end);
    }
    return out += text.substr(at);
}

void append_item(std::string_view text, WrittenValue const& list, std::string const& item,
                 std::optional<std::size_t> taken, std::string_view line_end, std::vector<Splice>& splices)
{
    if (list.items.empty()) {
        if (list.comments.empty()) return splices.push_back({list.where, "[" + item + "]"});
        auto const close = list.where.end - 1;
        return splices.push_back({{close, close}, "  " + item + "," + std::string{line_end}});
    }
    auto const last = list.items.back().where;
    auto const comma = comma_after(text, last.end);
    auto const after = comma ? *comma + 1 : last.end;
    auto const one_line = bytes_of(text, list.where).find('\n') == std::string_view::npos;
    auto const width = display_width(bytes_of(text, list.where)) + 2 + display_width(item);
    if (one_line && taken && *taken + width > widest_line)
        return splices.push_back({list.where, spread(text, list, item, line_end)});

    auto const rest = bytes_of(text, {after, list.where.end});
    if (rest.find('\n') == std::string_view::npos)
        return splices.push_back({{after, after}, (comma ? " " : ", ") + item});
    auto const begin = begin_of_line(text, last.begin);
    auto const alone = skip_blanks(text, begin) == last.begin;
    auto const indent = alone ? std::string{text.substr(begin, last.begin - begin)} : std::string{"  "};
    if (!comma) splices.push_back({{last.end, last.end}, ","});
    auto const end = end_of_line(text, after);
    splices.push_back({{end, end}, std::string{line_end} + indent + item + (comma ? "," : "")});
}

void remove_part(std::string_view text, WrittenValue const& holder, std::size_t index, std::vector<Splice>& splices)
{
    auto const parts = parts_of(holder);
    auto const part = parts[index];
    if (parts.size() == 1 && holder.comments.empty())
        return splices.push_back({holder.where, holder.form == WrittenValue::Form::array ? "[]" : "{}"});

    auto const comma = comma_after(text, part.end);
    auto const comma_near = comma && bytes_of(text, {part.end, *comma}).find_first_of("\n#") == std::string_view::npos;
    auto const end = comma_near ? *comma + 1 : part.end;
    auto const begin = begin_of_line(text, part.begin);
    auto const behind = skip_blanks(text, end);
    auto const line_is_over = behind == end_of_line(text, behind) || (behind < text.size() && text[behind] == '#');
    auto const own_line = begin > holder.where.begin && skip_blanks(text, begin) == part.begin && line_is_over;
    if (own_line && (comma_near || !comma)) return splices.push_back({{begin, next_line(text, end)}, ""});

    if (comma_near) {
        // The blank before what follows goes with the comma; at the list's end, the one before the item.
        auto const last = index + 1 == parts.size();
        auto from = part.begin;
        if (last)
            while (is_blank(text[from - 1])) --from;
        return splices.push_back({{from, last ? end : skip_blanks(text, end)}, ""});
    }
    splices.push_back({part, ""});
    if (comma) return splices.push_back({{*comma, *comma + 1}, ""});
    if (index == 0) return;
    auto const before = comma_after(text, parts[index - 1].end);
    if (before && skip_blanks(text, *before + 1) == part.begin) splices.back().where.begin = *before;
}

}  // namespace sss
