#pragma once

#include "records/records.hpp"
#include "schema/configuration.hpp"
#include "work/request.hpp"

#include <string>

namespace sss {

/// What the history knows of names that no record owns to any more, because a file was renamed without `aliases`. When
/// it is first asked it reads the whole history; it knows nothing where there is none.
/// @param revision  whose history; empty: that of HEAD
/// @param configuration  in force; must outlive what is given back
NamesOfOnePast names_of_one_past(ProgrammeRequest const& programme, std::string const& revision,
                                 Configuration const& configuration);

}  // namespace sss
