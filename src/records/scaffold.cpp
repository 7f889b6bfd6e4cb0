#include "records/scaffold.hpp"

#include "records/editors.hpp"
#include "records/settings.hpp"

#include <fmt/format.h>

namespace sss {

namespace {

/// Every key with its meaning and its default, ready to be uncommented.
std::string settings_file()
{
    std::string text = "# Settings of this data repository. An empty file works: each line below shows a default.\n";
    std::string_view section;
    for (auto const& row : setting_rows()) {
        if (row.section != section) text += fmt::format("\n[{}]\n", row.section);
        section = row.section;
        text += fmt::format("# {}\n# {} = {}\n", row.description, row.key, row.fallback);
    }
    return text;
}

constexpr std::string_view workflow =
    R"(# Checks the records on every push and pull request. In a pull request only what it brings in can fail.
name: records
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0 # the whole history: sss refuses to answer from half of it
          persist-credentials: false
      # Write here where your programme keeps sss, and a full commit of it.
      - uses: OWNER/sss@FULL-COMMIT-SHA
)";

constexpr std::string_view schemas_readme = R"(# Schemas

`standard/` holds copies of the schemas that sss knows by itself, for editors (see `.taplo.toml` and `tombi.toml`).

A schema put directly into this folder overrides the standard one of the same name (`milestone.schema.json`) or adds a
kind of your own (`ground-station.schema.json`).
)";

struct KindFolder {
    std::string_view kind, folder;
};

constexpr KindFolder kind_folders[] = {{"milestone", "milestones"},
                                       {"meeting", "meetings"},
                                       {"satellite", "satellites"},
                                       {"statement", "statements"},
                                       {"organisation", "organisations"}};

}  // namespace

std::vector<ScaffoldFile> scaffold(std::span<embedded::File const> schemas)
{
    std::vector<ScaffoldFile> files{{"sss.toml", settings_file()}};
    std::vector<SchemaAssociation> associations;
    for (auto const& [kind, folder] : kind_folders) {
        files.push_back({fmt::format("data/{}/.gitkeep", folder), ""});
        associations.push_back({fmt::format("data/{}", folder), fmt::format("schemas/standard/{}.schema.json", kind)});
    }
    for (auto const& schema : schemas)
        files.push_back({fmt::format("schemas/standard/{}", schema.path), std::string{schema.bytes}});
    files.push_back({"schemas/README.md", std::string{schemas_readme}});
    files.push_back({".taplo.toml", taplo_settings(associations)});
    files.push_back({"tombi.toml", tombi_settings(associations)});
    files.push_back({".github/workflows/records.yml", std::string{workflow}});
    return files;
}

}  // namespace sss
