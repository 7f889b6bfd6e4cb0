#include "records/sheet/number_format.hpp"

#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr double last_day = 2958465;  ///< 31 December 9999, counted from 1900
constexpr double no_day = 60;         ///< 29 February 1900, which never was
constexpr double apart = 1462;        ///< days between the two ways to count
constexpr std::int64_t seconds_a_day = 86400;

/// The first part of a format without what it writes as it stands: quotations, conditions and colours, escaped signs.
std::string letters_of(std::string_view code)
{
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        auto const c = code[i];
        if (c == '"' || c == '[') {
            auto const end = code.find(c == '"' ? '"' : ']', i + 1);
            if (end == std::string_view::npos) break;
            // Elapsed hours stand between brackets too.
            if (c == '[' && end == i + 2) letters += code[i + 1];
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return letters;
}

}  // namespace

ShownAs shown_by(int format)
{
    if (format == 22) return ShownAs::moment;
    if (format == 17) return ShownAs::month;
    if (format >= 14 && format <= 16) return ShownAs::day;
    if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47)) return ShownAs::time;
    // Those of East Asian and Thai workbooks.
    if ((format >= 27 && format <= 31) || format == 36 || (format >= 50 && format <= 58) ||
        (format >= 71 && format <= 72))
        return ShownAs::day;
    return ShownAs::number;
}

ShownAs shown_by(std::string_view code)
{
    auto const letters = letters_of(code);
    if (letters.find("general") != std::string::npos) return ShownAs::number;
    auto const has = [&](char c) { return letters.find(c) != std::string::npos; };
    auto const clock = has('h') || has('s');
    if (has('d') || (has('y') && clock)) return clock ? ShownAs::moment : ShownAs::day;
    if (clock) return ShownAs::time;
    if (has('m')) return ShownAs::month;
    return has('y') ? ShownAs::year : ShownAs::number;
}

std::optional<std::string> date_shown(double days, ShownAs as, bool since_1904)
{
    if (since_1904) days += apart;
    auto seconds = static_cast<std::int64_t>(0);
    if (!(days >= 1) || days >= last_day + 1) return std::nullopt;
    auto whole = std::floor(days);
    seconds = std::llround((days - whole) * static_cast<double>(seconds_a_day));
    if (seconds == seconds_a_day) {
        whole += 1;
        seconds = 0;
    }
    if (whole == no_day || whole > last_day) return std::nullopt;
    std::chrono::sys_days const first{std::chrono::year{1899} / 12 / (whole < no_day ? 31 : 30)};
    std::chrono::year_month_day const date{first + std::chrono::days{static_cast<int>(whole)}};
    auto const year = static_cast<int>(date.year());
    auto const month = static_cast<unsigned>(date.month());
    auto const day = fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(date.day()));
    if (as == ShownAs::year) return fmt::format("{:04}", year);
    if (as == ShownAs::month) return fmt::format("{:04}-{:02}", year, month);
    if (as != ShownAs::moment || seconds == 0) return day;
    return fmt::format("{}T{:02}:{:02}:{:02}", day, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace sss
