# Run by cpack to pack the files of the tarball: by GNU tar, which can be told to leave out who packed them and in which order
# the file system listed them.
string(TOLOWER "${CPACK_SYSTEM_NAME}" system)
execute_process(COMMAND uname -m OUTPUT_VARIABLE machine OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(name "sss-${CPACK_PACKAGE_VERSION}-${system}-${machine}")
set(tarball "${CPACK_TEMPORARY_DIRECTORY}.tar")
execute_process(COMMAND tar --create --format=gnu --sort=name --owner=0 --group=0 --numeric-owner "--mtime=@$ENV{SOURCE_DATE_EPOCH}"
  --transform "flags=r;s,^\\.,${name}," --file "${tarball}" --directory "${CPACK_TEMPORARY_DIRECTORY}" . COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND gzip --best --no-name --force "${tarball}" COMMAND_ERROR_IS_FATAL ANY)
file(RENAME "${tarball}.gz" "${CPACK_PACKAGE_DIRECTORY}/${name}.tar.gz")
set(CPACK_EXTERNAL_BUILT_PACKAGES "${CPACK_PACKAGE_DIRECTORY}/${name}.tar.gz")
