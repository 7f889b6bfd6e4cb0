#include "support/markdown.hpp"
#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

namespace sss {

Said statement_head(Statement const& statement, ProgressReport const& report, Words const& words)
{
    auto head = statement.satellite.empty() ? words.say_in("of what somebody speaks", "The programme")
                                            : as_name(statement.satellite_name);
    if (!statement.title.empty())
        head = words.say_in("of what somebody speaks, and the title", "{subject}: {title}", "subject"_a = head,
                            "title"_a = as_name(statement.title));
    auto const who = in_a_row(as_name(statement.by_name), as_name(statement.author), words);
    if (!who.empty()) head = words.say("{statement}, by {who}", "statement"_a = head, "who"_a = who);
    head = in_a_row(head, date_said(statement.on, false, words), words);
    if (statement.days > 0)
        head = words.say_in("a statement, and how old it is", "{statement} ({age})", "statement"_a = head,
                            "age"_a = ago_or_ahead(report.today, statement.on, PastAs::ago, words));
    return statement.stale ? in_clauses(head, words.say("that is long ago: it may no longer hold"), words) : head;
}

std::vector<Said> statement_paragraphs(Statement const& statement, Words const& words)
{
    // Of one that may no longer hold the beginning is enough.
    std::size_t const most = statement.stale ? 1 : 5;
    std::vector<Said> paragraphs;
    auto const blocks = plain_markdown(statement.text);
    auto const shown = blocks.size() <= most + 1 ? blocks.size() : most;  // "1 more" would take as much room
    for (std::size_t i = 0; i < shown; ++i) paragraphs.push_back(as_prose(blocks[i]));
    if (shown < blocks.size())
        paragraphs.push_back(words.quantity(
            static_cast<std::int64_t>(blocks.size() - shown), "… and {n} more paragraph: {command}",
            "… and {n} more paragraphs: {command}", "command"_a = as_code("sss show statement/" + statement.id)));
    return paragraphs;
}

}  // namespace sss
