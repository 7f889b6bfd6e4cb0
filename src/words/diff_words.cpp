#include "words/diff_words.hpp"

#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t impact_reason_width = 160;
constexpr std::size_t impact_title_width = 80;
constexpr std::size_t steps_shown = 4;  ///< milestones named on the way to one that needs another

bool plain_days(Slip const& slip)
{
    return slip.precision <= Precision::day && !slip.approximate && slip.days != 0;
}

/// "moves by 45 days", "moves 14 days earlier", "moves about 3 months later".
std::string moves_by(Slip const& slip)
{
    if (!plain_days(slip)) return "moves " + slip_in_words(slip);
    auto const days = count(std::abs(slip.days), "day");
    return slip.days > 0 ? "moves by " + days : fmt::format("moves {} earlier", days);
}

/// ", its third move, +60 days in all".
std::string which_move(NetMove const& plan)
{
    auto const& move = plan.move;
    if (move.ordinal == 0) return "";
    auto text = plan.steps > 1 ? fmt::format(", in {}", count(plan.steps, "move")) : std::string{};
    if (plan.steps <= 1)
        text += fmt::format(", its {} move", ordinal(move.ordinal));
    else if (move.ordinal > plan.steps)
        text += fmt::format(", the last its {}", ordinal(move.ordinal));
    if (move.total.direction() != move.slip.direction()) text += fmt::format(", {} in all", slip_in_words(move.total));
    return text;
}

std::string why(NetMove const& plan)
{
    if (plan.reasons.empty()) return plan.committed && !plan.move.correction ? "; no reason is given" : "";
    std::string list;
    for (auto const& reason : plan.reasons)
        list += fmt::format("{}“{}”", list.empty() ? "" : ", ", one_line(reason, impact_reason_width));
    return fmt::format("; {}: {}", plan.reasons.size() == 1 ? "reason" : "reasons", list);
}

std::string named(Touched const& touched, std::string_view tail)
{
    auto text = one_line(touched.title, impact_title_width);
    if (touched.steps <= 1) return text + std::string{tail};
    text += ", by way of ";
    for (std::size_t i = 0; i < std::min(touched.way.size(), steps_shown); ++i)
        text += (i == 0 ? "" : " → ") + one_line(touched.way[i], impact_title_width);
    if (touched.steps - 1 > steps_shown) text += fmt::format(" → … ({} more)", touched.steps - 1 - steps_shown);
    return text;
}

std::string margin_of(Touched const& touched)
{
    switch (touched.order) {
        case Order::undated: return "not known";
        case Order::unreadable: return "not known: its date cannot be read";
        case Order::unknown: return "the dates are too rough to tell";
        case Order::overlapping: return fmt::format("overlaps it by {}", count(-touched.margin, "day"));
        case Order::in_order:
            if (touched.exact) return touched.margin == 0 ? "none: the same day" : count(touched.margin, "day");
            return fmt::format("at least {}", count(touched.margin, "day"));
        case Order::too_early: break;
    }
    auto const distance = touched.exact ? fmt::format("{}: ", count(touched.margin, "day")) : std::string{};
    return fmt::format("{}{}{}", distance, touched.reached ? "reached before it" : "starts before it ends",
                       touched.before ? ", as it did before" : "");
}

ImpactRow row_of(Touched const& touched, std::string_view tail)
{
    return {named(touched, tail), touched.date ? in_words(*touched.date, day_without_time) : "no date",
            margin_of(touched), touched.order == Order::too_early && !touched.before};
}

struct Untold {
    std::size_t all = 0;
    bool alert = false;  ///< some of them are
};

void add_rows(std::vector<ImpactRow>& rows, std::vector<Touched> const& list, Untold const& untold,
              std::string_view tail, std::size_t most, std::string_view others)
{
    for (std::size_t i = 0; i < std::min(list.size(), most); ++i) rows.push_back(row_of(list[i], tail));
    auto const rest = list.size() - std::min(list.size(), most) + untold.all;
    if (rest == 0) return;
    auto const alert = list.size() > most ? list[most].order == Order::too_early && !list[most].before : untold.alert;
    rows.push_back({fmt::format("{} more {}", rest, others), "", "", alert});
}

