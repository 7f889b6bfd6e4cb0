#pragma once

#include "commands/command_line.hpp"
#include "commands/terminal/surroundings.hpp"

#include <optional>

namespace sss {

/// The process's own streams, clock, terminal and environment. A reader of standard output that closes its end misses
/// what is left to print; that is no failure, and it changes nothing of what is done and how the run ends.
Surroundings real_world();

/// Understands the arguments. A status means that the run ends here: help or version was printed, or the usage was
/// wrong and has been explained.
std::optional<ExitStatus> parse(CommandLine& line, int argc, char const* const* argv, Surroundings const& surroundings);

}  // namespace sss
