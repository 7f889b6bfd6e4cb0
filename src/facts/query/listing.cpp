#include "facts/query/listing.hpp"

#include "support/natural_order.hpp"
#include "support/plain_letters.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <optional>

namespace sss {

namespace {

struct Usual {
    std::string_view kind;
    std::array<std::string_view, 6> columns;
};

constexpr std::array usual{
    Usual{kinds::milestone, {"id", "title", "state", "planned", "actual", "owner"}},
    Usual{kinds::statement, {"id", "on", "title", "by", "satellite"}},
    Usual{kinds::meeting, {"id", "title", "start", "end", "city", "state"}},
    Usual{kinds::satellite, {"id", "name", "class", "mass_kg", "lead", "state"}},
    Usual{kinds::organisation, {"id", "name", "type", "country", "membership"}},
};

/// One value, ready to be compared: of texts, numbers and dates only one is set.
struct SortValue {
    std::optional<Date> date;
    std::optional<double> number;
    std::optional<std::string> text;

    bool absent() const { return !date && !number && !text; }
};

SortValue sort_value(std::vector<Value> const& values, Zone const& zone)
{
    SortValue key;
    if (values.empty()) return key;
    auto const& value = values.front();
    key.number = value.number();
    if (auto const* flag = value.boolean()) key.number = *flag ? 1 : 0;
    if (auto const* text = value.text()) {
        key.date = value.date(zone);
        if (!key.date) key.text = search_form(*text);
    }
    return key;
}

/// −1, 0 or 1 among values that are there; unlike ones stand as dates, numbers, texts.
int compared(SortValue const& a, SortValue const& b)
{
    auto const sort = [](SortValue const& value) { return value.date ? 0 : value.number ? 1 : 2; };
    if (sort(a) != sort(b)) return sort(a) < sort(b) ? -1 : 1;
    if (a.date) return before(*a.date, *b.date) ? -1 : before(*b.date, *a.date) ? 1 : 0;
    if (a.number) return *a.number < *b.number ? -1 : *b.number < *a.number ? 1 : 0;
    return *a.text < *b.text ? -1 : *b.text < *a.text ? 1 : 0;
}

bool is_item(Record const& record)
{
    return record.id.find('#') != std::string::npos;
}

}  // namespace

std::vector<std::string> usual_columns(Kind const& kind)
{
    std::vector<std::string> columns{"id"};
    auto const add = [&](std::string_view name) {
        if (!name.empty() && std::ranges::find(columns, name) == columns.end()) columns.emplace_back(name);
    };
    auto const known = std::ranges::find(usual, kind.name, &Usual::kind);
    if (known != usual.end()) {
        for (auto const column : known->columns)
            if (column == "id" || column == "state" || kind.field(column) != nullptr) add(column);
        return columns;
    }
    add(kind.title_field);
    for (auto const& field : kind.fields) {
        auto const top = field.path.find_first_of(".[") == std::string::npos;
        auto const tells = field.required || (field.role != DateRole::none && field.role != DateRole::other);
        if (top && tells && field.type != FieldType::table && field.item_type != FieldType::table) add(field.path);
    }
    return columns;
}

void sort(std::vector<Record const*>& list, std::span<SortKey const> keys, Moment const& moment)
{
    struct Entry {
        Record const* record;
        std::vector<SortValue> values;
    };
    std::vector<Entry> entries;
    for (auto const* record : list) {
        Entry entry{record, {}};
        for (auto const& key : keys)
            entry.values.push_back(sort_value(values_of(key.path, *record, moment), moment.records().zone()));
        entries.push_back(std::move(entry));
    }
    std::ranges::sort(entries, [&](Entry const& a, Entry const& b) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            auto const& x = a.values[i];
            auto const& y = b.values[i];
            if (x.absent() != y.absent()) return y.absent();
            if (x.absent()) continue;
            if (auto const order = compared(x, y); order != 0) return keys[i].descending ? order > 0 : order < 0;
        }
        return is_item(*a.record) ? std::is_lt(natural_order(a.record->id, b.record->id)) : a.record->id < b.record->id;
    });
    std::ranges::transform(entries, list.begin(), &Entry::record);
}

}  // namespace sss
