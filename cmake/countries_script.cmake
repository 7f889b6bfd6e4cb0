# Run at build time by country_codes(): see countries.cmake.
file(READ "${LIST}" list)
string(JSON count LENGTH "${list}" 3166-1)
math(EXPR last "${count} - 1")
set(entries "")
foreach(i RANGE ${last})
  string(JSON country GET "${list}" 3166-1 ${i})
  string(JSON code GET "${country}" alpha_2)
  string(JSON name ERROR_VARIABLE has_no_common_one GET "${country}" common_name)
  if(has_no_common_one)
    string(JSON name GET "${country}" name)
  endif()
  list(APPEND entries "    {\"${code}\", \"${name}\"},")
endforeach()
list(SORT entries)
list(JOIN entries "\n" entries)
file(WRITE "${OUTPUT}"
"// Made by cmake/countries_script.cmake of the package iso-codes.
#include \"programme/country.hpp\"

#include <array>

namespace sss {
namespace {
constexpr std::array<CountryCode, ${count}> codes = {{
${entries}
}};
}
std::span<CountryCode const> country_codes() { return codes; }
}  // namespace sss
")
