#include "commands/committing.hpp"

#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

constexpr std::size_t most_files_named = 3;

std::string files_named(std::vector<std::string> const& paths)
{
    if (paths.size() > most_files_named) return count(static_cast<std::int64_t>(paths.size()), "file");
    std::vector<std::string> names;
    for (auto const& path : paths) names.push_back(visible(path));
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The words of git for a piece of work in the data repository, on these very files.
std::vector<std::string> git_words(CommitProposal const& proposal, std::vector<std::string> const& work,
                                   std::vector<std::string> const& paths)
{
    std::vector<std::string> words{"--literal-pathspecs", "-C", proposal.root.string()};
    std::ranges::copy(work, std::back_inserter(words));
    words.emplace_back("--");
    std::ranges::copy(paths, std::back_inserter(words));
    return words;
}

[[noreturn]] void refuse_staged(CommitProposal const& proposal)
{
    auto const& staged = proposal.staged;
    throw UsageError{fmt::format("{} cannot be committed alone: other changes of {} are staged already",
                                 files_named(staged), staged.size() == 1 ? "it" : "them"),
                     fmt::format("Nothing is written. Commit what is staged first, or take it out of the index:\n"
                                 "{} restore --staged --{}",
                                 proposal.git, shell_arguments(staged))};
}

}  // namespace

void add_commit_options(Command const& command, CommitOptions& options)
{
    command.add_flag("--commit", options.commit, "Commit what was written with git: these files alone");
    command.add_option("-m", options.subject, "The subject of that commit, in place of the one that would be proposed")
        ->type_name("TEXT");
}

void add_writing_options(Command const& command, WritingOptions& options)
{
    command.add_flag("--dry-run", options.dry_run, "Print what would change as a diff, and write nothing");
    add_commit_options(command, options.commit);
}

void require_committable(CommitOptions const& options, CommitProposal const& proposal)
{
    if (!options.commit) {
        if (!options.subject) return;
        throw UsageError{"-m is the subject of a commit, and none is made", "With --commit one is."};
    }
    if (options.subject && options.subject->find_first_not_of(" \t\r\n") == std::string::npos)
        throw UsageError{"-m says nothing", "Without it the subject is made of what changes."};
    if (proposal.command.empty())
        throw Error{
            "commit what would be written", "no git repository holds it",
            fmt::format("Nothing is written. `git init` makes one; without --commit the {} is written all the same.",
                        proposal.thing)};
    if (proposal.merging)
        throw UsageError{"nothing can be committed by itself: a merge is not finished",
                         "Nothing is written. Finish the merge first: git status says how."};
    if (!proposal.staged.empty()) refuse_staged(proposal);
}

std::string written_words(CommitOptions const& options, std::size_t records)
{
    return fmt::format("The {}{}", records == 1 ? "record is written" : "records are written",
                       options.commit ? ", but not committed" : "");
}

void commit_or_propose(CommitOptions const& options, CommitProposal const& proposal, CommonOptions const& common,
                       Surroundings const& surroundings)
{
    auto const world = outside(common, surroundings);
    if (!options.commit) return world.remark(proposal.asides + proposal.command);
    world.remark(proposal.asides);
    if (proposal.paths.empty()) return world.remark(proposal.command);
    std::vector<std::string> work{"commit", "--quiet", "--only"};
    for (auto const& paragraph : proposal.message) work.insert(work.end(), {"-m", paragraph});
    if (!proposal.reason.empty()) work.insert(work.end(), {"--trailer", "Reason: " + proposal.reason});
    // git commits a file by its name only where it has heard of it.
    auto const& unknown = proposal.unknown;
    auto status = unknown.empty() ? 0 : surroundings.run_git(git_words(proposal, {"add", "--intent-to-add"}, unknown));
    if (status == 0) status = surroundings.run_git(git_words(proposal, work, proposal.paths));
    if (status == 0) return world.remark(fmt::format("Committed: {}\n", visible(proposal.message.front())));
    if (!unknown.empty())
        surroundings.run_git(
            git_words(proposal, {"rm", "--cached", "--quiet", "--force", "--ignore-unmatch"}, unknown));
    auto const several = proposal.paths.size() > 1;
    throw Error{fmt::format("commit {}", files_named(proposal.paths)),
                status == 127 ? "git cannot be started" : fmt::format("git ended with {}", status),
                fmt::format("The {}{} written, and not committed. When what git says is mended:\n{}", proposal.thing,
                            several ? "s are" : " is", proposal.command.substr(proposal.command.find('\n') + 1))};
}

}  // namespace sss
