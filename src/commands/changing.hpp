#pragma once

#include "commands/command_line.hpp"
#include "commands/committing.hpp"
#include "work/change/rewriting.hpp"

#include <functional>
#include <memory>
#include <string>

namespace sss {

inline constexpr int most_words = 1000;  ///< ids on one command line

/// What a verb is about to do to the records as they stand.
using Verb = std::function<Rewriting(WorkingTree const& tree, Outside const& outside)>;

/// Runs a verb under the lock: shows what is found, says what changes, writes all of it or nothing, prints the paths of
/// what was written, and says the command that commits it, or commits it. With a dry run prints the diff in place of
/// writing. Where nothing would change, says so.
ExitStatus change(Verb const& verb, WritingOptions const& options, CommonOptions const& common,
                  Surroundings const& surroundings);

/// The same of what a request asks for: the verb is its rewriting_for().
template <typename Request>
ExitStatus change(Request const& request, WritingOptions const& options, CommonOptions const& common,
                  Surroundings const& surroundings)
{
    return change(
        Verb{[&](WorkingTree const& tree, Outside const& outside) { return rewriting_for(tree, request, outside); }},
        options, common, surroundings);
}

/// The end of it, of what is judged as sound: says what changes, writes it or prints the diff, and says how it is
/// committed, or commits it.
/// @param lock  on the tree; let go before git runs, whose hooks may write too
ExitStatus write_prepared(WorkingTree const& tree, PreparedRewriting const& prepared, std::unique_ptr<DataLock> lock,
                          WritingOptions const& options, CommonOptions const& common, Surroundings const& surroundings,
                          std::string const& question = {});

/// The latter part of it, of a tree that is locked already.
ExitStatus carry_out(WorkingTree const& tree, Rewriting what, std::unique_ptr<DataLock> lock,
                     WritingOptions const& options, CommonOptions const& common, Surroundings const& surroundings);

}  // namespace sss