void add_meetings(std::vector<ImpactRow>& rows, Impact const& impact, std::size_t most)
{
    auto const& list = impact.meetings;
    // Those that are still to come are what a reader can act on.
    auto const first = list.size() > most ? list.size() - most : 0;
    for (auto i = first; i < list.size(); ++i)
        rows.push_back({one_line(list[i].title, impact_title_width), list[i].when ? in_words(*list[i].when) : "no date",
                        list[i].held ? "decided on it" : "decides on it", false});
    if (first > 0)
        rows.push_back({fmt::format("{} earlier", count(static_cast<std::int64_t>(first), "meeting")), "", "", false});
}

}  // namespace

MoveSentence move_sentence(Impact const& impact, Day today)
{
    auto const way = move_in_words(impact.from, impact.to, impact.slip.days == 0 ? DateWords{} : day_without_time);
    MoveSentence sentence;
    if (!impact.was_reached && impact.is_reached) {
        sentence.verb = fmt::format("is reached {}",
                                    plain_days(impact.slip)
                                        ? count(std::abs(impact.slip.days), "day") +
                                              (impact.slip.days > 0 ? " later than planned" : " earlier than planned")
                                        : slip_in_words(impact.slip) + " than planned");
        sentence.dates = fmt::format(" ({})", way);
    } else if (impact.was_reached && impact.is_reached) {
        sentence.verb = "was reached on another date";
        sentence.dates = fmt::format(" ({}, {})", way, slip_in_words(impact.slip));
    } else if (impact.was_reached) {
        sentence.verb = "is open again";
        sentence.dates = fmt::format(" (reached {}, now planned for {})", in_words(impact.from, day_without_time),
                                     in_words(impact.to, day_without_time));
    } else if (impact.plan && impact.plan->move.correction) {
        sentence.verb = "has its date corrected";
        sentence.dates = fmt::format(" ({}, {})", way, slip_in_words(impact.slip));
    } else {
        sentence.verb = moves_by(impact.slip);
        sentence.dates = fmt::format(" ({})", way);
    }
    if (impact.plan && !impact.was_reached && !impact.is_reached) {
        sentence.which = which_move(*impact.plan);
        if (auto const& was = impact.plan->move.put_right)
            sentence.which += fmt::format(", put right before: it was {}", in_words(*was, day_without_time));
        sentence.why = why(*impact.plan);
    }
    if (impact.late)
        sentence.after =
            fmt::format("{} {}", impact.became_late ? ". It is now" : ". It is still", ago_or_ahead(today, impact.to));
    return sentence;
}

std::vector<ImpactRow> impact_rows(Impact const& impact, std::size_t most)
{
    std::vector<ImpactRow> rows;
    add_rows(rows, impact.too_early, {impact.more_too_early, impact.more_new_too_early > 0}, ", which needs it", most,
             "that come before it and need it");
    for (auto const& one : impact.needed) {
        auto row = row_of(one, ", which it needs");
        row.margin = fmt::format("{}ends after it starts{}", one.exact ? count(one.margin, "day") + ": " : "",
                                 one.before ? ", as it did before" : "");
        rows.push_back(std::move(row));
    }
    add_rows(rows, impact.next, {impact.more_next, false}, ", which needs it", most, "that need it");
    if (impact.directly)
        rows.push_back({"Those that need it by way of others", "not followed", "too much moves at once", false});
    for (auto const& id : impact.unknown)
        rows.push_back({one_line(id, impact_title_width), "no such record", "it is needed, and not known", false});
    add_meetings(rows, impact, most);
    if (!impact.satellite.empty())
        rows.push_back({"Satellite", one_line(impact.satellite, impact_title_width), "", false});
    if (!impact.owner.empty()) rows.push_back({"Owner", one_line(impact.owner, impact_title_width), "", false});
    return rows;
}

std::string conflicts_sentence(std::size_t conflicts)
{
    if (conflicts == 0) return "";
    return fmt::format("{} now {}", count(static_cast<std::int64_t>(conflicts), "milestone"),
                       conflicts == 1 ? "comes before what it needs" : "come before what they need");
}

