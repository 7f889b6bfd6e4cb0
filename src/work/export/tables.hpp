#pragma once

#include "facts/change/change_facts.hpp"
#include "work/export/material.hpp"
#include "work/export/request.hpp"

#include <vector>

namespace sss {

/// A table a kind as comma-separated values, with a history one of its changes, and what describes them.
std::vector<ExportedFile> csv_files(ExportMaterial const& material, ExportRequest const& request);

/// The records of the part that is asked for, by kind and id.
std::vector<Record const*> wanted_records(ExportMaterial const& material);

/// Its changes, in the order of landing, what is not wanted left out.
std::vector<ChangeFacts> wanted_changes(ExportMaterial const& material);

}  // namespace sss
