#pragma once

#include "history/slices.hpp"
#include "history/snapshots.hpp"
#include "work/export/material.hpp"
#include "work/report/making.hpp"
#include "work/report/provenance.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace sss {

/// Reports of the months of a programme, the oldest first, and of the day of the build, out of one reading of the
/// history; what is not for the public is left out of all.
class PastReports {
public:
    /// @param material  of the whole programme, with its history; must outlive this
    explicit PastReports(ExportMaterial const& material);

    /// The months that are over, the oldest first.
    std::vector<Period> months() const;
    /// How it stood at the end of each month that is over, the oldest first.
    void tell_months(std::function<void(ProgressReport const&)> const& tell);
    /// How it stands on the day of the build, in the month of that day.
    ProgressReport now();

private:
    struct Month {
        Scope scope;
        std::optional<std::size_t> from, to;
    };
    /// Finds those of them in which something stood.
    void find_months();
    Scope scope_of(Period const& period, Day today, std::optional<std::size_t> from,
                   std::optional<std::size_t> to) const;
    ProgressReport report(Month const& month, Records const& records);

    ExportMaterial const& material_;
    HistoryView const& past_;
    Slices slices_;
    ReproducingRevision reproducing_;
    std::vector<Month> months_;
    git::Oid with_records_;  ///< a tree that is known to hold records
};

}  // namespace sss
