#include "records/bare_value.hpp"

#include "records/toml_tree.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace sss {
namespace {

using Answer = std::optional<Explanation>;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// `d` stands for a digit, everything else for itself.
bool has_form(std::string_view text, std::string_view form)
{
    return text.size() == form.size() &&
           std::ranges::equal(text, form, [](char c, char f) { return f == 'd' ? is_digit(c) : c == f; });
}

int number(std::string_view digits)
{
    int value = 0;
    for (auto const c : digits.substr(0, 9)) value = value * 10 + (c - '0');
    return value;
}

bool is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

int days_in(int year, int month)
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

Answer explain_day(int year, int month, int day)
{
    auto const month_text = fmt::format("{:04}-{:02}", year, month);
    if (month < 1 || month > 12) {
        return Explanation{"impossible-date", fmt::format("there is no month {:02}", month),
                           fmt::format("months go from 01 to 12; write \"{:04}\" if only the year is known", year)};
    }
    auto const last = days_in(year, month);
    if (day >= 1 && day <= last) return std::nullopt;
    auto const name = month_names[static_cast<std::size_t>(month - 1)];
    auto message = fmt::format("{} has {} days", name, last);
    if (month == 2 && day == 29) message = fmt::format("{} is no leap year: its February has 28 days", year);
    if (day < 1) message = "there is no day 00";
    return Explanation{"impossible-date", std::move(message),
                       fmt::format("write {}-{:02}, or \"{}\" if only the month is known", month_text,
                                   day < 1 ? 1 : last, month_text)};
}

Answer explain_time(std::string_view time)
{
    if (has_form(time, "dd:dd")) {
        return Explanation{"syntax", "a time of day takes seconds too", fmt::format("write {}:00", time)};
    }
    if (time.size() < 8 || !has_form(time.substr(0, 8), "dd:dd:dd")) return std::nullopt;
    auto const hour = number(time.substr(0, 2));
    auto const minute = number(time.substr(3, 2));
    auto const second = number(time.substr(6, 2));
    auto const none = [](std::string_view what, int value) {
        return Explanation{"impossible-date", fmt::format("there is no {} {}", what, value),
                           "a day's times go from 00:00:00 to 23:59:59"};
    };
    if (hour > 23) return none("hour", hour);
    if (minute > 59) return none("minute", minute);
    if (second > 59) return none("second", second);
    return std::nullopt;
}

/// One end of a rough date as product.md's forms have it: 2018, 2018-04, 2018-Q4, 2018-H2, 2018-04-25, each with `~`.
bool is_rough_date(std::string_view text)
{
    if (text.ends_with('~')) text.remove_suffix(1);
    return std::ranges::any_of(std::array<std::string_view, 5>{"dddd", "dddd-dd", "dddd-Qd", "dddd-Hd", "dddd-dd-dd"},
                               [&](std::string_view form) { return has_form(text, form); });
}

Answer explain_rough_date(std::string_view token)
{
    auto const slash = token.find('/');
    auto const range = slash != std::string_view::npos && is_rough_date(token.substr(0, slash)) &&
                       is_rough_date(token.substr(slash + 1));
    if (!range && !is_rough_date(token)) return std::nullopt;
    return Explanation{"syntax",
                       range ? "a range of dates needs quotes" : "a date that is not one exact day needs quotes",
                       "write " + quoted(token)};
}

/// The three numbers of a date whose parts are parted by `separator`; empty where it is none.
std::vector<std::string_view> three_numbers(std::string_view token, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= token.size() && parts.size() < 4;) {
        auto const end = std::min(token.find(separator, begin), token.size());
        parts.push_back(token.substr(begin, end - begin));
        begin = end + 1;
    }
    auto const sound = parts.size() == 3 && std::ranges::all_of(parts, [](std::string_view part) {
                           return all_digits(part) && (part.size() <= 2 || part.size() == 4);
                       });
    return sound ? parts : std::vector<std::string_view>{};
}

Answer explain_other_date(std::string_view token)
{
    for (auto const separator : {'-', '/', '.'}) {
        auto const parts = three_numbers(token, separator);
        if (parts.empty()) continue;
        auto const year_first = parts[0].size() == 4;
        if (!year_first && parts[2].size() != 4) continue;
        auto const year = number(year_first ? parts[0] : parts[2]);
        auto month = number(parts[1]);
        auto day = number(year_first ? parts[2] : parts[0]);
        // 04/25/2018 can only be the American order; 04/05/2018 could be either, so it is not guessed.
        if (!year_first && month > 12 && day <= 12) std::swap(month, day);
        auto const unsure = !year_first && separator == '/' && month <= 12 && day <= 12 && month != day;
        auto help = fmt::format("write {:04}-{:02}-{:02}", year, month, day);
        if (unsure || explain_day(year, month, day)) help = "write it as YYYY-MM-DD";
        return Explanation{"syntax", "a date is written year-month-day, with four, two and two digits",
                           std::move(help)};
    }
    return std::nullopt;
}

Answer explain_date(std::string_view token)
{
    if (token.size() >= 10 && has_form(token.substr(0, 10), "dddd-dd-dd")) {
        auto const impossible =
            explain_day(number(token.substr(0, 4)), number(token.substr(5, 2)), number(token.substr(8, 2)));
        if (impossible) return impossible;
        if (token.size() > 11 && std::string_view{"Tt "}.find(token[10]) != std::string_view::npos) {
            return explain_time(token.substr(11));
        }
    }
    if (auto time = explain_time(token)) return time;
    if (auto rough = explain_rough_date(token)) return rough;
    return explain_other_date(token);
}

