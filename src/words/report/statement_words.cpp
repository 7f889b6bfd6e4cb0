#include "support/markdown.hpp"
#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

namespace sss {

Said statement_head(Statement const& statement, ProgressReport const& report)
{
    auto head = statement.satellite.empty() ? "The programme" : as_name(statement.satellite_name);
    if (!statement.title.empty()) head += ": " + as_name(statement.title);
    auto const who = joined(as_name(statement.by_name), ", ", as_name(statement.author));
    head = joined(std::move(head), ", by ", who);
    head += ", " + date_said(statement.on);
    if (statement.days > 0) head += " (" + ago_or_ahead(report.today, statement.on, PastAs::ago) + ')';
    if (statement.stale) head += "; that is long ago: it may no longer hold";
    return head;
}

std::vector<Said> statement_paragraphs(Statement const& statement)
{
    // Of one that may no longer hold the beginning is enough.
    std::size_t const most = statement.stale ? 1 : 5;
    std::vector<Said> paragraphs;
    auto const blocks = plain_markdown(statement.text);
    auto const shown = blocks.size() <= most + 1 ? blocks.size() : most;  // "1 more" would take as much room
    for (std::size_t i = 0; i < shown; ++i) paragraphs.push_back(as_prose(blocks[i]));
    if (shown < blocks.size())
        paragraphs.push_back("… and " + count(std::ssize(blocks) - static_cast<std::int64_t>(shown), "more paragraph") +
                             ": " + as_code("sss show statement/" + statement.id));
    return paragraphs;
}

}  // namespace sss