std::vector<ChangeFacts> beside_moves(Difference const& difference)
{
    std::vector<ChangeFacts> rest;
    std::set<RecordKey, RecordKeyLess> told;
    for (auto const& impact : difference.impacts.moved) told.insert(impact.record);
    for (auto const& facts : difference.facts) {
        auto const moved = told.contains(facts.change->record);
        auto one = facts;
        std::erase_if(one.fields, [&](FieldChange const& field) {
            auto const role = field.field != nullptr ? field.field->role : DateRole::none;
            return moved && (role == DateRole::planned || role == DateRole::actual);
        });
        if (moved && one.category <= Category::brought_forward && one.category != Category::failed)
            one.category = Category::changed;
        auto const still = one.change->type == ChangeType::changed && one.fields.empty();
        if (still && one.change->former_id.empty()) continue;
        rest.push_back(std::move(one));
    }
    std::ranges::stable_sort(rest, {}, &ChangeFacts::category);
    return rest;
}

std::vector<BecameLate const*> late_beside_moves(Difference const& difference)
{
    std::set<std::string_view> moved;
    for (auto const& impact : difference.impacts.moved) moved.insert(impact.record.id);
    std::vector<BecameLate const*> rest;
    for (auto const& late : difference.impacts.late)
        if (!moved.contains(late.id)) rest.push_back(&late);
    return rest;
}

bool matters(ChangeFacts const& facts)
{
    if (facts.category != Category::changed || !facts.change->former_id.empty()) return true;
    return std::ranges::any_of(facts.fields, [](FieldChange const& field) {
        auto const role = field.field != nullptr ? field.field->role : DateRole::none;
        return (role != DateRole::none && role != DateRole::other) || field.path == "depends_on";
    });
}

std::vector<Finding const*> findings_left(Difference const& difference)
{
    std::vector<Finding const*> left;
    if (!difference.findings) return left;
    std::set<std::string> told;  // files of milestones that a table shows as coming before what moved
    auto const tell = [&](std::string const& id) {
        if (auto const* record = difference.records.find(kinds::milestone, id)) told.insert(record->path());
    };
    for (auto const& impact : difference.impacts.moved) {
        if (!impact.needed.empty()) tell(impact.record.id);
        for (auto const& one : impact.too_early)
            if (one.steps == 1) tell(one.id);
    }
    for (auto const& finding : difference.findings->appeared)
        if (finding.rule != "check-weakened" && (finding.rule != "dependency-order" || !told.contains(finding.file)))
            left.push_back(&finding);
    return left;
}

std::vector<Finding const*> switched_off(Difference const& difference)
{
    std::vector<Finding const*> off;
    if (!difference.findings) return off;
    for (auto const& finding : difference.findings->appeared)
        if (finding.rule == "check-weakened") off.push_back(&finding);
    return off;
}

std::string findings_sentence(Difference const& difference)
{
    if (!difference.findings) return "";
    auto const appeared = static_cast<std::int64_t>(difference.findings->appeared.size());
    auto const left = static_cast<std::int64_t>(findings_left(difference).size());
    auto const mended = static_cast<std::int64_t>(difference.findings->mended);
    auto text = std::string{"Validation: "} + (appeared == 0 ? "no new findings" : count(appeared, "new finding"));
    if (left == 0 && appeared > 0)
        text += ", told above";
    else if (left < appeared)
        text += fmt::format(", {} of them told above", number_text(appeared - left));
    if (mended > 0) text += fmt::format("; {} mended", number_text(mended));
    return text + (left > 0 ? ":" : ".");
}

std::string states_sentence(Difference const& difference)
{
    return fmt::format("between {} and {}", difference.before.name, difference.after.name);
}

std::vector<std::string> not_told(Difference const& difference)
{
    std::vector<std::string> sentences;
    auto const& files = difference.unreadable;
    if (!files.empty()) {
        constexpr std::size_t most = 3;
        std::string list;
        for (std::size_t i = 0; i < std::min(files.size(), most); ++i) list += (i == 0 ? "" : ", ") + files[i];
        if (files.size() > most) list += fmt::format(" and {} more", files.size() - most);
        sentences.push_back(fmt::format("What changes in {} cannot be told, because {} cannot be read: {}.",
                                        count(static_cast<std::int64_t>(files.size()), "file"),
                                        files.size() == 1 ? "it" : "they", list));
    }
    if (!difference.renames_sought)
        sentences.push_back("So many records come and go that renames were not sought among them.");
    return sentences;
}

}  // namespace sss
