#include "rules/record_fields.hpp"

namespace sss {

std::optional<DateAt> date_in(Table const& table, std::string_view field, Zone const& zone)
{
    auto const* value = find(table, field);
    auto const date = value == nullptr ? std::nullopt : value->date(zone);
    return date ? std::optional{DateAt{*date, value->place}} : std::nullopt;
}

std::string const* text_in(Table const& table, std::string_view field)
{
    auto const* value = find(table, field);
    return value == nullptr ? nullptr : value->string();
}

std::optional<double> number_in(Table const& table, std::string_view field)
{
    auto const* value = find(table, field);
    if (value == nullptr) return std::nullopt;
    if (auto const* whole = value->integer()) return static_cast<double>(*whole);
    if (auto const* number = value->floating()) return *number;
    return std::nullopt;
}

Table const* table_in(Table const& table, std::string_view field)
{
    auto const* value = find(table, field);
    return value == nullptr ? nullptr : value->table();
}

std::vector<Table const*> tables_in(Table const& table, std::string_view field)
{
    std::vector<Table const*> tables;
    auto const* value = find(table, field);
    if (value == nullptr || value->array() == nullptr) return tables;
    for (auto const& item : *value->array())
        if (item.table() != nullptr) tables.push_back(item.table());
    return tables;
}

Place place_of(Table const& table, std::string_view field)
{
    auto const* value = find(table, field);
    return value == nullptr ? Place{} : value->place;
}

}  // namespace sss
