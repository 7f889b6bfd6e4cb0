#include "records/bare_value.hpp"

#include "programme/date.hpp"
#include "records/toml/forms.hpp"
#include "records/toml_tree.hpp"
#include "support/utf8.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace sss {
namespace {

using Answer = std::optional<Explanation>;

bool all_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// The commonest sound values, so that a long list of numbers does not go through the library one by one.
bool is_plain_number(std::string_view token)
{
    auto const point = std::min(token.find('.'), token.size());
    auto const whole = token.substr(0, point);
    auto const sound = all_digits(whole) && whole.size() < 16 && (whole[0] != '0' || whole.size() == 1);
    return sound && (point == token.size() || (token.size() < 32 && all_digits(token.substr(point + 1))));
}

int number(std::string_view digits)
{
    int value = 0;
    for (auto const c : digits.substr(0, 9)) value = value * 10 + (c - '0');
    return value;
}

Answer explain_time(std::string_view time)
{
    if (has_form(time, "dd:dd")) {
        return Explanation{"syntax", "a time of day takes seconds too", {"write {time}:00", "time"_arg = time}};
    }
    if (time.size() < 8 || !has_form(time.substr(0, 8), "dd:dd:dd")) return std::nullopt;
    auto const hour = number(time.substr(0, 2));
    auto const minute = number(time.substr(3, 2));
    auto const second = number(time.substr(6, 2));
    auto const impossible = [](Sentence message) {
        return Explanation{"impossible-date", std::move(message), "the times of a day go from 00:00:00 to 23:59:59"};
    };
    if (hour > 23) return impossible({"there is no hour {number}", "number"_key = hour});
    if (minute > 59) return impossible({"there is no minute {number}", "number"_key = minute});
    if (second > 59) return impossible({"there is no second {number}", "number"_key = second});
    return std::nullopt;
}

/// Whether the writer had a date in mind: 2018-…, 2018/…, 2018~, and three numbers of which one is a year.
bool looks_like_date(std::string_view token)
{
    if (token.size() < 5 || !is_digit(token[0])) return false;
    auto const digits_and = [&](std::string_view others) {
        return std::ranges::all_of(token,
                                   [&](char c) { return is_digit(c) || others.find(c) != std::string_view::npos; });
    };
    if (all_digits(token.substr(0, 4)) && std::string_view{"-/~"}.find(token[4]) != std::string_view::npos) return true;
    auto const marks = std::ranges::count_if(token, [](char c) { return !is_digit(c); });
    auto const year =
        token.size() >= 8 && (all_digits(token.substr(0, 4)) || all_digits(token.substr(token.size() - 4)));
    return marks == 2 && year && digits_and("./-");
}

Sentence write_text(std::string_view text)
{
    return {"write {text}", "text"_arg = as_toml_string(text)};
}

Answer explain_date(std::string_view token)
{
    if (auto time = explain_time(token)) return time;
    if (!looks_like_date(token)) return std::nullopt;
    auto const reading = parse_date(token, Zone::utc());
    if (auto const* problem = std::get_if<DateProblem>(&reading)) {
        auto const whole_day = token.size() >= 10 && has_form(token.substr(0, 10), "dddd-dd-dd");
        auto const known = whole_day || problem->sort == DateProblem::Sort::a_part;
        return Explanation{whole_day ? "impossible-date" : "syntax",
                           known ? problem->message : Sentence{"a date is written year-month-day"}, problem->help};
    }
    if (token.find(':') != std::string_view::npos) {
        return Explanation{"syntax", "a time of day without its seconds needs quotes", write_text(token)};
    }
    auto const range = token.find('/') != std::string_view::npos;
    return Explanation{
        "syntax",
        range ? Sentence{"a range of dates needs quotes"} : Sentence{"a date that is not one exact day needs quotes"},
        write_text(token)};
}

/// Digits in the form of TOML's floating numbers with an exponent: "1e400", "12_000.5E-7".
bool is_floating(std::string_view text)
{
    auto const take_digits = [&text] {
        auto const begun = text.size();
        while (!text.empty() && (is_digit(text[0]) || (text[0] == '_' && text.size() != begun))) text.remove_prefix(1);
        return text.size() != begun;
    };
    if (!take_digits()) return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!take_digits()) return false;
    }
    if (!text.starts_with('e') && !text.starts_with('E')) return false;
    text.remove_prefix(1);
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return take_digits() && text.empty();
}

Sentence write_if_text(std::string_view token)
{
    return {"write {text} if it is a text", "text"_arg = as_toml_string(token)};
}

