# embed_files(OUT.cpp NAMESPACE_NAME ROOT file…): a C++ source that holds the files' bytes, named by their paths below ROOT.
# The bytes become string literals at build time, so that the binary needs no installed data to run.
function(embed_files output name root)
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_script.cmake")
  set(inputs ${ARGN})
  list(SORT inputs)
  set(list_file "${output}.list")
  file(GENERATE OUTPUT "${list_file}" CONTENT "$<JOIN:${inputs},\n>\n")
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAME=${name} -DROOT=${root} -DLIST=${list_file} -P ${script}
    DEPENDS ${inputs} "${script}" "${list_file}" VERBATIM)
endfunction()
