# country_codes(OUT.cpp): a C++ source that holds the countries of ISO 3166-1 as the package iso-codes lists them.
function(country_codes output)
  find_file(ISO_3166_1 iso_3166-1.json PATHS /usr/local/share /usr/share PATH_SUFFIXES iso-codes/json NO_DEFAULT_PATH REQUIRED)
  set(script "${PROJECT_SOURCE_DIR}/cmake/countries_script.cmake")
  add_custom_command(OUTPUT "${output}" COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DLIST=${ISO_3166_1} -P ${script}
    DEPENDS "${ISO_3166_1}" "${script}" VERBATIM)
endfunction()
