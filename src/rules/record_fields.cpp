#include "rules/record_fields.hpp"

namespace sss {

std::optional<DateAt> date_in(Table const& table, std::string_view field, Zone const& zone)
{
    auto const* value = find(table, field);
    auto const date = value == nullptr ? std::nullopt : value->date(zone);
    return date ? std::optional{DateAt{*date, value->place}} : std::nullopt;
}

Place place_of(Table const& table, std::string_view field)
{
    auto const* value = find(table, field);
    return value == nullptr ? Place{} : value->place;
}

}  // namespace sss
