#include "print/changelog.hpp"
#include "print/changelog_view.hpp"
#include "print/html/html.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <cstdint>
#include <utility>

namespace sss {

namespace {

Html aside(Html const& said)
{
    return html(" <span class=\"aside\">{}</span>", said);
}

Html item(ChangelogLine const& line)
{
    auto said = line.names.empty() ? sentence_html(line.said) : Html{};
    for (auto const& name : line.names) said = joined(std::move(said), Html{", "}, isolated_html(name));
    for (std::size_t i = 0; i < line.why.size(); ++i) {
        said += html("{}<q>{}</q>", i == 0 ? " – " : "; ", isolated_html(line.why[i].text));
        if (!line.why[i].by.empty()) said += aside(html("({})", isolated_html(line.why[i].by)));
    }
    if (!line.by.empty()) said += aside(html("({})", isolated_html(line.by)));
    return html("<li><strong>{}</strong>: {}</li>\n", isolated_html(line.title), said);
}

PageSection section_of(ChangelogGroup const& group, ChangelogFacts const& facts, ChangeWords const& words)
{
    auto const heading = heading_of(group);
    PageSection section{isolated_html(heading.name), {}, group.period.name};
    if (group.release) section.heading += aside(day_html(group.release->day, heading.day));
    for (auto const& note : heading.notes) section.body += html("<p>{}</p>\n", isolated_html(note));
    if (group.sections.empty()) section.body += html("<p>Nothing changed.</p>\n");
    for (auto const& one : group.sections) {
        Html items;
        for (auto const& line : lines_of(one, words, facts.history)) items += item(line);
        section.body += html("<h3>{}</h3>\n<ul>\n{}</ul>\n", isolated_html(heading_of(one.belonging)), items);
    }
    return section;
}

}  // namespace

std::string changelog_html(ChangelogFacts const& facts)
{
    ChangeWords const words{facts.records, WordDetail::brief};
    Page page{changelog_title(facts), {}, {}};
    std::size_t changes = 0;
    for (auto const& group : facts.changelog.groups) {
        changes += group.count();
        page.sections.push_back(section_of(group, facts, words));
    }
    page.lead = Html{changes == 0 ? "Nothing changed."
                                  : count(static_cast<std::int64_t>(changes), "change") +
                                        (page.sections.size() > 1 ? ", the newest first." : ".")};
    return html_page(page);
}

}  // namespace sss
