#pragma once

#include "facts/change/check.hpp"
#include "programme/finding.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sss {

struct FindingsText {
    bool colour = false;
    std::size_t limit = 200;     ///< so many findings are printed, the worst first among them; 0: all
    std::size_t of_a_file = 20;  ///< so many of one file, where there are others; not where `limit` is 0
    std::size_t width = 100;     ///< columns; lines of records are cut around what they are shown for
};

/// One finding: where and what, the line with a caret below it, and how to mend it. Without a blank line at its end.
std::string to_text(Finding const& finding, FindingsText const& how = {});

/// All of them, in the order given, and a summary: "2 errors, 1 warning in 61 records." or "61 records, no findings.".
/// What the limits leave out is counted.
std::string to_text(Check const& check, FindingsText const& how = {});

/// That summary. @param hint  follows its first sentence
std::string summary_text(Check const& check, std::string_view hint = {});

/// "12 older findings (3 errors, 9 warnings) stood there before and do not count."
std::string older_text(Since const& since);

/// "2 errors, 1 warning"; "no findings".
std::string counted_findings(FindingCounts const& counts);
std::string counted_findings(std::span<Finding const> findings);

/// "error", "warning", "note".
std::string_view name_of(Severity severity);

}  // namespace sss
