#pragma once

#include "facts/report/provenance.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The command that makes a report again, on one line, to be pasted into a shell: `sss report --rev … --period …`.
std::string command_line_of(std::vector<std::string> const& arguments);

/// The same over several lines where it is wider than `width` columns: all but the last end in ` \`.
std::string wrapped_command(std::vector<std::string> const& arguments, std::size_t width);

/// What a published report says of its own making.
struct PublishedMade {
    std::string format;                      ///< text, markdown, json, html or eml, by the looks of it
    std::string version;                     ///< of sss
    std::string commit;                      ///< 40 hexadecimal digits
    std::vector<std::string> arguments;      ///< as in Provenance; of anyone: to be checked before they are followed
    std::vector<std::string> replaced = {};  ///< likewise
};

/// Reads it out of a report of any format, whatever its line ends; nothing where the bytes are none of ours. The last
/// one that stands there counts: words out of a record come before it.
std::optional<PublishedMade> read_made(std::string_view report);

}  // namespace sss
