#pragma once

#include "commands/narrow.hpp"
#include "commands/workspace.hpp"
#include "programme/period.hpp"
#include "reports/progress.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// What a report is asked for: of what, and in which form.
struct ReportOptions {
    HistoryOptions history;
    std::string period = "this-week";
    NarrowingOptions narrowing;
    std::string format = "text";       ///< text, markdown, html, eml or json
    std::optional<std::size_t> width;  ///< columns of the text; else a terminal's, and 100 everywhere else
    std::string template_file;         ///< in place of a format
    std::string mail_from;             ///< of a message; empty: as the settings say
    std::vector<std::string> mail_to;  ///< likewise
};

/// What is reported of, and what of the repository tells it.
struct Scope {
    Period period;
    Day today;                        ///< the as-of day: not beyond the period's end
    std::optional<git::Commit> from;  ///< stood when the period began
    std::optional<git::Commit> to;    ///< stood at the as-of day's end
};

/// Reads a period as `--period` takes it. Throws UsageError where it is none, or has not begun.
Scope understand_period(std::string const& text, Past const& past);

/// The facts of a report. What its history leaves out is said on standard error.
/// @param options  for what it is narrowed to, and whether all facts are wanted or only those of the chosen sections
ProgressReport make_report(Past const& past, Scope const& scope, CommonOptions const& common,
                           Surroundings const& surroundings, ReportOptions const& options = {});

/// The report in the form that is asked for; a UsageError where a message has nobody to send it or to receive it, or
/// the template is wrong.
/// @param past  what the report was made from
/// @param colour  for a terminal
std::string printed(ProgressReport const& report, ReportOptions const& options, Past const& past, bool colour);

}  // namespace sss
