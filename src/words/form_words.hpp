#pragma once

#include "facts/record_form.hpp"

#include <string>
#include <string_view>

/// What a form for people who do not write records themselves says to them.
namespace sss {

/// "Milestone", "Milestone: a change"
std::string form_title(RecordForm const& form);
/// What it is for, in a sentence.
std::string form_purpose(RecordForm const& form);
/// What becomes of what is written into it.
std::string form_introduction(RecordForm const& form);
/// What stands above a question's answer: its help, and how several things or a choice are written where nothing else
/// shows it.
/// @param shows_options  the options are seen beside it; else they are named
std::string question_help(FormQuestion const& question, bool shows_options);
/// What stands above the answer to what is no field of the kind: the id of a new record or of one that stands, and why.
/// @param ids  how ids are written, in words
std::string new_id_help(std::string_view ids);
std::string standing_id_help();
std::string reason_help();
/// The help of a date, and how dates are written.
std::string date_help(std::string_view help);
/// By which command it is made, for whoever finds the file.
std::string made_by(RecordForm const& form, std::string_view site);
/// Which fields it cannot ask for; empty: it asks for all.
std::string left_out_words(RecordForm const& form);

/// The labels of the issues that it makes, by which a workflow knows what they are.
std::string form_label(std::string_view kind);
inline constexpr std::string_view form_update_label = "sss: update";

}  // namespace sss
