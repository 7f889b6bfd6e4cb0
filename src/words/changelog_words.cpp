#include "words/changelog_words.hpp"

#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// So many new records of one kind in one period are an import: their names follow each other in one line.
constexpr std::size_t many = 6;

constexpr std::size_t reason_width = 200;
constexpr std::size_t author_width = 60;

/// By Category.
constexpr std::array<std::string_view, 8> category_headings{"Achieved",  "Failed", "Slipped", "Brought forward",
                                                            "Cancelled", "New",    "Changed", "Removed"};

std::string category_heading(std::string_view id)
{
    for (std::size_t i = 0; i < category_headings.size(); ++i)
        if (name(static_cast<Category>(i)) == id) return std::string{category_headings.at(i)};
    return std::string{id};
}

/// "Ground stations", of "ground-station".
std::string kind_heading(std::string kind)
{
    std::ranges::replace(kind, '-', ' ');
    return capitalised(kind) + "s";
}

}  // namespace

std::string changelog_title(ChangelogFacts const& facts)
{
    if (facts.programme.empty()) return "What changed";
    return (facts.programme.starts_with("The ") ? "What changed in " : "What changed in the ") + facts.programme;
}

ChangelogHeading heading_of(ChangelogGroup const& group)
{
    if (!group.release)
        return {group.period.name == "unreleased" ? "Not yet released" : in_words(group.period), {}, {}};
    auto const& tags = group.release->tags;
    ChangelogHeading heading{{}, in_words(group.release->day), {}};
    auto const telling = std::ranges::count_if(tags, [](git::Tag const& tag) { return tag.annotation.has_value(); });
    for (auto const& tag : tags) {
        heading.name += (heading.name.empty() ? "" : ", ") + one_line(tag.name, 100);
        auto const note = tag.annotation ? one_line(first_line(*tag.annotation), reason_width) : std::string{};
        if (!note.empty() && note != tag.name) heading.notes.push_back(telling > 1 ? tag.name + ": " + note : note);
    }
    return heading;
}

std::string heading_of(Belonging const& belonging)
{
    if (belonging.within == Within::category) return category_heading(belonging.id);
    if (belonging.within == Within::kind) return kind_heading(belonging.id);
    auto const of_satellite = belonging.within == Within::satellite;
    switch (belonging.count) {
        case Belonging::Count::one: return one_line(belonging.title, 100);
        case Belonging::Count::several: return of_satellite ? "Several satellites" : "Several owners";
        case Belonging::Count::none: break;
    }
    return of_satellite ? "The whole programme" : "No owner named";
}

namespace {

std::string subject_of(git::Commit const& commit)
{
    std::string_view const text = commit.message;
    return std::string{text.substr(0, text.find('\n'))};
}

}  // namespace

ChangelogLine line_of(ChangelogEntry const& entry, ChangeWords const& words, History const& history, Subjects subjects)
{
    auto const& told = history.commits[entry.facts.change->commit];
    ChangelogLine line{entry.facts.change->title, {}, {}, {}, {}};
    line.said = fmt::format("{}", fmt::join(words.sentences(entry.facts), "; "));
    auto const by = [&](LandedCommit const& one) {
        auto text = fmt::format("{}, {}", one_line(one.commit.author.name, author_width), one.commit.id.brief());
        if (one.disbelieved) text += fmt::format(", its clock says {}", iso(history.zone.day_of(*one.disbelieved)));
        return text;
    };
    // Several people's reasons: each keeps its author. The last commit stands at the end of the line.
    auto const& commits = history.commits;
    auto const of_another = [&](ReasonGiven const& reason) {
        return commits[reason.commit].commit.author.name != told.commit.author.name;
    };
    auto const several = std::ranges::any_of(entry.reasons, of_another);
    for (auto const& reason : entry.reasons) {
        if (tells_reason(entry.facts, reason.text)) continue;
        auto const last = reason.commit == entry.facts.change->commit && &reason == &entry.reasons.back();
        line.why.push_back({one_line(reason.text, reason_width), several && !last ? by(commits[reason.commit]) : ""});
    }
    line.by = by(told);
    if (!line.why.empty() && !line.why.back().by.empty()) line.by.insert(0, "then ");
    if (subjects == Subjects::told)
        if (auto const subject = one_line(subject_of(told.commit), reason_width);
            !subject.empty() && !tells_reason(entry.facts, subject) &&
            std::ranges::find(line.why, subject, &ChangelogReason::text) == line.why.end())
            line.by += ": " + subject;
    return line;
}

namespace {

/// What says nothing new of the programme: notes, and where things were found. A reason that a commit gives is told.
bool is_wording(ChangelogEntry const& entry)
{
    auto const& facts = entry.facts;
    return facts.category == Category::changed && facts.change->former_id.empty() && !facts.fields.empty() &&
           std::ranges::all_of(
               facts.fields,
               [](FieldChange const& one) { return one.path == keys::notes || one.path.starts_with(keys::sources); }) &&
           std::ranges::all_of(entry.reasons,
                               [&](ReasonGiven const& reason) { return tells_reason(facts, reason.text); });
}

}  // namespace

std::vector<ChangelogLine> lines_of(ChangelogSection const& section, ChangeWords const& words, History const& history,
                                    Subjects subjects)
{
    constexpr std::size_t few_worded = 2;
    std::vector<std::string> worded;
    for (auto const& entry : section.changes)
        if (is_wording(entry)) worded.push_back(entry.facts.change->title);
    auto const folds = worded.size() > few_worded;
    std::map<std::string, std::vector<std::string>> added;  // titles by kind
    for (auto const& entry : section.changes)
        if (entry.facts.category == Category::added)
            added[entry.facts.change->record.kind->name].push_back(entry.facts.change->title);
    std::vector<ChangelogLine> lines;
    for (auto const& entry : section.changes) {
        if (folds && is_wording(entry)) continue;  // told together
        auto const& kind = entry.facts.change->record.kind->name;
        if (entry.facts.category != Category::added || added[kind].size() <= many) {
            if (entry.facts.category != Category::added || !added[kind].empty())
                lines.push_back(line_of(entry, words, history, subjects));
            continue;
        }
        lines.push_back({count(static_cast<std::int64_t>(added[kind].size()), "new " + kind), {}, added[kind], {}, {}});
        added[kind].clear();  // told
    }
    if (folds) lines.push_back({"Notes or sources only", {}, std::move(worded), {}, {}});
    return lines;
}

}  // namespace sss
