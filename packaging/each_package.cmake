# Read by cpack before each of the packages: see CMakeLists.txt here.

# The only time that a package tells, and that its files bear, is that of the commit it is made of: so the same sources make
# the same bytes.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND git -C "${CPACK_SSS_SOURCE}" log -1 --format=%ct
    OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT epoch)
    message(FATAL_ERROR "These sources are no clone: say in SOURCE_DATE_EPOCH from when they are")
  endif()
  set(ENV{SOURCE_DATE_EPOCH} "${epoch}")
endif()

set(components program shared debian)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
if(CPACK_GENERATOR STREQUAL "External")
  set(components bundle shared)
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
endif()
set(CPACK_INSTALL_CMAKE_PROJECTS "")
foreach(component IN LISTS components)
  list(APPEND CPACK_INSTALL_CMAKE_PROJECTS "${CPACK_SSS_BUILD};sss;${component};/")
endforeach()
