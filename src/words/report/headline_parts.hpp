#pragma once

#include "facts/report/progress.hpp"
#include "words/words.hpp"

/// Parts of a report's headline that fill a file of their own.
namespace sss {

/// "SSS-1 CDR slipped twice this week, +4 days in all; no other date moved. SSS-2 CDR got a date, 11 April."; empty
/// where dates are no news.
Said moved_sentence(ProgressReport const& report, Words const& words);

}  // namespace sss
