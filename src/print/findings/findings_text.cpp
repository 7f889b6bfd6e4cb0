#include "print/findings/findings_text.hpp"

#include "support/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

namespace sss {
namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view reset = "\x1b[0m";
constexpr std::size_t tab_width = 4;

std::string_view colour_of(Severity severity)
{
    switch (severity) {
        case Severity::error: return "\x1b[1;31m";
        case Severity::warning: return "\x1b[1;33m";
        case Severity::note: return "\x1b[1;36m";
    }
    return "";
}

std::string painted(std::string_view text, std::string_view colour, bool colours)
{
    if (!colours || text.empty()) return std::string{text};
    return fmt::format("{}{}{}", colour, text, reset);
}

/// One character of a line as it is shown.
struct SourceCell {
    std::string text;
    std::size_t width;
};

/// The line's characters with tabs as spaces and all that could act on a terminal written out.
std::vector<SourceCell> cells_of(std::string_view line)
{
    std::vector<SourceCell> cells;
    std::size_t column = 0;
    while (!line.empty()) {
        auto const length = std::max<std::size_t>(1, first_code_point(line).length);
        auto const character = line.substr(0, length);
        line.remove_prefix(length);
        // Joiners belong between letters; alone they would be written out.
        auto const joiner = character == "\u200c" || character == "\u200d";
        auto text = character == "\t" ? std::string(tab_width - column % tab_width, ' ')
                    : joiner          ? std::string{character}
                                      : visible(character);
        auto const width = display_width(text);
        column += width;
        cells.push_back({std::move(text), width});
    }
    return cells;
}

struct Excerpt {
    std::string line;
    std::size_t before = 0;  ///< columns before the mark
    std::size_t marked = 1;  ///< columns of the mark
};

/// The part of the line that is shown: at most `room` columns, with the mark in it, "…" where something is cut.
Excerpt excerpt_of(Finding const& finding, std::size_t room)
{
    auto const place = finding.place;
    auto const missing_before = finding.excerpt_column > 1;
    auto const missing_behind = finding.excerpt_cut;
    auto const cells = cells_of(finding.excerpt);
    auto const width_of = [&](std::size_t from, std::size_t to) {
        std::size_t width = 0;
        for (auto i = from; i < to; ++i) width += cells[i].width;
        return width;
    };
    auto const begin =
        std::min<std::size_t>(place.column > 0 ? place.column - finding.excerpt_column : 0, cells.size());
    auto const end = std::clamp<std::size_t>(begin + place.length, begin, cells.size());

    std::size_t from = 0;
    auto to = cells.size();
    if (width_of(0, cells.size()) + (missing_before ? 1 : 0) + (missing_behind ? 1 : 0) > room) {
        // The mark's beginning stands a third from the left, where the line is long on both sides.
        auto const lead = room / 3;
        from = begin;
        while (from > 0 && width_of(from - 1, begin) <= lead) --from;
        to = from;
        std::size_t width = 2;  // for the two signs that something is cut
        while (to < cells.size() && (width += cells[to].width) <= room) ++to;
        if (to == cells.size())
            while (from > 0 && width_of(from - 1, to) + 1 <= room) --from;
    }
    Excerpt excerpt;
    auto const cut_before = from > 0 || missing_before;
    if (cut_before) excerpt.line = "…";
    excerpt.before = (cut_before ? 1 : 0) + width_of(from, begin);
    excerpt.marked = std::max<std::size_t>(1, width_of(begin, std::min(end, to)));
    for (auto i = from; i < to; ++i) excerpt.line += cells[i].text;
    if (to < cells.size() || missing_behind) excerpt.line += "…";
    return excerpt;
}

/// The name of the rule at the end of the last line, as far to the right as the width allows.
void put_rule(std::string& text, std::size_t line_width, std::string_view rule, FindingsText const& how)
{
    auto const tag = fmt::format("[{}]", rule);
    auto const gap = line_width + 2 + tag.size() <= how.width ? how.width - line_width - tag.size() : 2;
    text += std::string(gap, ' ') + painted(tag, dim, how.colour) + "\n";
}

/// The findings of one file.
struct OfFile {
    std::size_t all = 0;
    std::size_t printed = 0;
};

/// The worst `limit` of the findings, in their order.
void keep_worst(std::vector<Finding const*>& findings, std::size_t limit)
{
    if (findings.size() <= limit) return;
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    findings.resize(limit);
    std::ranges::sort(findings);  // they stand in one array, so their order there is the order of their addresses
}

/// The findings that are printed where not all are.
std::vector<Finding const*> chosen(std::span<Finding const> findings, FindingsText const& how)
{
    std::vector<Finding const*> all, of_file;
    auto const several_files = !findings.empty() && findings.front().file != findings.back().file;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        of_file.push_back(&findings[i]);
        if (i + 1 < findings.size() && findings[i + 1].file == findings[i].file) continue;
        if (several_files && how.limit > 0) keep_worst(of_file, how.of_a_file);
        all.insert(all.end(), of_file.begin(), of_file.end());
        of_file.clear();
    }
    if (how.limit > 0) keep_worst(all, how.limit);
    return all;
}

}  // namespace

std::string_view name_of(Severity severity)
{
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "";
}

