#include "work/query/listed_part.hpp"

#include "facts/query/narrowing.hpp"
#include "facts/query/states.hpp"
#include "support/edit_distance.hpp"
#include "work/by_name.hpp"
#include "work/named_period.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>

namespace sss {

namespace {

/// As they are typed: an empty id where `none` is.
std::vector<std::string> ids_or_none(std::vector<std::string> const& typed, std::string_view kind,
                                     Records const& records)
{
    std::vector<std::string> ids;
    for (auto const& one : typed)
        ids.push_back(one == "none" && records.find(kind, one) == nullptr ? std::string{}
                                                                          : known_ids({one}, kind, records).front());
    return ids;
}

void require_types(std::vector<std::string> const& typed, Kind const& kind, View const& view)
{
    if (typed.empty()) return;
    auto const* field = kind.field(keys::type);
    if (field == nullptr)
        throw UsageError{fmt::format("--type says nothing of records of the kind {}", kind.name),
                         "Its schema has no field 'type'."};
    auto known = field->choices;
    for (auto const& record : view.records.of(kind))
        if (auto const* type = string_at(record.fields(), keys::type)) known.push_back(*type);
    for (auto const& one : typed) {
        if (std::ranges::find(known, one) != known.end()) continue;
        auto const near = nearest(one, known);
        throw UsageError{fmt::format("no {} is of type '{}'", kind.name, one),
                         near ? fmt::format("Did you mean '{}'?", *near) : ""};
    }
}

std::optional<Period> days_of(std::string const& text, Kind const& kind, View const& view)
{
    if (text.empty()) return std::nullopt;
    if (planned_key(kind, "").empty() && reached_key(kind, "").empty() &&
        key_of_role(kind, "", DateRole::start, DateRole::end).empty())
        throw UsageError{fmt::format("--period says nothing of records of the kind {}", kind.name),
                         "They are neither planned nor held on days."};
    auto const named = named_period("--period", text, view.today, view.configuration().settings.programme.week_starts);
    if (auto const* days = std::get_if<Period>(&named)) return *days;
    throw UsageError{"a list goes by the days of the records, and 'since:' by commits",
                     "Name days, as in --period 2018-Q2; or by commits: --where 'last_changed >= 2018-04-01'."};
}

/// When it was reached or held, or is to be.
std::optional<Date> day_of(Record const& record, Zone const& zone)
{
    auto const& kind = *record.kind;
    for (auto const key : {reached_key(kind, ""), planned_key(kind, "")})
        if (auto const date = date_at(record.fields(), key, zone)) return date;
    auto const start = date_at(record.fields(), key_of_role(kind, "", DateRole::start, DateRole::start), zone);
    auto const end = date_at(record.fields(), key_of_role(kind, "", DateRole::end, DateRole::end), zone);
    if (start && end && !start->open_ended() && start->first() <= end->last())
        return Date::range(start->first(), end->last());
    return start;
}

/// What is known once, for all records.
struct ListedPart {
    StandardRecords state;
    Belongs of_satellites, of_organisations;
    std::vector<std::string> types;
    std::optional<Period> period;
    ListedItems const* items;
    Records const& records;

    ListedPart(Narrowing const& narrowing, std::vector<std::string> asked_types, std::optional<Period> days,
               ListedItems const* listed, Records const& all)
        : state(read_standard_records(all)),
          of_satellites({narrowing.satellites, {}, {}}, state),
          of_organisations({{}, narrowing.organisations, {}}, state),
          types(std::move(asked_types)),
          period(std::move(days)),
          items(listed),
          records(all)
    {}

    bool takes(Record const& record) const
    {
        if (!types.empty()) {
            auto const* type = string_at(record.fields(), keys::type);
            if (type == nullptr || std::ranges::find(types, *type) == types.end()) return false;
        }
        if (period) {
            auto const date = day_of(record, records.zone());
            if (!date || date->last() < period->first || period->last < date->first()) return false;
        }
        if (items == nullptr)
            return of_satellites.part(*record.kind, record.id, record.fields()) &&
                   of_organisations.part(*record.kind, record.id, record.fields());
        auto const* holder = records.find(items->sort->owner->name, record.id.substr(0, record.id.find('#')));
        if (holder == nullptr || !of_satellites.part(*holder->kind, holder->id, holder->fields())) return false;
        if (record.kind->field(keys::owner) == nullptr)
            return of_organisations.part(*holder->kind, holder->id, holder->fields());
        ActionItem action;
        if (auto const* owner = string_at(record.fields(), keys::owner)) action.owner = *owner;
        return of_organisations.part(action);
    }
};

}  // namespace

std::function<bool(Record const&)> listed_part(ListRequest const& request, Kind const& kind, ListedItems const* items,
                                               View const& view)
{
    require_types(request.narrowing.types, kind, view);
    auto const part = std::make_shared<ListedPart const>(
        Narrowing{ids_or_none(request.narrowing.satellites, kinds::satellite, view.records),
                  ids_or_none(request.narrowing.organisations, kinds::organisation, view.records),
                  {}},
        request.narrowing.types, days_of(request.period, kind, view), items, view.records);
    return [part](Record const& record) { return part->takes(record); };
}

}  // namespace sss
