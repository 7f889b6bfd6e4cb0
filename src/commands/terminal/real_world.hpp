#pragma once

#include "commands/terminal/surroundings.hpp"

namespace sss {

/// The process's own streams, clock, terminal and environment. A reader of standard output that closes its end misses
/// what is left to print; that is no failure, and it changes nothing of what is done and how the run ends.
Surroundings real_world();

}  // namespace sss
