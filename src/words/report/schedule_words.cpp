#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string>

namespace sss {

namespace {

bool is_judged(Health const& health)
{
    return health.verdict != Schedule::nothing_open && health.verdict != Schedule::unknown;
}

/// Whether a verdict is said at all.
bool is_told(ProgressReport const& report)
{
    return !report.from_dates_only && report.narrowed_to.tells_of(kinds::milestone) &&
           report.health.verdict != Schedule::nothing_open;
}

/// "after its baseline", "more than 7 days after their baseline": of so many milestones.
Said beyond_baseline(int number, int tolerance_days, Words const& words)
{
    if (tolerance_days == 0)
        return words.quantity_in("milestones that lie", number, "after its baseline", "after their baseline");
    if (number == 1)
        return words.quantity_in("one milestone that lies", tolerance_days, "more than {n} day after its baseline",
                                 "more than {n} days after its baseline");
    return words.quantity_in("several milestones that lie", tolerance_days, "more than {n} day after their baseline",
                             "more than {n} days after their baseline");
}

/// "3 open milestones", "3 open milestones that can be judged".
Said open_ones(int number, bool judged_alone, Words const& words)
{
    if (judged_alone)
        return words.quantity_in("none of them, or so many of them", number, "{n} open milestone that can be judged",
                                 "{n} open milestones that can be judged");
    return words.quantity_in("none of them, or so many of them", number, "{n} open milestone", "{n} open milestones");
}

/// What the verdict rests on where all are late: "the open milestone is overdue", "both open milestones that can be
/// judged are overdue", "2 of 3 open milestones are overdue".
Said are_overdue(Health const& health, int late, Words const& words)
{
    auto const judged_alone = health.unjudged > 0;
    if (late < health.judged())
        return words.quantity(late, "{n} of {milestones} is overdue", "{n} of {milestones} are overdue",
                              "milestones"_a = open_ones(health.judged(), judged_alone, words));
    if (late == 2)
        return judged_alone ? words.say("both open milestones that can be judged are overdue")
                            : words.say("both open milestones are overdue");
    return judged_alone ? words.quantity(late, "the open milestone that can be judged is overdue",
                                         "all {n} open milestones that can be judged are overdue")
                        : words.quantity(late, "the open milestone is overdue", "all {n} open milestones are overdue");
}

/// The same of a baseline.
Said are_beyond(Health const& health, int late, Words const& words)
{
    auto const judged_alone = health.unjudged > 0;
    auto const beyond = "after_baseline"_a = beyond_baseline(late, health.tolerance_days, words);
    if (late < health.judged())
        return words.quantity(late, "{n} of {milestones} is {after_baseline}",
                              "{n} of {milestones} are {after_baseline}",
                              "milestones"_a = open_ones(health.judged(), judged_alone, words), beyond);
    if (late == 2)
        return judged_alone ? words.say("both open milestones that can be judged are {after_baseline}", beyond)
                            : words.say("both open milestones are {after_baseline}", beyond);
    return judged_alone ? words.quantity(late, "the open milestone that can be judged is {after_baseline}",
                                         "all {n} open milestones that can be judged are {after_baseline}", beyond)
                        : words.quantity(late, "the open milestone is {after_baseline}",
                                         "all {n} open milestones are {after_baseline}", beyond);
}

/// Some are late by their plan and some by their baseline: "2 of 3 open milestones (1 overdue, 1 more than 7 days after
/// its baseline; 1 is both)".
Said are_either(Health const& health, int late, Words const& words)
{
    auto const judged_alone = health.unjudged > 0;
    auto why = in_a_row(
        words.quantity_in("milestones", health.overdue, "{n} overdue", "{n} overdue"),
        words.quantity(health.after_baseline, "{n} {after_baseline}", "{n} {after_baseline}",
                       "after_baseline"_a = beyond_baseline(health.after_baseline, health.tolerance_days, words)),
        words);
    if (auto const both = health.overdue + health.after_baseline - late; both > 0 && both < late)
        why = in_clauses(std::move(why), words.quantity_in("milestones", both, "{n} is both", "{n} are both"), words);
    auto const whys = "why"_a = why;
    if (late < health.judged())
        return words.quantity_in("of milestones", late, "{n} of {milestones} ({why})", "{n} of {milestones} ({why})",
                                 "milestones"_a = open_ones(health.judged(), judged_alone, words), whys);
    if (late == 2)
        return judged_alone ? words.say("both open milestones that can be judged ({why})", whys)
                            : words.say("both open milestones ({why})", whys);
    return judged_alone ? words.quantity(late, "the open milestone that can be judged ({why})",
                                         "all {n} open milestones that can be judged ({why})", whys)
                        : words.quantity(late, "the open milestone ({why})", "all {n} open milestones ({why})", whys);
}

/// The one open milestone that can be judged holds.
Said one_holds(Health const& health, Words const& words)
{
    auto const judged_alone = health.unjudged > 0;
    if (health.without_baseline == 1)
        return judged_alone
                   ? words.say(
                         "The open milestone that can be judged is not overdue; it has no baseline, so slips do "
                         "not count")
                   : words.say("The open milestone is not overdue; it has no baseline, so slips do not count");
    auto const beyond = "after_baseline"_a = beyond_baseline(1, health.tolerance_days, words);
    return judged_alone
               ? words.say("On schedule: the open milestone that can be judged is neither overdue nor {after_baseline}",
                           beyond)
               : words.say("On schedule: the open milestone is neither overdue nor {after_baseline}", beyond);
}

/// Several of which none is late.
Said all_hold(Health const& health, Words const& words)
{
    auto const open = "milestones"_a = open_ones(health.judged(), health.unjudged > 0, words);
    if (health.without_baseline == health.judged())
        return words.say("None of {milestones} is overdue; none has a baseline, so slips do not count", open);
    return words.say("On schedule: none of {milestones} is overdue or {after_baseline}", open,
                     "after_baseline"_a = beyond_baseline(1, health.tolerance_days, words));
}

/// A sentence without its full stop.
Said verdict_part(Health const& health, Words const& words)
{
    auto const late = static_cast<int>(health.behind.size());
    if (late == 0) return health.judged() == 1 ? one_holds(health, words) : all_hold(health, words);
    auto const what = "milestones"_a = health.after_baseline == 0 ? are_overdue(health, late, words)
                                       : health.overdue == 0      ? are_beyond(health, late, words)
                                                                  : are_either(health, late, words);
    return health.verdict == Schedule::behind ? words.say("Behind schedule: {milestones}", what)
                                              : words.say("Partly behind schedule: {milestones}", what);
}

/// What goes on behind the verdict: of how many open milestones it cannot tell.
Said unjudged_part(Health const& health, Words const& words)
{
    Said text;
    auto const by_plan = health.without_baseline;
    if (by_plan > 0 && by_plan < health.judged())
        text = words.quantity_in("of open milestones", by_plan, "{n} has no baseline, so its slips do not count",
                                 "{n} have no baseline, so their slips do not count");
    if (health.unjudged > 0)
        text = in_clauses(std::move(text),
                          words.quantity_in("of open milestones", health.unjudged, "{n} has neither plan nor baseline",
                                            "{n} have neither plan nor baseline"),
                          words);
    return text;
}

/// How milestones that are reached kept to their baselines.
Said reached_sentence(Health const& health, Words const& words)
{
    auto const late = health.reached_late;
    auto const tolerance = health.tolerance_days;
    if (health.reached_with_baseline == 0) return {};
    if (health.reached_with_baseline == 1 && tolerance == 0)
        return late == 1 ? words.say("The one reached milestone with a baseline came after it.")
                         : words.say("The one reached milestone with a baseline did not come after it.");
    if (health.reached_with_baseline == 1)
        return late == 1 ? words.quantity(tolerance,
                                          "The one reached milestone with a baseline came more than {n} day after it.",
                                          "The one reached milestone with a baseline came more than {n} days after it.")
                         : words.quantity(
                               tolerance,
                               "The one reached milestone with a baseline did not come more than {n} day after it.",
                               "The one reached milestone with a baseline did not come more than {n} days after it.");
    auto const came = late == 0 ? words.say_in("of milestones", "none came")
                                : words.quantity_in("of milestones", late, "{n} came", "{n} came");
    auto const after = tolerance == 0 ? words.say_in("a baseline", "after it")
                                      : words.quantity_in("a baseline", tolerance, "more than {n} day after it",
                                                          "more than {n} days after it");
    return words.quantity(health.reached_with_baseline, "Of the {n} reached milestone with a baseline, {came} {after}.",
                          "Of the {n} reached milestones with a baseline, {came} {after}.", "came"_a = came,
                          "after"_a = after);
}

/// The one that is latest by its plan, where none is behind a baseline.
Behind const& furthest(Health const& health)
{
    if (health.after_baseline > 0) return health.behind.front();
    return *std::ranges::min_element(health.behind, {},
                                     [](Behind const& one) { return one.milestone.planned->last(); });
}

}  // namespace

Said schedule_sentence(ProgressReport const& report, Words const& words)
{
    if (!is_told(report)) return {};
    auto const& health = report.health;
    if (!is_judged(health))
        return in_sentences(schedule_verdict(report, words), reached_sentence(health, words), words);
    auto const verdict =
        words.say_in("clauses that make a sentence", "{clauses}.",
                     "clauses"_a = in_clauses(verdict_part(health, words), unjudged_part(health, words), words));
    return in_sentences(verdict, reached_sentence(health, words), words);
}

Said schedule_rule(ProgressReport const& report, Words const& words)
{
    if (!is_told(report) || !is_judged(report.health)) return {};
    return words.say(
        "An open milestone is behind where its plan has passed or lies {after_baseline}. The schedule is behind where "
        "at least half of those that can be judged are, and partly behind where fewer are.",
        "after_baseline"_a = beyond_baseline(1, report.health.tolerance_days, words));
}

Said schedule_definition(ProgressReport const& report, Words const& words)
{
    if (!is_told(report) || !is_judged(report.health)) return {};
    return words.say(
        "Schedule: an open milestone is behind where its plan has passed or lies {after_baseline}. The schedule is "
        "behind where at least half of those that can be judged are, and partly behind where fewer are.",
        "after_baseline"_a = beyond_baseline(1, report.health.tolerance_days, words));
}

Said schedule_verdict(ProgressReport const& report, Words const& words)
{
    if (!is_told(report)) return {};
    if (!is_judged(report.health)) return words.say("Without dates the schedule cannot be judged.");
    return words.say_in("clauses that make a sentence", "{clauses}.", "clauses"_a = verdict_part(report.health, words));
}

Said furthest_behind(ProgressReport const& report, Words const& words)
{
    auto const& health = report.health;
    if (health.behind.empty() || !is_told(report)) return {};
    auto const& worst = furthest(health);
    auto const how_far = worst.after_baseline
                             ? behind_baseline(worst.after_baseline, words)
                             : Said{ago_or_ahead(report.today, *worst.milestone.planned, PastAs::late, words)};
    return words.say("Furthest behind: {title}, {how_far}.", "title"_a = as_name(worst.milestone.title),
                     "how_far"_a = how_far);
}

std::vector<Said> schedule_basis(ProgressReport const& report, Words const& words)
{
    std::vector<Said> basis;
    auto const& health = report.health;
    if (!is_told(report)) return basis;
    auto const by_plan = health.without_baseline;
    if (by_plan > 0 && by_plan < health.judged())
        basis.push_back(words.quantity(by_plan, "{n} open milestone has no baseline, so its slips do not count.",
                                       "{n} open milestones have no baseline, so their slips do not count."));
    if (is_judged(health) && health.unjudged > 0)
        basis.push_back(words.quantity(health.unjudged,
                                       "{n} open milestone has neither plan nor baseline, and cannot be judged.",
                                       "{n} open milestones have neither plan nor baseline, and cannot be judged."));
    for (auto const& sentence : {reached_sentence(health, words), schedule_rule(report, words)})
        if (!sentence.empty()) basis.push_back(sentence);
    return basis;
}

}  // namespace sss
