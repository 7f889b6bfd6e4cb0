#pragma once

#include "facts/publication/site_facts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// What has become of one milestone since a day.
struct SinceThen {
    enum class Now : std::uint8_t { planned, reached, failed, given_up, no_longer_awaited, removed };
    std::string id;     ///< as it is called now; of a removed one, as it was called last
    std::string title;  ///< likewise
    Now what = Now::planned;
    bool stood_then = true;          ///< else it came since
    std::optional<Date> then;        ///< its plan as it was told at the end of that day; nothing: it had none
    std::optional<Date> now;         ///< its plan today, or the day on which it was held
    std::optional<Slip> difference;  ///< from the one to the other
};

/// The net of what has happened since the end of a day, notes and other words left aside.
struct NetSince {
    Day day;
    std::vector<SinceThen> milestones;      ///< told otherwise now, those that came since and are settled among them;
                                            ///< the largest slips first
    std::vector<std::uint32_t> added;       ///< threads of what came since and stands, the newest first
    std::vector<std::uint32_t> removed;     ///< threads of what stood then and is gone, milestones left aside
    std::vector<Meeting const*> held = {};  ///< meetings held since, the newest first
};

/// Works it out for one day after another, from what one reading of the history gave.
class SinceFacts {
public:
    /// The site must outlive it.
    explicit SinceFacts(SiteFacts const& site);
    NetSince since(Day day) const;

private:
    /// What was told of a milestone from a day on.
    struct Told {
        Day from;
        std::optional<Date> plan;
        bool open = true;  ///< neither held nor given up nor gone
    };
    struct Life {
        Day born;
        std::optional<Day> gone;
        std::vector<Told> told;  ///< of a milestone, in the order of landing
    };

    std::optional<SinceThen> milestone_since(std::uint32_t thread, Day day) const;
    std::optional<SinceThen> settled_newcomer(std::uint32_t thread) const;

    SiteFacts const& site_;
    std::vector<Life> lives_;  ///< by thread
};

}  // namespace sss
