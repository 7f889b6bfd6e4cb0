#include "rules/example.hpp"

#include <algorithm>

namespace sss {
namespace {

constexpr std::string_view file_mark = "--- ";
constexpr std::string_view commit_mark = "=== ";
constexpr std::size_t day_length = 10;

/// "2018-03-01 The CDR is planned": the day, and the first line of the message.
ExampleStep step_of(std::string_view line)
{
    auto const day = parse_day(line.substr(0, day_length));
    return {day.value_or(Day{}), std::string{line.substr(std::min(line.size(), day_length + 1))} + "\n", {}};
}

}  // namespace

std::vector<ExampleStep> steps_of_example(std::string_view example)
{
    std::vector<ExampleStep> steps;
    std::string* into = nullptr;
    while (!example.empty()) {
        auto const end = example.find('\n') == std::string_view::npos ? example.size() : example.find('\n') + 1;
        auto const line = example.substr(0, end);
        auto const text = line.ends_with('\n') ? line.substr(0, end - 1) : line;
        example.remove_prefix(end);
        if (text.starts_with(commit_mark)) {
            steps.push_back(step_of(text.substr(commit_mark.size())));
            into = &steps.back().message;
        } else if (text.starts_with(file_mark)) {
            if (steps.empty()) steps.emplace_back();
            into = &steps.back().files[std::string{text.substr(file_mark.size())}];
        } else if (into != nullptr) {
            *into += line;
        }
    }
    if (steps.empty()) steps.emplace_back();
    return steps;
}

std::map<std::string, std::string> files_of_example(std::string_view example)
{
    std::map<std::string, std::string> files;
    for (auto const& step : steps_of_example(example))
        for (auto const& [path, text] : step.files) files[path] = text;
    return files;
}

bool has_commits(std::string_view example)
{
    return example.starts_with(commit_mark);
}

}  // namespace sss
