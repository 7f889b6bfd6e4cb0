#pragma once

// Private to git/: a commit object, read.

#include "git/repository.hpp"

#include <string_view>

namespace sss::git {

/// What a commit object says. Names and message are UTF-8 where its `encoding` header names what they are written in
/// and that is so; else they are as they stand.
Commit parse_commit(Oid const& id, std::string_view text);

}  // namespace sss::git
