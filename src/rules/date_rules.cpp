#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <array>

#include <fmt/format.h>

namespace sss {
namespace {

/// The field of this role directly in the record; nullptr where the kind has none.
Field const* top_field(Kind const& kind, DateRole role)
{
    for (auto const& field : kind.fields)
        if (field.role == role && field.path.find_first_of(".[") == std::string::npos) return &field;
    return nullptr;
}

void end_before_start(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.all()) {
        auto const* start_field = top_field(*record.kind, DateRole::start);
        auto const* end_field = top_field(*record.kind, DateRole::end);
        if (start_field == nullptr || end_field == nullptr) continue;
        auto const start = date_in(record.fields(), start_field->path, input.zone);
        auto const end = date_in(record.fields(), end_field->path, input.zone);
        if (!start || !end || !surely_before(end->date, start->date)) continue;
        sink.add(record, end->place,
                 {"the {kind} ends on {end}, before it starts on {start}", "kind"_arg = record.kind->name,
                  "end"_key = end->date.text(), "start"_key = start->date.text()},
                 {"are '{start}' and '{end}' swapped?", "start"_arg = start_field->path, "end"_arg = end_field->path});
    }
}

/// The first day on which a date can have been reached: a month from its first day on, a range when it has ended.
Day earliest(Date const& date)
{
    if (date.open_ended()) return date.first();
    return Date::holding(date.last(), date.precision()).first();
}

void actual_in_future(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.all()) {
        auto const* schema = input.schemas.find(record.kind->name);
        if (schema == nullptr) continue;
        schema->for_each_date(record.fields(), [&](DateRole role, std::string_view path, Value const& value) {
            if (role != DateRole::actual && role != DateRole::closed) return;
            auto const date = value.date(input.zone);
            if (!date || earliest(*date) <= input.today) return;
            auto const name =
                path.substr(path.find_last_of('.') == std::string_view::npos ? 0 : path.find_last_of('.') + 1);
            sink.add(
                record, value.place,
                date->is_range() && date->first() <= input.today
                    ? Sentence{"'{field}' says what has happened, but {date} is not over", "field"_key = name,
                               "date"_key = date->text()}
                    : Sentence{"'{field}' says what has happened, but {date} lies in the future", "field"_key = name,
                               "date"_key = date->text()},
                role == DateRole::actual
                    ? Sentence{"write 'planned' until it is reached; today is {today}", "today"_arg = iso(input.today)}
                    : Sentence{"leave it out until it is done; today is {today}", "today"_arg = iso(input.today)});
        });
    }
}

void open_end(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.all()) {
        auto const* schema = input.schemas.find(record.kind->name);
        if (schema == nullptr) continue;
        schema->for_each_date(record.fields(), [&](DateRole role, std::string_view path, Value const& value) {
            if (role == DateRole::planned || role == DateRole::start || role == DateRole::other) return;
            auto const date = value.date(input.zone);
            if (!date || !date->open_ended()) return;
            auto const dot = path.find_last_of('.');
            sink.add(record, value.place,
                     {"'{field}' has an open end: {date}", "field"_key = path.substr(dot == path.npos ? 0 : dot + 1),
                      "date"_key = date->text()},
                     role == DateRole::baseline || role == DateRole::due
                         ? Sentence{"write the last day that is meant; only a plan, a start and 'since' may be open"}
                         : Sentence{"write what is known of the day: 2018-04-25, \"2018-04\", \"2018\""});
        });
    }
}

constexpr std::array date_table{
    Rule{.name = "end-before-start",
         .summary = "What starts ends later, or on the same day.",
         .reason = "Two swapped dates, or a year that was not changed in one of them, would give a meeting a negative "
                   "length. Dates known roughly are compared by what they surely say: \"2018-04\" may end a meeting "
                   "that starts on 2018-04-16.",
         .failing = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-25
end = 2018-04-16
)",
         .mended = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16
end = 2018-04-25
)",
         .check = end_before_start},
    Rule{.name = "actual-in-future",
         .summary = "What has happened has a date that has come.",
         .reason = "'actual' and 'closed' say what has happened; reports count it as done. A date that is yet to come "
                   "is a plan, or a slip of the pen. A month that has begun may hold it; a range must be over. An "
                   "instant is compared by its day in the programme's time zone.",
         .failing = R"(--- data/milestones/sss-3-cdr.toml
title = "SSS-3 CDR"
type = "review"
actual = 2088-04-16
)",
         .mended = R"(--- data/milestones/sss-3-cdr.toml
title = "SSS-3 CDR"
type = "review"
planned = 2088-04-16
)",
         .check = actual_in_future},
    Rule{.name = "open-end",
         .summary = "Only a plan, a start and a 'since' may have an open end.",
         .reason =
             "\"2018-07-16/..\" says: not before 16 July 2018, and nothing of how long after. Such a plan counts as "
             "undated; it is never late, and no slip is measured to it. A baseline, a due date or the day on which "
             "something happened would say nothing that way.",
         .failing = R"(--- data/milestones/sss-3-launch.toml
title = "SSS-3 launch window"
type = "other"
baseline = "2088-07-16/.."
planned = 2088-08-20
)",
         .mended = R"(--- data/milestones/sss-3-launch.toml
title = "SSS-3 launch window"
type = "other"
planned = "2088-07-16/.."
)",
         .check = open_end},
};

}  // namespace

std::span<Rule const> date_rules()
{
    return date_table;
}

}  // namespace sss
