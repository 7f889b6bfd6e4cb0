#include "render/log.hpp"

#include "render/change_words.hpp"
#include "render/changes_json.hpp"
#include "render/markdown.hpp"
#include "render/words.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t sentence_width = 200;

/// The changes of one commit, in the order in which the log prints commits: newest first.
using OfCommit = std::span<ChangeFacts const>;

std::vector<OfCommit> newest_first(std::span<ChangeFacts const> changes)
{
    std::vector<OfCommit> commits;
    for (std::size_t from = 0; from < changes.size();) {
        auto to = from;
        while (to < changes.size() && changes[to].change->commit == changes[from].change->commit) ++to;
        commits.push_back(changes.subspan(from, to - from));
        from = to;
    }
    std::ranges::reverse(commits);
    return commits;
}

/// "KSBY · a1b2c3d · "more checks, and better weather"": who said it, where, and why.
std::string signed_by(Told const& told)
{
    auto const why = told.reason.empty() ? one_line(subject(told.commit), sentence_width)
                                         : fmt::format("“{}”", one_line(told.reason, sentence_width));
    auto line = fmt::format("{} · {}", one_line(told.commit.author.name, 60), told.commit.id.brief());
    if (!why.empty()) line += " · " + why;
    if (told.landed != told.commit.id) line += fmt::format(" · landed with {}", told.landed.brief());
    return line;
}

/// What is said of one change: with the record's name where the log speaks of more than one.
std::vector<std::string> lines_of(ChangeFacts const& facts, ChangeWords const& words, bool named)
{
    std::vector<std::string> lines;
    for (auto const& sentence : words.sentences(facts)) {
        auto const first = lines.empty();
        lines.push_back(named ? (first ? facts.change->title + ": " : std::string{"  "}) + sentence : sentence);
    }
    return lines;
}

}  // namespace

std::string log_text(LogFacts const& facts, bool color)
{
    constexpr std::string_view indent = "            ";
    auto const faint = [color](std::string const& text) { return color ? "\x1b[2m" + text + "\x1b[0m" : text; };
    auto const bold = [color](std::string const& text) { return color ? "\x1b[1m" + text + "\x1b[0m" : text; };

    ChangeWords const words{facts.records};
    std::string text;
    if (facts.only != nullptr)
        text += fmt::format("{} ({} {})\n\n", bold(visible(facts.only->title())), facts.only->kind->name,
                            visible(facts.only->id));
    for (auto const& changes : newest_first(facts.changes)) {
        auto const& told = facts.history.commits[changes.front().change->commit];
        auto lead = bold(iso(facts.zone.day_of(told.landed_at))) + "  ";
        for (auto const& change : changes) {
            for (auto const& line : lines_of(change, words, facts.only == nullptr)) {
                text += lead + visible(line) + '\n';
                lead = indent;
            }
        }
        text += std::string{indent} + faint(visible(signed_by(told))) + '\n';
    }
    return text;
}

std::string log_markdown(LogFacts const& facts)
{
    ChangeWords const words{facts.records};
    std::string text;
    if (facts.only != nullptr) text += fmt::format("# {}\n\n", escape_markdown(facts.only->title()));
    for (auto const& changes : newest_first(facts.changes)) {
        auto const& told = facts.history.commits[changes.front().change->commit];
        text += fmt::format("- **{}** {}\n", iso(facts.zone.day_of(told.landed_at)), escape_markdown(signed_by(told)));
        for (auto const& change : changes)
            for (auto const& line : lines_of(change, words, facts.only == nullptr))
                text += fmt::format("{}- {}\n", line.starts_with("  ") ? "    " : "  ",
                                    escape_markdown(line.substr(line.find_first_not_of(' '))));
    }
    return text;
}

std::string log_json(LogFacts const& facts)
{
    nlohmann::ordered_json document{{"format", 1}, {"commits", nlohmann::ordered_json::array()}};
    for (auto const& changes : newest_first(facts.changes)) {
        auto commit = as_json(facts.history.commits[changes.front().change->commit], facts.zone);
        for (auto const& change : changes) commit["changes"].push_back(as_json(change, facts.history));
        document["commits"].push_back(std::move(commit));
    }
    document["versions"] = {{"read", facts.history.versions}, {"unreadable", facts.history.unreadable_versions}};
    return dumped(document);
}

std::string left_out(History const& history)
{
    std::string text;
    if (history.unreadable_versions > 0) {
        text += fmt::format("{} of {} unreadable; what {} said is not told.\n", history.unreadable_versions,
                            count(static_cast<std::int64_t>(history.versions), "version"),
                            history.unreadable_versions == 1 ? "it" : "they");
    }
    if (history.renames_not_sought > 0) {
        text += fmt::format("In {} too many records came and went at once to look for renames among them.\n",
                            count(static_cast<std::int64_t>(history.renames_not_sought), "commit"));
    }
    return text;
}

}  // namespace sss
