#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <array>

#include <fmt/format.h>

namespace sss {
namespace {

void outcome_without_actual(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.of(kinds::milestone)) {
        auto const* outcome = string_at(record.fields(), keys::outcome);
        if (outcome == nullptr || !record.document.whole || find(record.fields(), keys::actual) != nullptr) continue;
        sink.add(
            record, place_of(record.fields(), keys::outcome),
            {"the outcome is {outcome}, but no 'actual' date says that it was held",
             "outcome"_key = sss::quoted(*outcome)},
            "write 'actual' as exactly as it is known (2018-04-25, \"2018-04\", \"2018\"), or leave the outcome out");
    }
}

void cancelled_and_reached(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.of(kinds::milestone)) {
        auto const actual = date_in(record.fields(), keys::actual, input.zone);
        if (!actual || table_at(record.fields(), keys::cancelled) == nullptr) continue;
        sink.add(record, actual->place,
                 {"this milestone is cancelled, and reached on {date}: it can only be one of the two",
                  "date"_key = actual->date.text()},
                 "remove 'actual', or the table 'cancelled'");
    }
}

void baseline_without_planned(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.of(kinds::milestone)) {
        auto const& fields = record.fields();
        auto const baseline = date_in(fields, keys::baseline, input.zone);
        auto const dated = find(fields, keys::planned) != nullptr || find(fields, keys::actual) != nullptr;
        if (!baseline || dated || !record.document.whole || find(fields, keys::cancelled) != nullptr) continue;
        sink.add(record, baseline->place,
                 {"{date} was promised, but nothing says when it is expected now", "date"_key = baseline->date.text()},
                 {"write it as 'planned' too: planned = {date}", "date"_arg = shown(*find(fields, keys::baseline))});
    }
}

/// What happens to one satellite, and to no programme.
bool befalls_satellite(std::string_view type)
{
    return type == "launch" || type == "re-entry" || type == "end-of-mission";
}

void launch_without_satellite(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.of(kinds::milestone)) {
        auto const* type = string_at(record.fields(), keys::type);
        if (type == nullptr || !befalls_satellite(*type) || !record.document.whole) continue;
        if (find(record.fields(), keys::satellite) != nullptr) continue;
        sink.add(record, place_of(record.fields(), keys::type), {"this {type} names no satellite", "type"_key = *type},
                 *type == "launch"
                     ? Sentence{"write satellite = \"…\"; a rocket that carries two satellites is two milestones"}
                     : Sentence{"write satellite = \"…\"; what ends for two satellites is two milestones"});
    }
}

bool is_of_launch(std::string_view outcome)
{
    return outcome == "success" || outcome == "partial" || outcome == "failure";
}

void outcome_of_type(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.of(kinds::milestone)) {
        auto const* type = string_at(record.fields(), keys::type);
        auto const* outcome = string_at(record.fields(), keys::outcome);
        auto const known = outcome != nullptr && (is_of_launch(*outcome) || *outcome == "passed" ||
                                                  *outcome == "passed-with-actions" || *outcome == "failed");
        if (type == nullptr || !known || is_of_launch(*outcome) == (*type == "launch")) continue;
        sink.add(record, place_of(record.fields(), keys::outcome),
                 {"{outcome} is no outcome of {type}", "outcome"_key = sss::quoted(*outcome),
                  "type"_arg = with_article(*type), "kind"_key = *type},
                 *type == "launch"
                     ? Sentence{"a launch ends with success, partial or failure"}
                     : Sentence{"it ends with passed, passed-with-actions or failed; the others are of launches"});
    }
}

/// The milestone that this one repeats, where the record of it is there.
Record const* repeated_by(RuleInput const& input, Record const& record)
{
    auto const* id = string_at(record.fields(), keys::repeats);
    return id == nullptr ? nullptr : input.lookup.find(kinds::milestone, *id);
}

/// Whether the way from what it repeats, to what that repeats, and so on, leads back to the record.
bool repeats_itself(RuleInput const& input, Record const& record)
{
    auto const* at = repeated_by(input, record);
    for (std::size_t steps = 0; at != nullptr && steps <= input.records.of(kinds::milestone).size(); ++steps) {
        if (at == &record) return true;
        at = repeated_by(input, *at);
    }
    return false;
}

