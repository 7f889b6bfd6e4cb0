#pragma once

#include "history/former_record.hpp"
#include "programme/date.hpp"
#include "programme/finding.hpp"
#include "records/files.hpp"
#include "records/records.hpp"
#include "schema/configuration.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A finding that a `[[waiver]]` of the settings accepts.
struct Waived {
    Finding finding;
    std::string reason;
    Day until;
};

/// How many records of a kind were looked at.
struct KindCount {
    std::string kind;
    std::string plural;  ///< the name of its folder: "milestones"
    std::size_t records = 0;
};

/// What a check of everything has found.
struct Validation {
    std::vector<std::string> records;   ///< the paths of all that were checked, kind by kind
    std::vector<Finding> findings;      ///< sorted, at the levels of `[rules]`
    std::vector<Waived> waived;         ///< found too, and accepted: sorted, none of them is among `findings`
    std::vector<KindCount> kinds = {};  ///< of `records`, in their order
};

struct JudgedHistory;

/// Asks history, once the records were read, for what the rules look back at; nothing: they do not look back.
using AskJudgedHistory = std::function<std::optional<JudgedHistory>(Configuration const&, Records const&)>;

/// Reads and checks one state of a data repository whole: its settings, its schemas, its records.
/// @param settings  of --config; nothing: sss.toml at the root, or the defaults where there is none
/// @param now       its day in the programme's time zone is 'today'
/// @param former    what history says of records that are named and not there; may be empty
/// @param stretch   of the past, for rules that look back; may be empty
Validation validate(Files const& files, std::optional<SettingsFile> settings, std::chrono::sys_seconds now,
                    FormerRecords const& former = {}, AskJudgedHistory const& judged = {});

/// The same by settings and schemas that stand elsewhere: where a branch parted. What is wrong with them is not told.
Validation validate_by(Configuration const& configuration, Files const& files, std::chrono::sys_seconds now,
                       FormerRecords const& former = {}, AskJudgedHistory const& judged = {});

/// The same for files that stand in memory, by path.
Validation validate(std::map<std::string, std::string> files, std::chrono::sys_seconds now);

/// What is found in an example (Rule::failing, Rule::mended); where it has commits, with all of them looked back at.
Validation validate_example(std::string_view example, std::chrono::sys_seconds now);

}  // namespace sss
