#pragma once

#include "programme/sentence.hpp"
#include "programme/value.hpp"

#include <cstddef>
#include <optional>

namespace sss::schema {

/// Why a value is no date of the programme.
struct DateTrouble {
    bool impossible = false;  ///< it is written as a date, but the calendar has no such day
    Sentence message;
    Sentence help;
    std::size_t offset = 0;  ///< of what is wrong in the text, in bytes that are columns
    std::size_t length = 0;  ///< 0: the whole text is meant
};

/// The one place where this floor asks the calendar (programme/date.hpp). Nothing where the value is a date in one of
/// the forms that records may use.
std::optional<DateTrouble> date_trouble(Value const& value);

}  // namespace sss::schema
