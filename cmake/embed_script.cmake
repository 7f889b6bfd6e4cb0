# Run at build time by embed_files(): see embed.cmake.
file(STRINGS "${LIST}" inputs)
set(entries "")
list(LENGTH inputs count)
foreach(input IN LISTS inputs)
  file(RELATIVE_PATH path "${ROOT}" "${input}")
  file(READ "${input}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  string(APPEND entries "    {\"${path}\", std::string_view{\"${bytes}\", ${size}}},\n")
endforeach()
file(WRITE "${OUTPUT}"
"// Made by cmake/embed_script.cmake; edit the files it names instead.
#include \"support/embedded.hpp\"

#include <array>

namespace sss::embedded {
namespace {
constexpr std::array<File, ${count}> files = {{
${entries}}};
}
std::span<File const> ${NAME}() { return files; }
}  // namespace sss::embedded
")
