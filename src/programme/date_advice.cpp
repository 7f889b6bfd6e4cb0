#include "programme/date_advice.hpp"

#include "programme/date_reading.hpp"
#include "support/text_parts.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

/// A longer text is prose, not a date in another notation.
constexpr std::size_t longest_guessed = 64;

bool ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_date(std::string_view text)
{
    return std::holds_alternative<Date>(recognise_date(text, Zone::utc()));
}

std::string lower(std::string_view text)
{
    std::string out{text};
    for (auto& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

/// As TOML takes it: a day or an instant bare, everything else as a string.
std::string as_written(std::string const& canonical)
{
    auto const parsed = recognise_date(canonical, Zone::utc());
    auto const* date = std::get_if<Date>(&parsed);
    auto const bare =
        date != nullptr && !date->is_range() && !date->approximate() && date->precision() <= Precision::day;
    return bare ? canonical : '"' + canonical + '"';
}

/// The words and numbers of a text in another notation, and the year among them.
struct Tokens {
    std::vector<std::string> numbers;
    std::vector<std::string> words;
    std::string separators;
};

std::optional<Tokens> tokens_of(std::string_view text)
{
    Tokens tokens;
    for (std::size_t at = 0; at < text.size();) {
        auto const start = at;
        if (ascii_digit(text[at])) {
            while (at < text.size() && ascii_digit(text[at])) ++at;
            tokens.numbers.emplace_back(text.substr(start, at - start));
        } else if (is_letter(text[at])) {
            while (at < text.size() && is_letter(text[at])) ++at;
            tokens.words.push_back(lower(text.substr(start, at - start)));
        } else if (std::string_view{" -/.,'"}.find(text[at]) != std::string_view::npos) {
            tokens.separators += text[at++];
        } else {
            return {};
        }
    }
    return tokens;
}

/// 1 to 12 for the English name of a month, or its first three letters or more; else 0.
int month_of(std::string_view word)
{
    if (word == "sept") return 9;
    if (word.size() < 3) return 0;
    for (auto m = 1U; m <= 12; ++m) {
        if (lower(month_name(std::chrono::month{m})).starts_with(word)) return static_cast<int>(m);
    }
    return 0;
}

std::string two(int value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}
std::string day_text(std::string const& year, int month, int day)
{
    return year + '-' + two(month) + '-' + two(day);
}

/// What a text probably means: one canonical text, or two where the order of day and month cannot be told.
using Guess = std::vector<std::string>;

Guess guess_numbers(std::vector<std::string> const& numbers, char separator)
{
    auto const value = [&](std::size_t at) { return numbers[at].size() <= 2 ? std::stoi(numbers[at]) : 0; };
    auto const is_year = [&](std::size_t at) { return numbers[at].size() == 4; };
    if (numbers.size() == 1 && numbers[0].size() == 8) {
        return {numbers[0].substr(0, 4) + '-' + numbers[0].substr(4, 2) + '-' + numbers[0].substr(6)};
    }
    if (numbers.size() == 2) {
        if (is_year(0) && value(1) > 0) return {numbers[0] + '-' + two(value(1))};
        if (is_year(1) && value(0) > 0) return {numbers[1] + '-' + two(value(0))};
    }
    if (numbers.size() != 3) return {};
    if (is_year(0) && value(1) > 0 && value(2) > 0) return {day_text(numbers[0], value(1), value(2))};
    if (!is_year(2) || value(0) == 0 || value(1) == 0) return {};
    auto const day_first = day_text(numbers[2], value(1), value(0));
    auto const month_first = day_text(numbers[2], value(0), value(1));
    if (value(0) > 12 || value(0) == value(1) || (separator == '.' && value(1) <= 12)) return {day_first};
    if (value(1) > 12) return {month_first};
    return {day_first, month_first};
}

/// What may stand beside the words and numbers of a date without changing it.
constexpr std::array<std::string_view, 6> fillers = {"st", "nd", "rd", "th", "of", "the"};

/// "Q4 2018", "second half of 2018": which one of the words and numbers says.
Guess guess_part_of_year(Tokens const& tokens)
{
    constexpr std::array<std::string_view, 4> ordinals = {"first", "second", "third", "fourth"};
    auto letter = '\0';
    std::string which;
    std::string year;
    for (auto const& word : tokens.words) {
        auto const found = std::ranges::find(ordinals, word);
        if (word == "q" || word == "quarter" || word == "h" || word == "half") {
            if (letter != '\0') return {};
            letter = word[0] == 'q' ? 'Q' : 'H';
        } else if (found != ordinals.end()) {
            which = std::to_string(found - ordinals.begin() + 1);
        } else if (std::ranges::find(fillers, word) == fillers.end()) {
            return {};
        }
    }
    for (auto const& number : tokens.numbers) {
        auto& part = number.size() == 4 ? year : which;
        if (!part.empty() || (number.size() != 4 && number.size() != 1)) return {};
        part = number;
    }
    if (letter == '\0' || which.empty() || year.empty()) return {};
    return {fmt::format("{}-{}{}", year, letter, which)};
}

/// "25 April 2018", "April 25th, 2018", "Apr-2018".
Guess guess_named_month(Tokens const& tokens)
{
    auto month = 0;
    auto day = 0;
    std::string year;
    for (auto const& word : tokens.words) {
        if (auto const m = month_of(word); m > 0 && month == 0)
            month = m;
        else if (std::ranges::find(fillers, word) == fillers.end())
            return {};
    }
    for (auto const& number : tokens.numbers) {
        if (number.size() == 4 && year.empty())
            year = number;
        else if (number.size() <= 2 && day == 0)
            day = std::stoi(number);
        else
            return {};
    }
    if (month == 0 || year.empty()) return {};
    if (tokens.numbers.size() == 1) return {year + '-' + two(month)};
    return {day_text(year, month, day)};
}

Guess guess_one(std::string_view text)
{
    text = trimmed(text);
    if (is_date(text)) return {std::string{text}};
    auto const tokens = tokens_of(text);
    if (!tokens || text.empty() || text.front() == '-') return {};
    if (tokens->words.empty())
        return guess_numbers(tokens->numbers, tokens->separators.empty() ? ' ' : tokens->separators[0]);
    auto guess = guess_named_month(*tokens);
    return guess.empty() ? guess_part_of_year(*tokens) : guess;
}

/// "1 to 10 December 2021" is beyond this; "2021-12-01 to 2021-12-10" and ISO 8601's "2021-12-01/10" are not.
Guess guess_range(std::string_view text)
{
    constexpr std::array<std::string_view, 9> separators = {"..", " to ", " until ", " till ", " - ",
                                                            "–",  "—",    "--",      "/"};
    for (auto const separator : separators) {
        auto const at = text.find(separator);
        if (at == text.npos || at == 0) continue;
        auto const from = guess_one(text.substr(0, at));
        auto const rest = trimmed(text.substr(at + separator.size()));
        if (from.size() != 1 || rest.empty()) continue;
        auto const range_to = [&](std::string const& to) { return from[0] + '/' + to; };
        auto const to = guess_one(rest);
        if (to.size() == 1 && is_date(range_to(to[0]))) return {range_to(to[0])};
        if (rest.size() >= from[0].size()) continue;
        auto const completed = from[0].substr(0, from[0].size() - rest.size()) + std::string{rest};
        if (is_date(range_to(completed))) return {range_to(completed)};
    }
    return {};
}

Guess guess_about(std::string_view text)
{
    constexpr std::array<std::string_view, 9> marks = {"~",     "circa",  "ca.",           "ca ",    "c.",
                                                       "about", "around", "approximately", "approx."};
    auto const plain = lower(text);
    for (auto const mark : marks) {
        if (!plain.starts_with(mark)) continue;
        auto const guess = guess_one(text.substr(mark.size()));
        if (guess.size() == 1 && is_date(guess[0] + '~')) return {guess[0] + '~'};
    }
    return {};
}

/// EDTF's unspecified digits: the coarsest date that they leave known.
Guess guess_unspecified(std::string_view text)
{
    auto const blank = [](char c) { return c == 'X' || c == 'x' || c == '?'; };
    auto const first_blank = static_cast<std::size_t>(std::ranges::find_if(text, blank) - text.begin());
    if ((text.size() != 4 && text.size() != 7 && text.size() != 10) || first_blank == text.size()) return {};
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const dash = at == 4 || at == 7;
        if (dash ? text[at] != '-' : at < first_blank ? !ascii_digit(text[at]) : !blank(text[at])) return {};
    }
    if (first_blank < 2) return {};
    if (first_blank >= 8) return {std::string{text.substr(0, 7)}};
    if (first_blank >= 5) return {std::string{text.substr(0, 4)}};
    auto const known = std::string{text.substr(0, first_blank)};
    return {known + std::string(4 - first_blank, '0') + '/' + known + std::string(4 - first_blank, '9')};
}

std::optional<DateProblem> advise_on_week(std::string_view text)
{
    auto const w = text.size() >= 6 && (text[4] == 'W' || text[4] == 'w') ? 4U : 5U;
    if (text.size() < w + 2 || text.size() > w + 3 || lower(text)[w] != 'w' || (w == 5 && text[4] != '-')) return {};
    auto const year_text = text.substr(0, 4);
    auto const week_text = text.substr(w + 1);
    if (!std::ranges::all_of(year_text, ascii_digit) || !std::ranges::all_of(week_text, ascii_digit)) return {};
    auto const year = std::chrono::year{std::stoi(std::string{year_text})};
    auto const week = std::stoi(std::string{week_text});
    // ISO 8601: week 1 holds 4 January, and weeks start on Monday.
    auto const fourth = Day{year / 1 / 4};
    auto const monday = fourth - (std::chrono::weekday{fourth} - std::chrono::Monday) + std::chrono::weeks{week - 1};
    auto const range = iso(monday) + '/' + iso(monday + std::chrono::days{6});
    if (week < 1 || week > 53 || !is_date(range)) return {};
    return DateProblem{"a week is written as its first and last day", {"write {date}", "date"_arg = '"' + range + '"'}};
}

std::optional<DateProblem> advise_on_absence(std::string_view text)
{
    constexpr std::array<std::string_view, 14> absences = {"tbd", "tba",  "tbc", "tbs", "unknown", "undated", "none",
                                                           "n/a", "null", "nil", "?",   "-",       "open",    "later"};
    auto const plain = lower(trimmed(text));
    constexpr auto& help = "leave the field out while the date is not known";
    if (plain.empty()) return DateProblem{"the date is empty", help};
    if (std::ranges::find(absences, plain) != absences.end())
        return DateProblem{"not a date", help, 0, 0, DateProblem::Sort::no_date};
    return {};
}

std::optional<DateProblem> advise_on_open_range(std::string_view text)
{
    auto const plain = trimmed(text);
    auto const one_end = [&](std::string_view end, bool last_missing) -> std::optional<DateProblem> {
        if (!is_date(end)) return {};
        auto const alone = as_written(std::string{end});
        return DateProblem{"a range needs both its ends",
                           last_missing
                               ? Sentence{"write the last day that it can be, or {date} alone", "date"_arg = alone}
                               : Sentence{"write the first day that it can be, or {date} alone", "date"_arg = alone}};
    };
    for (std::string_view const open : {"/..", "/", "..", "/open"}) {
        if (plain.ends_with(open)) return one_end(plain.substr(0, plain.size() - open.size()), true);
    }
    for (std::string_view const open : {"../", "/", ".."}) {
        if (plain.starts_with(open)) return one_end(plain.substr(open.size()), false);
    }
    return {};
}

std::optional<DateProblem> advise_on_doubt(std::string_view text)
{
    if (text.empty() || (text.back() != '?' && text.back() != '%')) return {};
    auto const sure = std::string{text.substr(0, text.size() - 1)};
    if (!is_date(sure + '~')) return {};
    return DateProblem{{"a date takes no \"{sign}\"", "sign"_key = text.back()},
                       {"write {about} for about {known}, or {date}", "about"_arg = '"' + sure + "~\"",
                        "known"_arg = sure, "date"_arg = as_written(sure)},
                       text.size() - 1,
                       1};
}

/// What the guess amounts to: advice to write it, or what is wrong with it; without a message where it is no date.
DateProblem advise_on_guess(std::string const& guess)
{
    auto parsed = recognise_date(guess, Zone::utc());
    if (auto* problem = std::get_if<DateProblem>(&parsed))
        return {std::move(problem->message), std::move(problem->help)};
    return {"not in a form that can be read",
            {"write {date}", "date"_arg = as_written(guess)},
            0,
            0,
            DateProblem::Sort::other_form};
}

}  // namespace

