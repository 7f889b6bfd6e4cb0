#include "print/diff.hpp"
#include "print/findings/findings_text.hpp"
#include "print/markdown/markdown.hpp"
#include "words/date_words.hpp"
#include "words/diff_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace sss {

namespace {

// What one screen holds.
constexpr std::size_t moves_with_table = 3;
constexpr std::size_t moves_with_line = 8;
constexpr std::size_t rows_of_a_sort = 4;
constexpr std::size_t changes_shown = 8;
constexpr std::size_t findings_shown = 5;
constexpr std::size_t switched_off_shown = 10;
constexpr std::size_t comment_title_width = 80;

/// How much of a comment's limit a text takes: UTF-16 code utf16_units.
std::size_t utf16_units(std::string_view text)
{
    std::size_t number = 0;
    for (auto const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) number += byte >= 0xF0U ? 2 : 1;
    }
    return number;
}

std::string told_move(Impact const& impact, Day today)
{
    auto const sentence = move_sentence(impact, today);
    return fmt::format("**{} {}**{}{}{}.\n", escape_markdown(one_line(impact.title, comment_title_width)),
                       sentence.verb, sentence.rest(), escape_markdown(sentence.why), sentence.after);
}

std::string told_rows(Impact const& impact)
{
    auto const rows = impact_rows(impact, rows_of_a_sort);
    if (rows.empty()) return "";
    MarkdownTable table{{"what it touches", "now", "margin"}};
    for (auto const& row : rows) {
        auto const margin = row.alert && !row.margin.empty() ? fmt::format("**{}**", row.margin) : row.margin;
        table.add({escape_markdown(row.what), escape_markdown(row.now), margin});
    }
    return '\n' + table.text();
}

/// What is kept or cut as a whole.
struct Section {
    std::string text;
    std::string holds;  ///< "8 changes": what is said where it is cut
};

/// The first lines in the open, the others folded: two sections.
void add_list(std::vector<Section>& sections, std::vector<std::string> const& lines, std::size_t shown,
              std::string_view noun)
{
    std::string list;
    for (std::size_t i = 0; i < std::min(lines.size(), shown); ++i) list += lines[i];
    if (!list.empty())
        sections.push_back({std::move(list), count(static_cast<std::int64_t>(std::min(lines.size(), shown)), noun)});
    if (lines.size() <= shown) return;
    auto const rest = static_cast<std::int64_t>(lines.size() - shown);
    auto const more = count(rest, "more " + std::string{noun});
    auto folded = fmt::format("<details><summary>{}</summary>\n\n", more);
    for (auto i = shown; i < lines.size(); ++i) folded += lines[i];
    sections.push_back({folded + "\n</details>\n", more});
}

void add_moves(std::vector<Section>& sections, Difference const& difference)
{
    auto const& moved = difference.impacts.moved;
    std::size_t conflicts = 0;
    for (auto const& impact : moved) conflicts += impact.new_conflicts();
    if (moved.size() > 1) {
        auto const broken = conflicts_sentence(conflicts);
        sections.push_back({fmt::format("**{} move{}{}.**\n", count(static_cast<std::int64_t>(moved.size()), "date"),
                                        broken.empty() ? "" : "; ", broken),
                            "how many dates move"});
    }
    auto const tables = std::min(moved.size(), moves_with_table);
    for (std::size_t i = 0; i < tables; ++i)
        sections.push_back({told_move(moved[i], difference.today) + told_rows(moved[i]), "1 move"});
    std::vector<std::string> lines;
    for (auto i = tables; i < moved.size(); ++i) {
        auto line = told_move(moved[i], difference.today);
        if (auto const broken = conflicts_sentence(moved[i].new_conflicts()); !broken.empty())
            line.insert(line.size() - 1, " " + capitalised(broken) + ".");
        lines.push_back("- " + line);
    }
    add_list(sections, lines, moves_with_line, "move");
}

void add_late(std::vector<Section>& sections, Difference const& difference)
{
    std::vector<std::string> lines;
    for (auto const* late : late_beside_moves(difference))
        lines.push_back(fmt::format("- **{}** is now {}.\n",
                                    escape_markdown(one_line(late->title, comment_title_width)),
                                    ago_or_ahead(difference.today, late->planned)));
    add_list(sections, lines, changes_shown, "late milestone");
}

std::string told_change(ChangeFacts const& facts, ChangeWords const& words)
{
    std::string said;
    for (auto const& sentence : words.sentences(facts)) said += (said.empty() ? "" : "; ") + sentence;
    return fmt::format("- **{}**: {}\n", escape_markdown(one_line(facts.change->title, comment_title_width)),
                       escape_markdown(said));
}

