#include "programme/rough_count.hpp"
#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <array>
#include <map>

#include <fmt/format.h>

namespace sss {
namespace {

/// Calls visit(meeting, action) for each action.
template <typename Visit>
void for_each_action(RuleInput const& input, Visit const& visit)
{
    for (auto const& meeting : input.records.of(kinds::meeting))
        for (auto const* action : tables_at(meeting.fields(), keys::action)) visit(meeting, *action);
}

Sentence name_of_action(Table const& action)
{
    auto const* id = string_at(action, keys::id);
    return id == nullptr ? Sentence{"this action"} : Sentence{"the action {id}", "id"_key = sss::quoted(*id)};
}

/// The last day of a meeting, as far as it is known.
std::optional<Date> end_of(Record const& meeting, Zone const& zone)
{
    if (auto const end = date_in(meeting.fields(), keys::end, zone)) return end->date;
    if (find(meeting.fields(), keys::end) != nullptr) return std::nullopt;
    auto const start = date_in(meeting.fields(), keys::start, zone);
    return start ? std::optional{start->date} : std::nullopt;
}

void action_closed_early(RuleInput const& input, FindingSink& sink)
{
    for_each_action(input, [&](Record const& meeting, Table const& action) {
        auto const closed = date_in(action, keys::closed, input.zone);
        auto const start = date_in(meeting.fields(), keys::start, input.zone);
        if (!closed || !start || !surely_before(closed->date, start->date)) return;
        sink.add(meeting, closed->place,
                 {"{action} was closed on {closed}, before the meeting that opened it started on {start}",
                  "action"_arg = name_of_action(action), "closed"_key = closed->date.text(),
                  "start"_key = start->date.text()},
                 "look at the years of both dates");
    });
}

/// A date as TOML takes it: one day bare, everything else as a text.
std::string as_written(Date const& date)
{
    return date.precision() <= Precision::day && !date.is_range() ? iso(date.last()) : sss::quoted(date.text());
}

void action_closed_by(RuleInput const& input, FindingSink& sink)
{
    for_each_action(input, [&](Record const& meeting, Table const& action) {
        auto const* closed_by = string_at(action, keys::closed_by);
        if (closed_by == nullptr) return;
        auto const place = place_of(action, keys::closed_by);
        auto const* closing = input.lookup.find(kinds::meeting, *closed_by);
        auto const closing_end = closing == nullptr ? std::nullopt : end_of(*closing, input.zone);
        if (find(action, keys::closed) == nullptr && meeting.document.whole) {
            sink.add(meeting, place,
                     {"{action} names the meeting that closed it, but not when", "action"_arg = name_of_action(action)},
                     closing_end ? Sentence{"write its day too: closed = {date}", "date"_arg = as_written(*closing_end)}
                                 : Sentence{"write its day as 'closed' too"});
            return;
        }
        auto const start = date_in(meeting.fields(), keys::start, input.zone);
        if (!closing_end || !start || !surely_before(*closing_end, start->date)) return;
        sink.add(meeting, place,
                 {"{action} was opened on {start}, after the meeting {closing} that is said to have closed it ({end})",
                  "action"_arg = name_of_action(action), "start"_key = start->date.text(),
                  "closing"_key = sss::quoted(*closed_by), "end"_key = closing_end->text()},
                 "name the later meeting at which it was shown as done, or leave 'closed_by' out");
    });
}

/// Two items of one list with the same id.
void repeated_ids(RuleInput const& input, FindingSink& sink, std::string_view list)
{
    for (auto const& meeting : input.records.of(kinds::meeting)) {
        std::map<std::string_view, Place> seen;
        for (auto const* item : tables_at(meeting.fields(), list)) {
            auto const* id = string_at(*item, keys::id);
            if (id == nullptr) continue;
            auto const place = place_of(*item, keys::id);
            auto const [first, is_new] = seen.emplace(*id, place);
            if (is_new) continue;
            sink.add(meeting, place,
                     {"the {list} {id} stands already in line {line}", "list"_arg = list, "id"_key = sss::quoted(*id),
                      "line"_arg = first->second.line},
                     "give one of the two another id; history follows each by it");
        }
    }
}

void duplicate_action(RuleInput const& input, FindingSink& sink)
{
    repeated_ids(input, sink, "action");
}

void duplicate_decision(RuleInput const& input, FindingSink& sink)
{
    repeated_ids(input, sink, "decision");
}

std::optional<RoughCount> count_in(Table const& table, std::string_view field)
{
    auto const* value = find(table, field);
    return value == nullptr ? std::nullopt : read_count(*value);
}

void rid_count(RuleInput const& input, FindingSink& sink)
{
    for (auto const& meeting : input.records.of(kinds::meeting)) {
        auto const* rids = table_at(meeting.fields(), keys::rids);
        if (rids == nullptr || !meeting.document.whole) continue;
        auto const closed = count_in(*rids, "closed");
        auto const raised = count_in(*rids, "raised");
        auto const carried = count_in(*rids, "carried_over").value_or(0);
        if (!closed || !raised) continue;
        auto const left = difference(sum(*raised, carried), *closed);
        // Of a lower bound the number itself may be enough; nothing is known of what is about.
        auto const surely = left.sense == RoughCount::Sense::exact || left.sense == RoughCount::Sense::fewer;
        if (!surely || left.number >= 0) continue;
        sink.add(meeting, place_of(*rids, keys::closed),
                 {"{closed} RIDs were closed, but only {raised} were raised and {carried} carried over",
                  "closed"_key = closed->text(), "raised"_key = raised->text(), "carried"_key = carried.text()},
                 "do all three numbers count the same meeting?");
    }
}

bool const* flag_in(Table const& table, std::string_view field)
{
    auto const* value = find(table, field);
    return value == nullptr ? nullptr : value->boolean();
}

void held_or_cancelled(RuleInput const& input, FindingSink& sink)
{
    for (auto const& meeting : input.records.of(kinds::meeting)) {
        auto const* held = flag_in(meeting.fields(), "held");
        if (held == nullptr || !meeting.document.whole) continue;
        auto const cancelled = find(meeting.fields(), keys::cancelled) != nullptr;
        if (*held && cancelled)
            sink.add(meeting, place_of(meeting.fields(), keys::held),
                     {"this meeting is cancelled, and was held: it can only be one of the two", "held"_key = "true"},
                     "remove 'held', or the table 'cancelled'");
        if (!*held && !cancelled)
            sink.add(meeting, place_of(meeting.fields(), keys::held),
                     {"this meeting was not held, but nothing says since when and why", "held"_key = "false"},
                     "write the table [cancelled] with 'date' and 'reason', or leave 'held' out while it is a plan");
    }
}

void held_in_future(RuleInput const& input, FindingSink& sink)
{
    for (auto const& meeting : input.records.of(kinds::meeting)) {
        auto const* held = flag_in(meeting.fields(), "held");
        auto const start = date_in(meeting.fields(), keys::start, input.zone);
        if (held == nullptr || !*held || !start) continue;
        auto const instant = start->date.instant();
        auto const first = instant ? input.zone.day_of(*instant) : start->date.first();
        if (first <= input.today) continue;
        sink.add(meeting, place_of(meeting.fields(), keys::held),
                 {"'held' says what has happened, but the meeting starts on {date}", "date"_key = start->date.text()},
                 {"leave it out until it is held; today is {today}", "today"_arg = iso(input.today)});
    }
}

constexpr std::array meeting_table{
    Rule{.name = "action-closed-early",
         .summary = "An action is closed when it has been opened, not before.",
         .reason =
             "An action is opened by the meeting that records it. A closing date before that meeting is a slip of "
             "the pen, most often in the year, and would count as closed in reports of a time when the action "
             "did not exist.",
         .failing = R"(--- data/meetings/2017-01-contract-signing.toml
title = "Contract signing"
type = "signing"
start = 2017-01-17

[[action]]
id = "a1"
text = "Set up a web site and publish the progress of the project there regularly."
closed = 2016-08-14
)",
         .mended = R"(--- data/meetings/2017-01-contract-signing.toml
title = "Contract signing"
type = "signing"
start = 2017-01-17

[[action]]
id = "a1"
text = "Set up a web site and publish the progress of the project there regularly."
closed = 2017-08-14
)",
         .check = action_closed_early},
    Rule{.name = "action-closed-by",
         .summary = "The meeting that closed an action comes with a date, and not before the one that opened it.",
         .reason = "'closed_by' is the close-out reference that ECSS-M-ST-10C (5.2.2.1) asks for beside the close-out "
                   "date: without 'closed' the action still counts as open.",
         .failing = R"(--- data/meetings/2017-01-contract-signing.toml
title = "Contract signing"
type = "signing"
start = 2017-01-17

[[action]]
id = "a1"
text = "Set up a web site."
closed_by = "2017-08-summer-camp"
--- data/meetings/2017-08-summer-camp.toml
title = "First summer camp"
type = "training"
start = 2017-08-14
)",
         .mended = R"(--- data/meetings/2017-01-contract-signing.toml
title = "Contract signing"
type = "signing"
start = 2017-01-17

[[action]]
id = "a1"
text = "Set up a web site."
closed = 2017-08-14
closed_by = "2017-08-summer-camp"
--- data/meetings/2017-08-summer-camp.toml
title = "First summer camp"
type = "training"
start = 2017-08-14
)",
         .check = action_closed_by},
    Rule{.name = "duplicate-action",
         .summary = "Each action of a meeting has an id of its own.",
         .reason = "An action's id is how minutes, letters and the history name it (ECSS-M-ST-10C, 5.2.2.1, asks for a "
                   "unique one). Two with one id cannot be followed.",
         .failing = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16

[[action]]
id = "a1"
text = "Send the answers to the open RIDs."

[[action]]
id = "a1"
text = "Name the ground stations."
)",
         .mended = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16

