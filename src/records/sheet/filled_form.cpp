#include "records/sheet/filled_form.hpp"

#include "support/text_parts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sss {

namespace {

constexpr std::string_view heading_mark = "### ";
constexpr std::string_view not_answered = "_No response_";
constexpr std::string_view comment_begin = "<!--";
constexpr std::string_view comment_end = "-->";

std::string_view without_line_end(std::string_view line)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

/// "```" or "~~~" and longer at the line's beginning; empty: it is no fence.
std::string_view fence_of(std::string_view line)
{
    auto const text = trimmed(line);
    if (text.empty() || (text.front() != '`' && text.front() != '~')) return {};
    auto const end = text.find_first_not_of(text.front());
    auto const mark = text.substr(0, end == std::string_view::npos ? text.size() : end);
    return mark.size() < 3 ? std::string_view{} : mark;
}

struct Answer {
    std::string heading;
    std::string text;
};

/// Goes from line to line; what a line means depends on the fence or comment that is open before it.
class FormReading {
public:
    std::optional<CsvProblem> read(std::string_view text)
    {
        if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
        while (!text.empty() && !problem_) {
            auto const end = text.find('\n');
            ++line_;
            take(without_line_end(text.substr(0, end)));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        if (!problem_ && commented_)
            problem_ = {opened_, "a comment begins here and does not end", "write --> behind it"};
        if (!problem_ && !fence_.empty())
            problem_ = {opened_, "a block of code begins here and does not end", "close it with the same signs"};
        return problem_;
    }

    Sheet sheet() &&
    {
        Sheet sheet{.rows = {CsvRow{.number = 1, .cells = {}}, CsvRow{.number = 2, .cells = {}}}, .answers = true};
        for (auto& answer : answers_) {
            auto const said = trimmed(answer.text);
            sheet.rows[1].cells.emplace_back(said == not_answered ? std::string_view{} : said);
            sheet.rows[0].cells.push_back(std::move(answer.heading));
        }
        return sheet;
    }

private:
    void take(std::string_view line)
    {
        if (commented_) {
            if (line.find(comment_end) != std::string_view::npos) commented_ = false;
            return;
        }
        if (!fence_.empty()) {
            if (auto const mark = fence_of(line); mark.starts_with(fence_) && trimmed(line) == mark) fence_.clear();
            return add(line);
        }
        if (trimmed(line).starts_with(comment_begin)) {
            commented_ = line.find(comment_end) == std::string_view::npos;
            opened_ = line_;
            return;
        }
        if (line.starts_with(heading_mark)) {
            answers_.push_back({std::string{trimmed(line.substr(heading_mark.size()))}, {}});
            return;
        }
        if (auto const mark = fence_of(line); !mark.empty()) {
            fence_ = std::string{mark};
            opened_ = line_;
        }
        add(line);
    }

    void add(std::string_view line)
    {
        if (!answers_.empty())
            (answers_.back().text += line) += '\n';
        else if (!trimmed(line).empty())
            problem_ = {line_, "this stands before the first heading",
                        "each answer stands below its heading, as in ### Planned"};
    }

    std::vector<Answer> answers_;
    std::optional<CsvProblem> problem_;
    std::uint32_t line_ = 0;
    std::uint32_t opened_ = 0;  ///< the line at which the comment or fence began
    bool commented_ = false;
    std::string fence_;
};

}  // namespace

std::variant<Sheet, CsvProblem> read_filled_form(std::string_view text)
{
    FormReading reading;
    if (auto problem = reading.read(text)) return *std::move(problem);
    return std::move(reading).sheet();
}

bool is_filled_form(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    for (auto begin = trimmed(text); begin.starts_with(comment_begin);) {
        auto const end = begin.find(comment_end);
        if (end == std::string_view::npos) return false;
        text = begin = trimmed(begin.substr(end + comment_end.size()));
    }
    return trimmed(text).starts_with(heading_mark);
}

}  // namespace sss
