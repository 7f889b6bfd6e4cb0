#pragma once

#include "facts/publication/record_threads.hpp"
#include "facts/query/narrowing.hpp"
#include "facts/standard_records.hpp"
#include "history/history.hpp"
#include "records/records.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sss {

/// What belongs to a part of a programme, of its records and of all that ever was one.
class ExportPart {
public:
    /// All must outlive it. @param whole  may be empty, where nobody asks for threads
    ExportPart(Narrowing part, StandardRecords const& state, Records const& records, History const& whole,
               RecordThreads const& threads);
    ExportPart(ExportPart const&) = delete;
    ExportPart& operator=(ExportPart const&) = delete;

    Narrowing const& narrowing() const { return narrowing_; }
    Belongs const& belongs() const { return belongs_; }
    /// Whether a record belongs to it, as it stands.
    bool wanted(Record const& record) const { return belongs_.record(*record.kind, record.id, record.fields()); }
    /// The same of the record that a thread ends in; of one that stands no more, as it stood last.
    bool wanted(std::uint32_t thread) const { return wanted_[thread] != 0; }

private:
    void decide(Records const& records, History const& whole, RecordThreads const& threads);

    Narrowing narrowing_;
    Belongs belongs_;
    std::vector<char> wanted_;  ///< by thread
};

}  // namespace sss
