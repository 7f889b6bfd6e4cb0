#pragma once

#include <string_view>

namespace sss {

/// Whether an outcome says that what took place did not come to what it was for: a review or test that was not passed
/// ("failed"), a launch that failed ("failure"). Whoever needs it, or hopes for it, waits on.
inline bool is_failure(std::string_view outcome)
{
    return outcome == "failed" || outcome == "failure";
}

}  // namespace sss
