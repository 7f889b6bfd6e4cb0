#include "work/export/exporting.hpp"

#include "facts/publication/calendar.hpp"
#include "facts/publication/news.hpp"
#include "print/calendar/calendar.hpp"
#include "print/feed/atom.hpp"
#include "print/json/export_json.hpp"
#include "print/sqlite/datasette.hpp"
#include "print/sqlite/programme_sqlite.hpp"
#include "work/export/material.hpp"
#include "work/export/tables.hpp"

#include <algorithm>

namespace sss {

std::string calendar_of(ExportMaterial const& material, ExportPart const& part, std::vector<CalendarEvent> events)
{
    std::erase_if(events, [&](CalendarEvent const& event) {
        if (!part.wanted(event.thread)) return true;
        if (event.sort != EventSort::action) return false;
        ActionItem action;
        action.owner = event.face.owner;
        return !part.belongs().part(action);
    });
    return calendar_ics(material.publication(part), events);
}

std::string feed_of(ExportMaterial const& material, ExportPart const& part, std::span<NewsItem const> all, bool whole)
{
    constexpr std::size_t newest = 100;
    std::vector<NewsItem const*> items;
    for (auto const& item : all) {
        if (!whole && items.size() == newest) break;
        if (part.wanted(item.thread)) items.push_back(&item);
    }
    return news_atom(material.publication(part), items);
}

std::vector<CalendarEvent> events_of(ExportMaterial const& material)
{
    return calendar_events(material.whole(), material.threads(), material.settings().history.correction_days,
                           material.past().today);
}

namespace {

std::string commit_of(ExportMaterial const& material)
{
    auto const& now = material.past().now;
    return now ? now->id.hex() : std::string{};
}

std::string json_of(ExportMaterial const& material, ExportRequest const& request)
{
    auto const publication = material.publication();
    ExportedRecords exported{.publication = publication,
                             .records = wanted_records(material),
                             .history = request.history,
                             .commit = commit_of(material)};
    if (request.history) exported.changes = wanted_changes(material);
    for (auto const& record : material.records().all())
        if (!record.document.problems.empty() && material.wanted(record)) exported.unreadable.push_back(record.path());
    return request.format == ExportFormat::json ? export_json(exported) : export_jsonl(exported);
}

std::string database_of(ExportMaterial const& material, ExportFormat format)
{
    auto const publication = material.publication();
    SqliteRequest request{
        .publication = publication, .kinds = material.discretion().kinds(), .commit = commit_of(material)};
    request.shows = [&](Kind const& kind, Field const& field) { return material.discretion().shows(kind, field.path); };
    request.wanted = [&](std::uint32_t thread) { return material.wanted(thread); };
    if (format == ExportFormat::datasette) return datasette_metadata(request, material.settings().programme.name);
    return programme_sqlite(request);
}

bool tells_history(ExportRequest const& request)
{
    return request.history || request.format == ExportFormat::ics || request.format == ExportFormat::atom ||
           request.format == ExportFormat::sqlite;
}

}  // namespace

std::vector<ExportedFile> exported(ExportMaterial const& material, ExportRequest const& request)
{
    auto const& part = material.part();
    switch (request.format) {
        case ExportFormat::ics: return {{{}, calendar_of(material, part, events_of(material))}};
        case ExportFormat::atom:
            return {{{},
                     feed_of(material, part,
                             news(material.whole(), material.threads(), material.settings().history.correction_days),
                             request.history)}};
        case ExportFormat::csv: return csv_files(material, request);
        case ExportFormat::datasette:
        case ExportFormat::sqlite: return {{{}, database_of(material, request.format)}};
        case ExportFormat::json:
        case ExportFormat::jsonl: break;
    }
    return {{{}, json_of(material, request)}};
}

std::vector<ExportedFile> make_export(ExportRequest const& request, ProgrammeRequest const& programme,
                                      Outside const& outside)
{
    return exported(ExportMaterial{request, programme, outside, tells_history(request)}, request);
}

}  // namespace sss
