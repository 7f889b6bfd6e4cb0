#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace sss {

/// A version 5 UUID (RFC 9562) of what is named by these parts: the same parts give the same UUID everywhere and
/// always. Its name is the parts with a line feed between each two, so that no part may hold one; its namespace is
/// a1c1b6ea-c84a-547d-9325-51461e65b04a, the UUID of "sss.example" among the names of hosts.
std::string uuid_of(std::initializer_list<std::string_view> parts);

}  // namespace sss
