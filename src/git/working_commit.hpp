#pragma once

#include "git/repository.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace sss::git {

/// A commit on top of HEAD that nobody made: HEAD's files, and some otherwise. It is written into a folder of objects
/// of its own, which whoever wants to read it names as an alternate (Environment::alternates); the repository is not
/// touched.
/// @param objects  an empty folder
/// @param texts    the bytes of files by path, relative to where the repository is narrowed to; nothing: it is gone
/// @return its id; an Error where there is no commit yet
Oid commit_beside(Repository const& repository, std::filesystem::path const& objects,
                  std::map<std::string, std::optional<std::string>> const& texts, Signature const& who,
                  std::string const& message);

}  // namespace sss::git