/// "2 other fields change and move no date": what is only counted.
std::string counted(std::span<ChangeFacts const> minor, bool anything_told)
{
    std::size_t fields = 0;
    for (auto const& facts : minor) fields += facts.fields.size();
    if (fields == 0) return "";
    auto const one = fields == 1;
    auto const number = static_cast<std::int64_t>(fields);
    if (anything_told)
        return fmt::format("{} {} no date", count(number, "other field"),
                           one ? "changes and moves" : "change and move");
    return fmt::format("{} {} in {}", count(number, "field"), one ? "changes" : "change",
                       count(static_cast<std::int64_t>(minor.size()), "record"));
}

std::string findings_list(Difference const& difference)
{
    auto const all = findings_left(difference);
    std::string list;
    for (std::size_t i = 0; i < std::min(all.size(), findings_shown); ++i) {
        auto const place = all[i]->place ? fmt::format("{}:{}", all[i]->file, all[i]->place.line) : all[i]->file;
        list +=
            fmt::format("- {}: {} ({})\n", name_of(all[i]->severity),
                        escape_markdown(one_line(all[i]->message.text(), 200)), escape_markdown(one_line(place, 120)));
    }
    if (all.size() > findings_shown) list += fmt::format("- and {} more\n", all.size() - findings_shown);
    return list.empty() ? "" : "\n" + list;
}

/// The last section: what is only counted, what cannot be told, what the rules say.
std::string closing(Difference const& difference, std::span<ChangeFacts const> minor, bool anything_told)
{
    std::string line;
    auto const add = [&line](std::string const& sentence) {
        if (!sentence.empty()) line += (line.empty() ? "" : " ") + sentence;
    };
    auto const fields = counted(minor, anything_told);
    if (!anything_told)
        add(fields.empty() ? difference.facts.empty() ? "No record changes." : "No date moves."
                           : fmt::format("No date moves: {}.", fields));
    else if (!fields.empty())
        add(fields + ".");
    for (auto const& sentence : not_told(difference)) add(escape_markdown(sentence));
    add(findings_sentence(difference));
    return line + '\n' + findings_list(difference);
}

/// What nobody must miss: it stands first, and is never cut.
std::string told_switched_off(Difference const& difference)
{
    auto const off = switched_off(difference);
    if (off.empty()) return "";
    std::string text = "**Less is checked than before:** these changes switch off what would judge them.\n\n";
    for (auto const* finding : std::span{off}.first(std::min(off.size(), switched_off_shown)))
        text += fmt::format("- {} ({})\n", escape_markdown(one_line(finding->message.text(), 200)),
                            escape_markdown(one_line(finding->file, 120)));
    if (off.size() > switched_off_shown) text += fmt::format("- and {} more\n", off.size() - switched_off_shown);
    return text + "\nWhat the earlier settings and schemas find is told below as well.\n\n";
}

std::string joined(std::vector<Section> const& sections, std::size_t kept, std::string const& last)
{
    std::string text;
    for (std::size_t i = 0; i < kept; ++i) text += sections[i].text + '\n';
    return text + last;
}

}  // namespace

std::string diff_markdown(Difference const& difference, std::size_t limit)
{
    auto const rest = beside_moves(difference);
    std::vector<ChangeFacts> minor;
    std::vector<std::string> lines;
    ChangeWords const words{difference.records, WordDetail::brief};
    for (auto const& facts : rest) {
        if (matters(facts))
            lines.push_back(told_change(facts, words));
        else
            minor.push_back(facts);
    }
    std::vector<Section> sections;
    add_moves(sections, difference);
    add_late(sections, difference);
    if (sections.empty() && !lines.empty())
        sections.push_back({"No date of a milestone moves.\n", "that no date moves"});
    add_list(sections, lines, changes_shown, "change");

    auto const last = closing(difference, minor, !sections.empty());
    auto const first = told_switched_off(difference);
    auto whole = first + joined(sections, sections.size(), last);
    if (utf16_units(whole) <= limit) return whole;
    for (auto kept = sections.size(); kept-- > 0;) {
        std::string cut;
        for (auto i = kept; i < sections.size(); ++i) cut += (cut.empty() ? "" : ", ") + sections[i].holds;
        auto const note = fmt::format("Left out, because a comment holds no more: {}. `sss diff` tells all.\n\n", cut);
        whole = first + joined(sections, kept, note + last);
        if (utf16_units(whole) <= limit) return whole;
    }
    return whole;
}

}  // namespace sss
