#pragma once

#include "work/site/site_making.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace sss {

/// What a build changes in the folder of a site.
struct SiteChanges {
    std::vector<std::string> written;  ///< paths of files that are new or whose bytes differ
    std::vector<std::string> removed;  ///< that an earlier build made and this one does not
    std::size_t unchanged = 0;

    bool any() const { return !written.empty() || !removed.empty(); }
};

/// Compares, and touches nothing. An Error where a file that sss did not make stands where a page belongs, or where the
/// folder leads out of its repository.
SiteChanges compare_site(MadeSite const& site, std::filesystem::path const& folder);

/// Makes the folder hold the site: writes what differs, each file whole, and removes what an earlier build made and
/// this one does not, but for its stylesheet, which stays for one build. Files that sss did not make stay as they are.
/// Should it be killed, every page is whole, the old one or the new one, and the next run does the rest.
SiteChanges publish_site(MadeSite const& site, std::filesystem::path const& folder);

}  // namespace sss
