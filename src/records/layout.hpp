#pragma once

#include "programme/kind.hpp"
#include "support/zone.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace sss {

/// Where records live: which path of a repository holds the record of which kind and id; and in which time zone.
class Layout {
public:
    /// @param data_folder  relative to the repository's root; "." or "" for the root itself
    /// @param kinds        the kinds in force; they must outlive the layout
    /// @param ignore       globs relative to the data folder; `*` does not cross a slash, `**/` does
    /// @param zone         the programme's, in which its dates are days
    Layout(std::string_view data_folder, std::vector<Kind const*> kinds, std::vector<std::string> const& ignore = {},
           Zone zone = Zone::utc());

    /// The same for these kinds alone.
    Layout only(std::vector<Kind const*> kinds) const;

    struct Slot {
        Kind const* kind;
        std::string id;
    };

    /// The record that the file of this path holds, or nothing where the path is no record's: outside every kind's
    /// folder, ignored, not named `*.toml`, or hidden where the kind's ids do not begin with a dot.
    std::optional<Slot> slot(std::string_view path) const;

    /// The kind whose folder holds this path, whatever its name; nullptr outside all of them.
    Kind const* kind_at(std::string_view path) const;

    bool ignored(std::string_view path) const;

    /// Whether a name on the path begins with a dot: below the kind's folder, or else below the data folder. What is
    /// hidden is a record only where the kind's ids admit it (`.github`); hidden folders count where ids are paths.
    bool hidden(std::string_view path) const;

    /// Whether all that can stand below this folder is ignored, as by a glob that ends in `/**`.
    bool ignored_wholly(std::string_view folder) const;

    /// Whether records may lie below this folder ("" is the root): false lets a reader pass it by.
    bool leads_to_records(std::string_view folder) const;

    /// Where a new record goes: "data/milestones/sss-1-cdr.toml".
    std::string path_of(Kind const& kind, std::string_view id) const;

    /// The folder of a kind: "data/milestones".
    std::string const& folder_of(Kind const& kind) const;

    /// "data", or "" where the root itself is the data folder.
    std::string const& data_folder() const { return data_folder_; }
    std::vector<Kind const*> const& kinds() const { return kinds_; }
    Zone const& zone() const { return zone_; }

private:
    std::string data_folder_;
    std::vector<Kind const*> kinds_;
    bool admits(Kind const& kind, std::string_view id) const;

    std::vector<std::string> folders_;  ///< of the kinds, in the same order
    std::vector<std::shared_ptr<re2::RE2>> ignore_;
    Zone zone_;
};

}  // namespace sss
