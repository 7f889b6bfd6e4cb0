#include "render/value_words.hpp"

#include "programme/date.hpp"

#include <string_view>

#include <fmt/format.h>

namespace sss {

std::string value_text(Value const& value)
{
    if (auto const* text = value.text()) return *text;
    if (auto const* number = value.integer()) return fmt::format("{}", *number);
    if (auto const* number = value.floating()) return fmt::format("{}", *number);
    if (auto const* flag = value.boolean()) return *flag ? "true" : "false";
    std::string text;
    if (auto const* array = value.array())
        for (auto const& item : *array) text += (text.empty() ? "" : ", ") + value_text(item);
    if (auto const* table = value.table())
        for (auto const& member : *table)
            text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", member.key, value_text(member.value));
    return text;
}

std::string cell_text(Value const& value)
{
    auto const* text = value.text();
    if (text == nullptr) return value_text(value);
    auto const parsed = parse_date(*text);
    auto const* date = std::get_if<Date>(&parsed);
    if (date == nullptr) return *text;
    auto said = date->text();
    constexpr std::string_view whole_minute = ":00Z";
    if (date->instant() && said.ends_with(whole_minute)) return said.substr(0, said.size() - whole_minute.size()) + 'Z';
    auto const days_only = date->is_range() && date->first_precision() == Precision::day &&
                           date->precision() == Precision::day && said.size() >= 21;
    if (!days_only) return said;
    auto const first = std::string_view{said}.substr(0, 10), last = std::string_view{said}.substr(11);
    auto const shared = first.substr(0, 8) == last.substr(0, 8)   ? 8u
                        : first.substr(0, 5) == last.substr(0, 5) ? 5u
                                                                  : 0u;
    return fmt::format("{}/{}", first, last.substr(shared));
}

std::string joined(std::vector<Value> const& values, std::string (*text)(Value const&))
{
    std::string all;
    for (auto const& value : values) all += (all.empty() ? "" : "; ") + (value.unreadable() ? "–" : text(value));
    return all;
}

}  // namespace sss
