#include "print/diff.hpp"
#include "print/findings/findings_text.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "words/diff_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t indent = 2;
constexpr std::array<std::string_view, 8> headings{"Achieved",  "Failed", "Slipped", "Brought forward",
                                                   "Cancelled", "New",    "Changed", "Removed"};

std::string paragraph(std::string const& text, std::size_t width)
{
    std::string lines;
    for (auto const& line : wrapped(text, width)) lines += line + '\n';
    return lines;
}

/// A name in bold, and what is said of it, as one paragraph: the words are broken before the colour comes in.
std::string told_move(Impact const& impact, Day today, std::size_t width, bool colour)
{
    auto const sentence = move_sentence(impact, today);
    auto const title = visible(one_line(impact.title, 80));
    auto text = paragraph(
        fmt::format("{} {}{}{}{}.", title, sentence.verb, sentence.rest(), visible(sentence.why), sentence.after),
        width);
    if (colour && text.starts_with(title)) text = styled(title, Style::bold, true) + text.substr(title.size());
    std::vector<Row> rows;
    for (auto const& row : impact_rows(impact, std::numeric_limits<std::size_t>::max()))
        rows.push_back(
            {"", {{visible(row.what)}, {visible(row.now)}, {row.margin, row.alert ? Style::bad : Style::plain}}, ""});
    return text + columns(rows, indent, width, colour);
}

std::string diff_changes_text(std::vector<ChangeFacts> const& changes, Records const& records, std::size_t width,
                              bool colour)
{
    ChangeWords const words{records, WordDetail::full};
    std::string text;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto const& facts = changes[i];
        if (i == 0 || changes[i - 1].category != facts.category)
            text += fmt::format("\n{}\n",
                                styled(headings.at(static_cast<std::size_t>(facts.category)), Style::bold, colour));
        std::string said;
        for (auto const& sentence : words.sentences(facts)) said += (said.empty() ? "" : "; ") + sentence;
        auto first = true;
        for (auto const& line :
             wrapped(visible(fmt::format("{}: {}", one_line(facts.change->title, 80), said)), width - 2 * indent))
        {
            text += std::string(first ? indent : 2 * indent, ' ') + line + '\n';
            first = false;
        }
    }
    return text;
}

}  // namespace

std::string diff_text(Difference const& difference, std::size_t width, bool colour)
{
    auto const rest = beside_moves(difference);
    std::string text;
    for (auto const& impact : difference.impacts.moved)
        text += (text.empty() ? "" : "\n") + told_move(impact, difference.today, width, colour);
    for (auto const* late : late_beside_moves(difference))
        text += fmt::format("{} is now {}.\n", visible(one_line(late->title, 80)),
                            ago_or_ahead(difference.today, late->planned));
    if (text.empty() && !rest.empty()) text += "No date of a milestone moves.\n";
    text += diff_changes_text(rest, difference.records, width, colour);
    if (text.empty()) text += fmt::format("No record differs {}.\n", visible(states_sentence(difference)));
    auto const gaps = not_told(difference);
    auto const findings = findings_sentence(difference);
    if (!gaps.empty() || !findings.empty()) text += '\n';
    for (auto const& sentence : gaps) text += paragraph(visible(sentence), width);
    std::string first;
    for (auto const* finding : switched_off(difference)) first += visible(finding->message.text()) + '\n';
    if (!first.empty()) text = styled("Less is checked than before", Style::bold, colour) + '\n' + first + '\n' + text;
    if (findings.empty()) return text;
    text += findings + '\n';
    for (auto const* finding : findings_left(difference))
        text += '\n' + to_text(*finding, {.colour = colour, .width = width});
    return text;
}

}  // namespace sss
