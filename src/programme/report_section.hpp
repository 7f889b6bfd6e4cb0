#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sss {

/// A part of a progress report that a programme may want, or want elsewhere, or not want. The headline always stands
/// first and is none of them.
enum class ReportSection : std::uint8_t {
    satellites,
    statements,  ///< what the office itself says
    achieved,
    failed,
    reopened,
    moved,  ///< slipped and brought forward
    added,  ///< new milestones
    cancelled,
    coming_up,
    overdue,
    undated,
    conflicts,  ///< dependants that start before what they need
    meetings,
    actions,
    rids,         ///< review items
    freshness,    ///< what nobody has touched for how long
    records,      ///< other news of records
    publication,  ///< whether reports were published as promised
    forecast,     ///< how like plans have held so far
    charts,       ///< where the format can show them
};

/// "coming-up", as settings and anchors write it.
std::string_view name_of(ReportSection section);
std::optional<ReportSection> report_section(std::string_view name);

/// All, in the order in which a report has them by default; `forecast` is none of these, because it needs the whole
/// past, where the rest of a report needs the period.
std::vector<ReportSection> report_sections();

/// The names of all, `forecast` too.
std::vector<std::string_view> report_section_names();

}  // namespace sss
