#pragma once

#include <span>
#include <string_view>

/// Files that are part of the binary (made by cmake/embed.cmake), so that sss needs no installed data.
namespace sss::embedded {

struct File {
    std::string_view path;   ///< below the folder they were embedded from, with forward slashes
    std::string_view bytes;  ///< as they stood in the source tree
};

/// The standard schemas: `milestone.schema.json` and its companions, sorted by path.
std::span<File const> schemas();

/// The SSS programme: `sss.toml`, `data/…` and the replay in `example/…`, sorted by path.
std::span<File const> example();

/// What shells read to complete a command line: `sss.bash`, `_sss`, `sss.fish`, sorted by path.
std::span<File const> completions();

}  // namespace sss::embedded