DateProblem advise_on_date(std::string_view text)
{
    auto const unknown =
        DateProblem{"not a date", {"write {forms}", "forms"_arg = date_forms()}, 0, 0, DateProblem::Sort::no_date};
    if (text.size() > longest_guessed) return unknown;
    for (auto* const advise : {advise_on_absence, advise_on_doubt, advise_on_open_range, advise_on_week}) {
        if (auto problem = advise(text)) return std::move(*problem);
    }
    for (auto* const guess : {guess_unspecified, guess_one, guess_about, guess_range}) {
        auto const guesses = guess(text);
        if (guesses.size() == 1) {
            if (auto advice = advise_on_guess(guesses[0]); !advice.message.empty()) return advice;
        }
        if (guesses.size() == 2) {
            return {"the day and the month cannot be told apart",
                    {"write {date} or {other}", "date"_arg = guesses[0], "other"_arg = guesses[1]}};
        }
    }
    if (text.size() >= 5 && text.size() <= 8 && text[2] == ':') {
        return {"a time of day is not a date", "write the day too, and the offset from UTC: 2023-04-15T06:47:00Z"};
    }
    return unknown;
}

std::string_view date_forms()
{
    return R"(2018-04-25, "2018-04", "2018-Q4", "2018-H2", "2018", or a range "2021-12-01/2021-12-10"; "2018-04~" is about April 2018)";
}

}  // namespace sss
