#include "commands/terminal/findings.hpp"

#include "print/findings/findings_text.hpp"
#include "words/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

void tell(std::vector<Finding> const& findings, CommonOptions const& common, Surroundings const& surroundings)
{
    FindingsText const how{.colour = in_color(common, surroundings)};
    for (auto const& finding : findings)
        if (finding.severity == Severity::error || !common.quiet) surroundings.complain(to_text(finding, how) + "\n");
}

bool told_and_sound(std::vector<Finding> const& findings, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const wrong = std::ranges::count(findings, Severity::error, &Finding::severity);
    tell(findings, common, surroundings);
    if (wrong > 0) surroundings.complain(fmt::format("sss: {}; nothing is written\n", counted_findings(findings)));
    return wrong == 0;
}

bool told_and_sound(Judgement const& judgement, CommonOptions const& common, Surroundings const& surroundings)
{
    if (!judgement.sound) return told_and_sound(judgement.findings, common, surroundings);
    tell(judgement.findings, common, surroundings);
    auto const left = static_cast<std::int64_t>(judgement.stood_before);
    if (left > 0 && !common.quiet)
        surroundings.complain(fmt::format("sss: {} stood there before and {} left as {}; `sss validate` shows {}\n",
                                          count(left, "error"), left == 1 ? "is" : "are",
                                          left == 1 ? "it is" : "they are", left == 1 ? "it" : "them"));
    return true;
}

}  // namespace sss
