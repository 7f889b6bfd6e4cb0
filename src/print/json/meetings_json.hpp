#pragma once

#include "facts/report/minutes.hpp"
#include "print/json/report_values.hpp"

namespace sss {

/// A number, or where it is a bound or about, the text of the record: ">40".
Json count_or_null(std::optional<RoughCount> const& count);
Json as_json(Rids const& rids);
Json as_json(MeetingNews const& meeting);
Json actions_json(Actions const& actions);

}  // namespace sss
