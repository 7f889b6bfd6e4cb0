#include "work/template_file.hpp"

#include "support/error.hpp"
#include "words/text_problem.hpp"
#include "work/named_file.hpp"

#include <cstddef>
#include <filesystem>
#include <sstream>

#include <fmt/format.h>

namespace sss {

namespace {

/// Largest template that is read, in bytes.
constexpr std::size_t largest_template = std::size_t{1} << 20;

/// The line with a caret below the place, and the advice; of a long line what stands around the place.
std::string excerpt(std::string const& source, TemplateProblem const& problem)
{
    constexpr std::size_t before = 60, shown_at_most = 140;
    std::istringstream lines{source};
    std::string line;
    for (std::size_t i = 0; i < problem.line; ++i) std::getline(lines, line);
    if (line.ends_with('\r')) line.pop_back();
    auto offset = problem.column - 1;
    if (line.size() > shown_at_most && offset > before) {
        line.erase(0, offset - before);
        offset = before;
    }
    return shown({problem.message, problem.help, offset, 2}, line.substr(0, shown_at_most));
}

}  // namespace

std::string filled_template(std::string const& path, FillTemplate const& fill)
{
    auto const source = read_named_file(fmt::format("read the template {}", path), path, largest_template);
    auto const filled = fill(source, template_format(std::filesystem::path{path}.filename().string()));
    if (auto const* text = std::get_if<std::string>(&filled)) return *text;
    auto const& problem = std::get<TemplateProblem>(filled);
    throw UsageError{fmt::format("{}:{}:{}: {}", path, problem.line, problem.column, problem.message),
                     excerpt(source, problem)};
}

}  // namespace sss
