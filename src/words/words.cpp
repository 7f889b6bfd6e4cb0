#include "words/words.hpp"

#include <array>

namespace sss {

std::string number_text(std::int64_t number)
{
    auto text = std::to_string(number);
    if (number < 0) text.replace(0, 1, "−");
    return text;
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
