#include "work/change/commit_message.hpp"

#include "support/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

constexpr std::size_t subject_width = 72;   ///< by custom
constexpr std::size_t shortest_title = 30;  ///< a title's least share of the subject
constexpr std::size_t most_told = 5;        ///< records named in the body, and changes of the first one
constexpr std::size_t most_joined = 3;      ///< changes of a record on one line

/// "35 new milestones", "3 new meetings, 2 milestones changed".
std::string counted_records(std::vector<ProposedLine> const& lines)
{
    using Sort = std::pair<ChangeType, std::string>;
    std::vector<std::pair<Sort, std::int64_t>> counts;
    for (auto const& line : lines) {
        Sort const sort{line.type, line.record.kind->name};
        auto const found = std::ranges::find(counts, sort, &std::pair<Sort, std::int64_t>::first);
        if (found == counts.end())
            counts.emplace_back(sort, 1);
        else
            ++found->second;
    }
    std::vector<std::string> parts;
    for (auto const& [sort, number] : counts) {
        auto const kind = visible(sort.second);
        switch (sort.first) {
            case ChangeType::added: parts.push_back(count(number, "new " + kind)); break;
            case ChangeType::removed: parts.push_back(count(number, kind) + " removed"); break;
            default: parts.push_back(count(number, kind) + " changed"); break;
        }
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string item_of(ProposedLine const& line)
{
    return fmt::format("- {}: {}", line.title, in_one(line.clauses));
}

}  // namespace

std::string in_one(std::vector<Clause> const& clauses)
{
    std::string said;
    for (auto const& clause : clauses) said += (said.empty() ? "" : "; ") + clause.text();
    return said;
}

std::vector<std::string> commit_message(std::vector<ProposedLine> const& lines, MessageForm const& form)
{
    auto const own = !form.subject.empty();
    if (lines.empty()) return {own ? form.subject : "Comments and layout of records"};
    if (form.counted && lines.size() > most_told + 1) {
        auto const counted = counted_records(lines);
        return own ? std::vector{form.subject, "- " + counted} : std::vector{truncated(counted, subject_width)};
    }
    auto const& lead = lines.front();
    auto const& [path, sentence, rest] = lead.clauses.front();
    auto const whole = visible(fmt::format("{}: {}", lead.title, sentence));
    auto const taken = display_width(visible(sentence)) + 2;
    auto const room = taken < subject_width ? std::max(subject_width - taken, shortest_title) : shortest_title;
    auto subject = truncated(visible(fmt::format("{}: {}", one_line(lead.title, room), sentence)), subject_width);
    if (display_width(whole) <= subject_width) subject = whole;
    auto const cut = own || subject != whole;
    if (own) subject = form.subject;
    // A '#' at a line's beginning would make it a comment that git strips. What a person wrote stays as it is.
    if (!own && subject.starts_with('#')) subject.insert(0, "Record ");

    std::vector<std::string> message{subject};
    auto const few = lead.clauses.size() <= most_joined;
    if (cut && few)
        message.push_back(item_of(lead));
    else if (cut)
        message.push_back(fmt::format("- {}: {}", lead.title, lead.clauses.front().text()));
    else if (!rest.empty())
        message.push_back(rest);
    auto const clauses = cut && few ? 1 : std::min(lead.clauses.size(), most_told + 1);
    for (std::size_t i = 1; i < clauses; ++i) message.push_back("- " + lead.clauses[i].text());
    if (clauses > 1 && clauses < lead.clauses.size())
        message.push_back(fmt::format("- and {} more of it", lead.clauses.size() - clauses));
    auto const others = lines.size() - 1;
    auto const told = form.lead_only ? 0 : std::min(others, most_told);
    for (std::size_t i = 1; i <= told; ++i) message.push_back(item_of(lines[i]));
    if (others > told)
        message.push_back(
            form.lead_only ? fmt::format("- {}", count(static_cast<std::int64_t>(others), "record") +
                                                     (others == 1 ? " that names it follows" : " that name it follow"))
                           : fmt::format("- and {} more", others - told));
    return message;
}

}  // namespace sss
