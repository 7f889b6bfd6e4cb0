#include "records/lines.hpp"

#include "support/utf8.hpp"

#include <algorithm>

namespace sss {
namespace {

constexpr std::string_view leading_mark = "\xEF\xBB\xBF";

std::uint32_t characters(std::string_view text)
{
    return static_cast<std::uint32_t>(count_characters(text));
}

}  // namespace

Lines::Lines(std::string_view text) : text_(text)
{
    starts_.push_back(text.starts_with(leading_mark) ? leading_mark.size() : 0);
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
        starts_.push_back(end + 1);
    }
}

std::string_view Lines::line(std::uint32_t number) const
{
    if (number == 0 || number > starts_.size()) return {};
    auto const begin = starts_[number - 1];
    auto const end = number < starts_.size() ? starts_[number] - 1 : text_.size();
    auto found = text_.substr(begin, end - begin);
    if (number < starts_.size() && found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

Place Lines::place(std::size_t begin, std::size_t end) const
{
    begin = std::clamp(begin, starts_.front(), text_.size());
    auto const after = std::ranges::upper_bound(starts_, begin);
    auto const number = static_cast<std::uint32_t>(after - starts_.begin());
    auto const start = starts_[number - 1];
    auto const stop = std::min(end, start + line(number).size());
    return {number, characters(text_.substr(start, begin - start)) + 1,
            stop > begin ? characters(text_.substr(begin, stop - begin)) : 0};
}

std::size_t Lines::offset(std::uint32_t number, std::uint32_t column) const
{
    if (number == 0) return 0;
    if (number > starts_.size()) return text_.size();
    auto const text = line(number);
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < text.size(); ++i) at += first_code_point(text.substr(at)).length;
    return starts_[number - 1] + at;
}

std::uint32_t Lines::rest_of_line(std::uint32_t number, std::uint32_t column) const
{
    auto const all = characters(line(number));
    return column <= all ? all - column + 1 : 0;
}

}  // namespace sss
