#include "print/diff.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/diff_words.hpp"
#include "words/words.hpp"

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t line_width = 72;     ///< of a commit message's body, by custom
constexpr std::size_t subject_title = 40;  ///< a title's share of the subject
constexpr std::size_t most_lines = 40;     ///< records named in the body

/// One change in a few words.
struct Line {
    std::string title;
    std::vector<std::string> sentences;
    std::vector<std::string> shorter = {};  ///< of a move: its first sentence with less and less beside it
};

std::vector<Line> lines_of(Difference const& difference)
{
    std::vector<Line> lines;
    for (auto const& impact : difference.impacts.moved) {
        auto const sentence = move_sentence(impact, difference.today);
        Line line{impact.title, {sentence.verb + sentence.rest()}};
        // Which move it is gives way first, then the bracket with the dates.
        if (!sentence.which.empty()) line.shorter.push_back(sentence.verb + sentence.dates);
        line.shorter.push_back(sentence.verb);
        for (auto const& row : impact_rows(impact, 5))
            if (row.alert)
                line.sentences.push_back(fmt::format("{}{}{}", row.what, row.now.empty() ? "" : ", " + row.now,
                                                     row.margin.empty() ? "" : ": " + row.margin));
        lines.push_back(std::move(line));
    }
    ChangeWords const words{difference.records, WordDetail::brief};
    for (auto const& facts : beside_moves(difference)) lines.push_back({facts.change->title, words.sentences(facts)});
    return lines;
}

/// Moves read on from the title, everything else stands behind a colon.
std::string headed(std::string const& title, std::string const& sentence, bool move)
{
    return visible(fmt::format("{}{} {}", title, move ? "" : ":", sentence));
}

/// A '#' at a line's beginning would make it a comment that git strips.
std::string safe_subject(std::string subject)
{
    if (subject.starts_with('#')) subject.insert(0, "Record ");
    return subject;
}

std::string subject_of(std::vector<Line> const& lines, std::size_t moves)
{
    auto const& first = lines.front();
    auto const title = one_line(first.title, subject_title);
    auto const others = static_cast<std::int64_t>(lines.size()) - 1;
    auto const more = others == 0 ? std::string{} : fmt::format("; {}", count(others, "more change"));
    auto subject = headed(title, first.sentences.front(), moves > 0) + more;
    for (auto const& shorter : first.shorter)
        if (display_width(subject) > line_width) subject = headed(title, shorter, true) + more;
    if (display_width(subject) > line_width && others > 0 && moves == 0)
        subject = fmt::format("{} records change", lines.size());
    return safe_subject(truncated(subject, line_width));
}

}  // namespace

std::string diff_message(Difference const& difference)
{
    auto const lines = lines_of(difference);
    if (lines.empty()) return "";
    auto const moves = difference.impacts.moved.size();
    auto const subject = subject_of(lines, moves);
    std::string body;
    for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i) {
        std::string said;
        for (auto const& sentence : lines[i].sentences) said += (said.empty() ? "" : "; ") + sentence;
        auto const whole = headed(one_line(lines[i].title, 80), said, i < moves);
        if (lines.size() == 1 && safe_subject(whole) == subject) break;
        auto prefix = "- ";
        for (auto const& line : wrapped(whole, line_width - 2)) {
            body += prefix + line + '\n';
            prefix = "  ";
        }
    }
    if (lines.size() > most_lines) body += fmt::format("- and {} more\n", lines.size() - most_lines);
    return subject + '\n' + (body.empty() ? "" : '\n' + body);
}

}  // namespace sss
