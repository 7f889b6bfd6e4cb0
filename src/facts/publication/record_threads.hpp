#pragma once

#include "history/history.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sss {

/// Which changes of a whole history are of one record, whatever it was called: renames are followed, and what was
/// removed and came back under its id is the same record again. So a record keeps one identity, its first id, for ever.
struct RecordThreads {
    struct Thread {
        Kind const* kind = nullptr;
        std::string first_id;
        std::string id;           ///< at the end
        std::uint32_t nth = 1;    ///< among the records that began with this id: it was given up by a rename before
        bool stands = false;      ///< it was not removed
        std::uint32_t birth = 0;  ///< index into History::commits

        /// Its first id, told apart from others that began with the same one: "cdr", "cdr (2)".
        std::string name() const;
    };
    std::vector<Thread> threads;           ///< in the order of their births
    std::vector<std::uint32_t> of_change;  ///< for each of History::changes, whose it is
};

RecordThreads record_threads(History const& whole);

}  // namespace sss
