#pragma once

#include "commands/command.hpp"
#include "work/narrowing_request.hpp"

namespace sss {

/// Adds --satellite.
void add_satellite_option(Command command, NarrowingRequest& request);

/// The same and --organisation.
void add_whose_options(Command command, NarrowingRequest& request);

/// The same and --kind.
void add_narrowing_options(Command command, NarrowingRequest& request);

}  // namespace sss
