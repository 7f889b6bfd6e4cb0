#include "render/changelog.hpp"
#include "render/changelog_view.hpp"
#include "render/date_words.hpp"
#include "render/html.hpp"
#include "render/words.hpp"

#include <cstdint>

#include <fmt/format.h>

namespace sss {

namespace {

std::string item(ChangelogLine const& line)
{
    auto html = fmt::format("<li><strong>{}</strong>: ", isolated_html(line.title));
    if (line.names.empty()) html += sentence_html(line.said);
    for (std::size_t i = 0; i < line.names.size(); ++i) html += (i == 0 ? "" : ", ") + isolated_html(line.names[i]);
    for (std::size_t i = 0; i < line.why.size(); ++i) {
        html += fmt::format("{}<q>{}</q>", i == 0 ? " – " : "; ", isolated_html(line.why[i].text));
        if (!line.why[i].by.empty())
            html += fmt::format(" <span class=\"aside\">({})</span>", isolated_html(line.why[i].by));
    }
    if (!line.by.empty()) html += fmt::format(" <span class=\"aside\">({})</span>", isolated_html(line.by));
    return html + "</li>\n";
}

PageSection section_of(ChangelogGroup const& group, ChangelogFacts const& facts, ChangeWords const& words)
{
    auto const heading = heading_of(group);
    PageSection section{isolated_html(heading.name), {}, group.period.name};
    if (group.release)
        section.heading_html +=
            fmt::format(" <span class=\"aside\">{}</span>", day_html(group.release->day, heading.day));
    for (auto const& note : heading.notes) section.body_html += fmt::format("<p>{}</p>\n", isolated_html(note));
    if (group.sections.empty()) section.body_html += "<p>Nothing changed.</p>\n";
    for (auto const& one : group.sections) {
        section.body_html += fmt::format("<h3>{}</h3>\n<ul>\n", isolated_html(heading_of(one.belonging)));
        for (auto const& line : lines_of(one, words, facts.history)) section.body_html += item(line);
        section.body_html += "</ul>\n";
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
    page.lead_html = changes == 0 ? "Nothing changed."
                                  : escape_html(count(static_cast<std::int64_t>(changes), "change") +
                                                (page.sections.size() > 1 ? ", the newest first." : "."));
    return html_page(page);
}

}  // namespace sss
