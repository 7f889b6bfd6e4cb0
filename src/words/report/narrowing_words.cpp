#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace sss {

namespace {

bool has_none(std::vector<NamedPart> const& parts)
{
    return std::ranges::any_of(parts, [](NamedPart const& part) { return part.id.empty(); });
}

bool names_any(std::vector<NamedPart> const& parts)
{
    return std::ranges::any_of(parts, [](NamedPart const& part) { return !part.id.empty(); });
}

std::vector<Said> names_of(std::vector<NamedPart> const& parts)
{
    std::vector<Said> names;
    for (auto const& part : parts)
        if (!part.id.empty()) names.push_back(as_name(part.name));
    return names;
}

/// "a", "a or b", "a, b or c".
Said any_of_them(std::vector<Said> const& names)
{
    Said text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    return text;
}

/// "SSS-1 and SSS-2A", "what belongs to no satellite".
Said satellites_part(NarrowedTo const& to)
{
    auto parts = names_of(to.satellites);
    if (has_none(to.satellites)) parts.emplace_back("what belongs to no satellite");
    return some_names(parts, parts.size());
}

/// "what belongs to Ada or UN", "what has no owner or organisation".
Said organisations_part(NarrowedTo const& to)
{
    auto const names = names_of(to.organisations);
    auto text = names.empty() ? Said{} : "what belongs to " + any_of_them(names);
    if (has_none(to.organisations)) text += Said{text.empty() ? "" : " and "} + "what has no owner or organisation";
    return text;
}

std::vector<Said> kinds_of(NarrowedTo const& to, std::string_view ending)
{
    std::vector<Said> kinds;
    for (auto const& kind : to.kinds) kinds.push_back(as_name(kind) + ending);
    return kinds;
}

Said narrowing_words(ProgressReport const& report)
{
    auto const& to = report.narrowed_to;
    auto part = satellites_part(to);
    if (auto const whose = organisations_part(to); !whose.empty())
        part += Said{part.empty() ? "" : ", and of that "} + whose;
    if (to.kinds.empty()) {
        auto const names_alone = to.organisations.empty() && !has_none(to.satellites);
        return part.empty() ? part : names_alone ? part + " only" : "Only " + part;
    }
    auto kinds = kinds_of(to, "s");
    if (part.empty()) kinds.front() = as_name(capitalised(to.kinds.front())) + "s";
    auto const those = some_names(kinds, kinds.size()) + " only";
    if (part.empty()) return those;
    // A name is written as its people write it, at the beginning too.
    return (names_any(to.satellites) ? part : with_capital(part)) + ", " + those;
}

}  // namespace

Said narrowing_line(ProgressReport const& report)
{
    auto const words = narrowing_words(report);
    return words.empty() ? words : words + '.';
}

std::string period_and_part(ProgressReport const& report)
{
    auto const part = in_plain(narrowing_words(report));
    return period_line(report) + (part.empty() ? "" : " (" + part + ')');
}

Said not_yet_on_record(ProgressReport const& report)
{
    std::vector<Said> ids;
    for (auto const* parts : {&report.narrowed_to.satellites, &report.narrowed_to.organisations})
        for (auto const& part : *parts)
            if (!part.on_record) ids.push_back(as_name(part.id));
    if (ids.empty()) return {};
    return some_names(ids, ids.size()) + (ids.size() == 1 ? " was" : " were") + " not on record on " +
           in_words(report.today) + '.';
}

namespace {

/// "1 meeting this week", "no meeting this month, 1 earlier one recorded or completed".
std::string meetings_of_period(ProgressReport const& report)
{
    auto const& news = report.meetings.news;
    auto const held = std::ranges::count(news, MeetingNews::Why::held, &MeetingNews::why);
    auto const earlier = std::ssize(news) - held;
    auto text = (held == 0 ? std::string{"No meeting"} : count(held, "meeting")) + ' ' + this_period(report.period);
    if (earlier > 0) text += ", " + count(earlier, "earlier one") + " recorded or completed";
    return text;
}

std::string open_actions(Actions const& actions)
{
    if (actions.open_count == 0) return "no action is open";
    return count(actions.open_count, "open action") + ", " +
           (actions.overdue_count == 0 ? std::string{"none"} : number_text(actions.overdue_count)) + " overdue";
}

}  // namespace

Said other_kinds_sentence(ProgressReport const& report)
{
    auto const& to = report.narrowed_to;
    if (to.tells_of(kinds::meeting)) return meetings_of_period(report) + "; " + open_actions(report.actions) + '.';
    auto const of_part = to.satellites.empty() && to.organisations.empty() ? "" : " of this part";
    auto const kinds = kinds_of(to, "");
    if (report.records == 0) return "No " + any_of_them(kinds) + of_part + " is on record.";
    auto const number = static_cast<std::int64_t>(report.records);
    auto const many = kinds_of(to, "s");
    auto const what = number == 1 ? any_of_them(kinds) : some_names(many, many.size());
    return number_text(number) + ' ' + what + of_part + " on record.";
}

}  // namespace sss
