#include "commands/changing.hpp"

#include "commands/terminal/ask.hpp"
#include "commands/terminal/findings.hpp"
#include "support/utf8.hpp"

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

/// The files that stand anew or otherwise, a line each: of one that was renamed its new name.
std::string paths_of(ChangedTexts const& texts)
{
    std::string lines;
    for (auto const& [path, text] : texts)
        if (text) lines += visible(path) + '\n';
    return lines;
}

}  // namespace

ExitStatus write_prepared(WorkingTree const& tree, PreparedRewriting const& prepared, std::unique_ptr<DataLock> lock,
                          WritingOptions const& options, CommonOptions const& common, Surroundings const& surroundings,
                          std::string const& question)
{
    auto const world = outside(common, surroundings);
    if (options.dry_run) {
        world.remark(prepared.lines);
        deliver_diff(diff_of(tree, prepared.texts), common, surroundings);
        return ExitStatus::done;
    }
    require_committable(options.commit, prepared.proposal);
    if (!question.empty() && surroundings.input_is_terminal) {
        surroundings.complain(prepared.lines + "\n");
        if (!agreed(question, surroundings)) {
            surroundings.complain("Nothing is written.\n");
            return ExitStatus::done;
        }
    } else {
        world.remark(prepared.lines);
    }
    write(tree, prepared);
    deliver_written(paths_of(prepared.texts), written_words(options.commit, prepared.texts.size()), common,
                    surroundings);
    lock.reset();
    commit_or_propose(options.commit, prepared.proposal, common, surroundings);
    return ExitStatus::done;
}

ExitStatus carry_out(WorkingTree const& tree, Rewriting what, std::unique_ptr<DataLock> lock,
                     WritingOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    if (options.commit.subject) what.subject = *options.commit.subject;
    if (options.commit.commit) what.along.clear();  // exactly what is written
    auto const prepared = prepare(tree, what, common, world);
    if (prepared.texts.empty()) {
        world.remark(fmt::format("sss: nothing changes: {}\n",
                                 what.unchanged.empty() ? "the records say so already" : what.unchanged));
        return ExitStatus::done;
    }
    if (!told_and_sound(prepared.judgement, common, surroundings)) return ExitStatus::findings;
    return write_prepared(tree, prepared, std::move(lock), options, common, surroundings, what.question);
}

ExitStatus change(Verb const& verb, WritingOptions const& options, CommonOptions const& common,
                  Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    auto tree = open_working_tree(common);
    auto lock = options.dry_run ? nullptr : lock_data(tree, world);
    if (lock) read_again(tree);
    return carry_out(tree, verb(tree, world), std::move(lock), options, common, surroundings);
}

}  // namespace sss
