# Warnings and sanitizers as interface targets, so that each of our targets asks for them and no library is judged by them.
add_library(sss_warnings INTERFACE)
target_compile_options(sss_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align -Wunused $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op> -Wformat=2
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # GCC 12 sees overlaps in std::string's operator+ that are not there (GCC bug 105651)
  $<$<BOOL:${SSS_WARNINGS_AS_ERRORS}>:-Werror>)

add_library(sss_sanitizers INTERFACE)
if(SSS_SANITIZE)
  # The code of a target that is SSS_UNWATCHED runs unwatched; what it calls does not. Where a pointer leads, the address
  # sanitizer sees by itself: asked a second time at every access, it takes a third of the build. Fuzzing asks all.
  set(unwatched $<BOOL:$<TARGET_PROPERTY:SSS_UNWATCHED>>)
  set(seen_already $<$<NOT:$<BOOL:${SSS_FUZZ}>>:-fno-sanitize=null,alignment,object-size,vptr,pointer-overflow,nonnull-attribute,returns-nonnull-attribute>)
  target_compile_options(sss_sanitizers INTERFACE
    $<$<NOT:${unwatched}>:-fsanitize=address,undefined;${seen_already};-fno-sanitize-recover=all;-fno-omit-frame-pointer>)
  target_link_options(sss_sanitizers INTERFACE -fsanitize=address,undefined)
  # GCC's flow analysis sees uninitialised reads in the code that the sanitizers add; the dev preset still looks for real ones.
  target_compile_options(sss_warnings INTERFACE $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:${unwatched}>>:-Wno-maybe-uninitialized>)
endif()

# What users get names no folder of whoever built it, so that two folders make the same bytes (packaging/). Debuggers want the folders.
add_library(sss_nameless INTERFACE)
target_compile_options(sss_nameless INTERFACE $<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=>)

# libFuzzer comes with clang and watches every part of the code; its main() is linked in tests/fuzz alone.
if(SSS_FUZZ)
  target_compile_options(sss_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(sss_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

# A unity build compiles a floor's files in batches, which reads its headers once a batch: a third of the time of a clean build
# (docs/performance.md). Names of two files then meet: a local name may cover a file's own, and a class may hold a file's own type.
if(CMAKE_UNITY_BUILD)
  target_compile_options(sss_warnings INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

# Found by name, used only where it is installed: a second build of the same sources is then nearly free.
find_program(SSS_CCACHE ccache)
if(SSS_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${SSS_CCACHE}")
endif()
