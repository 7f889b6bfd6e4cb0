#pragma once

#include "facts/publication/calendar.hpp"
#include "records/records.hpp"

#include <string>
#include <vector>

namespace sss {

/// Whether an event's date is known so roughly that it stands on its last day, named as what ends then.
bool is_vague(Date const& date);

/// Says what an event of the calendar shows. Text out of records stands in it as it is.
class CalendarWords {
public:
    /// @param records  as they stand at the end: names of what is referred to
    CalendarWords(History const& whole, Records const& records) : whole_(whole), records_(records) {}

    /// "SSS-1 CDR", "SSS-1 CDR, by the end of Q2 2018", "Cancelled: SSS-1 CDR", "Due: send the minutes".
    std::string summary(CalendarEvent const& event) const;
    /// What it is, and its own past: first promised when, moved how often, last by whom and why. One line a sentence.
    std::vector<std::string> description(CalendarEvent const& event) const;
    /// "Milestone", "Review", and the satellites' names.
    std::vector<std::string> categories(CalendarEvent const& event) const;

private:
    std::string name_of(std::string_view kind, std::string const& id) const;
    std::string day_of(std::uint32_t commit) const;
    std::string author_of(std::uint32_t commit) const;
    std::string past(CalendarEvent const& event) const;
    std::string reason(std::uint32_t commit) const;

    History const& whole_;
    Records const& records_;
};

}  // namespace sss
