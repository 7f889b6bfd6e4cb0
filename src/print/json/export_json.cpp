#include "print/json/export_json.hpp"

#include "print/json/changes_json.hpp"
#include "print/page_address.hpp"
#include "support/uuid.hpp"

#include <fmt/format.h>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_none(std::string const& text)
{
    return text.empty() ? Json{} : Json(text);
}

Json record_object(Record const& record)
{
    return {{"kind", record.kind->name},
            {"id", record.id},
            {"title", record.title()},
            {"file", record.path()},
            {"fields", as_json(Value{record.fields()})}};
}

}  // namespace

Json change_json_alone(ChangeFacts const& facts, Publication const& publication)
{
    auto const& history = publication.whole;
    auto const& told = history.commits[facts.change->commit];
    auto object = as_json(facts, history);
    object["landed_at"] = iso(told.landed_at);
    object["landed_day"] = iso(history.zone.day_of(told.landed_at));
    object["author"] = text_or_none(told.commit.author.name);
    object["reason"] = text_or_none(told.reason);
    object["correction"] = told.correction;
    return object;
}

std::string export_json(ExportedRecords const& exported)
{
    auto const& publication = exported.publication;
    Json document{{"format", 1},
                  {"programme",
                   {{"name", publication.name},
                    {"description", text_or_none(publication.description)},
                    {"license", text_or_none(publication.settings.site.license)},
                    {"timezone", publication.settings.programme.timezone}}},
                  {"commit", text_or_none(exported.commit)},
                  {"part", publication.parts},
                  {"leaves_out", publication.leaves_out},
                  {"records", Json::array()}};
    for (auto const* record : exported.records) document["records"].push_back(record_object(*record));
    if (exported.history) {
        auto changes = Json::array();
        for (auto const& facts : exported.changes) changes.push_back(change_json_alone(facts, publication));
        document["changes"] = std::move(changes);
    }
    document["unreadable"] = exported.unreadable;
    return dumped(document);
}

std::string export_jsonl(ExportedRecords const& exported)
{
    std::string text;
    auto const line = [&](Json const& object) {
        text += escaped_json(object.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
    };
    if (exported.history)
        for (auto const& facts : exported.changes) line(change_json_alone(facts, exported.publication));
    else
        for (auto const* record : exported.records) line(record_object(*record));
    return text;
}

std::string datapackage_json(Publication const& publication, std::span<DescribedTable const> tables)
{
    Json package{{"profile", "tabular-data-package"}, {"name", "programme"}, {"title", publication.name}};
    if (!publication.description.empty()) package["description"] = publication.description;
    if (!publication.settings.site.url.empty()) package["homepage"] = encoded_address(publication.settings.site.url);
    if (!publication.settings.site.license.empty())
        package["licenses"] = Json::array({{{"name", publication.settings.site.license}}});
    package["resources"] = Json::array();
    for (auto const& table : tables) {
        auto fields = Json::array();
        auto keys = Json::array();
        for (auto const& column : table.columns) {
            Json field{{"name", column.name}, {"type", column.type}};
            if (!column.description.empty()) field["description"] = column.description;
            auto constraints = Json::object();
            if (column.required) constraints["required"] = true;
            if (!column.pattern.empty()) constraints["pattern"] = column.pattern;
            if (!constraints.empty()) field["constraints"] = std::move(constraints);
            fields.push_back(std::move(field));
            if (!column.references.empty())
                keys.push_back(
                    {{"fields", column.name}, {"reference", {{"resource", column.references}, {"fields", "id"}}}});
        }
        Json schema{{"fields", std::move(fields)}, {"missingValues", Json::array({""})}};
        if (!table.columns.empty() && table.columns.front().name == "id") schema["primaryKey"] = "id";
        if (!keys.empty()) schema["foreignKeys"] = std::move(keys);
        package["resources"].push_back({{"name", table.path.substr(0, table.path.rfind('.'))},
                                        {"path", table.path},
                                        {"profile", "tabular-data-resource"},
                                        {"format", "csv"},
                                        {"mediatype", "text/csv"},
                                        {"encoding", "utf-8"},
                                        {"dialect", {{"lineTerminator", "\r\n"}, {"header", true}}},
                                        {"schema", std::move(schema)}});
    }
    return dumped(package);
}

}  // namespace sss
