#include "commands/ask.hpp"

#include "render/columns.hpp"
#include "support/error.hpp"
#include "support/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

/// More choices than these are not listed: whoever has thirty organisations knows what to type.
constexpr std::size_t most_listed = 16;

std::string shown(Question const& question, std::size_t width)
{
    std::string text;
    auto const describe = [&](std::string const& words) {
        if (words.empty()) return;
        for (auto const& line : wrapped(visible(words), width - 2)) text += fmt::format("  {}\n", line);
    };
    text += question.name + "\n";
    describe(question.description);
    if (!question.choices.empty() && question.choices.size() <= most_listed)
        describe((question.several ? "Any of: " : "One of: ") + fmt::format("{}", fmt::join(question.choices, ", ")));
    else if (question.several)
        describe("Several: with commas between.");
    return text;
}

/// The choice that the answer is, or begins; else the answer itself.
std::string completed(std::string const& answer, std::vector<std::string> const& choices)
{
    if (answer.empty() || std::ranges::find(choices, answer) != choices.end()) return answer;
    std::string const* only = nullptr;
    for (auto const& choice : choices) {
        if (!choice.starts_with(answer)) continue;
        if (only != nullptr) return answer;
        only = &choice;
    }
    return only == nullptr ? answer : *only;
}

std::string completed_all(std::string const& answer, Question const& question)
{
    if (!question.several || question.choices.empty()) return completed(answer, question.choices);
    auto parts = split_at_commas(answer);
    for (auto& part : parts) part = completed(part, question.choices);
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string Objection::text() const
{
    return help.empty() ? message : fmt::format("{}; {}", message, help);
}

std::optional<std::string> ask(Surroundings const& surroundings, Question const& question, Judge const& judge)
{
    auto const width = static_cast<std::size_t>(std::clamp(surroundings.width, 40, 100));
    surroundings.complain(shown(question, width));
    for (;;) {
        surroundings.complain(question.fallback.empty() ? std::string{"> "}
                                                        : fmt::format("[{}] > ", visible(question.fallback)));
        auto const line = surroundings.read_line();
        if (!line) {
            surroundings.complain("\n");
            throw UsageError{"the input ended before the questions did; nothing is written"};
        }
        auto answer = completed_all(std::string{trimmed(*line)}, question);
        if (answer.empty()) answer = question.fallback;
        if (answer.empty() && !question.required) return std::nullopt;
        auto const objection = answer.empty()
                                   ? std::optional{Objection{fmt::format("{} cannot be left out", question.name), {}}}
                                   : judge(answer);
        if (!objection) return answer;
        for (auto const& words : wrapped(visible(objection->text()), width - 2))
            surroundings.complain(fmt::format("  {}\n", words));
    }
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    auto const begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::vector<std::string> split_at_commas(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        auto const part = trimmed(text.substr(0, comma));
        if (!part.empty()) parts.emplace_back(part);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

}  // namespace sss
