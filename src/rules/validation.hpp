#pragma once

#include "programme/finding.hpp"
#include "records/files.hpp"
#include "history/former_record.hpp"
#include "schema/habits.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What a check of everything has found.
struct Validation {
    std::vector<std::string> records;  ///< the paths of all that were checked
    std::vector<Finding> findings;     ///< sorted, at the levels of `[rules]`
};

/// Reads and checks one state of a data repository whole: its settings, its schemas, its records.
/// @param settings  of --config; nothing: sss.toml at the root, or the defaults where there is none
/// @param now       its day in the programme's time zone is 'today'
/// @param former    what history says of records that are named and not there; may be empty
Validation validate(Files const& files, std::optional<SettingsFile> settings, std::chrono::sys_seconds now,
                    FormerRecords const& former = {});

/// The same for files that stand in memory, by path.
Validation validate(std::map<std::string, std::string> files, std::chrono::sys_seconds now);

/// The files of an example (Rule::failing, Rule::mended), by path.
std::map<std::string, std::string> files_of_example(std::string_view example);

}  // namespace sss
