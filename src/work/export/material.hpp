#pragma once

#include "facts/publication/discretion.hpp"
#include "facts/publication/publication.hpp"
#include "facts/query/narrowing.hpp"
#include "work/export/request.hpp"
#include "work/history_view.hpp"

#include <string>
#include <vector>

namespace sss {

/// What an export is made of: one view of the programme, what is not for the public left out.
class ExportMaterial {
public:
    /// @param with_history  the whole past is read; else `whole()` is empty
    ExportMaterial(ExportRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                   bool with_history);

    HistoryView const& past() const { return past_; }
    Discretion const& discretion() const { return discretion_; }
    Records const& records() const { return records_; }
    History const& whole() const { return whole_; }
    RecordThreads const& threads() const { return threads_; }
    Belongs const& belongs() const { return belongs_; }
    Settings const& settings() const { return past_.configuration->settings; }

    /// Whether a record belongs to the part that was asked for, as it stands.
    bool wanted(Record const& record) const;
    /// The same of the record that a thread ends in; of one that stands no more, as it stood last.
    bool wanted(std::uint32_t thread) const { return wanted_[thread] != 0; }

    Publication publication() const;

private:
    void decide_wanted();
    std::string programme_id() const;
    std::string first_name(std::string_view kind, std::string const& id) const;

    HistoryView past_;
    Discretion discretion_;
    Records records_;
    StandardRecords state_;
    Narrowing narrowing_;
    Belongs belongs_;
    History whole_;
    RecordThreads threads_;
    std::vector<char> wanted_;  ///< by thread
};

}  // namespace sss
