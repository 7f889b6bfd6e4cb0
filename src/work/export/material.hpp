#pragma once

#include "facts/publication/discretion.hpp"
#include "facts/publication/publication.hpp"
#include "work/export/part.hpp"
#include "work/export/request.hpp"
#include "work/history_view.hpp"

#include <optional>
#include <string>
#include <utility>
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
    StandardRecords const& state() const { return state_; }
    /// The settings, with the address that was asked for.
    Settings const& settings() const { return settings_; }

    /// The part that was asked for.
    ExportPart const& part() const { return *part_; }
    Belongs const& belongs() const { return part_->belongs(); }
    bool wanted(Record const& record) const { return part_->wanted(record); }
    bool wanted(std::uint32_t thread) const { return part_->wanted(thread); }
    /// Another one.
    ExportPart part(Narrowing narrowing) const { return {std::move(narrowing), state_, ends_}; }

    /// Of the part that was asked for, or of another.
    Publication publication() const { return publication(*part_); }
    Publication publication(ExportPart const& part) const;

private:
    std::string programme_id() const;
    std::string first_name(std::string_view kind, std::string const& id) const;

    HistoryView past_;
    Settings settings_;
    Discretion discretion_;
    Records records_;
    StandardRecords state_;
    History whole_;
    RecordThreads threads_;
    ThreadEnds ends_;
    std::optional<ExportPart> part_;  ///< always there, once made
};

}  // namespace sss
