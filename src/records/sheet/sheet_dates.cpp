#include "records/sheet/sheet_dates.hpp"

#include "records/toml/forms.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t most_wrong = 5;
constexpr int century = 2000;  ///< of years of two digits

/// The numbers of a cell, as they stand.
struct Numbers {
    std::array<int, 3> parts{};
    std::array<std::size_t, 3> digits{};
    std::size_t count = 0;
    char separator = 0;
};

/// Two or three numbers with the same sign between; nothing where the cell is anything else. A clock at midnight, as
/// spreadsheets add it to a day, is passed over.
std::optional<Numbers> numbers_in(std::string_view cell)
{
    for (auto const midnight : {" 00:00:00", " 0:00:00", " 00:00", " 0:00"})
        if (cell.ends_with(midnight)) {
            cell.remove_suffix(std::string_view{midnight}.size());
            break;
        }
    Numbers numbers;
    while (!cell.empty()) {
        if (numbers.count == 3) return std::nullopt;
        auto const end = static_cast<std::size_t>(std::ranges::find_if_not(cell, is_digit) - cell.begin());
        if (end == 0 || end > 4 || end == 3) return std::nullopt;
        auto& part = numbers.parts[numbers.count];
        std::from_chars(cell.data(), cell.data() + end, part);
        numbers.digits[numbers.count++] = end;
        cell.remove_prefix(end);
        if (cell.empty()) break;
        auto const sign = cell.front();
        if (std::string_view{"./-"}.find(sign) == std::string_view::npos) return std::nullopt;
        if (numbers.separator != 0 && numbers.separator != sign) return std::nullopt;
        numbers.separator = sign;
        cell.remove_prefix(1);
        if (cell.empty()) return std::nullopt;
    }
    auto const longs = std::ranges::count(numbers.digits, 4U);
    if (numbers.count < 2 || longs > 1 || numbers.digits[1] == 4) {
        auto const month_and_year = numbers.count == 2 && longs == 1;
        if (!month_and_year) return std::nullopt;
    }
    if (numbers.count == 2 && longs == 0) return std::nullopt;
    return numbers;
}

std::optional<std::string> day_of(int year, int month, int day)
{
    std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// The cell's date, its numbers taken in this order; nothing where there is none.
std::optional<std::string> in_order(Numbers const& numbers, DateOrder order)
{
    auto const& [first, second, third] = numbers.parts;
    auto const short_year = std::ranges::count(numbers.digits, 4U) == 0;
    auto const year_of = [&](int year) { return short_year ? century + year : year; };
    switch (order) {
        case DateOrder::day_first: return day_of(year_of(third), second, first);
        case DateOrder::month_first: return day_of(year_of(third), first, second);
        case DateOrder::year_first: return day_of(year_of(first), second, third);
    }
    return std::nullopt;
}

/// The order that the cell's form leaves no doubt of.
std::optional<DateOrder> sure_order(Numbers const& numbers)
{
    if (numbers.digits[0] == 4) return DateOrder::year_first;
    if (numbers.separator == '.' && numbers.digits[2] == 4) return DateOrder::day_first;
    return std::nullopt;
}

/// The year that is told; 0: none of four digits.
int long_year(Numbers const& numbers)
{
    for (std::size_t i = 0; i < numbers.count; ++i)
        if (numbers.digits[i] == 4) return numbers.parts[i];
    return 0;
}

/// Years of the Persian and the Islamic calendar, and of the Thai one, as they are written in our days.
bool is_of_another_calendar(int year)
{
    return (year >= 1300 && year < 1500) || (year >= 2450 && year < 2650);
}

std::string plain(std::string_view cell)
{
    return with_latin_digits(trimmed(cell));
}

std::string_view name_of_order(DateOrder order)
{
    switch (order) {
        case DateOrder::day_first: return "day, month, year";
        case DateOrder::month_first: return "month, day, year";
        case DateOrder::year_first: return "year, month, day";
    }
    return "";
}

}  // namespace

