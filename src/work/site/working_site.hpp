#pragma once

#include "work/site/site_making.hpp"

#include <filesystem>
#include <string>

namespace sss {

/// What the pages would be made of, were they made now: differs where a file or HEAD is another. Only names, sizes and
/// times of files are asked. An Error where the programme cannot be found, or its settings are wrong.
std::string state_of_working_site(ProgrammeRequest const& programme);

/// The site of what stands in the working tree: what is committed, and what is not, as if it were committed now. Each
/// of its pages says so where anything is not. The repository is not touched.
/// @param scratch  an empty folder, for what is read as if it were committed
MadeSite make_working_site(SiteRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                           std::filesystem::path const& scratch);

}  // namespace sss
