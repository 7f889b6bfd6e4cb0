#pragma once

#include "commands/adding/options.hpp"

namespace sss {

/// Adds the records of a file, all or none; with --update it changes those that stand already.
ExitStatus add_many(AddOptions const& options, CommonOptions const& common, Surroundings const& surroundings);

}  // namespace sss
