#include "commands/rewriting.hpp"
#include "commands/text_diff.hpp"
#include "support/utf8.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct SetOptions {
    std::string id;
    std::vector<std::string> assignments;
    bool dry_run = false;
};

ExitStatus run_set(SetOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.assignments.empty())
        throw UsageError{"sss set needs a record and what to change in it",
                         "As in: sss set sss-1-cdr planned=2018-06-15"};
    auto tree = open_working_tree(common);
    auto const lock = options.dry_run ? nullptr : lock_data(tree);
    if (lock) read_again(tree);
    auto const& record = find_record(tree.records, options.id);
    if (!record.document.problems.empty()) {
        told_and_sound(record.document.problems, common, surroundings);
        return ExitStatus::findings;
    }
    auto const& path = record.path();
    std::vector<Assignment> changes;
    for (auto const& word : options.assignments) changes.push_back(read_assignment(word));
    auto const text = changed_text(tree, record, changes);
    if (text == record.text) {
        if (!common.quiet)
            surroundings.complain(fmt::format("sss: nothing changes: {} says so already\n", visible(path)));
        return ExitStatus::done;
    }
    auto const findings = findings_with(tree, {{path, text}}, common, surroundings);
    auto const errors =
        std::ranges::any_of(findings, [](Finding const& finding) { return finding.severity == Severity::error; });
    if (errors && brings_errors(findings, findings_with(tree, {{path, record.text}}, common, surroundings))) {
        told_and_sound(findings, common, surroundings);
        return ExitStatus::findings;
    }
    tell(findings, common, surroundings);
    if (options.dry_run) {
        deliver(unified_diff(path, record.text, text), common, surroundings);
        return ExitStatus::done;
    }
    write_whole(place_for(tree, path), text);
    deliver(path + "\n", common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_set(CommandLine& line)
{
    auto options = std::make_shared<SetOptions>();
    auto& command =
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
