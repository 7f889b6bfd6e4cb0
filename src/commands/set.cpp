#include "commands/command_line.hpp"
#include "commands/commit_proposal.hpp"
#include "commands/rewriting.hpp"
#include "commands/text_diff.hpp"
#include "records/unreadable.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct SetOptions {
    std::string id;
    std::vector<std::string> assignments;
    bool dry_run = false;
};

/// The words taken apart; what is no change of a field is added to `problems`.
std::vector<Assignment> assignments_of(SetOptions const& options, std::vector<std::string>& problems)
{
    std::vector<Assignment> changes;
    for (auto const& word : options.assignments) {
        try {
            changes.push_back(read_assignment(word));
        } catch (UsageError const& error) {
            problems.push_back(
                options.assignments.size() == 1
                    ? error.what()
                    : fmt::format("{}: write FIELD=VALUE, LIST+=ITEM, LIST-=ITEM or FIELD-", error.what()));
            if (options.assignments.size() == 1) throw;
        }
    }
    return changes;
}

/// The record's text after the changes. Lines that cannot be read are lifted out before and put back behind, but those
/// that a change replaces: nothing where that does not make the text readable.
std::optional<std::string> text_after(WorkingTree const& tree, Record const& record,
                                      std::vector<Assignment> const& changes, std::vector<std::string> problems)
{
    if (record.document.problems.empty()) return changed_text(tree, record, changes, std::move(problems));
    auto const lifted = lift_unreadable(record.text, record.document.problems);
    auto readable = record;
    readable.document = parse_document(record.path(), lifted.text);
    if (!readable.document.problems.empty()) return std::nullopt;
    readable.text = lifted.text;
    try {
        return put_back(changed_text(tree, readable, changes, std::move(problems)), lifted);
    } catch (UsageError const&) {
        throw;
    } catch (Error const&) {
        return std::nullopt;  // an item into a list that cannot be read
    }
}

ExitStatus run_set(SetOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.assignments.empty())
        throw UsageError{"sss set needs a record and what to change in it",
                         "As in: sss set sss-1-cdr planned=2018-06-15"};
    auto tree = open_working_tree(common);
    auto const lock = options.dry_run ? nullptr : lock_data(tree, surroundings);
    if (lock) read_again(tree);
    auto const& record = find_record(tree.records, options.id);
    auto const& path = record.path();
    std::vector<std::string> problems;
    auto const changes = assignments_of(options, problems);
    auto const text = text_after(tree, record, changes, std::move(problems));
    if (!text) {
        told_and_sound(record.document.problems, common, surroundings);
        return ExitStatus::findings;
    }
    if (*text == record.text) {
        if (!common.quiet)
            surroundings.complain(fmt::format("sss: nothing changes: {} says so already\n", visible(path)));
        return ExitStatus::done;
    }
    ChangedTexts const texts{{path, *text}};
    if (!brings_no_errors(tree, texts, common, surroundings)) return ExitStatus::findings;
    if (options.dry_run) {
        deliver_diff(unified_diff(path, record.text, *text), common, surroundings);
        return ExitStatus::done;
    }
    auto const proposal = propose_commit(tree, {{record.kind, record.id}, texts}, tree.records, common, surroundings);
    write_whole(place_for(tree, path), *text);
    deliver_written(visible(path) + "\n", "The record is written", common, surroundings);
    if (!common.quiet) surroundings.complain(proposal.asides + proposal.command);
    return ExitStatus::done;
}

}  // namespace

void add_set(CommandLine& line)
{
    auto options = std::make_shared<SetOptions>();
    auto const command =
        line.add_command("set", "Changes fields of a record in place; the rest of its file stays as it is",
                         "  sss set sss-1-cdr planned=2018-06-15 owner=beihang       one field or several\n"
                         "  sss set 2018-04-review hosts+=metu participants-=peru    into a list, out of it\n"
                         "  sss set 2018-04-review 'action[a2].closed=2018-05-01'    in the action whose id is a2\n"
                         "  sss set sss-1 orbit.altitude_km=517 notes-               within a table; a field removed\n"
                         "  sss set sss-1-cdr planned=2018-Q3 --dry-run              shows what would change");
    command.add_option("ID", options->id, "The record: its id, or KIND/ID")->required();
    command.add_option("FIELD=VALUE", options->assignments,
                       "What to change: FIELD=VALUE, LIST+=ITEM, LIST-=ITEM, FIELD- removes it");
    command.add_flag("--dry-run", options->dry_run, "Print what would change as a diff, and write nothing");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_set(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
