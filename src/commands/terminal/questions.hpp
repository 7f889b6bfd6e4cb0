#pragma once

#include "commands/terminal/surroundings.hpp"
#include "work/change/working_tree.hpp"

#include <vector>

namespace sss {

/// Asks somebody at a terminal for the fields that a new record lacks, and for optional ones that are worth a question;
/// puts the answers into the record.
void ask_for_fields(std::vector<Field const*> missing, WorkingTree const& tree, Schema const& schema, Table& record,
                    Surroundings const& surroundings);

}  // namespace sss