std::string to_text(Finding const& finding, FindingsText const& how)
{
    auto where = visible(finding.file);
    if (finding.place) {
        where += fmt::format(":{}", finding.place.line);
        if (finding.place.column > 0) where += fmt::format(":{}", finding.place.column);
    }
    auto const message = visible(finding.message.text());
    auto const name = fmt::format("{}:", name_of(finding.severity));
    auto text = fmt::format("{} {} {}", painted(where + ":", bold, how.colour),
                            painted(name, colour_of(finding.severity), how.colour), painted(message, bold, how.colour));
    auto width = display_width(where) + 1 + 1 + name.size() + 1 + display_width(message);

    if (finding.place && !finding.excerpt.empty()) {
        auto const gutter = fmt::format("{:>5} | ", finding.place.line);
        auto const room = std::max<std::size_t>(how.width, gutter.size() + 20) - gutter.size();
        auto const excerpt = excerpt_of(finding, room);
        auto const mark = std::string(excerpt.marked, '^');
        text += fmt::format("\n{}{}\n{}{}{}", painted(gutter, dim, how.colour), excerpt.line,
                            painted(std::string(gutter.size() - 2, ' ') + "| ", dim, how.colour),
                            std::string(excerpt.before, ' '), painted(mark, colour_of(finding.severity), how.colour));
        width = gutter.size() + excerpt.before + excerpt.marked;
    }
    if (!finding.help.empty()) {
        auto const help = visible(finding.help.text());
        text += fmt::format("\n  help: {}", help);
        width = std::string_view{"  help: "}.size() + display_width(help);
    }
    put_rule(text, width, finding.rule, how);
    return text;
}

std::string counted_findings(FindingCounts const& counts)
{
    std::string text;
    for (auto const severity : {Severity::error, Severity::warning, Severity::note}) {
        if (counts[severity] == 0) continue;
        if (!text.empty()) text += ", ";
        text += count(static_cast<std::int64_t>(counts[severity]), name_of(severity));
    }
    return text.empty() ? "no findings" : text;
}

std::string counted_findings(std::span<Finding const> findings)
{
    return counted_findings(count_findings(findings));
}

std::string older_text(Since const& since)
{
    auto const number = static_cast<std::int64_t>(since.older.all());
    if (number == 0) return "No older finding stood there.";
    auto const verb = number == 1 ? "does" : "do";
    for (auto const severity : {Severity::error, Severity::warning, Severity::note}) {
        if (since.older[severity] != since.older.all()) continue;
        auto const noun = fmt::format("older {}", name_of(severity));
        return fmt::format("{} stood there before and {} not count.", count(number, noun), verb);
    }
    return fmt::format("{} ({}) stood there before and {} not count.", count(number, "older finding"),
                       counted_findings(since.older), verb);
}

namespace {

/// "61 records (43 milestones, 18 organisations)": what was looked at, so that nobody takes a check of little for one
/// of all.
std::string looked_at(Check const& check)
{
    std::string kinds;
    for (auto const& [kind, plural, records] : check.kinds)
        kinds +=
            (kinds.empty() ? "" : ", ") + count(static_cast<std::int64_t>(records), visible(kind), visible(plural));
    return count(static_cast<std::int64_t>(check.records.size()), "record") +
           (kinds.empty() ? "" : fmt::format(" ({})", kinds));
}

}  // namespace

std::string summary_text(Check const& check, std::string_view hint)
{
    auto const checked = looked_at(check);
    auto const found = counted_findings(check.findings);
    std::string text;
    if (check.since) {
        auto const parted = check.since->base.empty() ? "" : fmt::format(" (parted at {})", check.since->base);
        auto const since = visible(check.since->revision) + parted;
        text = check.findings.empty() ? fmt::format("{}, nothing new since {}.", checked, since)
                                      : fmt::format("{} in {}, new since {}.", found, checked, since);
    } else {
        text = check.findings.empty() ? fmt::format("{}, no findings.", checked)
                                      : fmt::format("{} in {}.", found, checked);
    }
    text += fmt::format("{}\n", hint);
    if (!check.waived.empty())
        text += count(static_cast<std::int64_t>(check.waived.size()), "finding") +
                (check.waived.size() == 1 ? " is" : " are") + " waived in the settings.\n";
    if (check.since && check.since->older.all() > 0) text += older_text(*check.since) + "\n";
    return text;
}

std::string to_text(Check const& check, FindingsText const& how)
{
    std::map<std::string_view, OfFile> files;
    auto const printed = chosen(check.findings, how);
    for (auto const& finding : check.findings) ++files[finding.file].all;
    for (auto const* finding : printed) ++files[finding->file].printed;

    std::string text;
    auto hidden = check.findings.size() - printed.size();
    for (std::size_t i = 0; i < printed.size(); ++i) {
        text += to_text(*printed[i], how) + "\n";
        auto const& of_file = files[printed[i]->file];
        auto const last = i + 1 == printed.size() || printed[i + 1]->file != printed[i]->file;
        if (!last || of_file.all == of_file.printed) continue;
        text += fmt::format("{}: {} more not shown, none worse than these; --limit 0 shows all.\n\n",
                            visible(printed[i]->file), of_file.all - of_file.printed);
        hidden -= of_file.all - of_file.printed;
    }
    if (hidden > 0)
        text += fmt::format("{} more not shown in other files, none worse than these; --limit 0 shows all.\n", hidden);
    if (check.findings.empty()) return text + summary_text(check);
    auto const worst = std::ranges::min_element(check.findings, {}, &Finding::severity);
    return text + summary_text(check, fmt::format(" `sss explain {}` says more.", worst->rule));
}

}  // namespace sss
