#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sss {

/// One question of a form for people who do not write records themselves.
struct FormQuestion {
    enum class Answer : std::uint8_t {
        line,     ///< a line of text
        text,     ///< several lines
        list,     ///< one thing a line
        one_of,   ///< one of the options
        some_of,  ///< any of the options
    };

    std::string field;  ///< its path: "orbit.altitude_km"; "id" and "reason" for what is no field
    std::string label;  ///< the heading above the answer, by which it is read back
    std::string help;
    Answer answer = Answer::line;
    std::vector<std::string> options = {};
    bool required = false;
};

/// A form for records of one kind.
struct RecordForm {
    std::string kind;
    bool update = false;  ///< of one that stands; else of a new one
    std::vector<FormQuestion> questions = {};
    std::vector<std::string> left_out = {};  ///< fields that no form can ask for: lists of tables
};

/// Between an id and the title of its record, in an option: "sss-1-cdr · SSS-1 CDR".
inline constexpr auto option_joint = " \u00b7 ";

}  // namespace sss
