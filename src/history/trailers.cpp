#include "history/trailers.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace sss {

namespace {

// What git calls these in its own settings-free state.
constexpr char separator = ':';
constexpr char comment = '#';

using MessageLines = std::vector<std::string_view>;  ///< without their line ends

bool is_git_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

bool is_blank_line(std::string_view line)
{
    return std::ranges::all_of(line, is_git_space);
}

std::string_view without_spaces_around(std::string_view text)
{
    while (!text.empty() && is_git_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_git_space(text.back())) text.remove_suffix(1);
    return text;
}

bool same_name(std::string_view a, std::string_view b)
{
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

MessageLines lines_of_message(std::string_view message)
{
    MessageLines lines;
    while (!message.empty()) {
        auto const end = std::min(message.find('\n'), message.size());
        lines.push_back(message.substr(0, end));
        message.remove_prefix(std::min(end + 1, message.size()));
    }
    return lines;
}

/// Where a trailer's name ends: nothing where the line is none.
std::optional<std::size_t> name_end(std::string_view line)
{
    auto after_space = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == separator) return i >= 1 ? std::optional{i} : std::nullopt;
        if (!after_space && is_word(line[i])) continue;
        if (i == 0 || (line[i] != ' ' && line[i] != '\t')) return std::nullopt;
        after_space = true;
    }
    return std::nullopt;
}

bool begins_with_space(std::string_view line)
{
    return !line.empty() && is_git_space(line.front());
}

bool is_of_gits_making(std::string_view line)
{
    return line.starts_with("Signed-off-by: ") || line.starts_with("(cherry picked from commit ");
}

/// A line that sets apart what is not the message: a patch, or what a platform adds.
bool is_divider(std::string_view line)
{
    return line == "---" || (line.starts_with("---") && line.size() > 3 && is_git_space(line[3]));
}

/// How many lines are left of the message without what git's own editing leaves at its end: comments, and the paths
/// that an old git listed as conflicts.
std::size_t without_comments_at_end(MessageLines const& lines)
{
    auto const scissors = std::ranges::find(lines, "# ------------------------ >8 ------------------------");
    auto const end = static_cast<std::size_t>(scissors - lines.begin());
    std::optional<std::size_t> first;
    auto in_conflicts = false;
    for (std::size_t i = 0; i < end; ++i) {
        auto const line = lines[i];
        if (line.empty() || line.front() == comment) {
            if (!first) first = i;
        } else if (line == "Conflicts:") {
            in_conflicts = true;
            if (!first) first = i;
        } else if (!in_conflicts || line.front() != '\t') {
            first.reset();
            in_conflicts = false;
        }
    }
    return first.value_or(end);
}

/// The end of the first paragraph: what stands in it is no trailer.
std::size_t title_end(MessageLines const& lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!lines[i].starts_with(comment) && is_blank_line(lines[i])) return i;
    return lines.size();
}

/// Where the block of trailers begins that ends before `end`; `end` where there is none.
std::size_t block_begin(MessageLines const& lines, std::size_t title, std::size_t end)
{
    auto only_blanks = true;
    auto of_gits_making = false;
    std::size_t trailing = 0, others = 0, maybe_continued = 0;
    for (auto i = end; i-- > title;) {
        auto const line = lines[i];
        if (line.starts_with(comment)) {
            others += std::exchange(maybe_continued, 0);
            continue;
        }
        if (is_blank_line(line)) {
            if (only_blanks) continue;
            others += maybe_continued;
            auto const is_block = of_gits_making ? trailing * 3 >= others : trailing > 0 && others == 0;
            return is_block ? i + 1 : end;
        }
        only_blanks = false;
        if (is_of_gits_making(line)) {
            ++trailing;
            maybe_continued = 0;
            of_gits_making = true;
        } else if (name_end(line)) {
            ++trailing;
            maybe_continued = 0;
        } else if (begins_with_space(line)) {
            ++maybe_continued;
        } else {
            others += 1 + std::exchange(maybe_continued, 0);
        }
    }
    return end;
}

std::vector<Trailer> trailers_in(MessageLines const& lines, std::size_t begin, std::size_t end)
{
    std::vector<Trailer> found;
    auto continues = false;
    for (auto i = begin; i < end; ++i) {
        auto const line = lines[i];
        if (continues && begins_with_space(line)) {
            auto const more = without_spaces_around(line);
            auto& value = found.back().value;
            if (!value.empty() && !more.empty()) value += ' ';
            value += more;
            continue;
        }
        auto const name = name_end(line);
        continues = name.has_value();
        if (name) {
            found.push_back({std::string{without_spaces_around(line.substr(0, *name))},
                             std::string{without_spaces_around(line.substr(*name + 1))}});
        }
    }
    return found;
}

std::vector<Trailer> trailers_of(MessageLines const& lines)
{
    auto const end = without_comments_at_end(lines);
    return trailers_in(lines, block_begin(lines, title_end(lines), end), end);
}

