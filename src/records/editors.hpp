#pragma once

#include <span>
#include <string>

namespace sss {

/// Which schema the files of one folder follow; both paths relative to the repository's root.
struct SchemaAssociation {
    std::string folder;  ///< "data/milestones"
    std::string schema;  ///< "schemas/standard/milestone.schema.json"
};

/// `.taplo.toml`: what Taplo and the editors built on it (Even Better TOML) read to complete, explain and check
/// records.
std::string taplo_settings(std::span<SchemaAssociation const> associations);

/// `tombi.toml`, the same for Tombi.
std::string tombi_settings(std::span<SchemaAssociation const> associations);

}  // namespace sss
