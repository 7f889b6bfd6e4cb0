#pragma once

#include "support/journal.hpp"

#include <filesystem>
#include <optional>

namespace sss::git {

/// Where the changes of a data repository are noted: in `sss/` of the git folder that belongs to its working tree (a
/// linked working tree has one of its own). Nothing where it stands in no git repository. Reads files alone, so that a
/// repository that cannot be opened keeps nobody from mending its records.
std::optional<JournalPlace> journal_place(std::filesystem::path const& root);

}  // namespace sss::git