/// What a platform writes below the messages that it gathers, in a paragraph of its own.
bool is_of_the_platform(std::string_view line)
{
    return line.starts_with("See merge request ") || line.starts_with("Closes ");
}

/// The trailers of all paragraphs at the end that hold nothing else: a platform puts its own behind those of the
/// author.
std::vector<Trailer> trailers_of_last_paragraphs(MessageLines const& lines)
{
    std::vector<std::vector<Trailer>> blocks;
    auto const title = title_end(lines);
    auto end = without_comments_at_end(lines);
    while (end > title) {
        auto const begin = block_begin(lines, title, end);
        if (begin < end) {
            blocks.push_back(trailers_in(lines, begin, end));
            end = begin;
            continue;
        }
        while (end > title && is_blank_line(lines[end - 1])) --end;
        if (end == title || !is_of_the_platform(lines[end - 1])) break;
        --end;
        if (end > title && !is_blank_line(lines[end - 1])) break;
    }
    std::vector<Trailer> all;
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block)
        std::ranges::move(*block, std::back_inserter(all));
    return all;
}

/// One message within a message.
struct Gathered {
    MessageLines lines;
    bool of_a_commit = false;  ///< one of those that were squashed; else what stands around them
};

bool is_hex(std::string_view text)
{
    return text.size() >= 7 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_line_of_dashes(std::string_view line)
{
    auto const dashes = without_spaces_around(line);
    return dashes.size() >= 3 && dashes.find_first_not_of('-') == std::string_view::npos;
}

/// As `git merge --squash` quotes commits: `commit 1234…`, their headers, and their messages four columns in.
std::vector<Gathered> quoted_messages(MessageLines const& lines)
{
    std::vector<Gathered> found;
    auto in_headers = false;
    for (auto const line : lines) {
        if (line.starts_with("commit ") && is_hex(without_spaces_around(line.substr(7)))) {
            found.push_back({{}, true});
            in_headers = true;
        } else if (in_headers) {
            in_headers = !is_blank_line(line);
        } else if (!found.empty()) {
            found.back().lines.push_back(line.starts_with("    ") ? line.substr(4) : line);
        }
    }
    return found;
}

std::vector<Gathered> gathered_messages(MessageLines const& lines)
{
    if (std::ranges::find(lines, "Squashed commit of the following:") != lines.end()) return quoted_messages(lines);
    std::vector<Gathered> found(1);
    found.front().of_a_commit = !lines.empty() && lines.front().starts_with("* ");
    auto const title = title_end(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const line = lines[i];
        auto const begins = i > title && (is_blank_line(lines[i - 1]) || lines[i - 1].starts_with("* "));
        if (begins && line.starts_with("* ")) {
            found.push_back({{}, true});
        } else if (begins && is_line_of_dashes(line)) {
            found.push_back({{"-"}, false});  // stands for a title
            continue;
        } else if (is_divider(line)) {
            found.push_back({{"-"}, false});
            continue;
        }
        found.back().lines.push_back(line);
    }
    return found;
}

bool says_correction(std::vector<Trailer> const& trailers)
{
    return std::ranges::any_of(
        trailers, [](Trailer const& one) { return same_name(one.name, "Correction") && same_name(one.value, "yes"); });
}

std::vector<std::string> reasons_in(std::vector<Trailer> const& trailers)
{
    std::vector<std::string> reasons;
    for (auto const& one : trailers)
        if (same_name(one.name, "Reason") && !one.value.empty()) reasons.push_back(one.value);
    return reasons;
}

}  // namespace

std::vector<Trailer> trailers(std::string_view message)
{
    auto lines = lines_of_message(message);
    lines.erase(std::ranges::find_if(lines, is_divider), lines.end());
    return trailers_of(lines);
}

Grounds grounds(std::string_view message)
{
    // Most messages hold neither word, and need no closer look.
    if (message.find(separator) == std::string_view::npos) return {};
    auto const lines = lines_of_message(message);
    Grounds found;
    std::vector<std::string> reasons;
    auto reason_for_another = false;
    auto all_correct = true;
    auto one_corrects = false;
    auto last_corrects = false;
    for (auto const& one : gathered_messages(lines)) {
        auto const said = trailers_of_last_paragraphs(one.lines);
        auto const corrects = says_correction(said);
        auto const why = reasons_in(said);
        reason_for_another = reason_for_another || (!why.empty() && !corrects);
        if (one.of_a_commit) all_correct = all_correct && corrects;
        one_corrects = one_corrects || corrects;
        last_corrects = corrects;
        for (auto const& reason : why)
            if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
    }
    for (auto const& reason : reasons) found.reason += (found.reason.empty() ? "" : "; ") + reason;
    found.correction = one_corrects && !reason_for_another && (last_corrects || all_correct);
    return found;
}

}  // namespace sss
