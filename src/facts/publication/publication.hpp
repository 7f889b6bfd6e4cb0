#pragma once

#include "facts/publication/record_threads.hpp"
#include "history/history.hpp"
#include "records/records.hpp"
#include "records/settings.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace sss {

/// What a feed, a calendar and tables are made of: a programme, or a part of it, with its whole past, what is not for
/// the public left out already.
struct Publication {
    Settings const& settings;
    std::string programme_id;           ///< on which all ids hang
    std::string name;                   ///< of the programme, to people
    std::string description;            ///< empty: not said
    std::vector<std::string> parts;     ///< names of the satellites, organisations and kinds that it is narrowed to
    std::vector<std::string> part_ids;  ///< likewise, in words that never change: "satellite sss-1"
    std::string address;                ///< where it stands below [site] url without its ending: "satellites/sss-1"
    History const& whole;
    RecordThreads const& threads;
    Records const& records;  ///< as they stand at the end
    bool leaves_out = false;

    /// When what it tells changed last; the beginning of 1970 where nothing ever did.
    std::chrono::sys_seconds changed_at() const
    {
        return whole.commits.empty() ? std::chrono::sys_seconds{} : whole.commits.back().landed_at;
    }
};

}  // namespace sss
