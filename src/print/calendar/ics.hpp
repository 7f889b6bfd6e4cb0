#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Writes content lines of iCalendar (RFC 5545): folded at 75 octets, between characters; each ends with CR LF.
/// Texts may come from anyone: control characters are written out, ill-formed bytes too, and what the format means
/// something by is escaped.
class IcsWriter {
public:
    void begin(std::string_view component);
    void end(std::string_view component);
    /// A line whose value needs no escaping: a date, a UID, a duration, an address. @param name  with its parameters
    void line(std::string_view name, std::string_view value);
    /// A value of type TEXT; line feeds stay line breaks.
    void text(std::string_view name, std::string_view value);
    /// A list of them.
    void texts(std::string_view name, std::vector<std::string> const& values);
    /// In UTC: "20230415T064700Z".
    void instant(std::string_view name, std::chrono::sys_seconds moment);
    /// "DTSTART;VALUE=DATE:20180425".
    void day(std::string_view name, std::chrono::sys_days day);

    std::string take() && { return std::move(bytes_); }

private:
    void folded(std::string_view line);

    std::string bytes_;
};

}  // namespace sss
