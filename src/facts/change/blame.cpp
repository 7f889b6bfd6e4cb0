#include "facts/change/blame.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace sss {

namespace {

/// Whether one path is the other, or lies within it.
bool touches(std::string_view a, std::string_view b)
{
    if (a.size() > b.size()) std::swap(a, b);
    return b.starts_with(a) && (b.size() == a.size() || b[a.size()] == '.' || b[a.size()] == '[');
}

}  // namespace

std::vector<BlamedValue> blame(Kind const& kind, Table const& now, std::span<Change const> past)
{
    std::vector<BlamedValue> values;
    for (auto& one : finest_values(kind, now))
        values.push_back({std::move(one.path), one.field, *one.value, std::nullopt});
    for (auto change = past.rbegin(); change != past.rend(); ++change) {
        if (change->type == ChangeType::added) {  // whatever no later change wrote
            for (auto& value : values)
                if (!value.commit) value.commit = change->commit;
            break;
        }
        for (auto const& field : field_changes(*change))
            for (auto& value : values)
                if (!value.commit && touches(value.path, field.path)) value.commit = field.commit;
    }
    return values;
}

}  // namespace sss