[[action]]
id = "a1"
text = "Send the answers to the open RIDs."

[[action]]
id = "a2"
text = "Name the ground stations."
)",
         .check = duplicate_action},
    Rule{.name = "duplicate-decision",
         .summary = "Each decision of a meeting has an id of its own.",
         .reason = "A decision's id is how minutes and the history name it. Two with one id cannot be followed.",
         .failing = R"(--- data/meetings/2016-12-kick-off.toml
title = "SSS kick-off meeting"
type = "kick-off"
start = 2016-12-12

[[decision]]
id = "d1"
text = "The project is formally started."

[[decision]]
id = "d1"
text = "The project management office is established."
)",
         .mended = R"(--- data/meetings/2016-12-kick-off.toml
title = "SSS kick-off meeting"
type = "kick-off"
start = 2016-12-12

[[decision]]
id = "d1"
text = "The project is formally started."

[[decision]]
id = "d2"
text = "The project management office is established."
)",
         .check = duplicate_decision},
    Rule{.name = "held-or-cancelled",
         .summary = "A meeting was held, or it was cancelled.",
         .reason = "'held = false' says that a meeting did not take place; since when that is known and why stands in "
                   "'cancelled', as for milestones. A meeting with neither is a plan.",
         .failing = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16
held = false
)",
         .mended = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16
