# Run when the files of the .deb are put together: what Debian's policy asks for, and what its judge is to let pass.
set(folder "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/share/doc/sss")
file(MAKE_DIRECTORY "${folder}")
execute_process(COMMAND python3 ${notices} --copyright "${folder}/copyright" COMMAND_ERROR_IS_FATAL ANY)

string(TIMESTAMP moment "%a, %d %b %Y %H:%M:%S +0000" UTC)  # that of SOURCE_DATE_EPOCH
file(WRITE "${folder}/changelog" "sss (${version}) unstable; urgency=medium

  * What changes for whoever uses sss is told by CHANGELOG.md in this folder.

 -- ${maintainer}  ${moment}
")
execute_process(COMMAND gzip --best --no-name --force "${folder}/changelog" COMMAND_ERROR_IS_FATAL ANY)

file(WRITE "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/share/lintian/overrides/sss"
"# The authors of sss have no common address; who gives the package to others names theirs (SSS_MAINTAINER).
sss: bogus-mail-host *
sss: bogus-mail-host-in-debian-changelog *
")
