#pragma once

#include "words/words.hpp"

#include <cstdint>
#include <string>

/// What pages say of themselves.
namespace sss {

/// "… and 44 more", of the rest of a list.
std::string and_more(std::int64_t number, Words const& words = {});
/// "… and 44 more lines", of what is told below one item of a list.
std::string and_more_lines(std::int64_t number, Words const& words);

/// The same and where the rest is: "… and 44 more: `sss list milestone`".
/// @param command  that lists all; empty: data alone have them
std::string and_where(std::string const& more, std::string const& command, Words const& words);

}  // namespace sss
