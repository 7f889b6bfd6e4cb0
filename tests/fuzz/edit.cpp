#include "records/edit.hpp"

#include "fuzz.hpp"
#include "programme/kind.hpp"
#include "records/document.hpp"
#include "support/error.hpp"

#include <charconv>

using namespace sss;
using sss::fuzz::promise;

namespace {

/// Every value of the record, with the way to it.
void ways_of(Table const& table, EditPath const& way, std::vector<EditPath>& ways)
{
    for (auto const& member : table) {
        auto path = way;
        path.push_back({member.key});
        ways.push_back(path);
        if (auto const* inner = member.value.table()) ways_of(*inner, path, ways);
        auto const* items = member.value.array();
        for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
            path.back().item = i;
            ways.push_back(path);
            if (auto const* inner = (*items)[i].table()) ways_of(*inner, path, ways);
        }
    }
}

Value value_in(std::string const& text)
{
    Table table;
    if (parse_values("v = " + text + "\n", table) && table.size() == 1) return table.front().value;
    return Value{text};
}

}  // namespace

/// "put|append|remove NUMBER [NEW KEY]", the value on a line, and the record: NUMBER says which of its values.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto parts = fuzz::Parts{data, size};
    auto const what = parts.line();
    auto const value = value_in(parts.line());
    auto const record = parts.rest();
    Table before;
    if (!parse_values(record, before)) return 0;

    FieldEdit edit;
    if (what.starts_with('a')) edit.act = FieldEdit::Act::append;
    if (what.starts_with('r')) edit.act = FieldEdit::Act::remove;
    edit.value = edit.act == FieldEdit::Act::remove ? Value{} : value;
    std::vector<EditPath> ways;
    ways_of(before, {}, ways);
    std::size_t number = 0;
    auto const blank = std::min(what.find(' '), what.size());
    auto const* digits = what.data() + std::min(blank + 1, what.size());
    auto const* end = std::from_chars(digits, what.data() + what.size(), number).ptr;
    if (!ways.empty()) edit.path = ways[number % ways.size()];
    if (end < what.data() + what.size() && edit.act != FieldEdit::Act::remove)
        edit.path.push_back({std::string{end + 1, what.data() + what.size()}});
    if (edit.path.empty()) return 0;

    static Kind const kind;
    std::string result;
    try {
        result = edited(record, kind, edit);
    } catch (Error const&) {
        return 0;  // it says so where it cannot; nothing is damaged then
    }
    Table after;
    promise(parse_values(result, after), "the result is sound");
    auto list = edit;
    list.path.back().item.reset();
    // A list of sections goes with the last of them.
    auto const whole = edit.act == FieldEdit::Act::remove && edit.path.back().item;
    promise(after == applied(before, edit) || (whole && after == applied(before, list)),
            "the result says what the change says");
    return 0;
}
