#pragma once

#include "print/format.hpp"
#include "work/narrowing_request.hpp"
#include "work/request.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// The forms in which a report can be had.
inline constexpr std::array<Format, 5> report_formats{Format::text, Format::markdown, Format::html, Format::mail,
                                                      Format::json};

/// What a report is asked for: of what, and in which form.
struct ReportRequest {
    MomentRequest moment = {};
    std::string period = "this-week";  ///< in words: 2018-W17, last-month, since:REV, since-last …
    std::string after = {};  ///< a revision: what it holds is no news; empty: what stood when the period began
    NarrowingRequest narrowing = {};
    Format format = Format::text;           ///< one of report_formats
    std::optional<std::size_t> width = {};  ///< columns of the text; nothing: the usual
    std::string template_file = {};         ///< in place of a format
    std::string mail_from = {};             ///< of a message; empty: as the settings say
    std::vector<std::string> mail_to = {};  ///< likewise
    std::string made_by = {};               ///< the version of sss that the report names; empty: this one
};

}  // namespace sss
