#pragma once

#include "commands/command_line.hpp"
#include "work/change/rewriting.hpp"

#include <functional>

namespace sss {

inline constexpr int most_words = 1000;  ///< ids on one command line

/// What a verb is about to do to the records as they stand.
using Verb = std::function<Rewriting(WorkingTree const& tree, Outside const& outside)>;

/// Runs a verb under the lock: shows what is found, says what changes, writes all of it or nothing, prints the paths of
/// what was written, and says the command that commits it. With a dry run prints the diff in place of writing. Where
/// nothing would change, says so.
ExitStatus change(Verb const& verb, bool dry_run, CommonOptions const& common, Surroundings const& surroundings);

/// The same of what a request asks for: the verb is its rewriting_for().
template <typename Request>
ExitStatus change(Request const& request, bool dry_run, CommonOptions const& common, Surroundings const& surroundings)
{
    return change(
        Verb{[&](WorkingTree const& tree, Outside const& outside) { return rewriting_for(tree, request, outside); }},
        dry_run, common, surroundings);
}

/// The end of it, of what is judged as sound: says what changes, writes it or prints the diff, and says how it is
/// committed.
ExitStatus write_prepared(WorkingTree const& tree, PreparedRewriting const& prepared, bool dry_run,
                          CommonOptions const& common, Surroundings const& surroundings,
                          std::string const& question = {});

/// The latter part of it, of a tree that is locked already.
ExitStatus carry_out(WorkingTree const& tree, Rewriting const& what, bool dry_run, CommonOptions const& common,
                     Surroundings const& surroundings);

}  // namespace sss
