#include "print/rule_page.hpp"

#include "print/findings/findings_text.hpp"
#include "print/markdown/markdown.hpp"
#include "rules/example.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace sss {
namespace {

constexpr std::size_t width = 100;

/// The text in lines of at most `width` columns, broken at spaces.
std::string wrapped(std::string_view text)
{
    std::string result;
    std::size_t column = 0;
    while (!text.empty()) {
        auto const word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        auto const length = display_width(word);
        if (column > 0 && column + 1 + length > width) {
            result += '\n';
            column = 0;
        } else if (column > 0) {
            result += ' ';
            ++column;
        }
        result += word;
        column += length;
    }
    return result + "\n";
}

std::string level_of(Rule const& rule)
{
    if (rule.fixed)
        return fmt::format("Level: {}. It cannot be turned off, because what it finds was not read.",
                           name_of(rule.level));
    return fmt::format(
        "Level: {}. `[rules]` in sss.toml can set another: {} = \"off\", \"note\", \"warning\" or "
        "\"error\".",
        name_of(rule.level), rule.name);
}

std::string no_example()
{
    return "No text can show an example of it.\n";
}

std::string said(std::span<Finding const> found)
{
    std::string text;
    for (auto const& finding : found) text += (text.empty() ? "" : "\n") + to_text(finding);
    return text;
}

std::string files_markdown(std::map<std::string, std::string> const& files)
{
    std::string text;
    for (auto const& [path, content] : files) {
        auto const language = path.substr(path.rfind('.') + 1);
        text += fmt::format("`{}`\n\n```{}\n{}```\n\n", path, language, content);
    }
    return text;
}

/// The files, and where they stand in commits each with the day and the message.
std::string example_markdown(std::string_view example)
{
    if (!has_commits(example)) return files_markdown(files_of_example(example));
    std::string text;
    for (auto const& step : steps_of_example(example))
        text += fmt::format("A commit of {}:\n\n```text\n{}```\n\n{}", iso(step.day), step.message,
                            files_markdown(step.files));
    return text;
}

/// How the finding of an example is found: where the past is told, it must be asked for.
std::string_view command_of(Rule const& rule)
{
    if (!has_commits(rule.failing)) return "sss validate";
    // What compares two states is asked with --since, what looks back with --history.
    return rule.look_back == nullptr ? "sss validate --since main" : "sss validate --history";
}

std::string indented(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        result += line.empty() ? "\n" : fmt::format("    {}\n", line);
    }
    return result;
}

std::string files_text(std::string_view example)
{
    std::string text;
    for (auto const& step : steps_of_example(example)) {
        if (has_commits(example))
            text +=
                fmt::format("{}  commit of {}\n{}", text.empty() ? "" : "\n", iso(step.day), indented(step.message));
        for (auto const& [path, content] : step.files)
            text += fmt::format("{}  {}\n{}", text.empty() ? "" : "\n", path, indented(content));
    }
    return text;
}

std::size_t longest_name(std::span<Rule const> rules)
{
    std::size_t longest = 0;
    for (auto const& rule : rules) longest = std::max(longest, rule.name.size());
    return longest;
}

}  // namespace

std::string rule_page_markdown(Rule const& rule, std::span<Finding const> found)
{
    auto text = fmt::format("# {}\n\n{}\n{}\n{}\n", rule.name, wrapped(rule.summary), wrapped(rule.reason),
                            wrapped(level_of(rule)));
    if (rule.failing.empty()) return text + no_example();
    return text + fmt::format("## Broken\n\n{}`{}` says:\n\n```text\n{}```\n\n## Mended\n\n{}",
                              example_markdown(rule.failing), command_of(rule), said(found),
                              // The last fence ends the file without an empty line.
                              [&] {
                                  auto mended = example_markdown(rule.mended);
                                  mended.pop_back();
                                  return mended;
                              }());
}

std::string rule_page_text(Rule const& rule, std::span<Finding const> found, bool colour)
{
    auto const strong = [colour](std::string_view text) {
        return colour ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string{text};
    };
    auto text = fmt::format("{}: {}\n{}\n{}\n", strong(rule.name), wrapped(rule.summary), wrapped(rule.reason),
                            wrapped(level_of(rule)));
    if (rule.failing.empty()) return text + no_example();
    return text + fmt::format("{}\n\n{}\n{}\n{}\n\n{}", strong("Broken"), files_text(rule.failing),
                              indented(said(found)), strong("Mended"), files_text(rule.mended));
}

std::string rule_list_text(std::span<Rule const> rules, bool colour)
{
    std::string text;
    auto const longest = longest_name(rules);
    for (auto const& rule : rules) {
        auto const name = padded(rule.name, longest);
        text += fmt::format("{}  {}  {}\n", colour ? fmt::format("\x1b[1m{}\x1b[0m", name) : name,
                            padded(name_of(rule.level), 7), rule.summary);
    }
    return text + fmt::format("\n{} rules. `sss explain RULE` says why, with an example.\n", rules.size());
}

std::string rule_list_markdown(std::span<Rule const> rules)
{
    MarkdownTable table{{"rule", "level", "what it asks for"}};
    for (auto const& rule : rules)
        table.add(
            {fmt::format("[{0}]({0}.md)", rule.name), std::string{name_of(rule.level)}, std::string{rule.summary}});
    return "# Rules\n\nWhat `sss validate` looks at. `sss explain RULE` shows the same pages.\n\n" + table.text();
}

}  // namespace sss
