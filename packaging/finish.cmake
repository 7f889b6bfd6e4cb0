# Run by cpack on the files of a package before they are packed: whatever could differ between two builds is made alike.
file(GLOB tops LIST_DIRECTORIES true "${CPACK_TEMPORARY_DIRECTORY}/*")
set(root "${CPACK_TEMPORARY_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}")

file(GLOB pages "${root}/share/man/man1/*.1")
execute_process(COMMAND gzip --best --no-name --force ${pages} COMMAND_ERROR_IS_FATAL ANY)

if(CPACK_GENERATOR STREQUAL "DEB")
  # Of the two folders where zsh looks, Debian leaves this one to packages.
  file(RENAME "${root}/share/zsh/site-functions" "${root}/share/zsh/vendor-completions")
endif()

# Neither the umask nor the hour of whoever builds.
execute_process(COMMAND chmod -R u=rwX,go=rX ${tops} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND find ${tops} -exec touch --no-dereference --date=@$ENV{SOURCE_DATE_EPOCH} {} + COMMAND_ERROR_IS_FATAL ANY)
