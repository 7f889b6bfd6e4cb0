#include "print/json/site_json.hpp"

#include "print/json/changes_json.hpp"
#include "print/json/export_json.hpp"

#include <algorithm>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

Json promised_date(std::optional<Date> const& date)
{
    return date ? Json(date->text()) : Json{};
}

Json promise_json(SiteFacts const& site, Record const& record)
{
    auto const* milestone = record.kind->name == kinds::milestone ? site.state.milestone(record.id) : nullptr;
    if (milestone == nullptr) return nullptr;
    auto const promised = site.promise_of(*milestone);
    return {{"original", promised_date(promised.original)},
            {"current", promised_date(promised.current)},
            {"actual", promised_date(promised.actual)},
            {"difference_days", promised.difference ? Json(promised.difference->days) : Json{}},
            {"moves", promised.moves}};
}

}  // namespace

std::string site_record_json(SiteFacts const& site, Record const& record)
{
    auto const thread = site.thread_of(record);
    Json document{{"schema_version", 1},
                  {"kind", record.kind->name},
                  {"id", record.id},
                  {"title", record.title()},
                  {"page", record_address(*record.kind, record.id)},
                  {"file", record.path()},
                  {"former_ids", thread ? site.former_ids(*thread) : std::vector<std::string>{}},
                  {"fields", as_json(Value{record.fields()})},
                  {"promise", promise_json(site, record)},
                  {"named_by", Json::array()},
                  {"changes", Json::array()}};
    for (auto const& [who, path] : site.named_by.of(record.kind->name, record.id))
        document["named_by"].push_back({{"kind", who->kind->name}, {"id", who->id}, {"field", path}});
    if (thread)
        for (auto const* facts : site.past_of(*thread))
            document["changes"].push_back(change_json_alone(*facts, site.publication));
    return dumped(document);
}

std::string site_json(std::string const& commit, Day day, std::string const& version, std::size_t pages)
{
    return dumped(Json{{"format", 1},
                       {"commit", commit.empty() ? Json{} : Json(commit)},
                       {"day", iso(day)},
                       {"made_by", "sss " + version},
                       {"pages", pages}});
}

}  // namespace sss
