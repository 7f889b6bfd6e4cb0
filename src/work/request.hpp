#pragma once

#include "git/environment.hpp"
#include "programme/asked_day.hpp"
#include "support/ci.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sss {

/// Which programme is meant.
struct ProgrammeRequest {
    std::string directory = ".";  ///< where the data repository is: it, or a folder within it
    std::string config;           ///< a settings file in place of sss.toml; must exist where named
    git::Environment git;         ///< tells with `directory` where the repository is
};

/// Which moment of its history is looked at.
struct MomentRequest {
    std::optional<AskedDay> as_of = {};  ///< both clocks turned back to this day
    std::string revision = {};           ///< in place of HEAD; empty: HEAD
};

/// What a piece of work is handed from outside: the clock, and where goes what is said beside its result.
struct Outside {
    std::function<std::chrono::sys_seconds()> now;
    /// Takes what a result leaves out, and what the reader should know beside it; does nothing where that is not
    /// wanted.
    std::function<void(std::string_view)> remark;
    /// Takes what nobody may miss, wanted or not.
    std::function<void(std::string_view)> warn;
    /// Asked from another thread how far a long work has come; may be empty.
    std::function<void(std::function<std::string()> status)> follow;
    std::string index_file = {};   ///< an index in place of the repository's own; empty: its own
    CiSystem ci = CiSystem::none;  ///< the system that runs us: some failures are mended there
};

}  // namespace sss
