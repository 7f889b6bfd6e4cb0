#include "rules/support.hpp"
#include "rules/table.hpp"

#include <array>

#include <fmt/format.h>

namespace sss {
namespace {

void outcome_without_actual(RuleInput const& input, Report& report)
{
    for (auto const& record : input.records.of("milestone")) {
        auto const* outcome = text_in(record.fields(), "outcome");
        if (outcome == nullptr || !record.document.whole || find(record.fields(), "actual") != nullptr) continue;
        report.add(
            record, place_of(record.fields(), "outcome"),
            fmt::format("the outcome is {}, but no 'actual' date says that it was held", sss::quoted(*outcome)),
            "write 'actual' as exactly as it is known (2018-04-25, \"2018-04\", \"2018\"), or leave the outcome out");
    }
}

void cancelled_and_reached(RuleInput const& input, Report& report)
{
    for (auto const& record : input.records.of("milestone")) {
        auto const actual = date_in(record.fields(), "actual");
        if (!actual || table_in(record.fields(), "cancelled") == nullptr) continue;
        report.add(record, actual->place,
                   fmt::format("this milestone is cancelled, and reached on {}: it can only be one of the two",
                               actual->date.text()),
                   "remove 'actual', or the table 'cancelled'");
    }
}

void baseline_without_planned(RuleInput const& input, Report& report)
{
    for (auto const& record : input.records.of("milestone")) {
        auto const& fields = record.fields();
        auto const baseline = date_in(fields, "baseline");
        auto const dated = find(fields, "planned") != nullptr || find(fields, "actual") != nullptr;
        if (!baseline || dated || !record.document.whole || find(fields, "cancelled") != nullptr) continue;
        report.add(record, baseline->place,
                   fmt::format("{} was promised, but nothing says when it is expected now", baseline->date.text()),
                   fmt::format("write it as 'planned' too: planned = {}",
                               record.fields().empty() ? std::string{} : shown(*find(fields, "baseline"))));
    }
}

void launch_without_satellite(RuleInput const& input, Report& report)
{
    for (auto const& record : input.records.of("milestone")) {
        auto const* type = text_in(record.fields(), "type");
        if (type == nullptr || *type != "launch" || !record.document.whole) continue;
        if (find(record.fields(), "satellite") != nullptr) continue;
        report.add(record, place_of(record.fields(), "type"), "this launch names no satellite",
                   "write satellite = \"…\"; a rocket that carries two satellites is two milestones");
    }
}

constexpr std::array milestone_table{
    Rule{.name = "outcome-without-actual",
         .summary = "A verdict needs a day on which it was given.",
         .reason =
             "'outcome' is the verdict of a review that was held, and 'actual' says that it was: without it every "
             "report would list the review as still to come, and its verdict beside it.",
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
         .summary = "A launch names the satellite that it carries.",
         .reason = "A satellite's phase and its days in orbit follow from its launch milestone. One that names no "
                   "satellite leaves all of them on the ground.",
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
};

}  // namespace

std::span<Rule const> milestone_rules()
{
    return milestone_table;
}

}  // namespace sss