Answer explain_number(std::string_view token)
{
    auto const sign = token.starts_with('-') || token.starts_with('+');
    auto const digits = token.substr(sign ? 1 : 0);
    if (all_digits(digits)) {
        if (digits.size() > 1 && digits[0] == '0') {
            auto const first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
            return Explanation{"syntax", "a number does not begin with 0",
                               fmt::format("write {}{}, or {} if it is a text", token.substr(0, sign ? 1 : 0),
                                           digits.substr(first), quoted(token))};
        }
        return Explanation{"syntax", "the number is too large: whole numbers end at 9223372036854775807",
                           "write " + quoted(token) + " if it is a text"};
    }
    auto const mark = digits.find_first_of(".,");
    if (mark == std::string_view::npos) return std::nullopt;
    auto const whole = digits.substr(0, mark);
    auto const decimals = digits.substr(mark + 1);
    if ((!whole.empty() && !all_digits(whole)) || (!decimals.empty() && !all_digits(decimals))) return std::nullopt;
    if (whole.empty() && decimals.empty()) return std::nullopt;
    auto const write = fmt::format("write {}{}.{}", token.substr(0, sign ? 1 : 0), whole.empty() ? "0" : whole,
                                   decimals.empty() ? "0" : decimals);
    if (digits[mark] == ',') return Explanation{"syntax", "a number takes a point before its decimals", write};
    if (whole.empty() || decimals.empty()) {
        return Explanation{"syntax", "a decimal point stands between two digits", write};
    }
    return std::nullopt;
}

std::string lower(std::string_view text)
{
    std::string out{text};
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

bool is_one_of(std::string_view word, std::span<std::string_view const> words)
{
    return std::ranges::find(words, word) != words.end();
}

Answer explain_word(std::string_view token)
{
    static constexpr std::array<std::string_view, 4> yes = {"true", "yes", "on", "y"};
    static constexpr std::array<std::string_view, 4> no = {"false", "no", "off", "n"};
    static constexpr std::array<std::string_view, 6> nothing = {"null", "none", "nil", "n/a", "undefined", "~"};
    auto const word = lower(token);
    auto const text = ", or " + quoted(token) + " if it is a text";
    if (is_one_of(word, yes))
        return Explanation{"syntax", "a truth value is written true or false", "write true" + text};
    if (is_one_of(word, no))
        return Explanation{"syntax", "a truth value is written true or false", "write false" + text};
    if (is_one_of(word, nothing)) {
        return Explanation{"syntax", "there is no value for 'nothing'",
                           "leave the line out as long as nothing is known"};
    }
    return std::nullopt;
}

std::string_view without_typographic_quotes(std::string_view token)
{
    token.remove_prefix(typographic_quote(token));
    for (std::size_t width = 2; width <= 3; ++width) {
        if (token.size() >= width && typographic_quote(token.substr(token.size() - width)) == width) {
            token.remove_suffix(width);
            break;
        }
    }
    return token;
}

}  // namespace

std::size_t typographic_quote(std::string_view text)
{
    auto const [c, length] = first_code_point(text);
    auto const is_quote = c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
                          c == 0xFF02 || (c >= 0x300C && c <= 0x300F);
    return is_quote ? length : 0;
}

std::string quoted(std::string_view text)
{
    auto const plain = text.find_first_of("\"\\") == std::string_view::npos;
    if (!plain && text.find('\'') == std::string_view::npos) return fmt::format("'{}'", text);
    std::string out = "\"";
    for (auto const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

Explanation explain_control_character(char c)
{
    auto const code = static_cast<unsigned char>(c);
    if (c == '\r') {
        return {"syntax", "a carriage return stands alone here", "end every line with a line feed, or with CR LF"};
    }
    return {"syntax", fmt::format("the control character U+{:04X} cannot stand in TOML", code),
            fmt::format("take it away, or write \\u{:04X} within a text in double quotes", code)};
}

std::string plain_description(std::string_view description)
{
    if (description.starts_with("Error while parsing ")) {
        if (auto const colon = description.find(": "); colon != std::string_view::npos)
            description.remove_prefix(colon + 2);
    }
    std::string sentence{description};
    if (!sentence.empty() && sentence[0] >= 'A' && sentence[0] <= 'Z')
        sentence[0] = static_cast<char>(sentence[0] + 32);
    return "this is not TOML: " + sentence;
}

std::optional<Explanation> explain_bare_value(std::string_view token)
{
    auto const control = std::ranges::find_if(
        token, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f'; });
    if (control != token.end()) return explain_control_character(*control);

    // The library judges; here only words are found for its judgement.
    Table ignored;
    auto const error = read_toml("v=" + std::string{token}, nullptr, ignored);
    if (!error) return std::nullopt;

    if (typographic_quote(token) > 0) {
        return Explanation{"syntax", "typographic quotation marks do not hold a text; plain ones do",
                           "write " + quoted(without_typographic_quotes(token))};
    }
    if (token.starts_with('=')) return Explanation{"syntax", "one '=' is enough between a key and its value", ""};
    if (auto date = explain_date(token)) return date;
    if (auto word = explain_word(token)) return word;
    if (auto digits = explain_number(token)) return digits;
    if (token.ends_with('"')) {
        auto const text = token.substr(0, token.size() - 1);
        return Explanation{"syntax", "the quotation mark that begins the text is missing", "write " + quoted(text)};
    }
    return Explanation{"syntax", "a text value needs quotes", "write " + quoted(token)};
}

}  // namespace sss
