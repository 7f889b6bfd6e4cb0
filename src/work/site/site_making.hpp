#pragma once

#include "site/site_files.hpp"
#include "work/request.hpp"

#include <string>
#include <vector>

namespace sss {

/// What a site is asked for.
struct SiteRequest {
    MomentRequest moment = {};
    std::string url = {};      ///< where it will stand, in place of the settings'; empty: as the settings say
    bool uncommitted = false;  ///< the revision holds what nobody has committed: every page says so
};

struct MadeSite {
    std::vector<SiteFile> files;  ///< by path
    std::size_t pages = 0;        ///< of them
    std::string folder;           ///< into which they belong: as the settings say, below the repository's root; empty:
                                  ///< the repository is bare
    std::vector<std::string> elsewhere = {};  ///< folders that are for something else: records, schemas
};

/// Makes all files of a programme's site: a pure function of repository, revision and day. Nothing is written. An Error
/// where the history is not whole, or where two pages would have one address.
MadeSite make_site(SiteRequest const& request, ProgrammeRequest const& programme, Outside const& outside);

}  // namespace sss
