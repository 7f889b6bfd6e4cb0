#pragma once

#include "facts/publication/record_threads.hpp"
#include "facts/query/narrowing.hpp"
#include "facts/standard_records.hpp"
#include "history/history.hpp"
#include "records/records.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sss {

/// What each record that ever was says, or said last: read once for all parts. Records and history must outlive it.
class ThreadEnds {
public:
    ThreadEnds() = default;
    ThreadEnds(Records const& records, History const& whole, RecordThreads const& threads);

    /// Whether the record that a thread ends in belongs to a part.
    bool belongs(std::uint32_t thread, Belongs const& part) const;
    std::size_t size() const { return ends_.size(); }

private:
    struct End {
        Kind const* kind = nullptr;
        std::string id = {};
        std::variant<std::monostate, Milestone, Meeting, Satellite, Table const*> said = {};
    };
    std::vector<End> ends_;
};

/// What belongs to a part of a programme, of its records and of all that ever was one.
class ExportPart {
public:
    /// The state must outlive it. @param ends  may be empty, where nobody asks for threads
    ExportPart(Narrowing part, StandardRecords const& state, ThreadEnds const& ends);
    ExportPart(ExportPart const&) = delete;
    ExportPart& operator=(ExportPart const&) = delete;

    Narrowing const& narrowing() const { return narrowing_; }
    Belongs const& belongs() const { return belongs_; }
    /// Whether a record belongs to it, as it stands.
    bool wanted(Record const& record) const { return belongs_.record(*record.kind, record.id, record.fields()); }
    /// The same of the record that a thread ends in; of one that stands no more, as it stood last.
    bool wanted(std::uint32_t thread) const { return wanted_[thread] != 0; }

private:
    Narrowing narrowing_;
    Belongs belongs_;
    std::vector<char> wanted_;  ///< by thread
};

}  // namespace sss
