#include "print/template/report_template.hpp"

namespace sss {

TemplateNames const& report_names()
{
    static TemplateNames const source{"SOURCE", {"REASON", "AUTHOR", "DAY", "COMMIT", "COMMIT_SHORT"}};
    static std::vector<std::string_view> const planned{
        "TITLE", "ID", "SATELLITE", "OWNER", "PLANNED", "PLANNED_IN_WORDS", "AWAY"};
    static std::vector<std::string_view> const added{
        "TITLE", "ID", "SATELLITE", "OWNER", "PLANNED", "PLANNED_IN_WORDS", "AWAY", "FIRST_PLANNED", "PLAN"};
    static std::vector<std::string_view> const late{
        "TITLE", "ID", "SATELLITE", "OWNER", "PLANNED", "PLANNED_IN_WORDS", "AWAY", "LATE_DAYS", "LATE"};
    static std::vector<std::string_view> const early{
        "TITLE", "ID",    "SATELLITE", "OWNER",       "PLANNED", "PLANNED_IN_WORDS",
        "AWAY",  "NEEDS", "NEEDS_ID",  "MARGIN_DAYS", "STARTS"};
    static TemplateNames const action{
        "ACTION", {"ID", "TEXT", "OWNER", "OWNER_NAME", "MEETING", "DUE", "CLOSED", "LATE_DAYS", "AGE_DAYS", "STATE"}};
    static TemplateNames const reached{
        "MILESTONE",
        {"TITLE", "ID", "SATELLITE", "OWNER", "ON", "ON_IN_WORDS", "OUTCOME", "PUNCTUALITY", "RECORDING"},
        {source}};
    static TemplateNames const moved{
        "MILESTONE",
        {"TITLE", "ID", "SATELLITE", "OWNER", "FROM", "TO", "WAY", "DAYS", "BY", "WHICH_MOVE", "MOVES", "ORDINAL",
         "TOTAL_DAYS", "SINCE_BASELINE", "INHERITED_DAYS", "OWN_DAYS", "ORIGIN"},
        {{"SLIPPED", {}}, {"FORWARD", {}}, {"BACK", {}}, source}};
    static TemplateNames const meeting{"MEETING",
                                       {"TITLE", "ID", "ON", "PLACE", "WHEN_AND_WHERE", "RIDS"},
                                       {{"DECISION", {"ID", "TEXT"}}, {"ACTION", {"ID", "TEXT", "OWNER", "DUE"}}}};
    static TemplateNames const all{
        "",
        {"PROGRAMME", "PERIOD", "PERIOD_LINE", "CODE", "FIRST", "LAST", "AS_OF", "AS_OF_IN_WORDS", "TIME_ZONE",
         "NARROWED_TO", "HEADLINE", "SCHEDULE", "SCHEDULE_MEANS", "REACHED", "TOTAL", "COMMIT", "COMMIT_SHORT",
         "MADE_FROM"},
        {{"SENTENCE", {"TEXT"}},
         {"REMARK", {"TEXT"}},
         {"QUIET", {}},
         {"NEXT", planned},
         {"NO_NEXT", {}},
         {"ACHIEVED", {"COUNT"}, {reached}},
         {"NO_ACHIEVED", {}},
         {"FAILED",
          {"COUNT"},
          {{"MILESTONE",
            {"TITLE", "ID", "SATELLITE", "OWNER", "ON", "ON_IN_WORDS", "REPEATED_BY", "WHAT_COMES"},
            {source}}}},
         {"NO_FAILED", {}},
         {"REOPENED", {"COUNT"}, {{"MILESTONE", {"TITLE", "ID", "WAS", "WAS_IN_WORDS"}, {source}}}},
         {"NO_REOPENED", {}},
         {"REINSTATED", {"COUNT"}, {{"MILESTONE", {"TITLE", "ID", "WAS", "WAS_IN_WORDS"}, {source}}}},
         {"NO_REINSTATED", {}},
         {"MOVED", {"COUNT", "SLIPPED_COUNT", "IN_ALL"}, {moved}},
         {"NO_MOVED", {}},
         {"NEWLY_DATED",
          {"COUNT"},
          {{"MILESTONE",
            {"TITLE", "ID", "SATELLITE", "OWNER", "DATE", "DATE_IN_WORDS", "BASELINE"},
            {{"MOVED_SINCE", {}}, source}}}},
         {"NO_NEWLY_DATED", {}},
         {"NEWLY_UNDATED",
          {"COUNT"},
          {{"MILESTONE",
            {"TITLE", "ID", "SATELLITE", "OWNER", "DATE", "DATE_IN_WORDS", "NOT_BEFORE", "NOT_BEFORE_IN_WORDS"},
            {source}}}},
         {"NO_NEWLY_UNDATED", {}},
         {"ADDED", {"COUNT", "NOT_OPEN"}, {{"MILESTONE", added, {source}}}},
         {"NO_ADDED", {}},
         {"CANCELLED", {"COUNT"}, {{"MILESTONE", {"TITLE", "ID", "ON", "ON_IN_WORDS", "WHY"}, {source}}}},
         {"NO_CANCELLED", {}},
         {"COMING_UP", {"COUNT"}, {{"ITEM", {"TITLE", "ON", "ON_IN_WORDS", "AWAY", "WHO_OR_WHERE"}}}},
         {"NO_COMING_UP", {}},
         {"OVERDUE", {"COUNT"}, {{"MILESTONE", late}}},
         {"NO_OVERDUE", {}},
         {"UNDATED",
          {"COUNT"},
          {{"MILESTONE", {"TITLE", "ID", "SATELLITE", "OWNER", "NOT_BEFORE", "NOT_BEFORE_IN_WORDS"}}}},
         {"NO_UNDATED", {}},
         {"CONFLICTS", {"COUNT"}, {{"MILESTONE", early}}},
         {"NO_CONFLICTS", {}},
         {"MEETINGS", {"COUNT"}, {meeting}},
         {"NO_MEETINGS", {}},
         {"OPEN_ACTIONS", {"COUNT", "OVERDUE_COUNT"}, {action}},
         {"NO_OPEN_ACTIONS", {}},
         {"CLOSED_ACTIONS", {"COUNT"}, {action}},
         {"NO_CLOSED_ACTIONS", {}},
         {"REOPENED_ACTIONS", {"COUNT"}, {action}},
         {"NO_REOPENED_ACTIONS", {}},
         {"RIDS", {}, {{"LINE", {"TEXT"}}}},
         {"NO_RIDS", {}},
         {"SATELLITES",
          {"COUNT"},
          {{"SATELLITE",
            {"NAME", "ID", "REACHED", "TOTAL", "REACHED_IN_ALL", "TOTAL_IN_ALL", "SHARE", "PHASE", "WHERE", "LAUNCH",
             "WHAT_COMES"}}}},
         {"NO_SATELLITES", {}},
         {"UNTOUCHED",
          {"COUNT", "OPEN_COUNT", "STALE_DAYS"},
          {{"OWNER", {"NAME", "ID", "HOW_MANY", "OLDEST", "OLDEST_DAYS"}}}},
         {"NO_UNTOUCHED", {}},
         {"FORECAST", {"SAID"}, {{"MILESTONE", {"TITLE", "RANGE"}}, {"NOTE", {"TEXT"}}}},
         {"NO_FORECAST", {}},
         {"RECORDS", {}, {{"LINE", {"TEXT"}}}},
         {"NO_RECORDS", {}}}};
    return all;
}

}  // namespace sss
