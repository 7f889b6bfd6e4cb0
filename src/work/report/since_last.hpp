#pragma once

#include "work/report/making.hpp"

namespace sss {

/// `--period since-last`: from the day after the newest report that is kept in the repository, below the folder of
/// `[report] archive`, up to today; what the commit of that report holds is no news. A report counts that tells of the
/// same part of the programme, in whatever format. Where none is kept, all since the first commit; the remark says so.
Scope since_last(ReportRequest const& request, HistoryView const& past);

}  // namespace sss
