#include "words/sqlite_words.hpp"

#include "schema/text.hpp"

#include <array>

#include <fmt/format.h>

namespace sss {

std::string_view sqlite_words()
{
    return "Every record that there ever was, every version of it, every change and every move of a plan. Dates of "
           "records are "
           "what they say of the world; valid_from and valid_to are when it was so on record.";
}

std::span<std::pair<std::string_view, std::string_view> const> sqlite_table_words()
{
    using Words = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Words, 17> tables{{
        {"programme", "A fact of the file itself."},
        {"records", "A record that there is or was."},
        {"commits", "A commit that changed records, in the order in which they landed."},
        {"versions", "A record as one commit left it, whole. It stood for valid_from to valid_to."},
        {"changes", "A field that a commit changed."},
        {"moves", "A move of a planned date. A correction puts right what was just written, and is no slip."},
        {"actions", "An action of a meeting."},
        {"actions_versions", "An action of a meeting as one commit left it."},
        {"refs", "That a record names another."},
        {"days", "A day from the first landing to the last."},
        {"texts", "All words of a record."},
        {"search", "The full-text index over them."},
        {"milestones_as_of", "A milestone as it stood at the end of the day as_of. Ask for one day."},
        {"actions_as_of", "An action as it stood at the end of the day as_of. Ask for one day."},
        {"actions_open", "An action that is open now."},
        {"slips", "A record whose plan ever moved, and how far in all."},
        {"reached_by_month", "A month, and how many milestones were reached in it."},
    }};
    return tables;
}

std::string kind_table_words(std::string_view kind, bool versions)
{
    auto noun = schema::with_article(kind);
    noun.front() = 'A';
    return noun + (versions ? " as one commit left it." : " that stands.");
}

std::string column_words(std::string_view path, std::string_view column, Field const& field)
{
    std::string own{path};
    for (auto& c : own)
        if (c == '.') c = '_';
    if (column == own) return field.description;
    if (column.ends_with("_first")) return fmt::format("The first day of {}.", path);
    if (column.ends_with("_last")) return fmt::format("The last day of {}.", path);
    if (column.ends_with("_precision")) return fmt::format("How exactly {} is known.", path);
    if (column.ends_with("_record")) return fmt::format("The record that {} names.", path);
    return {};
}

}  // namespace sss
