#pragma once

#include "commands/terminal/surroundings.hpp"
#include "work/change/working_tree.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Asks somebody at a terminal for one field; nothing where it was left out.
/// @param name  what it is called in the question
std::optional<Value> ask_field(Field const& field, std::string const& name, bool required, WorkingTree const& tree,
                               Schema const& schema, Surroundings const& surroundings);

/// Asks somebody at a terminal for the fields that a new record lacks, and for optional ones that are worth a question;
/// puts the answers into the record.
void ask_for_fields(std::vector<Field const*> missing, WorkingTree const& tree, Schema const& schema, Table& record,
                    Surroundings const& surroundings);

}  // namespace sss
