#include "print/text/text_diff.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

namespace sss {
namespace {

constexpr std::size_t context = 3;
/// Beyond so many pairs of lines the middle is told as replaced whole.
constexpr std::size_t most_pairs = 4'000'000;

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

struct Line {
    char sign;  ///< ' ', '-' or '+'
    std::string_view text;
};

/// A longest common subsequence, worked out from the end.
void compare(std::vector<std::string_view> const& a, std::vector<std::string_view> const& b, std::vector<Line>& out)
{
    auto const width = b.size() + 1;
    std::vector<std::uint32_t> common(a.size() * b.size() > most_pairs ? 0 : (a.size() + 1) * width, 0);
    if (!common.empty())
        for (auto i = a.size(); i-- > 0;)
            for (auto j = b.size(); j-- > 0;)
                common[i * width + j] = a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1
                                                     : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        auto const both = i < a.size() && j < b.size();
        if (both && a[i] == b[j] && !common.empty()) {
            out.push_back({' ', a[i++]});
            ++j;
        } else if (i < a.size() &&
                   (j == b.size() || common.empty() || common[(i + 1) * width + j] >= common[i * width + j + 1]))
        {
            out.push_back({'-', a[i++]});
        } else {
            out.push_back({'+', b[j++]});
        }
    }
}

std::vector<Line> all_lines(std::string_view before, std::string_view after)
{
    auto a = lines_of(before), b = lines_of(after);
    std::vector<Line> lines, end;
    std::size_t front = 0;
    while (front < a.size() && front < b.size() && a[front] == b[front]) lines.push_back({' ', a[front++]});
    while (a.size() > front && b.size() > front && a.back() == b.back()) {
        end.push_back({' ', a.back()});
        a.pop_back();
        b.pop_back();
    }
    auto const begin = static_cast<std::ptrdiff_t>(front);
    compare({a.begin() + begin, a.end()}, {b.begin() + begin, b.end()}, lines);
    lines.insert(lines.end(), end.rbegin(), end.rend());
    return lines;
}

std::string range(std::size_t first, std::size_t count)
{
    return count == 1 ? fmt::format("{}", first + 1) : fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after)
{
    if (before == after) return "";
    auto const lines = all_lines(before, after);
    std::string text = fmt::format("--- a/{}\n+++ b/{}\n", path, path);
    std::size_t old_line = 0, new_line = 0;
    for (std::size_t at = 0; at < lines.size();) {
        auto const changed = [&](std::size_t i) { return lines[i].sign != ' '; };
        auto first = at;
        while (first < lines.size() && !changed(first)) ++first;
        if (first == lines.size()) break;
        auto const begin = std::max(at, first < context ? 0 : first - context);
        old_line += begin - at;
        new_line += begin - at;
        // A hunk reaches on while the next change is so near that their contexts would touch.
        auto end = first, quiet = std::size_t{0};
        for (auto i = first; i < lines.size() && quiet <= 2 * context; ++i) {
            quiet = changed(i) ? 0 : quiet + 1;
            if (quiet == 0) end = i + 1;
        }
        end = std::min(end + context, lines.size());
        std::string hunk;
        std::size_t old_count = 0, new_count = 0;
        for (auto i = begin; i < end; ++i) {
            auto const& [sign, line] = lines[i];
            old_count += sign != '+';
            new_count += sign != '-';
            hunk += fmt::format("{}{}", sign, line);
            if (!line.ends_with('\n')) hunk += "\n\\ No newline at end of file\n";
        }
        text += fmt::format("@@ -{} +{} @@\n{}", range(old_line, old_count), range(new_line, new_count), hunk);
        old_line += old_count;
        new_line += new_count;
        at = end;
    }
    return text;
}

}  // namespace sss
