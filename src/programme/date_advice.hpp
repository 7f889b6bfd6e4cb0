#pragma once

#include "programme/date.hpp"

namespace sss {

/// What to say of a text that is no date at all: recognises the ways in which people and other standards write dates
/// (25.04.2018, "25 April 2018", 2018/04/25, EDTF's 2021-12-XX), and names the date that was probably meant where
/// only one can be. Slow and only for what `parse_date` has refused.
DateProblem advise_on_date(std::string_view text);

/// The forms that a date may take, as a clause after "write".
std::string_view date_forms();

}  // namespace sss