/// 0xff, 0o17, 0b1 of TOML.
bool is_of_another_base(std::string_view text)
{
    if (text.size() < 3 || text[0] != '0') return false;
    auto const digits = text[1] == 'x'   ? std::string_view{"0123456789abcdefABCDEF_"}
                        : text[1] == 'o' ? std::string_view{"01234567_"}
                        : text[1] == 'b' ? std::string_view{"01_"}
                                         : std::string_view{};
    return !digits.empty() && text.find_first_not_of(digits, 2) == std::string_view::npos && text[2] != '_' &&
           text.back() != '_' && text.find("__") == std::string_view::npos;
}

Answer explain_number(std::string_view token)
{
    auto const sign = token.starts_with('-') || token.starts_with('+');
    auto const digits = token.substr(sign ? 1 : 0);
    if (!sign && is_of_another_base(digits))
        return Explanation{"syntax", "the number is too large: whole numbers end at 9223372036854775807",
                           write_if_text(token)};
    if (all_digits(digits)) {
        if (digits.size() > 1 && digits[0] == '0') {
            auto const first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
            return Explanation{
                "syntax",
                "a number does not begin with 0",
                {"write {sign}{digits}, or {text} if it is a text", "sign"_arg = token.substr(0, sign ? 1 : 0),
                 "digits"_arg = digits.substr(first), "text"_arg = as_toml_string(token)}};
        }
        return Explanation{"syntax", "the number is too large: whole numbers end at 9223372036854775807",
                           write_if_text(token)};
    }
    if (is_floating(digits)) {
        return Explanation{"syntax", "the number is too large: numbers end at about 1.8e308", write_if_text(token)};
    }
    auto const mark = digits.find_first_of(".,");
    if (mark == std::string_view::npos) return std::nullopt;
    auto const whole = digits.substr(0, mark);
    auto const decimals = digits.substr(mark + 1);
    if ((!whole.empty() && !all_digits(whole)) || (!decimals.empty() && !all_digits(decimals))) return std::nullopt;
    if (whole.empty() && decimals.empty()) return std::nullopt;
    Sentence const write{"write {sign}{whole}.{decimals}", "sign"_arg = token.substr(0, sign ? 1 : 0),
                         "whole"_arg = whole.empty() ? "0" : whole, "decimals"_arg = decimals.empty() ? "0" : decimals};
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
    auto const text = as_toml_string(token);
    if (is_one_of(word, yes))
        return Explanation{"syntax",
                           "a truth value is written true or false",
                           {"write true, or {text} if it is a text", "text"_arg = text}};
    if (is_one_of(word, no))
        return Explanation{"syntax",
                           "a truth value is written true or false",
                           {"write false, or {text} if it is a text", "text"_arg = text}};
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

std::string as_toml_string(std::string_view text)
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
    auto const number = fmt::format("{:04X}", code);
    return {"syntax",
            {"the control character U+{number} cannot stand in TOML", "number"_key = number},
            {"take it away, or write \\u{number} within a text in double quotes", "number"_arg = number}};
}

Sentence plain_description(std::string_view description)
{
    if (description.starts_with("Error while parsing ")) {
        if (auto const colon = description.find(": "); colon != std::string_view::npos)
            description.remove_prefix(colon + 2);
    }
    std::string sentence{description};
    if (!sentence.empty() && sentence[0] >= 'A' && sentence[0] <= 'Z')
        sentence[0] = static_cast<char>(sentence[0] + 32);
    return {"this is not TOML: {reason}", "reason"_arg = sentence};
}

std::optional<Explanation> explain_bare_value(std::string_view token)
{
    auto const control = std::ranges::find_if(
        token, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f'; });
    if (control != token.end()) return explain_control_character(*control);

    if (is_plain_number(token)) return std::nullopt;
    // The library judges; here only words are found for its judgement.
    Table ignored;
    auto const error = read_toml("v=" + std::string{token}, nullptr, ignored);
    if (!error) return std::nullopt;

    if (typographic_quote(token) > 0) {
        return Explanation{"syntax", "typographic quotation marks do not hold a text; plain ones do",
                           write_text(without_typographic_quotes(token))};
    }
    if (token.starts_with('=')) return Explanation{"syntax", "one '=' is enough between a key and its value", ""};
    if (auto date = explain_date(token)) return date;
    if (auto word = explain_word(token)) return word;
    if (auto digits = explain_number(token)) return digits;
    if (token.ends_with('"')) {
        auto const text = token.substr(0, token.size() - 1);
        return Explanation{"syntax", "the quotation mark that begins the text is missing", write_text(text)};
    }
    return Explanation{"syntax", "a text value needs quotes", write_text(token)};
}

}  // namespace sss
