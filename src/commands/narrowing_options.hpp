#pragma once

#include "commands/command.hpp"
#include "work/narrowing_request.hpp"

#include <string>
#include <vector>

namespace sss {

/// Adds --satellite.
void add_satellite_option(Command command, NarrowingRequest& request);

/// The same and --organisation.
void add_whose_options(Command command, NarrowingRequest& request);

/// The same and --kind.
void add_narrowing_options(Command command, NarrowingRequest& request);

/// Adds --type, of milestones.
void add_type_option(Command command, std::vector<std::string>& types);

}  // namespace sss
