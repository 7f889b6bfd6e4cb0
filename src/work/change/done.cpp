#include "work/change/done.hpp"

#include "facts/standard_records.hpp"
#include "schema/text.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/move_words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// The outcome after which a milestone is not reached.
constexpr std::string_view failed_outcome = "failed";

/// The field that says when a record of this kind was reached.
Field const& actual_field(Record const& record)
{
    auto const& fields = record.kind->fields;
    auto const found = std::ranges::find_if(
        fields, [](Field const& field) { return field.role == DateRole::actual && is_settable(field); });
    if (found != fields.end()) return *found;
    throw UsageError{fmt::format("{} is not reached on a day", schema::with_article(record.kind->name)),
                     "`sss done` is for what has a date of the role 'actual', as milestones do."};
}

/// The milestones that a meeting decided on, and that are still open.
std::string decided_on(Record const& meeting, Records const& records)
{
    std::string lines;
    auto const* milestones = find(meeting.fields(), keys::milestones);
    if (milestones == nullptr || milestones->array() == nullptr) return lines;
    for (auto const& item : *milestones->array()) {
        auto const* id = item.string();
        auto const* milestone = id != nullptr ? records.find(kinds::milestone, *id) : nullptr;
        if (milestone != nullptr && read_milestone(*id, milestone->fields(), records.zone()).open())
            lines += fmt::format("  It decided on {0}: sss done {0}\n", visible(*id));
    }
    return lines;
}

bool is_meeting_to_hold(Record const& record)
{
    auto const* held = record.kind->field(keys::held);
    return record.kind->name == kinds::meeting && held != nullptr && held->type == FieldType::boolean;
}

/// Where it has been reached already: nothing to do, or a correction that wants its own words.
void refuse_twice(std::string const& asked_date, Record const& record, Field const& field, std::string const& typed,
                  Zone const& zone)
{
    auto const already = date_at(record.fields(), field.path, zone);
    if (!already || asked_date.empty()) return;
    auto const read = parse_date(typed, zone);
    auto const* asked = std::get_if<Date>(&read);
    if (asked == nullptr || *asked == *already) return;
    throw UsageError{
        fmt::format("{} was reached already, on {}", name_of(record), said(*already)),
        fmt::format("To correct the date: sss set {} {}={}", shell_word(record.id), field.path, shell_word(typed))};
}

void refuse_cancelled(Record const& record)
{
    auto const* cancelled = find(record.fields(), keys::cancelled);
    if (cancelled == nullptr) return;
    throw UsageError{fmt::format("{} is cancelled", name_of(record)),
                     fmt::format("Where it was {} all the same, take that back first: sss set {} cancelled-",
                                 record.kind->name == kinds::meeting ? "held" : "reached", shell_word(record.id))};
}

/// "1 day late against the plan (14 April 2023), 4 days late against the baseline (11 April 2023)."
std::string against(Record const& record, Date const& came, Zone const& zone)
{
    std::vector<std::string> parts;
    for (auto const& [role, name] :
         {std::pair{DateRole::planned, "the plan"}, std::pair{DateRole::baseline, "the baseline"}})
    {
        auto const field = std::ranges::find_if(
            record.kind->fields, [role = role](Field const& one) { return one.role == role && is_settable(one); });
        auto const date =
            field == record.kind->fields.end() ? std::nullopt : date_at(record.fields(), field->path, zone);
        if (date && !date->open_ended())
            parts.push_back(fmt::format("{} against {} ({})", lateness(*date, came), name, said(*date)));
    }
    return parts.empty() ? std::string{"  It had no planned date to compare with.\n"}
                         : fmt::format("  {}.\n", fmt::join(parts, ", "));
}

/// A meeting is not reached on a day: its days stand in its record, and what is written down is that it took place.
Rewriting hold_meeting(DoneRequest const& request, std::string const& asked, WorkingTree const& tree,
                       Record const& record, Day today)
{
    refuse_cancelled(record);
    if (!request.outcome.empty() || !asked.empty())
        throw UsageError{fmt::format("a meeting has no {}", asked.empty() ? "outcome" : "day on which it is reached"),
                         fmt::format("Its 'start' and 'end' say when it was: sss set {} start=… end=…\n"
                                     "What it decided on has an outcome: sss done MILESTONE --outcome …",
                                     shell_word(record.id))};
    auto const meeting = read_meeting(record.id, record.fields(), tree.configuration->zone);
    if (meeting.start && today < meeting.first())
        throw UsageError{fmt::format("{} has not begun: it is planned for {}", name_of(record), said(meeting.when())),
                         fmt::format("Where it was earlier: sss set {} start=… end=…", shell_word(record.id))};
    auto const* held = find(record.fields(), keys::held);
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    if (held != nullptr && held->boolean() != nullptr && *held->boolean()) {
        what.unchanged = fmt::format("{} is down as held already", name_of(record));
        return what;
    }
    what.texts[record.path()] = changed_text(tree, record, std::vector{put_field(keys::held, "true")});
    what.reason = request.reason;
    what.aside = decided_on(record, tree.records);
    return what;
}

Rewriting done_one(WorkingTree const& tree, DoneRequest const& request, std::string const& id, std::string const& asked,
                   Outside const& outside)
{
    auto const& record = sound_record(tree, id);
    auto const& zone = tree.configuration->zone;
    auto const today = zone.day_of(outside.now());
    if (is_meeting_to_hold(record)) return hold_meeting(request, asked, tree, record, today);
    auto const& field = actual_field(record);
    auto const typed = asked.empty() ? iso(today) : day_named(asked, today);
    refuse_cancelled(record);
    refuse_twice(asked, record, field, typed, zone);
    auto const already = date_at(record.fields(), field.path, zone);
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    auto const* outcome = string_at(record.fields(), keys::outcome);
    if (already && request.outcome.empty() && outcome != nullptr && *outcome == failed_outcome) {
        what.unchanged = fmt::format("{} was held on {} and failed\n  Where it is held again: sss repeat {} DATE",
                                     name_of(record), said(*already), shell_word(record.id));
        return what;
    }
    if (already && request.outcome.empty()) {
        what.unchanged = fmt::format("{} was reached already, on {}\n  To correct the date: sss set {} {}=…",
                                     name_of(record), said(*already), shell_word(record.id), field.path);
        return what;
    }
    std::vector<Assignment> changes;
    if (!already) changes.push_back(put_field(field.path, typed));
    if (!request.outcome.empty()) changes.push_back(put_field(keys::outcome, request.outcome));
    what.texts[record.path()] = changed_text(tree, record, changes);
    what.reason = request.reason;
    auto const came = parse_date(typed, zone);
    if (auto const* date = std::get_if<Date>(&came); date != nullptr && !already)
        what.aside = (request.words.size() > 2 ? fmt::format("  {}:\n", name_of(record)) : std::string{}) +
                     against(record, *date, zone);
    if (request.outcome == failed_outcome)
        what.aside += fmt::format("  Where it is held again: sss repeat {} DATE\n", shell_word(record.id));
    return what;
}

}  // namespace

Rewriting rewriting_for(WorkingTree const& tree, DoneRequest const& request, Outside const& outside)
{
    auto const named = ids_and_date(request.words, tree.records);
    std::vector<Rewriting> all;
    for (auto const& id : named.ids) all.push_back(done_one(tree, request, id, named.date, outside));
    return joined(std::move(all));
}

}  // namespace sss
