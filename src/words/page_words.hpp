#pragma once

#include <cstdint>
#include <string>

/// What pages say of themselves.
namespace sss {

/// "… and 44 more", of the rest of a list.
std::string and_more(std::int64_t number);

}  // namespace sss