held = false

[cancelled]
date = 2018-04-10
reason = "The documents were not ready."
)",
         .check = held_or_cancelled},
    Rule{.name = "held-in-future",
         .summary = "A meeting that was held has begun.",
         .reason =
             "'held' says what has happened, and reports tell of it. Of a meeting that is yet to come it is a plan, "
             "or its year a slip of the pen.",
         .failing = R"(--- data/meetings/2088-04-review.toml
title = "SSS-3 CDR meeting"
type = "review"
start = 2088-04-16
held = true
)",
         .mended = R"(--- data/meetings/2088-04-review.toml
title = "SSS-3 CDR meeting"
type = "review"
start = 2088-04-16
)",
         .check = held_in_future},
    Rule{.name = "rid-count",
         .level = Severity::warning,
         .summary = "No more RIDs are closed than were raised or carried over.",
         .reason =
             "A review item discrepancy (ECSS-M-ST-10-01C) is raised, answered and closed. More closed than there "
             "were means that the numbers were counted differently. It is a warning, for published numbers are "
             "often lower bounds; \">40\" is never too few.",
         .failing = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16

[rids]
raised = 335
carried_over = 40
closed = 400
)",
         .mended = R"(--- data/meetings/2018-04-ankara-review.toml
title = "System CDR meeting"
type = "review"
start = 2018-04-16

[rids]
raised = 335
carried_over = 40
closed = 300
)",
         .check = rid_count},
};

}  // namespace

std::span<Rule const> meeting_rules()
{
    return meeting_table;
}

}  // namespace sss
