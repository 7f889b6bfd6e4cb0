#include "print/text/shortened.hpp"

#include "support/shell_word.hpp"
#include "words/page_words.hpp"

#include <algorithm>
#include <functional>

namespace sss {

void shorten(std::vector<Row>& rows, Words const& words, std::vector<std::string> const& listed_by, std::size_t most)
{
    auto const belongs = [](Row const& row) { return row.belongs_above; };
    // One more would take as much room as to say that it is hidden.
    auto const items = [&](std::vector<Row>::const_iterator from) {
        return static_cast<std::size_t>(std::count_if(from, rows.cend(), std::not_fn(belongs)));
    };
    if (items(rows.cbegin()) <= most + 1 && rows.size() <= 2 * most + 2) return;
    std::size_t end = 0;
    for (std::size_t shown = 0; end < rows.size(); ++end) {
        if (!belongs(rows[end]) && ++shown > most) break;
        if (end >= 2 * most) break;
    }
    if (end == rows.size()) return;
    auto const at = rows.begin() + static_cast<std::ptrdiff_t>(end);
    auto const within = belongs(*at);
    auto const more = within ? rows.end() - at : std::count_if(at, rows.end(), std::not_fn(belongs));
    rows.erase(at, rows.end());
    auto const left = within ? and_more_lines(more, words) : and_more(more, words);
    rows.push_back(
        {"", {}, and_where(left, listed_by.empty() ? std::string{} : shell_arguments(listed_by).substr(1), words)});
}

}  // namespace sss
