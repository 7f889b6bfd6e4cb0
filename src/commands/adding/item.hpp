#pragma once

#include "commands/committing.hpp"
#include "facts/query/items.hpp"
#include "work/change/new_record.hpp"

#include <cstddef>
#include <string>

namespace sss {

/// The page of `sss add action --help`.
std::string help_of_item(ItemSort const& sort, std::size_t width);

/// Adds an item to a record: `sss add action MEETING --text …`. On a terminal it asks for what is missing.
/// @param request  its id is the record that gets the item, or with the item's own key MEETING#a7
ExitStatus add_item(ItemSort const& sort, AddRequest const& request, std::string const& reason, WorkingTree const& tree,
                    WritingOptions const& writing, CommonOptions const& common, Surroundings const& surroundings);

}  // namespace sss
