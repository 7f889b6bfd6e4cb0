#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A file of a site.
struct SiteFile {
    std::string path;  ///< below the site's folder: "milestones/sss-1-cdr.html"
    std::string bytes;
};

/// The file that names all others, so that the next build knows which are its own.
inline constexpr std::string_view site_manifest_name = "site-files.txt";

/// Its text: a path a line, in their order; itself is not among them.
std::string site_manifest(std::span<SiteFile const> files);
/// The paths that a manifest names. Lines that lead out of the folder, into a hidden one, or to the manifest itself
/// name no file of a site: whoever wrote them, they are left out.
std::set<std::string> read_site_manifest(std::string_view text);

/// Two files of one place, or of places that many disks cannot tell apart: "a.html" and "A.html".
struct SiteCollision {
    std::string one;
    std::string other;
};
std::vector<SiteCollision> site_collisions(std::span<SiteFile const> files);

/// The name of a stylesheet by what it holds: "style-1c9d…css".
std::string stylesheet_name(std::string_view css);

/// All pages of a site for search engines. @param url  where it stands
std::string sitemap(std::span<SiteFile const> files, std::string const& url);

}  // namespace sss
