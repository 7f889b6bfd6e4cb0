#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string>

namespace sss {

namespace {

/// "more than 7 days after its baseline".
std::string beyond_baseline(int tolerance_days, bool one)
{
    return (tolerance_days > 0 ? "more than " + count(tolerance_days, "day") + " after " : std::string{"after "}) +
           (one ? "its" : "their") + " baseline";
}

std::string unjudged_part(Health const& health)
{
    std::string text;
    auto const by_plan = health.without_baseline;
    if (by_plan > 0 && by_plan < health.judged())
        text += "; " + number_text(by_plan) +
                (by_plan == 1 ? " has no baseline, so its slips do not count"
                              : " have no baseline, so their slips do not count");
    if (health.unjudged > 0)
        text += "; " + number_text(health.unjudged) + (health.unjudged == 1 ? " has" : " have") +
                " neither plan nor baseline";
    return text;
}

std::string verdict_part(Health const& health)
{
    auto const judged = health.unjudged > 0 ? " that can be judged" : "";
    auto const late = static_cast<int>(health.behind.size());
    if (health.judged() == 1 && health.without_baseline == 1 && late == 0)
        return "The open milestone" + std::string{judged} +
               " is not overdue; it has no baseline, so slips do not count";
    if (health.judged() == 1 && late == 0)
        return "On schedule: the open milestone" + std::string{judged} + " is neither overdue nor " +
               beyond_baseline(health.tolerance_days, true);
    auto const open = count(health.judged(), "open milestone") + judged;
    auto const late_of_open =
        late == health.judged() ? all_of(late, "open milestone") + judged : number_text(late) + " of " + open;
    auto const behind = std::string{health.verdict == Schedule::behind ? "Behind" : "Partly behind"} + " schedule: ";
    if (late == 0 && health.without_baseline == health.judged())
        return "None of " + open + " is overdue; none has a baseline, so slips do not count";
    if (late == 0)
        return "On schedule: none of " + open + " is overdue or " + beyond_baseline(health.tolerance_days, true);
    if (health.after_baseline == 0) return behind + late_of_open + (late == 1 ? " is" : " are") + " overdue";
    if (health.overdue == 0)
        return behind + late_of_open + (late == 1 ? " is " : " are ") +
               beyond_baseline(health.tolerance_days, late == 1);
    auto text = behind + late_of_open + " (";
    if (health.overdue > 0) text += number_text(health.overdue) + " overdue";
    if (health.overdue > 0 && health.after_baseline > 0) text += ", ";
    if (health.after_baseline > 0)
        text += number_text(health.after_baseline) + ' ' +
                beyond_baseline(health.tolerance_days, health.after_baseline == 1);
    if (auto const both = health.overdue + health.after_baseline - late; both > 0 && both < late)
        text += "; " + number_text(both) + (both == 1 ? " is" : " are") + " both";
    return text + ')';
}

std::string reached_part(Health const& health)
{
    auto const late = health.reached_late;
    auto const than_it = (health.tolerance_days > 0 ? "more than " + count(health.tolerance_days, "day") + " after "
                                                    : std::string{"after "}) +
                         "it.";
    if (health.reached_with_baseline == 0) return {};
    if (health.reached_with_baseline == 1)
        return " The one reached milestone with a baseline " + std::string{late == 1 ? "came " : "did not come "} +
               than_it;
    return " Of the " + number_text(health.reached_with_baseline) + " reached milestones with a baseline, " +
           (late == 0 ? std::string{"none"} : number_text(late)) + " came " + than_it;
}

}  // namespace

std::string schedule_sentence(ProgressReport const& report)
{
    auto const& health = report.health;
    if (report.from_dates_only || !report.narrowed_to.tells_of(kinds::milestone)) return {};
    switch (health.verdict) {
        case Schedule::nothing_open: return {};
        case Schedule::unknown: return "Without dates the schedule cannot be judged." + reached_part(health);
        case Schedule::on_schedule:
        case Schedule::partly_behind:
        case Schedule::behind: break;
    }
    return verdict_part(health) + unjudged_part(health) + '.' + reached_part(health);
}

std::string schedule_rule(ProgressReport const& report)
{
    auto const& health = report.health;
    auto const judged = health.verdict != Schedule::nothing_open && health.verdict != Schedule::unknown;
    if (!judged || schedule_sentence(report).empty()) return {};
    return "An open milestone is behind where its plan has passed or lies " +
           beyond_baseline(health.tolerance_days, true) +
           ". The schedule is behind where at least half of those that can be judged are, and partly behind where "
           "fewer are.";
}

std::string schedule_definition(ProgressReport const& report)
{
    auto const rule = schedule_rule(report);
    return rule.empty() ? rule : "Schedule: " + uncapitalised(rule);
}

namespace {

bool is_judged(Health const& health)
{
    return health.verdict != Schedule::nothing_open && health.verdict != Schedule::unknown;
}

/// The one that is latest by its plan, where none is behind a baseline.
Behind const& furthest(Health const& health)
{
    if (health.after_baseline > 0) return health.behind.front();
    return *std::ranges::min_element(health.behind, {},
                                     [](Behind const& one) { return one.milestone.planned->last(); });
}

}  // namespace

std::string schedule_verdict(ProgressReport const& report)
{
    auto const& health = report.health;
    if (report.from_dates_only || !report.narrowed_to.tells_of(kinds::milestone)) return {};
    if (health.verdict == Schedule::unknown) return "Without dates the schedule cannot be judged.";
    return is_judged(health) ? verdict_part(health) + '.' : std::string{};
}

Said furthest_behind(ProgressReport const& report)
{
    auto const& health = report.health;
    if (health.behind.empty() || schedule_verdict(report).empty()) return {};
    auto const& worst = furthest(health);
    auto const how_far = worst.after_baseline ? behind_baseline(worst.after_baseline)
                                              : ago_or_ahead(report.today, *worst.milestone.planned);
    return "Furthest behind: " + as_name(worst.milestone.title) + ", " + how_far + '.';
}

std::vector<Said> schedule_basis(ProgressReport const& report)
{
    std::vector<Said> basis;
    auto const& health = report.health;
    if (schedule_verdict(report).empty()) return basis;
    auto const by_plan = health.without_baseline;
    auto const add = [&](std::string const& sentence) {
        if (!sentence.empty()) basis.emplace_back(sentence);
    };
    if (by_plan > 0 && by_plan < health.judged())
        add(count(by_plan, "open milestone") + (by_plan == 1 ? " has no baseline, so its slips do not count."
                                                             : " have no baseline, so their slips do not count."));
    if (is_judged(health) && health.unjudged > 0)
        add(count(health.unjudged, "open milestone") + (health.unjudged == 1 ? " has" : " have") +
            " neither plan nor baseline, and cannot be judged.");
    add(reached_part(health).substr(reached_part(health).empty() ? 0 : 1));
    add(schedule_rule(report));
    return basis;
}

}  // namespace sss
