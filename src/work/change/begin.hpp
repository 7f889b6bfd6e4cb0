#pragma once

#include "git/environment.hpp"

#include <filesystem>

namespace sss {

/// Begins a data repository in this folder: settings, folders, what editors and CI read. Files that stand there already
/// are never overwritten; what an earlier run that was killed has left is completed. A failure leaves nothing, and the
/// Error says so.
/// @return  whether it is a folder of a git repository that was there
bool begin_programme(std::filesystem::path const& folder, git::Environment const& environment);

/// The same, filled with the SSS programme and its history, replayed commit by commit into a repository of its own.
void begin_example(std::filesystem::path const& folder);

}  // namespace sss
