#include "commands/command_line.hpp"
#include "commands/rewriting.hpp"
#include "render/move_words.hpp"
#include "reports/standard_records.hpp"
#include "schema/text.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

struct DoneOptions {
    std::string id;
    std::string date;
    std::string outcome;
    std::string reason;
    bool dry_run = false;
};

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
void refuse_twice(DoneOptions const& options, Record const& record, Field const& field, std::string const& typed,
                  Zone const& zone)
{
    auto const already = date_at(record.fields(), field.path, zone);
    if (!already || options.date.empty()) return;
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
ExitStatus hold_meeting(DoneOptions const& options, WorkingTree const& tree, Record const& record, Day today,
                        CommonOptions const& common, Surroundings const& surroundings)
{
    refuse_cancelled(record);
    if (!options.outcome.empty() || !options.date.empty())
        throw UsageError{
            fmt::format("a meeting has no {}", options.date.empty() ? "outcome" : "day on which it is reached"),
            fmt::format("Its 'start' and 'end' say when it was: sss set {} start=… end=…\n"
                        "What it decided on has an outcome: sss done MILESTONE --outcome …",
                        shell_word(record.id))};
    auto const meeting = read_meeting(record.id, record.fields(), tree.configuration->zone);
    if (meeting.start && today < meeting.first())
        throw UsageError{fmt::format("{} has not begun: it is planned for {}", name_of(record), said(meeting.when())),
                         fmt::format("Where it was earlier: sss set {} start=… end=…", shell_word(record.id))};
    auto const* held = find(record.fields(), keys::held);
    if (held != nullptr && held->boolean() != nullptr && *held->boolean()) {
        if (!common.quiet)
            surroundings.complain(fmt::format("sss: nothing changes: {} is down as held already\n", name_of(record)));
        return ExitStatus::done;
    }
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    what.texts[record.path()] = changed_text(tree, record, std::vector{put_field(keys::held, "true")});
    what.reason = options.reason;
    what.dry_run = options.dry_run;
    what.aside = decided_on(record, tree.records);
    return rewrite(tree, what, common, surroundings);
}

ExitStatus run_done(DoneOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto tree = open_working_tree(common);
    auto const lock = options.dry_run ? nullptr : lock_data(tree, surroundings);
    if (lock) read_again(tree);
    auto const& record = sound_record(tree, options.id);
    auto const& zone = tree.configuration->zone;
    auto const today = zone.day_of(surroundings.now());
    if (is_meeting_to_hold(record)) return hold_meeting(options, tree, record, today, common, surroundings);
    auto const& field = actual_field(record);
    auto const typed = options.date.empty() ? iso(today) : day_named(options.date, today);
    refuse_cancelled(record);
    refuse_twice(options, record, field, typed, zone);
    auto const already = date_at(record.fields(), field.path, zone);
    if (already && options.outcome.empty()) {
        if (!common.quiet)
            surroundings.complain(fmt::format(
                "sss: nothing changes: {} was reached already, on {}\n  To correct the date: sss set {} {}=…\n",
                name_of(record), said(*already), shell_word(record.id), field.path));
        return ExitStatus::done;
    }
    std::vector<Assignment> changes;
    if (!already) changes.push_back(put_field(field.path, typed));
    if (!options.outcome.empty()) changes.push_back(put_field(keys::outcome, options.outcome));
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    what.texts[record.path()] = changed_text(tree, record, changes);
    what.reason = options.reason;
    what.dry_run = options.dry_run;
    auto const came = parse_date(typed, zone);
    if (auto const* date = std::get_if<Date>(&came); date != nullptr && !already)
        what.aside = against(record, *date, zone);
    return rewrite(tree, what, common, surroundings);
}

}  // namespace

void add_done(CommandLine& line)
{
    auto options = std::make_shared<DoneOptions>();
    auto const command = line.add_command(
        "done", "A milestone is reached, or a meeting was held: writes it down, and says how early or late",
        "  sss done sss-1-mast-deployment                           today\n"
        "  sss done sss-1-launch 2021-10-14T10:51:00Z               an instant, a day, or what is known: 2021-10\n"
        "  sss done sss-1-cdr yesterday --outcome passed-with-actions\n"
        "  sss done 2027-03-board                                   that a meeting was held");
    command.add_option("ID", options->id, "The milestone or the meeting: its id, or KIND/ID")->required();
    command.add_option("DATE", options->date,
                       "When it was reached: a date in any form, today or yesterday; without it today");
    command
        .add_option(
            "--outcome", options->outcome,
            "How it ended. A launch: success, partial or failure; all else: passed, passed-with-actions or failed")
        ->type_name("OUTCOME");
    command.add_option("--reason", options->reason, "Why, for the commit")->type_name("TEXT");
    command.add_flag("--dry-run", options->dry_run, "Print what would change as a diff, and write nothing");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_done(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
