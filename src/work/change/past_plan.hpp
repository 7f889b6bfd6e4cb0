#pragma once

#include "programme/date.hpp"
#include "records/records.hpp"

#include <string>

namespace sss {

/// What is to be said where a record that is written anew plans for a day that has passed and did not plan for it
/// before: a line for a terminal that names the command which says that it was reached or held. Empty where it does
/// not, and where it was reached, held or given up.
/// @param text  of the record as it is to stand
std::string past_plan(Record const& record, std::string const& text, Day today, Zone const& zone);

}  // namespace sss
