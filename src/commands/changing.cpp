#include "commands/changing.hpp"

#include "commands/terminal/ask.hpp"
#include "commands/terminal/findings.hpp"

#include <fmt/format.h>

namespace sss {

namespace {

bool agreed(std::string const& question, Surroundings const& surroundings)
{
    Question const asked{.name = question, .choices = {"yes", "no"}, .fallback = "no"};
    return ask(surroundings, asked, [](std::string const& answer) {
               auto const known = answer == "yes" || answer == "no";
               return known ? std::nullopt : std::optional{Objection{"yes or no", {}}};
           }) == "yes";
}

}  // namespace

ExitStatus carry_out(WorkingTree const& tree, Rewriting const& what, bool dry_run, CommonOptions const& common,
                     Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    auto const prepared = prepare(tree, what, common, world);
    if (prepared.texts.empty()) {
        world.remark(fmt::format("sss: nothing changes: {}\n",
                                 what.unchanged.empty() ? "the records say so already" : what.unchanged));
        return ExitStatus::done;
    }
    if (!told_and_sound(prepared.judgement, common, surroundings)) return ExitStatus::findings;
    auto result = prepared.lines;
    if (dry_run) {
        world.remark(result);
        deliver_diff(diff_of(tree, prepared.texts), common, surroundings);
        return ExitStatus::done;
    }
    if (!what.question.empty() && surroundings.input_is_terminal) {
        surroundings.complain(result + "\n");
        if (!agreed(what.question, surroundings)) {
            surroundings.complain("Nothing is written.\n");
            return ExitStatus::done;
        }
        result.clear();
    }
    write(tree, prepared);
    world.remark(prepared.proposal.asides);
    deliver_written(result + prepared.proposal.command,
                    prepared.texts.size() == 1 ? "The record is written" : "The records are written", common,
                    surroundings);
    return ExitStatus::done;
}

ExitStatus change(Verb const& verb, bool dry_run, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    auto tree = open_working_tree(common);
    auto const lock = dry_run ? nullptr : lock_data(tree, world);
    if (lock) read_again(tree);
    return carry_out(tree, verb(tree, world), dry_run, common, surroundings);
}

}  // namespace sss
