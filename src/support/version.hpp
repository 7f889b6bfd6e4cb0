#pragma once

#include <string_view>

namespace sss {

/// "0.2.0": the project's version as CMakeLists.txt states it.
std::string_view version();

}  // namespace sss
