#include "facts/report/statements.hpp"

#include <algorithm>
#include <tuple>

namespace sss {

namespace {

std::string text_of(Table const& fields, std::string_view key)
{
    auto const* text = string_at(fields, key);
    return text != nullptr ? *text : std::string{};
}

Statement statement(Record const& record, Date const& on, ReportBasis const& basis)
{
    auto const& fields = record.fields();
    Statement said{record.id,
                   text_of(fields, "title"),
                   text_of(fields, "text"),
                   text_of(fields, "satellite"),
                   {},
                   text_of(fields, "by"),
                   {},
                   text_of(fields, "author"),
                   on};
    auto const* satellite = basis.whole.satellite(said.satellite);
    said.satellite_name = satellite != nullptr ? satellite->name : said.satellite;
    if (!said.by.empty()) said.by_name = basis.whole.organisation(said.by);
    said.days = std::max(0, static_cast<int>((basis.input.today - on.last()).count()));
    said.stale = said.days > basis.input.settings.stale_days;
    return said;
}

}  // namespace

std::vector<Statement> statements(ReportBasis const& basis)
{
    std::map<std::string, Statement, std::less<>> newest;  // by satellite; the programme's own is the first
    for (auto const& record : basis.input.records.of(kinds::statement)) {
        auto const on = date_at(record.fields(), "on", basis.input.zone);
        if (!on || on->first() > basis.input.today) continue;
        if (!basis.belongs.record(*record.kind, record.id, record.fields())) continue;
        auto said = statement(record, *on, basis);
        auto const [found, first] = newest.try_emplace(said.satellite, said);
        if (!first && found->second.on.last() <= said.on.last()) found->second = std::move(said);
    }
    std::vector<Statement> all;
    for (auto& [satellite, said] : newest) all.push_back(std::move(said));
    return all;
}

}  // namespace sss
