#pragma once

#include "programme/finding.hpp"
#include "programme/period.hpp"
#include "programme/report_section.hpp"
#include "programme/sentence.hpp"
#include "programme/value.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What a setting may hold: each takes a value into its place, or objects and leaves the place as it is.
namespace sss {

/// What a check has to say against a value; nothing where the value was taken.
struct SettingObjection {
    Sentence message;
    Sentence help;
};
using SettingCheck = std::optional<SettingObjection>;

SettingCheck take_text(Value const& value, std::string& into);
/// A text that can stand in one line of another file: without control characters.
SettingCheck take_line(Value const& value, std::string& into);
/// A whole number of days, up to a century.
SettingCheck take_days(Value const& value, int& into);
/// A folder within the repository, in its plainest spelling: "./data/" is "data".
SettingCheck take_folder(Value const& value, std::string& into);
/// A file within the repository, likewise; an empty text names none.
SettingCheck take_file(Value const& value, std::span<std::string_view const> endings, std::string& into);
SettingCheck take_texts(Value const& value, std::vector<std::string>& into);
SettingCheck take_sections(Value const& value, std::vector<ReportSection>& into);
SettingCheck take_empty(Value const& value, bool& say_empty);
/// One address of a message's head: it must not break the line, and must hold an @.
SettingCheck take_address(Value const& value, std::string& into);
SettingCheck take_addresses(Value const& value, std::vector<std::string>& into);
SettingCheck take_zone(Value const& value, std::string& into);
SettingCheck take_weekday(Value const& value, std::chrono::weekday& into);
SettingCheck take_level(Value const& value, std::optional<Severity>& into);
/// Where a site stands, http or https; it is kept with a slash at its end. Empty: nowhere.
SettingCheck take_address_of_site(Value const& value, std::string& into);
/// An http or https address with a mark in it that something else takes the place of: "{path}". Empty: nowhere.
SettingCheck take_address_with(Value const& value, std::string_view mark, std::string& into);
/// A colour as "#0b5fff". Empty: none.
SettingCheck take_colour(Value const& value, std::string& into);
/// "week", "month", "quarter" or "year". Empty: never.
SettingCheck take_frequency(Value const& value, std::optional<PeriodUnit>& into);
/// A date; its first day is meant. Empty: none.
SettingCheck take_begin(Value const& value, std::optional<Day>& into);
/// A length of time above none as RFC 5545 has it: "PT12H", "P1D", "P1W".
SettingCheck take_duration(Value const& value, std::string& into);
/// "names" or "none".
SettingCheck take_people(Value const& value, bool& named);
/// "1.0" or "1.1".
SettingCheck take_toml_version(Value const& value, std::string& into);

}  // namespace sss
