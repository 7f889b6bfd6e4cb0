#include "words/text_problem.hpp"

#include "support/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace sss {

std::string shown(TextProblem const& problem, std::string_view text)
{
    auto const offset = std::min(problem.offset, text.size());
    auto const before = visible(text.substr(0, offset));
    auto const marked = visible(text.substr(offset, problem.length));
    auto const after = visible(text.substr(std::min(offset + problem.length, text.size())));
    auto lines = before + marked + after + '\n' + std::string(display_width(before), ' ') +
                 std::string(std::max<std::size_t>(display_width(marked), 1), '^');
    if (problem.help.empty()) return lines;
    auto const ended = std::string_view{".?"}.find(problem.help.back()) != std::string_view::npos;
    return lines + '\n' + capitalised(problem.help) + (ended ? "" : ".");
}

}  // namespace sss
