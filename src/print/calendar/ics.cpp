#include "print/calendar/ics.hpp"

#include "support/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t longest_line = 75;  // octets, the line end not counted (RFC 5545, 3.1)

std::string escaped_text(std::string_view text)
{
    std::string escaped;
    for (auto const c : visible_lines(text)) {
        if (c == '\\' || c == ';' || c == ',') escaped += '\\';
        if (c == '\r') continue;  // of a line end: a line feed stands behind it
        if (c == '\n')
            escaped += "\\n";
        else
            escaped += c;
    }
    return escaped;
}

std::string day_text(std::chrono::sys_days day)
{
    std::chrono::year_month_day const date{day};
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace

namespace {

bool is_within_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Where a line is cut that takes so many octets: not within a character, and not before a colon, for a CI system that
/// prints a calendar would take "::word" at a line's beginning for a command.
std::size_t cut_of(std::string_view line, std::size_t room)
{
    auto cut = room;
    while (cut > 1 && (is_within_character(line[cut]) || line[cut] == ':')) --cut;
    if (cut > 1) return cut;
    cut = room;  // colons alone: no command has a name of them
    while (is_within_character(line[cut])) --cut;
    return cut;
}

}  // namespace

void IcsWriter::folded(std::string_view line)
{
    auto room = longest_line;
    while (line.size() > room) {
        auto const cut = cut_of(line, room);
        bytes_.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = longest_line - 1;  // the blank that continues a line is one of its octets
    }
    bytes_.append(line).append("\r\n");
}

void IcsWriter::begin(std::string_view component)
{
    line("BEGIN", component);
}

void IcsWriter::end(std::string_view component)
{
    line("END", component);
}

void IcsWriter::line(std::string_view name, std::string_view value)
{
    folded(fmt::format("{}:{}", name, value));
}

void IcsWriter::text(std::string_view name, std::string_view value)
{
    line(name, escaped_text(value));
}

void IcsWriter::texts(std::string_view name, std::vector<std::string> const& values)
{
    std::string list;
    for (auto const& value : values) list.append(list.empty() ? "" : ",").append(escaped_text(value));
    if (!values.empty()) line(name, list);
}

void IcsWriter::instant(std::string_view name, std::chrono::sys_seconds moment)
{
    auto const day = std::chrono::floor<std::chrono::days>(moment);
    std::chrono::hh_mm_ss const time{moment - day};
    line(name, fmt::format("{}T{:02}{:02}{:02}Z", day_text(day), time.hours().count(), time.minutes().count(),
                           time.seconds().count()));
}

void IcsWriter::day(std::string_view name, std::chrono::sys_days day)
{
    line(fmt::format("{};VALUE=DATE", name), day_text(day));
}

}  // namespace sss
