#include "render/findings_text.hpp"

#include "render/words.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
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
struct Cell {
    std::string text;
    std::size_t width;
};

/// The line's characters with tabs as spaces and all that could act on a terminal written out.
std::vector<Cell> cells_of(std::string_view line)
{
    std::vector<Cell> cells;
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
Excerpt excerpt_of(std::string_view line, Place place, std::size_t room)
{
    auto const cells = cells_of(line);
    auto const width_of = [&](std::size_t from, std::size_t to) {
        std::size_t width = 0;
        for (auto i = from; i < to; ++i) width += cells[i].width;
        return width;
    };
    auto const begin = std::min<std::size_t>(place.column > 0 ? place.column - 1 : 0, cells.size());
    auto const end = std::clamp<std::size_t>(begin + place.length, begin, cells.size());

    std::size_t from = 0;
    auto to = cells.size();
    if (width_of(0, cells.size()) > room) {
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
    if (from > 0) excerpt.line = "…";
    excerpt.before = (from > 0 ? 1 : 0) + width_of(from, begin);
    excerpt.marked = std::max<std::size_t>(1, width_of(begin, std::min(end, to)));
    for (auto i = from; i < to; ++i) excerpt.line += cells[i].text;
    if (to < cells.size()) excerpt.line += "…";
    return excerpt;
}

/// The name of the rule at the end of the last line, as far to the right as the width allows.
void put_rule(std::string& text, std::size_t line_width, std::string_view rule, FindingsText const& how)
{
    auto const tag = fmt::format("[{}]", rule);
    auto const gap = line_width + 2 + tag.size() <= how.width ? how.width - line_width - tag.size() : 2;
    text += std::string(gap, ' ') + painted(tag, dim, how.colour) + "\n";
}

/// The findings that are printed where not all are: the worst, in their order.
std::vector<Finding const*> chosen(std::span<Finding const> findings, std::size_t limit)
{
    std::vector<Finding const*> all;
    for (auto const& finding : findings) all.push_back(&finding);
    if (limit == 0 || all.size() <= limit) return all;
    std::ranges::stable_sort(all, {}, &Finding::severity);
    all.resize(limit);
    std::ranges::sort(all);  // they stand in one array, so their order there is the order of their addresses
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
    auto const message = visible(finding.message);
    auto const name = fmt::format("{}:", name_of(finding.severity));
    auto text = fmt::format("{} {} {}", painted(where + ":", bold, how.colour),
                            painted(name, colour_of(finding.severity), how.colour), painted(message, bold, how.colour));
    auto width = display_width(where) + 1 + 1 + name.size() + 1 + display_width(message);

    if (finding.place && !finding.excerpt.empty()) {
        auto const gutter = fmt::format("{:>5} | ", finding.place.line);
        auto const room = std::max<std::size_t>(how.width, gutter.size() + 20) - gutter.size();
        auto const excerpt = excerpt_of(finding.excerpt, finding.place, room);
        auto const mark = std::string(excerpt.marked, '^');
        text += fmt::format("\n{}{}\n{}{}{}", painted(gutter, dim, how.colour), excerpt.line,
                            painted(std::string(gutter.size() - 2, ' ') + "| ", dim, how.colour),
                            std::string(excerpt.before, ' '), painted(mark, colour_of(finding.severity), how.colour));
        width = gutter.size() + excerpt.before + excerpt.marked;
    }
    if (!finding.help.empty()) {
        auto const help = visible(finding.help);
        text += fmt::format("\n  help: {}", help);
        width = std::string_view{"  help: "}.size() + display_width(help);
    }
    put_rule(text, width, finding.rule, how);
    return text;
}

std::string counted_findings(std::span<Finding const> findings)
{
    std::string text;
    for (auto const severity : {Severity::error, Severity::warning, Severity::note}) {
        auto const number = std::ranges::count(findings, severity, &Finding::severity);
        if (number == 0) continue;
        if (!text.empty()) text += ", ";
        text += count(number, name_of(severity));
    }
    return text.empty() ? "no findings" : text;
}

std::string to_text(std::span<Finding const> findings, std::size_t records, FindingsText const& how)
{
    auto const checked = count(static_cast<std::int64_t>(records), "record");
    if (findings.empty()) return fmt::format("{}, no findings.\n", checked);

    std::string text;
    auto const printed = chosen(findings, how.limit);
    for (auto const* finding : printed) text += to_text(*finding, how) + "\n";
    if (printed.size() < findings.size())
        text += fmt::format("{} more not shown, none worse than these; --limit 0 shows all.\n",
                            findings.size() - printed.size());
    auto const worst = std::ranges::min_element(findings, {}, &Finding::severity);
    text += fmt::format("{} in {}. `sss explain {}` says more.\n", counted_findings(findings), checked, worst->rule);
    return text;
}

}  // namespace sss
