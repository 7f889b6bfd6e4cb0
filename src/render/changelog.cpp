#include "render/changelog.hpp"

#include "render/change_words.hpp"
#include "render/changes_json.hpp"
#include "render/date_words.hpp"
#include "render/markdown.hpp"
#include "render/words.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <span>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::array<std::string_view, 7> headings{"Achieved", "Slipped", "Brought forward", "Cancelled",
                                                   "New",      "Changed", "Removed"};

/// So many new records of one kind in one period are an import: their names follow each other in one line.
constexpr std::size_t many = 6;

struct Line {
    std::string title;
    std::string said;  ///< all sentences
    std::string why;   ///< a reason that the commit gives; empty where there is none
    std::string by;    ///< "KSBY, a1b2c3d"
};

Line line_of(ChangeFacts const& facts, ChangeWords const& words, History const& history)
{
    auto const& told = history.commits[facts.change->commit];
    Line line{facts.change->title,
              {},
              one_line(told.reason, 200),
              fmt::format("{}, {}", one_line(told.commit.author.name, 60), told.commit.id.brief())};
    for (auto const& sentence : words.sentences(facts)) line.said += (line.said.empty() ? "" : "; ") + sentence;
    return line;
}

/// The changes of one category, with imports folded: a line each, or one line for many new records of a kind.
std::vector<Line> lines_of(std::span<ChangeFacts const> changes, ChangeWords const& words, History const& history)
{
    std::map<std::string, std::vector<ChangeFacts const*>> added;  // by kind
    for (auto const& facts : changes)
        if (facts.category == Category::added) added[facts.change->record.kind->name].push_back(&facts);
    std::vector<Line> lines;
    for (auto const& facts : changes) {
        auto const& kind = facts.change->record.kind->name;
        if (facts.category != Category::added || added[kind].size() <= many) {
            lines.push_back(line_of(facts, words, history));
            continue;
        }
        if (added[kind].front() != &facts) continue;
        std::string names;
        for (auto const* one : added[kind]) names += (names.empty() ? "" : ", ") + one->change->title;
        lines.push_back({count(static_cast<std::int64_t>(added[kind].size()), "new " + kind), names, "", ""});
    }
    return lines;
}

/// Calls back for each stretch of one category within a group.
template <typename Print>
void for_each_category(ChangelogGroup const& group, Print const& print)
{
    for (auto from = group.changes.begin(); from != group.changes.end();) {
        auto const to = std::find_if(from, group.changes.end(),
                                     [&](ChangeFacts const& facts) { return facts.category != from->category; });
        print(from->category, std::span{from, to});
        from = to;
    }
}

/// The commits that the changes point to, in the order of landing.
std::set<std::uint32_t> commits_told(Changelog const& changelog)
{
    std::set<std::uint32_t> commits;
    for (auto const& group : changelog.groups) {
        for (auto const& facts : group.changes) {
            commits.insert(facts.change->commit);
            for (auto const& field : facts.fields) commits.insert(field.commit);
        }
    }
    return commits;
}

}  // namespace

std::string changelog_markdown(ChangelogFacts const& facts)
{
    ChangeWords const words{facts.records, WordDetail::brief};
    auto text = facts.programme.empty() ? std::string{"# What changed\n"}
                                        : fmt::format("# What changed in the {}\n", escape_markdown(facts.programme));
    if (facts.changelog.groups.empty()) text += "\nNothing changed.\n";
    for (auto const& group : facts.changelog.groups) {
        text += fmt::format("\n## {}\n", in_words(group.period));
        for_each_category(group, [&](Category category, std::span<ChangeFacts const> changes) {
            text += fmt::format("\n### {}\n\n", headings.at(static_cast<std::size_t>(category)));
            for (auto const& line : lines_of(changes, words, facts.history)) {
                text += fmt::format("- **{}**: {}", escape_markdown(line.title), escape_markdown(line.said));
                if (!line.why.empty()) text += fmt::format(" – “{}”", escape_markdown(line.why));
                if (!line.by.empty()) text += fmt::format(" ({})", escape_markdown(line.by));
                text += '\n';
            }
        });
    }
    return text;
}

std::string changelog_text(ChangelogFacts const& facts, bool color)
{
    auto const bold = [color](std::string_view text) {
        return color ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string{text};
    };
    ChangeWords const words{facts.records, WordDetail::brief};
    std::string text;
    if (facts.changelog.groups.empty()) text += "Nothing changed.\n";
    for (auto const& group : facts.changelog.groups) {
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n", bold(in_words(group.period)));
        for_each_category(group, [&](Category category, std::span<ChangeFacts const> changes) {
            text += fmt::format("  {}\n", headings.at(static_cast<std::size_t>(category)));
            for (auto const& line : lines_of(changes, words, facts.history)) {
                text += fmt::format("    {}: {}", visible(line.title), visible(line.said));
                if (!line.why.empty()) text += fmt::format(" – “{}”", visible(line.why));
                if (!line.by.empty()) text += fmt::format(" ({})", visible(line.by));
                text += '\n';
            }
        });
    }
    return text;
}

std::string changelog_json(ChangelogFacts const& facts)
{
    using nlohmann::ordered_json;
    ordered_json document{{"format", 1}, {"programme", facts.programme}, {"periods", ordered_json::array()}};
    for (auto const& group : facts.changelog.groups) {
        ordered_json period{{"name", group.period.name},
                            {"first", iso(group.period.first)},
                            {"last", iso(group.period.last)},
                            {"changes", ordered_json::array()}};
        for (auto const& change : group.changes) period["changes"].push_back(as_json(change, facts.history));
        document["periods"].push_back(std::move(period));
    }
    auto commits = ordered_json::object();
    for (auto const i : commits_told(facts.changelog))
        commits[facts.history.commits[i].commit.id.hex()] = as_json(facts.history.commits[i], facts.zone);
    document["commits"] = std::move(commits);
    document["versions"] = {{"read", facts.history.versions}, {"unreadable", facts.history.unreadable_versions}};
    return dumped(document);
}

}  // namespace sss
