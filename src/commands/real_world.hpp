#pragma once

#include "commands/command_line.hpp"
#include "commands/surroundings.hpp"

#include <optional>

namespace sss {

/// The reader of standard output closed its end; what is left to print has no reader, and that is no failure.
struct ReaderLeft {};

/// The process's own streams, clock, terminal and environment.
Surroundings real_world();

/// Understands the arguments. A status means that the run ends here: help or version was printed, or the usage was
/// wrong and has been explained.
std::optional<ExitStatus> parse(CommandLine& line, int argc, char const* const* argv, Surroundings const& surroundings);

}  // namespace sss
