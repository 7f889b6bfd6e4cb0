#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A time zone of the IANA database: which day it is where the programme lives. A plain value, cheap to copy and
/// safe to share between threads.
///
/// The system's database is read when a zone is named (about a millisecond; nothing for UTC). Its rules are known
/// until 2037; later moments get the offset that stands then, without daylight saving.
class Zone {
public:
    /// Nothing where the database has no such name ("Asia/Shanghai", "UTC"). Names are exact, capitals included.
    /// Throws Error where the machine has no database at all.
    static std::optional<Zone> named(std::string_view name);
    static Zone const& utc();

    std::string const& name() const { return name_; }

    /// The local day of a moment.
    std::chrono::sys_days day_of(std::chrono::sys_seconds moment) const;

    /// The first moment of a local day: midnight, or later where the clocks skip it. Of a day that the zone left out
    /// altogether (Samoa, 30 December 2011), the first moment after it.
    std::chrono::sys_seconds start_of(std::chrono::sys_days day) const;

    /// The last second that belongs to this day or an earlier one; where the clocks go back over midnight, the later
    /// of the two.
    std::chrono::sys_seconds end_of(std::chrono::sys_days day) const;

    /// How far local time is ahead of UTC at a moment.
    std::chrono::seconds offset_at(std::chrono::sys_seconds moment) const;

    /// "14:47": the local time of day.
    std::string time_of_day(std::chrono::sys_seconds moment) const;

private:
    /// From `begin` on, local time is UTC + `offset`.
    struct Span {
        std::chrono::sys_seconds begin;
        std::chrono::seconds offset;
    };
    Zone(std::string name, std::vector<Span> spans)
        : name_(std::move(name)), spans_(std::make_shared<std::vector<Span> const>(std::move(spans)))
    {}

    std::string name_;
    std::shared_ptr<std::vector<Span> const> spans_;  // by begin; the first begins before all dates
};

/// Names of the database that a mistyped one may mean, best first, at most three: other capitals, a city without its
/// continent ("shanghai", "New York"), a slip of the finger ("Asia/Shangai"), a capital that shares a neighbour's zone
/// ("Beijing").
std::vector<std::string> nearest_zones(std::string_view name);

}  // namespace sss
