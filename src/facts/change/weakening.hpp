#pragma once

#include "rules/validation.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Two states of a data repository of which the second is to be judged: a branch, and where it parted.
struct Branch {
    Files const& base;
    Files const& files;
    std::optional<SettingsFile> settings;  ///< of --config: for both
    std::chrono::sys_seconds now;
    FormerRecords former = {};
    AskJudgedHistory ask = {};
};

/// What a branch gains by settings and schemas of its own.
struct Weakening {
    std::vector<Finding> switched_off;  ///< of the rule `check-weakened`
    Validation by_base;                 ///< the branch's records, by what stood at the base
    bool judged = false;                ///< false: both judge alike, and `by_base` is empty
};

/// Judges a branch by the settings and schemas where it parted, where they are not the same.
Weakening weakening_of(Branch const& branch);

/// Adds to the new findings of a branch those that only the base's settings and schemas make, and what is switched off.
/// @param base   the findings at the base
/// @param moved  what renamed records and their files are called now, by what they were called
void add_weakening(std::vector<Finding>& appeared, Weakening weakening, std::vector<Finding> const& base,
                   std::map<std::string, std::string> const& moved);

/// The paths of records in `files` that `before` reads and `after` does not.
std::vector<std::string> left_out(Files const& files, Layout const& before, Layout const& after);

}  // namespace sss
