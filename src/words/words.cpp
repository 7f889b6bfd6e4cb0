#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace sss {

std::string number_text(std::int64_t number)
{
    constexpr std::ptrdiff_t group = 3;
    auto text = std::to_string(number);
    auto const sign = number < 0 ? 1 : 0;
    for (auto at = std::ssize(text) - group; at > sign; at -= group) text.insert(static_cast<std::size_t>(at), 1, ',');
    if (number < 0) text.replace(0, 1, "−");
    return text;
}

Said Words::filled(MessageAsked const& asked, std::span<Given const> given) const
{
    auto const fill = [&](std::string_view text) {
        Said said;
        for (;;) {
            auto const brace = text.find('{');
            said += text.substr(0, brace);
            if (brace == std::string_view::npos) return said;
            auto const end = text.find('}', brace);
            said += *std::ranges::find(given, text.substr(brace + 1, end - brace - 1), &Given::name)->said;
            text.remove_prefix(end + 1);
        }
    };
    if (catalogue_ != nullptr) {
        std::vector<std::string_view> names;
        for (auto const& one : given) names.push_back(one.name);
        auto const translated = catalogue_->find(asked);
        if (translated && fault_in(*translated, names, asked.number ? counted_name : "") == MessageFault::none)
            return fill(*translated);
    }
    return fill(asked.number.value_or(1) == 1 ? asked.text : asked.plural);
}

std::string signed_text(std::int64_t number)
{
    return (number > 0 ? "+" : "") + number_text(number);
}

std::string count(std::int64_t number, std::string_view noun, std::string_view plural)
{
    auto text = number_text(number) + ' ';
    if (number == 1 || number == -1) return text.append(noun);
    return plural.empty() ? text.append(noun).append("s") : text.append(plural);
}

std::string all_of(std::int64_t number, std::string_view noun)
{
    if (number == 1) return "the " + std::string{noun};
    return number == 2 ? "both " + std::string{noun} + 's' : "all " + count(number, noun);
}

std::string ordinal(std::int64_t number)
{
    constexpr std::array<std::string_view, 10> words = {"first", "second",  "third",  "fourth", "fifth",
                                                        "sixth", "seventh", "eighth", "ninth",  "tenth"};
    if (number >= 1 && number <= 10) return std::string{words.at(static_cast<std::size_t>(number - 1))};
    auto const teen = number % 100 >= 11 && number % 100 <= 13;
    auto const last = teen ? 0 : number % 10;
    return number_text(number) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

Said some_names(std::vector<Said> const& names, std::size_t most, Words const& words)
{
    Said text;
    auto const shown = names.size() <= most + 1 ? names.size() : most;  // "and 1 more" would take as much room
    for (std::size_t i = 0; i < shown; ++i) {
        if (i == 0)
            text = names[i];
        else if (i + 1 == names.size())
            text =
                words.say_in("end of a list", "{names} and {last}", "names"_a = std::move(text), "last"_a = names[i]);
        else
            text = words.say_in("within a list", "{names}, {next}", "names"_a = std::move(text), "next"_a = names[i]);
    }
    if (shown == names.size()) return text;
    return words.say_in("end of a list that is cut", "{names} and {number} more", "names"_a = std::move(text),
                        "number"_a = names.size() - shown);
}

std::string some_names(std::vector<std::string> const& names, std::size_t most, Words const& words)
{
    return in_plain(some_names(std::vector<Said>{names.begin(), names.end()}, most, words));
}

Said in_a_row(Said first, Said second, Words const& words)
{
    if (first.empty() || second.empty()) return first.empty() ? second : first;
    return words.say_in("two parts of a phrase", "{first}, {second}", "first"_a = std::move(first),
                        "second"_a = std::move(second));
}

Said in_clauses(Said first, Said second, Words const& words)
{
    if (first.empty() || second.empty()) return first.empty() ? second : first;
    return words.say_in("two clauses", "{first}; {second}", "first"_a = std::move(first),
                        "second"_a = std::move(second));
}

Said in_sentences(Said first, Said second, Words const& words)
{
    if (first.empty() || second.empty()) return first.empty() ? second : first;
    return words.say_in("two sentences", "{first} {second}", "first"_a = std::move(first),
                        "second"_a = std::move(second));
}

Said removed_words(std::size_t records, std::string const& day, Said const& who, Words const& words)
{
    auto const number = static_cast<std::int64_t>(records);
    if (who.empty())
        return words.quantity(number, "the last record was removed on {day} by nobody named",
                              "all {n} records were removed on {day} by nobody named", "day"_a = day);
    return words.quantity(number, "the last record was removed on {day} by {who}",
                          "all {n} records were removed on {day} by {who}", "day"_a = day, "who"_a = who);
}

std::string capitalised(std::string_view text)
{
    std::string out{text};
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

std::string uncapitalised(std::string_view text)
{
    std::string out{text};
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

}  // namespace sss
