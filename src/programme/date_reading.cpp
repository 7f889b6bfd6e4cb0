#include "programme/date_reading.hpp"

#include "programme/date_advice.hpp"

#include <algorithm>

namespace sss {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using namespace std::chrono_literals;

namespace {

using Interval = DateReader::Interval;

/// A part that has the shape of a date and names one that does not exist.
struct Mistake {
    Sentence message;
    std::string fix;         ///< the part as it was probably meant; may be empty
    Sentence help;           ///< where there is no such fix
    std::string coarser;     ///< what to add to the help of a fix, where the part stands alone
    std::size_t offset = 0;  ///< within the part
    std::size_t length = 0;  ///< 0: the whole part
};

/// A part that does not even look like a date.
struct Alien {};

/// What `recognise_date` says of a text that is alien.
DateProblem not_a_date()
{
    return {};
}

using Reading = std::variant<Interval, Mistake, Alien>;

constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The value of `count` digits from `at` on, or -1 where they are not all digits or the text is too short.
constexpr int number(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size()) return -1;
    auto value = 0;
    for (auto const c : text.substr(at, count)) {
        if (!is_digit(c)) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string padded(int value, std::size_t width)
{
    auto digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

Mistake no_such(std::string_view which, Sentence message, Sentence help, std::size_t offset)
{
    return {std::move(message), {}, std::move(help), {}, offset, which.size()};
}

Mistake no_such_month(std::string_view part, int m)
{
    auto const which = part.substr(5, 2);
    auto mistake = no_such(which, {"there is no month {month}", "month"_key = which}, "months run from 01 to 12", 5);
    // EDTF numbers quarters 33–36 and halves 40–41 in the place of the month.
    if (part.size() == 7 && m >= 33 && m <= 36) mistake.fix = std::string{part.substr(0, 5)} + 'Q' + padded(m - 32, 1);
    if (part.size() == 7 && (m == 40 || m == 41))
        mistake.fix = std::string{part.substr(0, 5)} + 'H' + padded(m - 39, 1);
    return mistake;
}

Mistake no_such_day(std::string_view part, year_month month, int d)
{
    auto const length = days_in(month);
    auto const name = month_name(month.month());
    auto const month_text = std::string{part.substr(0, 7)};
    if (d == 0) return {{"{month} has no day 00", "month"_key = name}, month_text + "-01", {}, month_text};
    auto const february = month.month() == std::chrono::February;
    Mistake mistake{february ? Sentence{"{month} {year} has {number} days", "month"_key = name,
                                        "year"_key = padded(int{month.year()}, 4), "number"_key = length}
                             : Sentence{"{month} has {number} days", "month"_key = name, "number"_key = length},
                    {},
                    {},
                    month_text};
    if (d <= 31)
        mistake.fix = month_text + '-' + padded(length, 2);
    else
        mistake.help = {"write a day from 01 to {number}, or {month} if only the month is known", "number"_arg = length,
                        "month"_arg = '"' + month_text + '"'};
    return mistake;
}

/// Reads a day, month, quarter, half or year.
Reading read_part(std::string_view part)
{
    auto const y = number(part, 0, 4);
    auto const size = part.size();
    if (y < 0 || (size != 4 && size != 7 && size != 10) || (size > 4 && part[4] != '-')) return Alien{};

    auto const has_letter = size == 7 && (part[5] == 'Q' || part[5] == 'H');
    auto const m = has_letter || size == 4 ? 1 : number(part, 5, 2);
    auto const d = size == 10 ? number(part, 8, 2) : 1;
    if (m < 0 || d < 0 || (size == 10 && part[7] != '-')) return Alien{};
    if (has_letter && !is_digit(part[6])) return Alien{};
    if (y == 0) return no_such("0000", "there is no year 0000", "years run from 0001 to 9999", 0);

    auto const in_year = year{y};
    if (size == 4) return DateReader::interval(in_year, Precision::year, 1, 12);
    if (has_letter) {
        auto const n = static_cast<unsigned>(part[6] - '0');
        auto const quarter = part[5] == 'Q';
        if (quarter && n >= 1 && n <= 4) return DateReader::interval(in_year, Precision::quarter, 3 * n - 2, 3);
        if (!quarter && n >= 1 && n <= 2) return DateReader::interval(in_year, Precision::half, 6 * n - 5, 6);
        auto const which = part.substr(6, 1);
        return quarter ? no_such(which, {"there is no quarter {number}", "number"_key = which},
                                 "quarters run from Q1 to Q4", 6)
                       : no_such(which, {"there is no half {number}", "number"_key = which},
                                 "the halves of a year are H1 and H2", 6);
    }
    if (m < 1 || m > 12) return no_such_month(part, m);
    if (size == 7) return DateReader::interval(in_year, Precision::month, static_cast<unsigned>(m), 1);
    auto const date = year_month_day{in_year, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!date.ok()) return no_such_day(part, {date.year(), date.month()}, d);
    return Interval{Day{date}, Day{date}, Precision::day};
}

/// As TOML takes it: a day or an instant bare, everything else as a string.
std::string date_as_written(std::string_view text)
{
    auto const bare = text.size() >= 10 && text[4] == '-' && text[7] == '-' && text.find_first_of("/~") == text.npos;
    return bare ? std::string{text} : '"' + std::string{text} + '"';
}

/// @param before, after  what stands around the part in the whole text
DateProblem problem_of(Mistake mistake, std::string_view before, std::string_view part, std::string_view after)
{
    auto const alone = before.empty() && after.empty();
    auto help = std::move(mistake.help);
    if (!mistake.fix.empty()) {
        auto const meant = date_as_written(std::string{before} + mistake.fix + std::string{after});
        help = alone && !mistake.coarser.empty()
                   ? Sentence{"write {date}, or {month} if only the month is known", "date"_arg = meant,
                              "month"_arg = '"' + mistake.coarser + '"'}
                   : Sentence{"write {date}", "date"_arg = meant};
    }
    auto const length = mistake.length > 0 || alone ? mistake.length : part.size();
    return {std::move(mistake.message), std::move(help), before.size() + mistake.offset, length};
}

std::variant<Date, DateProblem> read_range(std::string_view text, std::string_view body)
{
    auto const slash = body.find('/');
    auto const left = body.substr(0, slash);
    auto const right = body.substr(slash + 1);
    auto const approximate = body.size() != text.size();
    // One mark alone: what is joined is read once more, and how often is not for the text to say.
    if (!left.empty() && left.find('~') == left.size() - 1) {
        auto const joined = std::string{left.substr(0, left.size() - 1)} + '/' + std::string{right} + '~';
        if (std::holds_alternative<Date>(recognise_date(joined, Zone::utc()))) {
            return DateProblem{
                "a range is 'about' as a whole", {"write {date}", "date"_arg = '"' + joined + '"'}, left.size() - 1, 1};
        }
    }
    auto from = read_part(left);
    if (auto const* begin = std::get_if<Interval>(&from); begin != nullptr && right == "..")
        return DateReader::make_open(*begin, approximate);
    auto to = read_part(right);
    if (auto const* end = std::get_if<Interval>(&to); end != nullptr && left == "..") {
        return DateProblem{"a date can be open at its end, not at its beginning",
                           {"write {date}, the last day that it may mean", "date"_arg = date_as_written(right)},
                           0,
                           left.size()};
    }
    if (std::holds_alternative<Mistake>(from) && right == "..") to = Interval{};
    if (std::holds_alternative<Alien>(from) || std::holds_alternative<Alien>(to)) return not_a_date();
    if (auto* mistake = std::get_if<Mistake>(&from)) {
        return problem_of(std::move(*mistake), {}, left, text.substr(left.size()));
    }
    if (auto* mistake = std::get_if<Mistake>(&to)) {
        return problem_of(std::move(*mistake), text.substr(0, slash + 1), right, approximate ? "~" : "");
    }
    auto const& first = std::get<Interval>(from);
    auto const& last = std::get<Interval>(to);
    if (last.last < first.first) {
        auto const swapped = std::string{right} + '/' + std::string{left} + (approximate ? "~" : "");
        return DateProblem{"the range ends before it starts",
                           {"write {date} if its ends were swapped", "date"_arg = '"' + swapped + '"'}};
    }
    return DateReader::make(first, last, true, approximate);
}

struct Clock {
    seconds since_midnight{};
    std::size_t size = 0;  ///< of the text that was read; 0: it is no time of day
    DateProblem problem;   ///< its message is empty where there is none
};

/// Reads hh:mm, hh:mm:ss or hh:mm:ss.fff at `at`.
Clock read_clock(std::string_view text, std::size_t at)
{
    auto const colon = [&](std::size_t where) { return where < text.size() && text[where] == ':'; };
    auto const h = number(text, at, 2);
    auto const m = number(text, at + 3, 2);
    if (h < 0 || m < 0 || !colon(at + 2)) return {};
    auto const s = colon(at + 5) ? number(text, at + 6, 2) : 0;
    if (s < 0) return {};
    Clock clock{std::chrono::hours{h} + std::chrono::minutes{m} + seconds{s}, colon(at + 5) ? 8U : 5U, {}};
    if (h > 23)
        clock.problem = {{"there is no hour {number}", "number"_key = padded(h, 2)}, "hours run from 00 to 23", at, 2};
    else if (m > 59)
        clock.problem = {
            {"there is no minute {number}", "number"_key = padded(m, 2)}, "minutes run from 00 to 59", at + 3, 2};
    else if (s > 59)
        clock.problem = {{"there is no second {number}", "number"_key = padded(s, 2)},
                         "seconds run from 00 to 59; a leap second is not counted",
                         at + 6,
                         2};
    if (clock.size == 8 && at + 9 < text.size() && text[at + 8] == '.' && is_digit(text[at + 9])) {
        clock.size = 9;
        while (at + clock.size < text.size() && is_digit(text[at + clock.size])) ++clock.size;
    }
    return clock;
}

/// Reads Z or ±hh:mm, which must be all of `text`.
std::optional<seconds> read_offset(std::string_view text)
{
    if (text == "Z" || text == "z") return 0s;
    auto const h = number(text, 1, 2);
    auto const m = number(text, 4, 2);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return {};
    if (h < 0 || h > 23 || m < 0 || m > 59) return {};
    auto const ahead = seconds{std::chrono::hours{h} + std::chrono::minutes{m}};
    return text[0] == '+' ? ahead : -ahead;
}

DateProblem bad_offset(std::string_view text, std::size_t at)
{
    auto const day_text = std::string{text.substr(0, 10)};
    auto const without_seconds = at == 16;
    auto const time = day_text + 'T' + std::string{text.substr(11, at - 11)} + (without_seconds ? ":00" : "");
    auto const rest = text.substr(at);
    if (rest.empty()) {
        return {"a time needs its offset from UTC",
                {"write {time}Z if the time is UTC, or {day} if the day is enough", "time"_arg = time,
                 "day"_arg = day_text}};
    }
    auto const hours = number(rest, 1, 2);
    auto const minutes = rest.size() == 3 ? 0 : number(rest, 3, 2);
    auto const is_signed = (rest[0] == '+' || rest[0] == '-') && (rest.size() == 3 || rest.size() == 5);
    if (is_signed && hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59) {
        auto const offset = std::string{rest.substr(0, 3)} + ':' + padded(minutes, 2);
        return {
            "an offset from UTC has hours and minutes", {"write {time}", "time"_arg = time + offset}, at, rest.size()};
    }
    auto const is_utc = rest == " UTC" || rest == "UTC" || rest == " GMT" || rest == " Z";
    return {"the offset from UTC cannot be read",
            is_utc ? Sentence{"write {time}Z", "time"_arg = time}
                   : Sentence{"write {time}Z if the time is UTC, or an offset such as +08:00 in place of the Z",
                              "time"_arg = time}};
}

std::variant<Date, DateProblem> read_instant(std::string_view text, bool approximate, Zone const& zone)
{
    auto const on = read_part(text.substr(0, 10));
    auto clock = read_clock(text, 11);
    if (std::holds_alternative<Alien>(on) || clock.size == 0) return not_a_date();
    if (auto const* mistake = std::get_if<Mistake>(&on)) {
        auto whole = *mistake;
        whole.coarser.clear();
        return problem_of(std::move(whole), {}, text.substr(0, 10), text.substr(10));
    }
    if (approximate) {
        auto const about = std::string{text.substr(0, 10)} + '~';
        return DateProblem{"an instant is exact and cannot be 'about'",
                           {"write {date} if only the day is known, about", "date"_arg = '"' + about + '"'},
                           text.size() - 1,
                           1};
    }
    if (!clock.problem.message.empty()) return std::move(clock.problem);
    auto const at = 11 + clock.size;
    auto const offset = read_offset(text.substr(at));
    if (!offset) return bad_offset(text, at);
    auto const instant = sys_seconds{std::get<Interval>(on).first} + clock.since_midnight - *offset;
    auto const in_year = year_month_day{std::chrono::floor<days>(instant)}.year();
    if (in_year < year{1} || in_year > year{9999}) {
        return DateProblem{"in UTC this is outside the years 0001 to 9999", "write a moment within those years"};
    }
    return DateReader::make(instant, zone);
}

}  // namespace

std::variant<Date, DateProblem> recognise_date(std::string_view text, Zone const& zone)
{
    auto body = text;
    auto const approximate = body.size() > 1 && body.back() == '~';
    if (approximate) body.remove_suffix(1);

    auto part = read_part(body);
    if (auto const* interval = std::get_if<Interval>(&part))
        return DateReader::make(*interval, *interval, false, approximate);
    if (auto* mistake = std::get_if<Mistake>(&part)) {
        return problem_of(std::move(*mistake), {}, body, approximate ? "~" : "");
    }
    if (std::ranges::count(body, '/') == 1) return read_range(text, body);
    if (body.size() > 13 && (body[10] == 'T' || body[10] == 't' || body[10] == ' '))
        return read_instant(text, approximate, zone);
    return not_a_date();
}

std::variant<Date, DateProblem> parse_date(std::string_view text, Zone const& zone)
{
    auto read = recognise_date(text, zone);
    auto const* problem = std::get_if<DateProblem>(&read);
    if (problem != nullptr && problem->message.empty()) return advise_on_date(text);
    return read;
}

std::optional<Day> parse_day(std::string_view text)
{
    if (text.size() != 10) return {};
    auto const part = read_part(text);
    auto const* interval = std::get_if<Interval>(&part);
    return interval != nullptr ? std::optional{interval->first} : std::nullopt;
}

}  // namespace sss
