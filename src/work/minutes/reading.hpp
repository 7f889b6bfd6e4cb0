#pragma once

#include "work/minutes/form.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A line of the minutes about the meeting itself: "Attendance: 24".
struct MinutesField {
    std::uint32_t line = 0;
    std::string name;  ///< as it was written
    std::string text;
};

/// A line about one item.
struct MinutesItem {
    std::uint32_t line = 0;
    MinutesSection const* section = nullptr;
    std::string name = {};  ///< "a1", "2018-03-board#a2"; empty: a new one
    std::vector<std::string> cells = {};
    std::optional<std::string> done = std::nullopt;  ///< that it is done, and when; empty: no day is said
};

/// What cannot be taken, as a sentence.
struct MinutesProblem {
    std::uint32_t line = 0;
    std::string sentence;
};

struct Minutes {
    std::vector<MinutesField> fields;
    std::vector<MinutesItem> items;
    std::vector<MinutesProblem> problems;
};

/// Reads minutes that were written in the form, or beside it: headings may be Markdown's, new lines may begin with any
/// bullet or none, a line that is moved in goes on with the one before. What is no line of the form is a problem.
/// @param meeting  whose items its lines may name
Minutes read_minutes(std::string_view text, std::vector<MinutesSection> const& sections, Record const& meeting);

}  // namespace sss
