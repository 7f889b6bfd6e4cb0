#include "commands/terminal/ask.hpp"

#include "print/text/columns.hpp"
#include "support/error.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {
namespace {

/// More choices than these are not listed: whoever has thirty organisations knows what to type.
constexpr std::size_t most_listed = 16;

std::string question_text(Question const& question, std::size_t width)
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
    else if (!question.choices.empty())
        describe(question.several ? "Several: with commas between. A part of each is enough; ? lists them."
                                  : "A part of it is enough; ? lists them.");
    else if (question.several)
        describe("Several: with commas between.");
    return text;
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// The choices that a part of one may mean: those that begin with it, or where none does, those that hold it.
std::vector<std::string> matching(std::string const& part, std::vector<std::string> const& choices)
{
    if (part.empty() || std::ranges::find(choices, part) != choices.end()) return {part};
    std::vector<std::string> found;
    for (auto const& choice : choices)
        if (lower(choice).starts_with(lower(part))) found.push_back(choice);
    if (!found.empty()) return found;
    for (auto const& choice : choices)
        if (lower(choice).find(lower(part)) != std::string::npos) found.push_back(choice);
    return found;
}

/// What was typed, with the parts of choices made whole.
struct Completed {
    std::string answer;
    std::string unclear;  ///< what several choices match, as a sentence; empty: nothing
};

Completed completed(std::string const& typed, Question const& question)
{
    if (question.choices.empty()) return {typed, {}};
    if (typed == "?") return {{}, fmt::format("{}", fmt::join(question.choices, ", "))};
    auto parts = question.several ? split_at_commas(typed) : std::vector<std::string>{typed};
    for (auto& part : parts) {
        auto const found = matching(part, question.choices);
        if (found.size() > 1) return {{}, fmt::format("'{}' may be {}", part, fmt::join(found, ", "))};
        if (found.size() == 1) part = found.front();
    }
    return {fmt::format("{}", fmt::join(parts, ", ")), {}};
}

}  // namespace

std::optional<std::string> ask(Surroundings const& surroundings, Question const& question, Judge const& judge)
{
    auto const width = static_cast<std::size_t>(std::clamp(surroundings.width, 40, 100));
    surroundings.complain(question_text(question, width));
    for (;;) {
        surroundings.complain(question.fallback.empty() ? std::string{"> "}
                                                        : fmt::format("[{}] > ", visible(question.fallback)));
        auto const line = surroundings.read_line();
        if (!line) {
            surroundings.complain("\n");
            throw UsageError{"the input ended before the questions did; nothing is written"};
        }
        auto const say = [&](std::string const& text) {
            for (auto const& words : wrapped(visible(text), width - 2))
                surroundings.complain(fmt::format("  {}\n", words));
        };
        auto const typed = std::string{trimmed(*line)};
        auto [answer, unclear] = completed(typed, question);
        if (!unclear.empty()) {
            say(unclear);
            continue;
        }
        if (answer != typed) say(answer);
        if (answer.empty()) answer = question.fallback;
        if (answer.empty() && !question.required) return std::nullopt;
        auto const objection = answer.empty()
                                   ? std::optional{Objection{fmt::format("{} cannot be left out", question.name), {}}}
                                   : judge(answer);
        if (!objection) return answer;
        say(objection->text());
    }
}

}  // namespace sss
