#pragma once

#include "work/export/request.hpp"

#include <vector>

namespace sss {

/// Makes an export of what is committed: records, and where the format tells of it their whole history, which is read
/// once. What [site] of the settings leaves out is in no byte of it. Remarks what could not be read.
/// @return one file without a name, or those of a folder
std::vector<ExportedFile> make_export(ExportRequest const& request, ProgrammeRequest const& programme,
                                      Outside const& outside);

}  // namespace sss
