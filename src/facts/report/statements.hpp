#pragma once

#include "facts/report/report_input.hpp"

namespace sss {

/// What the programme's office, or one of its organisations, says itself of where the programme or a satellite stands.
struct Statement {
    std::string id;
    std::string title;           ///< empty: it has none
    std::string text;            ///< Markdown
    std::string satellite;       ///< its id; empty: of the programme
    std::string satellite_name;  ///< what people call it
    std::string by;              ///< an organisation's id; empty: not said
    std::string by_name;
    std::string author;  ///< empty: not said
    Date on;
    int days = 0;        ///< since its last day; 0 while that has not passed
    bool stale = false;  ///< older than `stale_days`: no word on where things stand today
};

/// The newest statement of the programme, then that of each satellite, by its id: of those that were made by the
/// report's day. Of one day, the last by id.
std::vector<Statement> statements(ReportBasis const& basis);

}  // namespace sss
