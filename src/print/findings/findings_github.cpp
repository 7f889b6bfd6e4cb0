#include "print/findings/findings_ci.hpp"
#include "print/findings/findings_text.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace sss {
namespace {

/// So many annotations of each level GitHub shows of one step; more are dropped without a word.
constexpr std::size_t shown_of_each = 10;

struct Escape {
    char sign;
    std::string_view written;
};

/// As the runner reads commands: in a message three signs have a meaning, in a property two more.
constexpr std::array in_message{Escape{'%', "%25"}, Escape{'\r', "%0D"}, Escape{'\n', "%0A"}};
constexpr std::array in_property{Escape{'%', "%25"}, Escape{'\r', "%0D"}, Escape{'\n', "%0A"}, Escape{':', "%3A"},
                                 Escape{',', "%2C"}};

template <std::size_t size>
std::string escaped(std::string_view text, std::array<Escape, size> const& escapes)
{
    std::string result;
    for (auto const c : text) {
        auto const found = std::ranges::find(escapes, c, &Escape::sign);
        if (found == escapes.end())
            result += c;
        else
            result += found->written;
    }
    return result;
}

std::string_view command_of(Severity severity)
{
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "notice";
    }
    return "";
}

std::string annotation(Finding const& finding)
{
    auto text = fmt::format("::{} title={},file={}", command_of(finding.severity), escaped(finding.rule, in_property),
                            escaped(visible(finding.file), in_property));
    if (finding.place) {
        text += fmt::format(",line={}", finding.place.line);
        if (finding.place.column > 0) text += fmt::format(",col={}", finding.place.column);
        // The last column that is meant, not the one behind it.
        if (finding.place.column > 0 && finding.place.length > 0)
            text += fmt::format(",endColumn={}", finding.place.column + finding.place.length - 1);
    }
    auto message = visible(finding.message.text());
    if (!finding.help.empty()) message += "\n" + visible(finding.help.text());
    return text + "::" + escaped(message, in_message) + "\n";
}

/// A line of the log. It begins with a word of ours, and the old form of a command is taken apart, so that no text of a
/// record is obeyed.
std::string log_line(Finding const& finding)
{
    auto where = visible(finding.file);
    if (finding.place) where += fmt::format(":{}:{}", finding.place.line, finding.place.column);
    auto text = fmt::format("{} {}: {} [{}]\n", name_of(finding.severity), where, visible(finding.message.text()),
                            finding.rule);
    for (auto at = text.find("##["); at != std::string::npos; at = text.find("##[", at)) text.insert(at + 2, " ");
    return text;
}

}  // namespace

std::string to_github(Check const& check)
{
    std::string annotated, others;
    std::size_t left_out = 0;
    for (auto const severity : {Severity::error, Severity::warning, Severity::note}) {
        std::size_t number = 0;
        for (auto const& finding : check.findings) {
            if (finding.severity != severity) continue;
            if (++number <= shown_of_each) {
                annotated += annotation(finding);
            } else {
                others += log_line(finding);
                ++left_out;
            }
        }
    }
    auto text = annotated + others + summary_text(check);
    if (left_out > 0)
        text += fmt::format("{} not annotated, because GitHub shows {} of each level a step; {} above.\n",
                            count(static_cast<std::int64_t>(left_out), "finding") + (left_out == 1 ? " is" : " are"),
                            shown_of_each, left_out == 1 ? "it stands" : "they stand");
    return text;
}

}  // namespace sss