std::optional<DateOrder> read_date_format(std::string_view format)
{
    std::string letters;
    for (auto const c : format) {
        auto const small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (std::string_view{"./- "}.find(small) != std::string_view::npos) continue;
        if (std::string_view{"dmy"}.find(small) == std::string_view::npos) return std::nullopt;
        if (letters.empty() || letters.back() != small) letters += small;
    }
    if (letters == "dmy") return DateOrder::day_first;
    if (letters == "mdy") return DateOrder::month_first;
    if (letters == "ymd") return DateOrder::year_first;
    return std::nullopt;
}

void SheetDates::see(std::uint32_t row, std::string_view cell)
{
    auto const text = plain(cell);
    auto const numbers = numbers_in(text);
    auto const wrong = [&](std::string const& what) {
        if (wrong_.size() < most_wrong) wrong_.push_back(fmt::format("row {}: {}", row, what));
    };
    if (!numbers) return;
    if (auto const year = long_year(*numbers); is_of_another_calendar(year))
        return wrong(
            fmt::format("{} has the year {}, which is of another calendar; write the date in the Gregorian one",
                        visible(trimmed(cell)), year));
    if (numbers->count == 2 || sure_order(*numbers)) return;
    if (said_) {
        if (!in_order(*numbers, *said_))
            wrong(fmt::format("{} is no date in the order {}", visible(trimmed(cell)), name_of_order(*said_)));
        return;
    }
    if (long_year(*numbers) == 0)
        return wrong(
            fmt::format("{} has a year of two digits; say in what order it stands, as in --date-format dd.mm.yy",
                        visible(trimmed(cell))));
    auto const day = in_order(*numbers, DateOrder::day_first);
    auto const month = in_order(*numbers, DateOrder::month_first);
    if (day && !month && !day_first_) day_first_ = {row, text};
    if (month && !day && !month_first_) month_first_ = {row, text};
    if (day && month && day != month && !open_) open_ = {row, text};
}

std::vector<std::string> SheetDates::problems() const
{
    auto all = wrong_;
    if (said_) return all;
    if (day_first_ && month_first_)
        all.push_back(
            fmt::format("the day stands first in row {} ({}), and the month in row {} ({}); write one of them "
                        "otherwise, best as in 2026-06-15",
                        day_first_->row, day_first_->text, month_first_->row, month_first_->text));
    else if (open_ && !day_first_ && !month_first_)
        all.push_back(fmt::format("row {}: {} may be {} or {}; say which with --date-format dd/mm/yyyy or mm/dd/yyyy",
                                  open_->row, open_->text, *in_order(*numbers_in(open_->text), DateOrder::day_first),
                                  *in_order(*numbers_in(open_->text), DateOrder::month_first)));
    return all;
}

std::string SheetDates::read(std::string_view cell) const
{
    auto text = plain(cell);
    auto const numbers = numbers_in(text);
    if (!numbers) return text;
    if (numbers->count == 2) {
        auto const year_stands_first = numbers->digits[0] == 4;
        auto const year = numbers->parts[year_stands_first ? 0 : 1];
        auto const month = numbers->parts[year_stands_first ? 1 : 0];
        return month >= 1 && month <= 12 ? fmt::format("{:04}-{:02}", year, month) : text;
    }
    auto order = sure_order(*numbers);
    if (!order) order = said_;
    if (!order) order = month_first_ && !day_first_ ? DateOrder::month_first : DateOrder::day_first;
    return in_order(*numbers, *order).value_or(text);
}

std::string with_latin_digits(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        auto const point = first_code_point(text);
        auto const value = static_cast<std::uint32_t>(point.value);
        if (value >= 0x0660 && value <= 0x0669)
            out += static_cast<char>('0' + static_cast<int>(value - 0x0660));
        else if (value >= 0x06F0 && value <= 0x06F9)
            out += static_cast<char>('0' + static_cast<int>(value - 0x06F0));
        else
            out += text.substr(0, point.length);
        text.remove_prefix(std::max<std::size_t>(point.length, 1));
    }
    return out;
}

}  // namespace sss
