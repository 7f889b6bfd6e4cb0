#pragma once

#include "programme/date.hpp"
#include "programme/period.hpp"
#include "records/settings.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Whether the report of a period was published as it was promised.
struct PromisedReport {
    enum class Kept : std::uint8_t {
        in_time,
        late,
        awaited,  ///< it is not there, and there is time yet
        missing,
    };
    Period period;
    Day due;                            ///< the last day on which it is in time
    std::optional<Day> published = {};  ///< on which it first landed
    Kept kept = Kept::missing;
};

/// The reports of all periods that are over, the oldest first: measured from the day that the settings name, or else
/// from the first report that was kept, and where there are both from the later. None where nothing is promised.
/// @param published  by the period's name: the day on which its report first landed
std::vector<PromisedReport> promised_reports(Settings::Publication const& promise,
                                             std::map<std::string, Day> const& published, Day today,
                                             std::chrono::weekday week_starts);

/// The period that a kept report tells of, by its path below the archive: "2018-04" of "2018/2018-04.md"; empty where
/// it tells of a part of the programme alone, or is no report.
std::string reported_period(std::string_view path);

}  // namespace sss
