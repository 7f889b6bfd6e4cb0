#include "pages/changelog_page.hpp"

#include "words/changelog_words.hpp"
#include "words/words.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

namespace sss {

namespace {

/// "SSS-1 CDR": "planned date moved 1 → 3 May – “parts are late” (Ada, a1b2c3d)", and whose the last word was.
PageItem item_of(ChangelogLine const& line)
{
    PageItem item{as_mixed(line.said), as_name(line.title), as_name(line.by)};
    for (auto const& name : line.names) item.text = joined(std::move(item.text), ", ", as_name(name));
    for (std::size_t i = 0; i < line.why.size(); ++i) {
        auto const& [text, by] = line.why[i];
        item.text += (i == 0 ? " – “" : "; “") + as_name(text) + "”";
        if (!by.empty()) item.text += " (" + as_name(by) + ')';
    }
    return item;
}

PageSection section_of(ChangelogGroup const& group, ChangelogFacts const& facts, ChangeWords const& words,
                       Subjects subjects)
{
    auto const heading = heading_of(group);
    PageSection section{as_name(heading.name), group.period.name, {}};
    if (group.release) section.aside = as_time(Date::of(group.release->day), heading.day);
    for (auto const& note : heading.notes) section.blocks.push_back(PageParagraph{"“" + as_name(note) + "”"});
    if (group.sections.empty()) section.blocks.push_back(PageParagraph{"Nothing changed."});
    for (auto const& one : group.sections) {
        PageList list;
        for (auto const& line : lines_of(one, words, facts.history, subjects)) list.items.push_back(item_of(line));
        section.blocks.push_back(PageHeading{as_name(heading_of(one.belonging))});
        section.blocks.push_back(std::move(list));
    }
    return section;
}

constexpr std::size_t most_side_by_side = 12;  ///< periods in the contents; more stand in a line for each year

/// "May" of 2018, "W17", "Q2": short names of what lies within a year.
void heap_by_year(PageSection& section, ChangelogGroup const& group)
{
    constexpr std::size_t year = 4;
    auto const& period = group.period;
    auto const within =
        period.unit == PeriodUnit::month || period.unit == PeriodUnit::quarter || period.unit == PeriodUnit::week;
    if (group.release || !within || period.name.size() <= year) return;
    section.heap = period.name.substr(0, year);
    section.brief = period.unit == PeriodUnit::month
                        ? std::string{month_name(std::chrono::year_month_day{period.first}.month())}
                        : period.name.substr(year + 1);
}

/// "12 changes, the newest first."
std::string how_many(ChangelogFacts const& facts)
{
    std::size_t changes = 0;
    for (auto const& group : facts.changelog.groups) changes += group.count();
    if (changes == 0) return "Nothing changed.";
    return count(static_cast<std::int64_t>(changes), "change") +
           (facts.changelog.groups.size() > 1 ? ", the newest first." : ".");
}

}  // namespace

Page changelog_page(ChangelogFacts const& facts, Subjects subjects)
{
    ChangeWords const words{facts.records, WordDetail::brief};
    Page page;
    page.title = changelog_title(facts);
    page.name = as_mixed(page.title);
    page.lead = how_many(facts);
    for (auto const& group : facts.changelog.groups) page.sections.push_back(section_of(group, facts, words, subjects));
    if (page.sections.size() > most_side_by_side)
        for (std::size_t i = 0; i < page.sections.size(); ++i)
            heap_by_year(page.sections[i], facts.changelog.groups[i]);
    return page;
}

}  // namespace sss
