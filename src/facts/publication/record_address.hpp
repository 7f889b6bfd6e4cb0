#pragma once

#include "programme/kind.hpp"

#include <string>
#include <string_view>

namespace sss {

/// Where what is published of a record stands below the folder of all: "milestones/sss-1-cdr.html". Ids of kinds of
/// one's own may hold anything: what is no plain letter, digit, point, hyphen or underline is written by its code
/// ("~20"), and so is a point or an underline that a name would begin with, which some servers hide.
/// Where a folder is called as one of a site's own it is told apart: "kind-reports".
/// @param ending  ".html", ".json"
std::string record_address(std::string_view folder, std::string_view id, std::string_view ending);
inline std::string record_address(Kind const& kind, std::string_view id, std::string_view ending = ".html")
{
    return record_address(kind.folder, id, ending);
}

}  // namespace sss
