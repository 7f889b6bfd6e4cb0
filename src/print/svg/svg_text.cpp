#include "print/svg/svg.hpp"
#include "support/utf8.hpp"

#include <algorithm>

namespace sss {

namespace {

/// Hundredths of an em of the characters from the blank to '~', as the wider of Noto Sans and DejaVu Sans has them: a
/// bare Linux machine has the latter alone, and nothing may leave the picture there.
constexpr std::uint8_t ascii_widths[] = {
    // clang-format off
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 56, 84, 32, 37, 32, 38, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 77, 64,
    58, 78, 76, 34, 30, 66, 56, 91, 76, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69,
    62, 69, 40, 38, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58,
    28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 56, 64, 84,
    // clang-format on
};

/// In ems, as wide as the wider of the usual fonts has it.
double letter_width(char32_t letter)
{
    if (letter < ' ' || letter == 0x7f) return 0;
    if (letter < 0x7f) return ascii_widths[letter - ' '] / 100.;
    if (letter == U'…') return 1;
    if (letter == U'—') return 1;
    auto const columns = display_width(encode_utf8(letter));
    // Arabic letters join: on the average of words they are narrower than each alone.
    auto const arabic = (0x600 <= letter && letter < 0x780) || (0xfb50 <= letter && letter < 0xfe00) ||
                        (0xfe70 <= letter && letter < 0xff00);
    return columns == 0 ? 0 : columns == 2 ? 1.03 : arabic ? 0.51 : 0.64;
}

}  // namespace

double text_width(std::string_view text, double size)
{
    // What would hide or reorder is written out.
    auto const written = visible(text);
    double width = 0;
    for (std::string_view rest = written; !rest.empty();) {
        auto const letter = first_code_point(rest);
        width += letter_width(letter.value);
        rest.remove_prefix(std::max<std::size_t>(letter.length, 1));
    }
    return width * size;
}

std::string fitted(std::string_view text, double size, double width)
{
    if (text_width(text, size) <= width) return std::string{text};
    for (auto columns = display_width(text); columns > 1; --columns) {
        auto cut = truncated(text, columns - 1);
        if (text_width(cut, size) <= width) return cut;
    }
    return "…";
}

std::string cut_within(std::string_view text, std::function<bool(std::string const&)> const& fits)
{
    if (std::string whole{text}; fits(whole)) return whole;
    std::vector<std::string> letters;
    for (auto rest = text; !rest.empty();) {
        auto const length = std::max<std::size_t>(first_code_point(rest).length, 1);
        auto const letter = rest.substr(0, length);
        if (display_width(letter) == 0 && !letters.empty())
            letters.back() += letter;
        else
            letters.emplace_back(letter);
        rest.remove_prefix(length);
    }
    for (auto kept = letters.size(); kept-- > 2;) {
        auto const end = kept / 2;
        std::string cut;
        for (std::size_t i = 0; i < kept - end; ++i) cut += letters[i];
        cut.erase(cut.find_last_not_of(' ') + 1);
        cut += "…";
        for (auto i = letters.size() - end; i < letters.size(); ++i) cut += letters[i];
        if (fits(cut)) return cut;
    }
    return "…";
}

std::string fitted_within(std::string_view text, double size, double width)
{
    return cut_within(text, [&](std::string const& cut) { return text_width(cut, size) <= width; });
}

std::string fitted_apart(std::string_view text, std::vector<std::string> const& others, double size, double width)
{
    auto const cut = fitted(text, size, width);
    if (cut == text) return cut;
    auto const twin = [&](std::string const& other) { return other != text && fitted(other, size, width) == cut; };
    return std::ranges::any_of(others, twin) ? fitted_within(text, size, width) : cut;
}

std::vector<std::string> fitted_lines(std::string_view text, double size, double width)
{
    std::vector<std::string> lines{""};
    while (!text.empty()) {
        auto const space = std::min(text.find(' '), text.size());
        auto const word = std::string{text.substr(0, space)};
        text.remove_prefix(std::min(space + 1, text.size()));
        auto const longer = lines.back().empty() ? word : lines.back() + ' ' + word;
        if (text_width(longer, size) <= width)
            lines.back() = longer;
        else if (lines.back().empty())
            lines.back() = fitted(word, size, width);
        else
            lines.push_back(fitted(word, size, width));
    }
    return lines;
}

}  // namespace sss
