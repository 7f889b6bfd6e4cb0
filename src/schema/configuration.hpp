#pragma once

#include "programme/finding.hpp"
#include "records/files.hpp"
#include "records/layout.hpp"
#include "records/settings.hpp"
#include "schema/schemas.hpp"
#include "support/zone.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// A settings file, read.
struct SettingsFile {
    std::string path;  ///< names it in findings
    std::string text;
};

/// The settings and kinds that one state of a data repository lives by.
struct Configuration {
    Settings settings;
    Zone zone;
    Schemas schemas;
    Layout layout;
    std::vector<Finding> findings;  ///< what is wrong with the settings and the repository's own schemas
    std::vector<SchemaFile> own_schemas = {};
};

/// Reads them. NotReadable where settings or schemas stand there as a link, a pipe or a folder, or where a schemas
/// folder that the settings name is missing.
/// @param settings     of --config; nothing: sss.toml at the root, or the defaults where there is none
/// @param known_rules  names that [rules] may hold; empty: all are taken
std::unique_ptr<Configuration const> read_configuration(Files const& files, std::optional<SettingsFile> settings,
                                                        std::span<std::string const> known_rules);

}  // namespace sss
