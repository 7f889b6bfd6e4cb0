#include "records/edit_values.hpp"

#include <algorithm>

namespace sss {
namespace {

using Act = FieldEdit::Act;

Member* member(Table& table, std::string_view key)
{
    auto const found = std::ranges::find(table, key, &Member::key);
    return found == table.end() ? nullptr : &table.edit(static_cast<std::size_t>(found - table.begin()));
}

void apply(Table& table, std::span<PathStep const> path, FieldEdit const& edit)
{
    auto const& step = path.front();
    auto* found = member(table, step.key);
    auto const last = path.size() == 1;
    if (found == nullptr) {
        if (edit.act == Act::remove) return;
        found = &table.emplace_back(Member{step.key, {}, last ? Value{Array{}} : Value{Table{}}});
    }
    auto* value = &found->value;
    auto* items = std::get_if<Array>(&value->data);
    if (step.item) {
        if (items == nullptr || *step.item >= items->size()) return;
        if (last && edit.act == Act::remove) {
            items->erase(*step.item);
            return;
        }
        value = &items->edit(*step.item);
        items = std::get_if<Array>(&value->data);
    }
    if (!last) {
        auto* inner = std::get_if<Table>(&value->data);
        if (inner == nullptr) return;
        apply(*inner, path.subspan(1), edit);
        auto const emptied = edit.act == Act::remove && inner->empty() && !step.item;
        if (emptied) erase_if(table, [&](Member const& each) { return each.key == step.key; });
    } else if (edit.act == Act::put) {
        *value = edit.value;
    } else if (edit.act == Act::append && items != nullptr) {
        items->push_back(edit.value);
    } else if (edit.act == Act::remove) {
        erase_if(table, [&](Member const& each) { return each.key == step.key; });
    }
}

}  // namespace

Table applied(Table record, FieldEdit const& edit)
{
    apply(record, edit.path, edit);
    return record;
}

Table const* table_at(Table const& record, std::span<PathStep const> path)
{
    auto const* table = &record;
    for (auto const& step : path) {
        auto const* value = find(*table, step.key);
        if (value != nullptr && step.item)
            value = value->array() != nullptr && *step.item < value->array()->size() ? &value->array()->at(*step.item)
                                                                                     : nullptr;
        table = value == nullptr ? nullptr : value->table();
        if (table == nullptr) return nullptr;
    }
    return table;
}

Value const* value_at(Table const& record, EditPath const& path)
{
    auto const* table = table_at(record, std::span{path}.first(path.size() - 1));
    auto const* value = table == nullptr ? nullptr : find(*table, path.back().key);
    if (value == nullptr || !path.back().item) return value;
    auto const* items = value->array();
    return items != nullptr && *path.back().item < items->size() ? &(*items)[*path.back().item] : nullptr;
}

}  // namespace sss
