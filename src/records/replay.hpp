#pragma once

#include "support/embedded.hpp"

#include <chrono>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// One commit of a replayed history.
struct ReplayStep {
    std::string author;
    std::string email;
    std::chrono::sys_seconds when;
    int offset_minutes = 0;                    ///< of the author's clock from UTC
    std::string message;                       ///< subject, an empty line, body
    std::map<std::string, std::string> write;  ///< path from the repository's root → bytes
    std::vector<std::string> remove;
};

/// Reads `example/replay.toml` and the files it names out of the embedded example: a file of a step's own folder where
/// there is one, else the file below `data/` as it stands today. The first step also brings `sss.toml`.
/// Throws Error where the replay itself is wrong, naming the step.
std::vector<ReplayStep> read_replay(std::span<embedded::File const> files);

}  // namespace sss
