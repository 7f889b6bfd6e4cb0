#pragma once

#include "reports/progress.hpp"

namespace sss {

/// Whether a report need not be sent: nothing happened in the period and nothing was written down in it, not even
/// something that cannot be read, and nothing fell due in it unnoticed, no milestone and no action.
bool nothing_new(ProgressReport const& report);

}  // namespace sss
