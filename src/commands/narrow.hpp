#pragma once

#include "commands/workspace.hpp"
#include "reports/narrowing.hpp"

#include <string>
#include <vector>

namespace sss {

/// What narrows a report to a part of the programme, as it was typed.
struct NarrowingOptions {
    std::vector<std::string> satellites;     ///< --satellite: ids, former ids, or "none"
    std::vector<std::string> organisations;  ///< --organisation: likewise
    std::vector<std::string> kinds;          ///< --kind: names or folders

    bool any() const { return !satellites.empty() || !organisations.empty() || !kinds.empty(); }
};

/// Adds --satellite.
void add_satellite_option(CLI::App& command, NarrowingOptions& options);

/// The same and --organisation.
void add_whose_options(CLI::App& command, NarrowingOptions& options);

/// The same and --kind.
void add_narrowing_options(CLI::App& command, NarrowingOptions& options);

/// The part that was meant. An id may be one that a record lists in `aliases`; what no record of the snapshot has may
/// still be one that came later: then it stands as it was typed, unless the snapshot has the record by a former id. A
/// UsageError with a suggestion where it is none.
Narrowing read_narrowing(NarrowingOptions const& options, Past const& past, Records const& snapshot);

}  // namespace sss
