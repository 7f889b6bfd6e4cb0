#include "print/changelog.hpp"

#include "print/changelog_view.hpp"
#include "print/markdown/markdown.hpp"
#include "support/utf8.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// Text behind the marks of a heading: there no list can begin, and "1.2" stays as it is.
std::string in_heading(std::string_view text)
{
    return escape_markdown("x" + std::string{text}).substr(1);
}

/// " – “parts are late” (Ada, a1b2c3d); “the bench broke”".
template <typename Escaping>
std::string why_of(ChangelogLine const& line, Escaping const& escape)
{
    std::string why;
    for (auto const& [text, by] : line.why) {
        why += fmt::format("{}“{}”", why.empty() ? " – " : "; ", escape(text));
        if (!by.empty()) why += fmt::format(" ({})", escape(by));
    }
    return why;
}

std::string said_of(ChangelogLine const& line)
{
    return line.names.empty() ? line.said : fmt::format("{}", fmt::join(line.names, ", "));
}

}  // namespace

std::string changelog_markdown(ChangelogFacts const& facts)
{
    ChangeWords const words{facts.records, WordDetail::brief};
    auto text = fmt::format("# {}\n", escape_markdown(changelog_title(facts)));
    if (facts.changelog.groups.empty()) text += "\nNothing changed.\n";
    for (auto const& group : facts.changelog.groups) {
        auto const heading = heading_of(group);
        text += fmt::format("\n## {}", in_heading(heading.name));
        if (!heading.day.empty()) text += fmt::format(" – {}", heading.day);
        text += '\n';
        for (auto const& note : heading.notes) text += fmt::format("\n{}\n", escape_markdown(note));
        if (group.sections.empty()) text += "\nNothing changed.\n";
        for (auto const& section : group.sections) {
            text += fmt::format("\n### {}\n\n", in_heading(heading_of(section.belonging)));
            for (auto const& line : lines_of(section, words, facts.history)) {
                text += fmt::format("- **{}**: {}", escape_markdown(line.title), escape_markdown(said_of(line)));
                text += why_of(line, escape_markdown);
                if (!line.by.empty()) text += fmt::format(" ({})", escape_markdown(line.by));
                text += '\n';
            }
        }
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
        auto const heading = heading_of(group);
        text += fmt::format("{}{}", text.empty() ? "" : "\n", bold(visible(heading.name)));
        if (!heading.day.empty()) text += fmt::format(" – {}", heading.day);
        text += '\n';
        for (auto const& note : heading.notes) text += fmt::format("  “{}”\n", visible(note));
        if (group.sections.empty()) text += "  Nothing changed.\n";
        for (auto const& section : group.sections) {
            text += fmt::format("  {}\n", visible(heading_of(section.belonging)));
            for (auto const& line : lines_of(section, words, facts.history)) {
                text += fmt::format("    {}: {}", visible(line.title), visible(said_of(line)));
                text += why_of(line, visible);
                if (!line.by.empty()) text += fmt::format(" ({})", visible(line.by));
                text += '\n';
            }
        }
    }
    return text;
}

}  // namespace sss
