#pragma once

#include "programme/date.hpp"
#include "programme/date_shift.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sss {

/// Where the name of a weekday leads: to the last one that was, or to the next one that comes; today is either.
enum class Toward : std::uint8_t { past, future };

/// A day as somebody types it: one of the calendar, or one that is counted from today.
class AskedDay {
public:
    AskedDay(Day day) : said_(day) {}

    /// Reads "2018-04-25", "25.4.2018"; "today", "yesterday", "tomorrow"; "-3d", "+2w", "-1 month" (`parse_shift`), a
    /// hundred years at the most; "friday". Nothing where it is none of these.
    static std::optional<AskedDay> read(std::string_view text);

    /// The words that name a day: "today" … "sunday". For suggestions.
    static std::vector<std::string> words();

    /// Whether it is said otherwise than a record writes a day: as the date that it is, it has to be worked out.
    bool counted() const { return dotted_ || !std::holds_alternative<Day>(said_); }

    /// @param today  the programme's day
    Day from(Day today, Toward toward = Toward::past) const;

private:
    explicit AskedDay(DateShift shift) : said_(shift) {}
    explicit AskedDay(std::chrono::weekday weekday) : said_(weekday) {}

    std::variant<Day, DateShift, std::chrono::weekday> said_;
    bool dotted_ = false;
};

}  // namespace sss
