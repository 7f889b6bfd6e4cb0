# Run when the tarball's files are put together: copies the libraries that `program` needs beside it, and tells what they are
# with `notices`. What belongs to glibc stays with the system, whose kernel and loader it must fit.
set(root "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${program}" RESOLVED_DEPENDENCIES_VAR libraries
  PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|dl|rt|pthread|resolv|util|anl)\\.so")
list(SORT libraries)
file(MAKE_DIRECTORY "${root}/lib")
foreach(library IN LISTS libraries)
  # Under the name by which it is asked for, without the links that lead to the file.
  get_filename_component(name "${library}" NAME)
  file(REAL_PATH "${library}" behind)
  file(COPY_FILE "${behind}" "${root}/lib/${name}")
endforeach()
execute_process(COMMAND python3 ${notices} --into "${root}" ${libraries} COMMAND_ERROR_IS_FATAL ANY)
