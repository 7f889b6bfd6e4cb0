#include "print/log.hpp"

#include "print/json/changes_json.hpp"
#include "print/markdown/markdown.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

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
std::string signed_by(LandedCommit const& told, Zone const& zone)
{
    auto const why = told.reason.empty() ? one_line(subject(told.commit), sentence_width)
                                         : fmt::format("“{}”", one_line(told.reason, sentence_width));
    auto line = fmt::format("{} · {}", one_line(told.commit.author.name, 60), told.commit.id.brief());
    if (!why.empty()) line += " · " + why;
    if (told.landed != told.commit.id) line += fmt::format(" · landed with {}", told.landed.brief());
    if (told.disbelieved) line += fmt::format(" · its clock says {}", iso(zone.day_of(*told.disbelieved)));
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

/// "3 of 41 changes: …", that moves are counted from the first on where some of them are not shown, and how many older
/// changes are left out; empty where all is told.
std::string foot(LogFacts const& facts)
{
    std::string text;
    if (facts.scope) {
        text = in_words(*facts.scope, facts.changes.size() + facts.left_out, "change");
        auto const counted = std::ranges::any_of(
            facts.changes, [](ChangeFacts const& one) { return one.move && one.move->ordinal > 1; });
        if (counted && (facts.scope->since || !facts.scope->author.empty()))
            text += " Moves are counted from the first one on.";
    }
    if (facts.left_out > 0)
        text += fmt::format("{}{} {} left out (-n).", text.empty() ? "" : " ",
                            count(static_cast<std::int64_t>(facts.left_out), "older change"),
                            facts.left_out == 1 ? "is" : "are");
    return text;
}

std::string end_in_words(LogEnd const& end, std::string_view of_day, std::string_view of_revision)
{
    return end.day ? fmt::format("{} {}", of_day, in_words(*end.day)) : fmt::format("{} {}", of_revision, end.revision);
}

std::string end_json(LogEnd const& end)
{
    return end.day ? iso(*end.day) : end.revision;
}

}  // namespace

std::size_t older_than_newest(std::span<ChangeFacts const> changes, std::size_t commits)
{
    std::size_t told = 0;
    auto from = changes.size();
    while (from > 0) {
        auto const begins = from == changes.size() || changes[from].change->commit != changes[from - 1].change->commit;
        if (begins && told++ == commits) break;
        --from;
    }
    return from;
}

std::string in_words(LogScope const& scope, std::size_t shown, std::string_view noun)
{
    std::vector<std::string> parts;
    if (!scope.fields.empty()) parts.push_back(fmt::format("of {}", fmt::join(scope.fields, " or ")));
    for (auto const& [what, ids] : scope.parts) parts.push_back(fmt::format("{} {}", what, fmt::join(ids, " or ")));
    if (scope.since) parts.push_back(end_in_words(*scope.since, "since", "after"));
    if (scope.until) parts.push_back(end_in_words(*scope.until, "until", "up to"));
    if (!scope.author.empty()) parts.push_back(fmt::format("by “{}”", scope.author));
    auto const asked = fmt::format("{}", fmt::join(parts, ", "));
    if (shown > 0) return fmt::format("{} of {}: {}.", shown, count(static_cast<std::int64_t>(scope.of), noun), asked);
    return fmt::format("No {} fits: {}. {} left out.", noun, asked,
                       scope.of == 1 ? fmt::format("1 {} is", noun) : fmt::format("{} {}s are", scope.of, noun));
}

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
        text += std::string{indent} + faint(visible(signed_by(told, facts.zone))) + '\n';
    }
    if (auto const last = foot(facts); !last.empty())
        text += (facts.changes.empty() ? "" : "\n") + visible(last) + '\n';
    return text;
}

std::string log_markdown(LogFacts const& facts)
{
    ChangeWords const words{facts.records};
    std::string text;
    if (facts.only != nullptr) text += fmt::format("# {}\n\n", escape_markdown(facts.only->title()));
    for (auto const& changes : newest_first(facts.changes)) {
        auto const& told = facts.history.commits[changes.front().change->commit];
        text += fmt::format("- **{}** {}\n", iso(facts.zone.day_of(told.landed_at)),
                            escape_markdown(signed_by(told, facts.zone)));
        for (auto const& change : changes)
            for (auto const& line : lines_of(change, words, facts.only == nullptr))
                text += fmt::format("{}- {}\n", line.starts_with("  ") ? "    " : "  ",
                                    escape_markdown(line.substr(line.find_first_not_of(' '))));
    }
    if (auto const last = foot(facts); !last.empty())
        text += (facts.changes.empty() ? "" : "\n") + escape_markdown(last) + '\n';
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
    if (facts.scope) document["filter"] = as_json(*facts.scope, facts.changes.size() + facts.left_out);
    if (facts.left_out > 0) document["left_out"] = facts.left_out;
    document["versions"] = {{"read", facts.history.versions}, {"unreadable", facts.history.unreadable_versions}};
    return dumped(document);
}

nlohmann::ordered_json as_json(LogScope const& scope, std::size_t shown)
{
    auto json = nlohmann::ordered_json::object();
    if (!scope.fields.empty()) json["fields"] = scope.fields;
    for (auto const& [what, ids] : scope.parts) json[what] = ids;
    if (!scope.author.empty()) json["author"] = scope.author;
    if (scope.since) json["since"] = end_json(*scope.since);
    if (scope.until) json["until"] = end_json(*scope.until);
    json["shown"] = shown;
    json["of"] = scope.of;
    return json;
}

std::string disbelieved_in_words(std::vector<Disbelieved> const& clocks, Zone const& zone)
{
    constexpr std::size_t named_at_most = 3;
    std::string text;
    for (auto const& one : std::span{clocks}.first(std::min(clocks.size(), named_at_most)))
        text += fmt::format("{}{} says {} and counts as of {}", text.empty() ? "" : ", ", one.landed.brief(),
                            in_words(zone.day_of(one.clock)), in_words(zone.day_of(one.landed_at)));
    if (clocks.size() > named_at_most) text += fmt::format(", and {} more", clocks.size() - named_at_most);
    return text;
}

std::string left_out(History const& history, Zone const& zone)
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
    if (auto const clocks = disbelieved(history); !clocks.empty())
        text +=
            fmt::format("The {} of {} went wrong: {}.\n", clocks.size() == 1 ? "clock" : "clocks",
                        count(static_cast<std::int64_t>(clocks.size()), "commit"), disbelieved_in_words(clocks, zone));
    return text;
}

}  // namespace sss
