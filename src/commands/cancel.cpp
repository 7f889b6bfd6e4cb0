#include "commands/command_line.hpp"
#include "commands/rewriting.hpp"
#include "render/move_words.hpp"
#include "render/words.hpp"
#include "reports/back_references.hpp"
#include "reports/standard_records.hpp"
#include "schema/text.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct CancelOptions {
    std::string id;
    std::string date;
    std::string reason;
    bool dry_run = false;
};

Assignment put_cancelled(std::string const& key, std::string value)
{
    return {Assignment::Act::put, {{"cancelled", {}}, {key, {}}}, std::move(value), "cancelled." + key};
}

/// Who still waits for what is given up; of a satellite, what is given up with it.
std::string waiting(Record const& record, Records const& records)
{
    std::string text;
    if (record.kind->name == kinds::satellite) {
        std::int64_t open = 0;
        for (auto const& milestone : read_standard_records(records).milestones)
            open += milestone.satellite == record.id && milestone.open() ? 1 : 0;
        if (open == 0) return text;
        return fmt::format("  {} of it {} no longer awaited.\n", count(open, "open milestone"),
                           open == 1 ? "is" : "are");
    }
    for (auto const& reference : back_references(record, records)) {
        auto const& other = *reference.record;
        auto const settled =
            find(other.fields(), keys::actual) != nullptr || find(other.fields(), keys::cancelled) != nullptr;
        if (reference.path == "depends_on" && !settled)
            text += fmt::format("  {} needs it and no longer waits for it.\n", name_of(other));
    }
    return text;
}

void refuse_settled(Record const& record, Zone const& zone)
{
    if (record.kind->field("cancelled.date") == nullptr || record.kind->field("cancelled.reason") == nullptr)
        throw UsageError{fmt::format("{} cannot be cancelled", schema::with_article(record.kind->name)),
                         "Its schema has no table 'cancelled' with 'date' and 'reason', as that of milestones has."};
    if (auto const* held = find(record.fields(), keys::held);
        held != nullptr && held->boolean() != nullptr && *held->boolean())
        throw UsageError{
            fmt::format("{} was held already", name_of(record)),
            fmt::format("Where that was a mistake, take it back first: sss set {} held-", shell_word(record.id))};
    if (record.kind->name == kinds::meeting && read_meeting(record.id, record.fields(), zone).held)
        throw UsageError{
            fmt::format("{} is down as held", name_of(record)),
            fmt::format("Where that was a mistake, take back what says so first: sss edit {}", shell_word(record.id))};
    auto const* actual = find(record.fields(), keys::actual);
    if (actual == nullptr || actual->text() == nullptr) return;
    auto const date = actual->date(zone);
    throw UsageError{
        fmt::format("{} was reached already{}", name_of(record), date ? ", on " + said(*date) : std::string{}),
        fmt::format("Where that was a mistake, take it back first: sss set {} actual-", shell_word(record.id))};
}

ExitStatus run_cancel(CancelOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto tree = open_working_tree(common);
    auto const lock = options.dry_run ? nullptr : lock_data(tree, surroundings);
    if (lock) read_again(tree);
    auto const& record = sound_record(tree, options.id);
    refuse_settled(record, tree.configuration->zone);
    if (find(record.fields(), keys::cancelled) != nullptr) {
        if (!common.quiet)
            surroundings.complain(
                fmt::format("sss: nothing changes: {} is cancelled already\n  To say why in other words: sss set {} "
                            "cancelled.reason=…\n",
                            name_of(record), shell_word(record.id)));
        return ExitStatus::done;
    }
    auto const today = tree.configuration->zone.day_of(surroundings.now());
    auto const date = options.date.empty() ? iso(today) : day_named(options.date, today);
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    what.texts[record.path()] =
        changed_text(tree, record, std::vector{put_cancelled("date", date), put_cancelled("reason", options.reason)});
    what.reason = options.reason;
    what.dry_run = options.dry_run;
    what.aside = waiting(record, tree.records);
    return rewrite(tree, what, common, surroundings);
}

}  // namespace

void add_cancel(CommandLine& line)
{
    auto options = std::make_shared<CancelOptions>();
    auto const command =
        line.add_command("cancel", "A milestone, a meeting or a satellite is given up: writes since when and why",
                         "  sss cancel sss-2a-contract --reason \"covered by the agreement of the three parties\"\n"
                         "  sss cancel sss-2a-contract 2020-03 --reason \"…\"   on a date in any form; else today");
    command.add_option("ID", options->id, "What is given up: its id, or KIND/ID")->required();
    command.add_option("DATE", options->date, "When it was given up: a date in any form, today or yesterday");
    command.add_option("--reason", options->reason, "Why, in a sentence")->required()->type_name("TEXT");
    command.add_flag("--dry-run", options->dry_run, "Print what would change as a diff, and write nothing");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_cancel(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
