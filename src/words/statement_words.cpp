#include "words/date_words.hpp"
#include "words/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace sss {

namespace {

/// A block of Markdown as plain text: without the mark of a list's item or of a heading.
std::string_view unmarked(std::string_view block)
{
    auto const text = block.substr(std::min(block.find_first_not_of(" \t"), block.size()));
    auto const hashes = std::min(text.find_first_not_of('#'), text.size());
    if (hashes > 0 && hashes <= 6 && hashes < text.size() && text[hashes] == ' ') return text.substr(hashes + 1);
    auto const listed =
        text.size() > 2 && std::string_view{"-*+"}.find(text[0]) != std::string_view::npos && text[1] == ' ';
    return listed ? text.substr(2) : text;
}

/// Paragraphs and items of lists, each as one text.
std::vector<std::string> blocks_of(std::string_view markdown)
{
    std::vector<std::string> blocks;
    auto begins = true;
    while (!markdown.empty()) {
        auto const end = std::min(markdown.find('\n'), markdown.size());
        auto line = markdown.substr(0, end);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        auto const plain = unmarked(line);
        begins = begins || plain.size() < line.size() - std::min(line.find_first_not_of(" \t"), line.size());
        if (plain.empty()) {
            begins = true;
            continue;
        }
        if (begins || blocks.empty())
            blocks.emplace_back(plain);
        else
            (blocks.back() += ' ') += plain;
        begins = false;
    }
    return blocks;
}

}  // namespace

Said statement_head(Statement const& statement, ProgressReport const& report)
{
    auto head = statement.satellite.empty() ? "The programme" : as_name(statement.satellite_name);
    if (!statement.title.empty()) head += ": " + as_name(statement.title);
    auto const who = joined(as_name(statement.by_name), ", ", as_name(statement.author));
    head = joined(std::move(head), ", by ", who);
    head += ", " + date_said(statement.on, report);
    if (statement.days > 0) head += " (" + ago_or_ahead(report.today, statement.on, PastAs::ago) + ')';
    if (statement.stale) head += "; that is long ago: it may no longer hold";
    return head;
}

std::vector<Said> statement_paragraphs(Statement const& statement)
{
    // Of one that may no longer hold the beginning is enough.
    std::size_t const most = statement.stale ? 1 : 5;
    std::vector<Said> paragraphs;
    auto const blocks = blocks_of(statement.text);
    auto const shown = blocks.size() <= most + 1 ? blocks.size() : most;  // "1 more" would take as much room
    for (std::size_t i = 0; i < shown; ++i) paragraphs.push_back(as_prose(blocks[i]));
    if (shown < blocks.size())
        paragraphs.push_back("… and " + count(std::ssize(blocks) - static_cast<std::int64_t>(shown), "more paragraph") +
                             ": " + as_code("sss show statement/" + statement.id));
    return paragraphs;
}

}  // namespace sss