void repeats_what_failed(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.of(kinds::milestone)) {
        auto const* first = repeated_by(input, record);
        if (first == nullptr) continue;
        auto const place = place_of(record.fields(), keys::repeats);
        if (repeats_itself(input, record)) {
            sink.add(record, place, "this milestone repeats itself", "name the one that failed and was held before it");
            continue;
        }
        auto const* outcome = string_at(first->fields(), keys::outcome);
        if (!first->document.whole) continue;
        if (outcome == nullptr || (*outcome != "failed" && *outcome != "failure" && *outcome != "partial")) {
            sink.add(record, place,
                     outcome == nullptr
                         ? Sentence{"{first} is repeated here, but nothing says that it failed",
                                    "first"_key = sss::quoted(first->id)}
                         : Sentence{"{first} is repeated here, but its outcome is {outcome}",
                                    "first"_key = sss::quoted(first->id), "outcome"_key = sss::quoted(*outcome)},
                     {"write its outcome in {file}, or leave 'repeats' out", "file"_arg = first->path()});
            continue;
        }
        auto const held = date_in(first->fields(), keys::actual, input.zone);
        auto again = date_in(record.fields(), keys::actual, input.zone);
        if (!again) again = date_in(record.fields(), keys::planned, input.zone);
        if (!held || !again || !surely_before(again->date, held->date)) continue;
        sink.add(
            record, again->place,
            {"{again} comes before {held}, when {first} was held, which it repeats", "again"_key = again->date.text(),
             "held"_key = held->date.text(), "first"_key = sss::quoted(first->id)},
            "are the two milestones swapped?");
    }
}

constexpr std::array milestone_table{
    Rule{.name = "outcome-without-actual",
         .summary = "A verdict needs a day on which it was given.",
         .reason = "'outcome' is how a review or a launch ended that took place, and 'actual' says that it did: "
                   "without it every "
                   "report would list it as still to come, and its outcome beside it.",
         .failing = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2019-08-29
outcome = "passed-with-actions"
)",
         .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2019-08-29
actual = "2019-08-21/2019-08-29"
outcome = "passed-with-actions"
)",
         .check = outcome_without_actual},
    Rule{.name = "cancelled-and-reached",
         .summary = "A milestone is either cancelled or reached.",
         .reason =
             "'cancelled' says that it will not be reached any more, 'actual' that it was. Reports could count it "
             "as neither.",
         .failing = R"(--- data/milestones/sss-2a-qr.toml
title = "SSS-2A QR"
type = "review"
actual = 2020-05-11

[cancelled]
date = 2020-03-01
reason = "Joined with the acceptance review."
)",
         .mended = R"(--- data/milestones/sss-2a-qr.toml
title = "SSS-2A QR"
type = "review"

[cancelled]
date = 2020-03-01
reason = "Joined with the acceptance review."
)",
         .check = cancelled_and_reached},
    Rule{.name = "baseline-without-planned",
         .level = Severity::note,
         .summary = "A promise comes with a forecast.",
         .reason = "'baseline' is the date first promised and stays; 'planned' is what is expected now. With the first "
                   "alone reports call the milestone undated, and no slip can be measured.",
         .failing = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "other"
baseline = 2023-04-11
)",
         .mended = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "other"
baseline = 2023-04-11
planned = 2023-04-15
)",
         .check = baseline_without_planned},
    Rule{.name = "launch-without-satellite",
         .level = Severity::warning,
         .summary = "A launch, a re-entry and an end of mission name their satellite.",
         .reason =
             "A satellite's phase and its days in orbit follow from the milestones of its launch and its end. One "
             "that names no satellite leaves all of them where they were.",
         .failing = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "launch"
planned = 2023-04-15
)",
         .mended = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "launch"
satellite = "sss-2b"
planned = 2023-04-15
--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
)",
         .check = launch_without_satellite},
    Rule{.name = "outcome-of-type",
         .summary = "The outcome fits the type of the milestone.",
         .reason =
             "A launch is a success, a partial one or a failure, which ends its satellite. A review or a test is "
             "passed, passed with actions or failed; a failed one was held and is not reached. Reports read the one "
             "and the other differently.",
         .failing = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "launch"
satellite = "sss-2b"
actual = 2023-04-15T06:47:00Z
outcome = "passed"
--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
)",
         .mended = R"(--- data/milestones/sss-2b-launch.toml
title = "SSS-2B launch"
type = "launch"
satellite = "sss-2b"
actual = 2023-04-15T06:47:00Z
outcome = "success"
--- data/satellites/sss-2b.toml
name = "SSS-2B"
class = "nano"
)",
         .check = outcome_of_type},
    Rule{.name = "repeats-what-failed",
         .level = Severity::warning,
         .summary = "What is held again failed before.",
         .reason =
             "'repeats' joins a review to the one that failed, so that the second one is known as its repetition. "
             "It is held later, and the first one has an outcome that says why.",
         .failing = R"(--- data/milestones/sss-3-cdr.toml
title = "SSS-3 CDR"
type = "review"
actual = 2018-04-25
--- data/milestones/sss-3-cdr-again.toml
title = "SSS-3 CDR, held again"
type = "review"
repeats = "sss-3-cdr"
planned = 2088-08-20
)",
         .mended = R"(--- data/milestones/sss-3-cdr.toml
title = "SSS-3 CDR"
type = "review"
actual = 2018-04-25
outcome = "failed"
--- data/milestones/sss-3-cdr-again.toml
title = "SSS-3 CDR, held again"
type = "review"
repeats = "sss-3-cdr"
planned = 2088-08-20
)",
         .check = repeats_what_failed},
};

}  // namespace

std::span<Rule const> milestone_rules()
{
    return milestone_table;
}

}  // namespace sss
