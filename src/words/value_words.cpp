#include "words/value_words.hpp"

#include "programme/date.hpp"
#include "support/zone.hpp"

#include <chrono>
#include <cstdlib>
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

namespace {

/// "2021-10-14T18:51+08:00", with the seconds where they are not nought; "Z" in UTC.
std::string instant_text(std::chrono::sys_seconds instant, std::chrono::seconds offset)
{
    auto said = iso(instant + offset);
    said.pop_back();
    if (said.ends_with(":00")) said.resize(said.size() - 3);
    if (offset == offset.zero()) return said + 'Z';
    auto const minutes = std::abs(std::chrono::duration_cast<std::chrono::minutes>(offset).count());
    return fmt::format("{}{}{:02}:{:02}", said, offset < offset.zero() ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace

std::string cell_text(Value const& value, Zone const& zone)
{
    auto const date = value.date(zone);
    if (!date) return value_text(value);
    if (auto const instant = date->instant()) return instant_text(*instant, date->offset());
    auto said = date->text();
    auto const days_only = date->is_range() && date->first_precision() == Precision::day &&
                           date->precision() == Precision::day && said.size() >= 21;
    if (!days_only) return said;
    auto const first = std::string_view{said}.substr(0, 10), last = std::string_view{said}.substr(11);
    auto const shared = first.substr(0, 8) == last.substr(0, 8)   ? 8u
                        : first.substr(0, 5) == last.substr(0, 5) ? 5u
                                                                  : 0u;
    return fmt::format("{}/{}", first, last.substr(shared));
}

std::string joined(std::vector<Value> const& values, std::function<std::string(Value const&)> const& text)
{
    std::string all;
    for (auto const& value : values) all += (all.empty() ? "" : "; ") + (value.unreadable() ? "–" : text(value));
    return all;
}

}  // namespace sss
