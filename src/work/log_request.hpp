#pragma once

#include "facts/change/log_filter.hpp"
#include "print/log.hpp"
#include "work/history_view.hpp"
#include "work/narrowing_request.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// What of all that happened is told, in the words of whoever asks.
struct LogRequest {
    MomentRequest moment = {};
    std::string id = {};  ///< of one record, which may be one that it had; empty: all
    std::vector<std::string> fields = {};
    std::optional<std::string> since = {}, until = {}, author = {};
    std::string period = {};  ///< in place of since and until; empty: not asked
    NarrowingRequest narrowing = {};
    std::optional<std::size_t> limit = {};  ///< the newest so many commits
};

/// The filter that the request means; a UsageError where a field, a day or a revision is none.
/// @param kinds  of the records that are told: whose fields may be named, beside all that the history ever held
LogFilter read_filter(LogRequest const& request, HistoryView const& past, History const& history,
                      std::span<Kind const* const> kinds);

/// The same, to be said with the result.
/// @param of  how much there is without it
LogScope scope_of(LogRequest const& request, HistoryView const& past, std::size_t of);

}  // namespace sss
