#pragma once

#include "schema/schema.hpp"
#include "support/embedded.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A file of the data repository's schemas folder.
struct SchemaFile {
    std::string path;  ///< relative to the repository's root
    std::string text;
};

/// The kinds in force in a data repository.
class Schemas {
public:
    /// A file of the repository overrides the standard schema of the same name; a new name adds a kind. Files whose
    /// names do not end in `.schema.json` are no schemas and are passed over.
    /// @param standard  the embedded schemas (sss::embedded::schemas())
    /// @param own       the files of the repository's schemas folder, in any order; those of its sub-folders are not
    /// kinds
    /// @param kinds     `[data] kinds` of the settings: empty, or the only kinds that count
    /// @param problems  gets what is wrong with the repository's own schemas
    static Schemas load(std::span<embedded::File const> standard, std::span<SchemaFile const> own,
                        std::span<std::string const> kinds, std::vector<Finding>& problems);

    /// Milestone, meeting, satellite, organisation, as far as they are in force; then the others by name.
    std::vector<Schema> const& all() const { return schemas_; }

    /// The schema of a kind, or nullptr.
    Schema const* find(std::string_view kind) const;

    /// The schema whose folder holds this path, or nullptr. Of folders within each other, the innermost.
    /// @param path  of a file or folder, relative to the data folder: "meetings/2018", "meetings/2018/x.toml"
    Schema const* of_path(std::string_view path) const;

private:
    std::vector<Schema> schemas_;
};

}  // namespace sss
