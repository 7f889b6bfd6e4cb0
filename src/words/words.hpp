#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sss {

/// "1 record", "2 records", "0 records"; a negative number carries U+2212.
/// @param plural  where it is not the noun with an s: count(2, "query", "queries")
std::string count(std::int64_t number, std::string_view noun, std::string_view plural = {});

/// "the milestone", "both milestones", "all 3 milestones".
std::string all_of(std::int64_t number, std::string_view noun);

/// The number in prose, with U+2212 for a negative one: "12", "−3".
std::string number_text(std::int64_t number);
/// With its sign: "+45", "−14", "0".
std::string signed_text(std::int64_t number);

/// "first" to "tenth", then "11th", "21st", "112th". For numbers from 1.
std::string ordinal(std::int64_t number);

/// `text` with its first letter as a capital, where that is an ASCII letter: how a sentence starts.
std::string capitalised(std::string_view text);
/// With a small letter there: for what goes on within a sentence.
std::string uncapitalised(std::string_view text);

}  // namespace sss
