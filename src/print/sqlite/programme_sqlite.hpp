#pragma once

#include "facts/publication/publication.hpp"
#include "programme/kind.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace sss {

/// What of a programme becomes tables.
struct SqliteRequest {
    Publication const& publication;
    std::vector<Kind const*> kinds = {};                        ///< that are for the public, in their order
    std::function<bool(Kind const&, Field const&)> shows = {};  ///< whether a field is
    std::function<bool(std::uint32_t)> wanted =
        {};                   ///< by thread: whether a record belongs to the part that is asked for
    std::string commit = {};  ///< what it is made of; empty: there is none
};

/// The whole history of a programme as a SQLite file: what docs/sqlite.md describes table by table. The same history
/// gives the same bytes with the same library.
std::string programme_sqlite(SqliteRequest const& request);

}  // namespace sss
