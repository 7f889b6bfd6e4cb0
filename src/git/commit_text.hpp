#pragma once

// Private to git/: a commit object, read.

#include "git/repository.hpp"

#include <chrono>
#include <cstdint>
#include <string_view>

namespace sss::git {

/// The moment that a clock shows, within the years that sss knows; a clock may show any number.
std::chrono::sys_seconds known_moment(std::int64_t seconds);

/// What a commit object says. Names and message are UTF-8 where its `encoding` header names what they are written in
/// and that is so; else they are as they stand.
Commit parse_commit(Oid const& id, std::string_view text);

}  // namespace sss::git
