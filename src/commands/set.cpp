#include "work/change/set.hpp"

#include "commands/committing.hpp"
#include "commands/terminal/findings.hpp"
#include "print/text/text_diff.hpp"
#include "support/utf8.hpp"
#include "work/change/past_plan.hpp"

#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct SetOptions {
    SetRequest request;
    std::string reason;
    WritingOptions writing;
};

ExitStatus run_set(SetOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    auto tree = open_working_tree(common);
    auto lock = options.writing.dry_run ? nullptr : lock_data(tree, world);
    if (lock) read_again(tree);
    auto const& [record, text] = set_fields(tree, options.request, tree.configuration->zone.day_of(world.now()));
    auto const& path = record.path();
    if (!text) {
        told_and_sound(record.document.problems, common, surroundings);
        return ExitStatus::findings;
    }
    if (*text == record.text) {
        world.remark(fmt::format("sss: nothing changes: {} says so already\n", visible(path)));
        return ExitStatus::done;
    }
    ChangedTexts const texts{{path, *text}};
    if (!told_and_sound(judge(tree, texts, common, world), common, surroundings)) return ExitStatus::findings;
    if (options.writing.dry_run) {
        deliver_diff(unified_diff(path, record.text, *text), common, surroundings);
        return ExitStatus::done;
    }
    auto const& commit = options.writing.commit;
    auto const proposal = propose_commit(tree,
                                         {.lead = {record.kind, record.id},
                                          .texts = texts,
                                          .reason = options.reason,
                                          .subject = commit.subject.value_or("")},
                                         tree.records, common, world);
    require_committable(commit, proposal);
    write_whole(place_for(tree, path), *text);
    deliver_written(visible(path) + "\n", written_words(commit, 1), common, surroundings);
    world.remark(past_plan(record, *text, tree.configuration->zone.day_of(world.now()), tree.configuration->zone));
    lock.reset();
    commit_or_propose(commit, proposal, common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_set(CommandLine& line)
{
    auto options = std::make_shared<SetOptions>();
    auto& request = options->request;
    auto const command =
        line.add_command("set", "Changes fields of a record in place; the rest of its file stays as it is",
                         "  sss set sss-1-cdr planned=2018-06-15 owner=beihang       one field or several\n"
                         "  sss set 2018-04-review hosts+=metu participants-=peru    into a list, out of it\n"
                         "  sss set '2018-04-review#a2' owner=metu due=friday        in the action whose id is a2\n"
                         "  sss set sss-1 orbit.altitude_km=517 notes-               within a table; a field removed\n"
                         "  sss set sss-1-cdr planned=2018-Q3 --dry-run              shows what would change");
    command.add_option("ID", request.id, "The record: its id, or KIND/ID; or an item of it, as MEETING#a1")->required();
    command.add_option("FIELD=VALUE", request.assignments,
                       "What to change: FIELD=VALUE, LIST+=ITEM, LIST-=ITEM, FIELD- removes it");
    command.add_option("--reason", options->reason, "Why, for the commit")->type_name("TEXT");
    add_writing_options(command, options->writing);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_set(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
