#include "schema/format.hpp"

#include "schema/pattern.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sss::schema {
namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Takes a number of exactly `digits` digits off the front of the text.
std::optional<int> take_number(std::string_view& text, std::size_t digits)
{
    if (text.size() < digits) return std::nullopt;
    int number = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (!is_digit(text[i])) return std::nullopt;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return number;
}

bool take_one_of(std::string_view& text, std::string_view any_of)
{
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

int days_in(int year, int month)
{
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    auto const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool take_date(std::string_view& text)
{
    auto const year = take_number(text, 4);
    if (!year || !take_one_of(text, "-")) return false;
    auto const month = take_number(text, 2);
    if (!month || *month < 1 || *month > 12 || !take_one_of(text, "-")) return false;
    auto const day = take_number(text, 2);
    return day && *day >= 1 && *day <= days_in(*year, *month);
}

struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
};

std::optional<ClockTime> take_time(std::string_view& text)
{
    auto const hour = take_number(text, 2);
    if (!hour || *hour > 23 || !take_one_of(text, ":")) return std::nullopt;
    auto const minute = take_number(text, 2);
    if (!minute || *minute > 59 || !take_one_of(text, ":")) return std::nullopt;
    auto const second = take_number(text, 2);
    if (!second || *second > 60) return std::nullopt;
    if (take_one_of(text, ".")) {
        if (text.empty() || !is_digit(text.front())) return std::nullopt;
        while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    }
    return ClockTime{*hour, *minute, *second};
}

/// The offset from UTC in minutes.
std::optional<int> take_offset(std::string_view& text)
{
    if (take_one_of(text, "Zz")) return 0;
    auto const sign = text.starts_with('-') ? -1 : 1;
    if (!take_one_of(text, "+-")) return std::nullopt;
    auto const hour = take_number(text, 2);
    if (!hour || *hour > 23 || !take_one_of(text, ":")) return std::nullopt;
    auto const minute = take_number(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    return sign * (*hour * 60 + *minute);
}

/// A leap second is inserted at the end of a UTC day and nowhere else.
bool second_exists(ClockTime const& time, int offset)
{
    constexpr int day = 24 * 60;
    return time.second < 60 || ((time.hour * 60 + time.minute - offset) % day + day) % day == day - 1;
}

bool is_time(std::string_view text)
{
    auto const time = take_time(text);
    if (!time) return false;
    if (text.empty()) return time->second < 60;
    auto const offset = take_offset(text);
    return offset && text.empty() && second_exists(*time, *offset);
}

bool is_date_time(std::string_view text)
{
    if (!take_date(text) || !take_one_of(text, "Tt ")) return false;
    auto const time = take_time(text);
    if (!time) return false;
    auto const offset = take_offset(text);
    return offset && text.empty() && second_exists(*time, *offset);
}

bool is_date(std::string_view text)
{
    return take_date(text) && text.empty();
}

bool is_email(std::string_view text)
{
    auto const at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
    auto const local = text.substr(0, at);
    auto const domain = text.substr(at + 1);
    auto const plain = [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; };
    if (!std::ranges::all_of(text, plain) || local.find('@') != std::string_view::npos) return false;
    auto const dots_apart = [](std::string_view part) {
        return part.front() != '.' && part.back() != '.' && part.find("..") == std::string_view::npos;
    };
    return dots_apart(local) && dots_apart(domain) && domain.find_first_of("()<>,;:\\\"/") == std::string_view::npos;
}

/// The characters of RFC 3986, with a percent sign only before two hexadecimal digits.
bool has_uri_characters(std::string_view text)
{
    auto const hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size() || !hex(text[i + 1]) || !hex(text[i + 2])) return false;
        } else if (!is_letter(text[i]) && !is_digit(text[i]) &&
                   std::string_view{"-._~:/?#[]@!$&'()*+,;="}.find(text[i]) == std::string_view::npos)
        {
            return false;
        }
    }
    return std::ranges::count(text, '#') <= 1;
}

bool is_uri(std::string_view text)
{
    auto const colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || !is_letter(text.front()))
        return false;
    auto const in_scheme = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
    if (!std::ranges::all_of(text.substr(0, colon), in_scheme) || !has_uri_characters(text)) return false;
    // "https://" alone names nothing.
    auto const rest = text.substr(colon + 1);
    return !rest.starts_with("//") || rest.size() > 2 || text.starts_with("file:");
}

bool temporal_has(Temporal::Type type, Format format)
{
    switch (format) {
        case Format::date: return type == Temporal::Type::date;
        case Format::date_time: return type == Temporal::Type::instant;
        case Format::time: return type == Temporal::Type::time;
        case Format::none:
        case Format::unknown: return true;
        default: return false;
    }
}

}  // namespace

Format format_of(std::string_view name)
{
    if (name == "date") return Format::date;
    if (name == "date-time") return Format::date_time;
    if (name == "time") return Format::time;
    if (name == "email") return Format::email;
    if (name == "uri") return Format::uri;
    if (name == "uri-reference") return Format::uri_reference;
    if (name == "regex") return Format::regex;
    return Format::unknown;
}

bool has_format(Value const& value, Format format)
{
    if (auto const* temporal = value.temporal()) return temporal_has(temporal->type, format);
    auto const* text = value.string();
    if (text == nullptr) return true;
    switch (format) {
        case Format::date: return is_date(*text);
        case Format::date_time: return is_date_time(*text);
        case Format::time: return is_time(*text);
        case Format::email: return is_email(*text);
        case Format::uri: return is_uri(*text);
        case Format::uri_reference: return has_uri_characters(*text);
        case Format::regex: return is_pattern(*text);
        case Format::none:
        case Format::unknown: break;
    }
    return true;
}

std::string_view words_for(Format format)
{
    switch (format) {
        case Format::date: return "a date such as 2018-04-25";
        case Format::date_time: return "a date with a time such as 2023-04-15T06:47:00Z";
        case Format::time: return "a time such as 06:47:00";
        case Format::email: return "an e-mail address";
        case Format::uri: return "a web address such as https://example.org/page";
        case Format::uri_reference: return "a web address, whole or relative";
        case Format::regex: return "a regular expression";
        case Format::none:
        case Format::unknown: break;
    }
    return "a text";
}

}  // namespace sss::schema
