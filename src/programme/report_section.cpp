#include "programme/report_section.hpp"

#include <algorithm>
#include <array>

namespace sss {

namespace {

struct NamedSection {
    ReportSection section;
    std::string_view name;
};

constexpr std::array<NamedSection, 20> all_sections = {{
    {ReportSection::satellites, "satellites"},
    {ReportSection::statements, "statements"},
    {ReportSection::achieved, "achieved"},
    {ReportSection::failed, "failed"},
    {ReportSection::reopened, "re-opened"},
    {ReportSection::moved, "moved"},
    {ReportSection::added, "new"},
    {ReportSection::cancelled, "cancelled"},
    {ReportSection::coming_up, "coming-up"},
    {ReportSection::overdue, "overdue"},
    {ReportSection::undated, "undated"},
    {ReportSection::conflicts, "conflicts"},
    {ReportSection::meetings, "meetings"},
    {ReportSection::actions, "actions"},
    {ReportSection::rids, "rids"},
    {ReportSection::records, "records"},
    {ReportSection::freshness, "freshness"},
    {ReportSection::publication, "publication"},
    {ReportSection::forecast, "forecast"},
    {ReportSection::charts, "charts"},
}};

}  // namespace

std::string_view name_of(ReportSection section)
{
    return std::ranges::find(all_sections, section, &NamedSection::section)->name;
}

std::optional<ReportSection> report_section(std::string_view name)
{
    auto const* found = std::ranges::find(all_sections, name, &NamedSection::name);
    return found == all_sections.end() ? std::nullopt : std::optional{found->section};
}

std::vector<ReportSection> report_sections()
{
    std::vector<ReportSection> sections;
    for (auto const& one : all_sections)
        if (one.section != ReportSection::forecast) sections.push_back(one.section);
    return sections;
}

std::vector<std::string_view> report_section_names()
{
    std::vector<std::string_view> names;
    for (auto const& one : all_sections) names.push_back(one.name);
    return names;
}

}  // namespace sss
