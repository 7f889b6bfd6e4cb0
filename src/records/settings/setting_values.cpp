#include "records/settings/setting_values.hpp"

#include "git/own_folder.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

namespace sss {

SettingCheck take_text(Value const& value, std::string& into)
{
    auto const* text = value.string();
    if (text == nullptr) return SettingObjection{"a text is expected here", "write it between quotation marks"};
    into = *text;
    return std::nullopt;
}

SettingCheck take_days(Value const& value, int& into)
{
    constexpr std::int64_t a_century = 36525;
    auto const* number = value.integer();
    if (number == nullptr)
        return SettingObjection{"a whole number of days is expected here", "write 30, without quotes"};
    if (*number < 0)
        return SettingObjection{{"{number} days are less than none", "number"_key = *number}, "write 0 or more"};
    if (*number > a_century) {
        return SettingObjection{{"{number} days are more than a century", "number"_key = *number},
                                {"write at most {most}", "most"_arg = a_century}};
    }
    into = static_cast<int>(*number);
    return std::nullopt;
}

namespace {

/// A place within the repository, in its plainest spelling: "./data/" is "data", the root itself is "".
SettingCheck take_place(std::string const& text, std::string const& example, std::string& into)
{
    auto const shown = visible(text);
    if (text.starts_with('/') || text.find('\\') != std::string::npos || text.find(':') == 1) {
        return SettingObjection{
            {"'{folder}' is not relative to the repository's root", "folder"_key = shown},
            {"write it like \"{name}\" or \"programme/{name}\", with forward slashes", "name"_arg = example}};
    }
    std::string plain;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find('/', begin), text.size());
        auto const part = std::string_view{text}.substr(begin, end - begin);
        begin = end + 1;
        if (part == "..")
            return SettingObjection{{"'{folder}' leads out of the repository", "folder"_key = shown},
                                    "name one below the repository's root"};
        if (leads_into_git(part))
            return SettingObjection{{"'{folder}' is git's own", "folder"_key = shown}, "name another one"};
        if (part.empty() || part == ".") continue;
        if (!plain.empty()) plain += '/';
        plain += part;
    }
    into = plain;
    return std::nullopt;
}

}  // namespace

SettingCheck take_folder(Value const& value, std::string& into)
{
    std::string text, place;
    if (auto objection = take_text(value, text)) return objection;
    if (text.empty()) return SettingObjection{"a folder needs a name", "write \".\" for the repository's root itself"};
    if (auto objection = take_place(text, std::string{"data"}, place)) return objection;
    into = place.empty() ? "." : place;
    return std::nullopt;
}

SettingCheck take_file(Value const& value, std::span<std::string_view const> endings, std::string& into)
{
    std::string text, place;
    if (auto objection = take_text(value, text)) return objection;
    auto const example = fmt::format("file{}", endings.front());
    if (auto objection = take_place(text, example, place)) return objection;
    auto const ends = [&](std::string_view ending) { return place.size() > ending.size() && place.ends_with(ending); };
    if (!text.empty() && std::ranges::none_of(endings, ends))
        return SettingObjection{{"'{file}' does not end in {endings}", "file"_key = visible(text),
                                 "endings"_arg = fmt::format("{}", fmt::join(endings, " or "))},
                                "name a file of such a kind"};
    into = place;
    return std::nullopt;
}

SettingCheck take_texts(Value const& value, std::vector<std::string>& into)
{
    auto const* array = value.array();
    auto const expected = SettingObjection{"a list of texts is expected here", R"(write it like ["first", "second"])"};
    if (array == nullptr) return expected;
    std::vector<std::string> texts;
    for (auto const& item : *array) {
        if (item.unreadable()) continue;
        if (item.string() == nullptr) return expected;
        if (item.string()->empty()) return SettingObjection{"an empty text names nothing", "take it away"};
        texts.push_back(*item.string());
    }
    into = std::move(texts);
    return std::nullopt;
}

SettingCheck take_sections(Value const& value, std::vector<ReportSection>& into)
{
    std::vector<std::string> texts;
    if (auto objection = take_texts(value, texts)) return objection;
    auto const names = report_section_names();
    std::vector<ReportSection> sections;
    for (auto const& text : texts) {
        auto const section = report_section(text);
        if (!section) {
            auto const near = nearest(text, names);
            return SettingObjection{
                {"a report has no part '{part}'", "part"_key = visible(text)},
                near ? Sentence{"did you mean \"{part}\"?", "part"_arg = *near}
                     : Sentence{"its parts are {parts}", "parts"_arg = fmt::format("{}", fmt::join(names, ", "))}};
        }
        if (std::ranges::find(sections, *section) != sections.end())
            return SettingObjection{{"'{part}' is named twice", "part"_key = text}, "take one of them away"};
        sections.push_back(*section);
    }
    into = sections.empty() ? report_sections() : std::move(sections);
    return std::nullopt;
}

SettingCheck take_empty(Value const& value, bool& say_empty)
{
    std::string text;
    constexpr auto& help = R"(write "leave-out" or "say")";
    if (take_text(value, text)) return SettingObjection{"what becomes of an empty part is expected here", help};
    if (text != "leave-out" && text != "say")
        return SettingObjection{{"'{word}' does not tell what becomes of an empty part", "word"_key = visible(text)},
                                help};
    say_empty = text == "say";
    return std::nullopt;
}

/// One address of a message's head: it must not break the line, and must hold an @.
SettingCheck take_address(Value const& value, std::string& into)
{
    std::string text;
    if (auto objection = take_text(value, text)) return objection;
    auto const breaks = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; };
    if (!text.empty() && (text.find('@') == std::string::npos || std::ranges::any_of(text, breaks)))
        return SettingObjection{{"'{address}' is no address", "address"_key = visible(text)},
                                R"(write "office@example.org" or "Programme Office <office@example.org>")"};
    into = std::move(text);
    return std::nullopt;
}

SettingCheck take_addresses(Value const& value, std::vector<std::string>& into)
{
    std::vector<std::string> texts;
    if (auto objection = take_texts(value, texts)) return objection;
    for (auto const& text : texts) {
        std::string address;
        if (auto objection = take_address(Value{text}, address)) return objection;
    }
    into = std::move(texts);
    return std::nullopt;
}

SettingCheck take_zone(Value const& value, std::string& into)
{
    std::string name;
    if (auto objection = take_text(value, name)) return objection;
    if (!Zone::named(name)) {
        auto const near = nearest_zones(name);
        return SettingObjection{
            {"there is no time zone '{name}'", "name"_key = visible(name)},
            near.empty()
                ? Sentence{R"(write a name of the IANA database, as "Asia/Shanghai" or "UTC")"}
                : Sentence{"did you mean \"{zones}\"?", "zones"_arg = fmt::format("{}", fmt::join(near, "\" or \""))}};
    }
    into = std::move(name);
    return std::nullopt;
}

SettingCheck take_weekday(Value const& value, std::chrono::weekday& into)
{
    static constexpr std::array<std::string_view, 7> names = {"sunday",   "monday", "tuesday", "wednesday",
                                                              "thursday", "friday", "saturday"};
    std::string name;
    if (auto objection = take_text(value, name)) return objection;
    auto const found = std::ranges::find(names, name);
    if (found == names.end()) {
        auto const near = nearest(name, names);
        return SettingObjection{
            {"there is no weekday '{name}'", "name"_key = visible(name)},
            near ? Sentence{"did you mean \"{day}\"?", "day"_arg = *near} : Sentence{"write \"monday\" or \"sunday\""}};
    }
    into = std::chrono::weekday{static_cast<unsigned>(found - names.begin())};
    return std::nullopt;
}

SettingCheck take_level(Value const& value, std::optional<Severity>& into)
{
    static constexpr std::array<std::string_view, 4> levels = {"error", "warning", "note", "off"};
    static constexpr std::array<std::optional<Severity>, 4> meanings = {Severity::error, Severity::warning,
                                                                        Severity::note, std::nullopt};
    std::string name;
    Sentence help = R"(write "error", "warning", "note" or "off")";
    if (take_text(value, name)) return SettingObjection{"a rule's level is expected here", std::move(help)};
    auto const found = std::ranges::find(levels, name);
    if (found == levels.end()) {
        if (auto const near = nearest(name, levels)) help = {"did you mean \"{level}\"?", "level"_arg = *near};
        return SettingObjection{{"there is no level '{name}'", "name"_key = visible(name)}, std::move(help)};
    }
    into = meanings[static_cast<std::size_t>(found - levels.begin())];
    return std::nullopt;
}

/// A text that stands in one line of another file: without control characters.
SettingCheck take_line(Value const& value, std::string& into)
{
    std::string text;
    if (auto objection = take_text(value, text)) return objection;
    if (visible(text) != text)
        return SettingObjection{{"'{text}' holds what cannot be seen", "text"_key = visible(text)},
                                "write it in letters, digits and signs, in one line"};
    into = std::move(text);
    return std::nullopt;
}

SettingCheck take_address_of_site(Value const& value, std::string& into)
{
    std::string text;
    if (auto objection = take_line(value, text)) return objection;
    auto const host = text.starts_with("https://") ? 8U : text.starts_with("http://") ? 7U : 0U;
    auto const told = text.find_first_of(" \"<>\\^`{|}?#") == std::string::npos;
    if (!text.empty() && (host == 0 || text.size() <= host || text[host] == '/' || !told))
        return SettingObjection{{"'{address}' is no address of a site", "address"_key = text},
                                R"(write it like "https://programme.example/progress/", without ? and #)"};
    if (!text.empty() && !text.ends_with('/')) text += '/';
    into = std::move(text);
    return std::nullopt;
}

SettingCheck take_address_with(Value const& value, std::string_view mark, std::string& into)
{
    std::string text;
    if (auto objection = take_line(value, text)) return objection;
    auto const host = text.starts_with("https://") ? 8U : text.starts_with("http://") ? 7U : 0U;
    auto const at = text.find(mark);
    auto rest = text;
    if (at != std::string::npos) rest.erase(at, mark.size());
    auto const told = rest.find_first_of(" \"<>\\^`{|}") == std::string::npos;
    if (!text.empty() && (host == 0 || at == std::string::npos || at <= host || !told))
        return SettingObjection{
            {"'{address}' is no address with {mark} in it", "address"_key = visible(text), "mark"_arg = mark},
            {R"(write it like "https://forge.example/programme/{mark}", where {mark} stands for what is looked for)",
             "mark"_arg = mark}};
    into = std::move(text);
    return std::nullopt;
}

SettingCheck take_colour(Value const& value, std::string& into)
{
    std::string text;
    if (auto objection = take_text(value, text)) return objection;
    auto const digits = std::string_view{text}.substr(std::min<std::size_t>(text.size(), 1));
    auto const sound = text.empty() || (text.front() == '#' && digits.size() == 6 &&
                                        digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos);
    if (!sound)
        return SettingObjection{{"'{colour}' is no colour", "colour"_key = visible(text)},
                                R"(write it like "#0b5fff": red, green and blue with two digits each)"};
    into = std::move(text);
    return std::nullopt;
}

SettingCheck take_frequency(Value const& value, std::optional<PeriodUnit>& into)
{
    constexpr std::array units{PeriodUnit::week, PeriodUnit::month, PeriodUnit::quarter, PeriodUnit::year};
    std::string text;
    if (auto objection = take_text(value, text)) return objection;
    auto const found = std::ranges::find(units, text, [](PeriodUnit unit) { return name_of(unit); });
    if (!text.empty() && found == units.end())
        return SettingObjection{{"nothing is promised every '{unit}'", "unit"_key = visible(text)},
                                R"(write "week", "month", "quarter" or "year")"};
    into = text.empty() ? std::nullopt : std::optional{*found};
    return std::nullopt;
}

SettingCheck take_begin(Value const& value, std::optional<Day>& into)
{
    if (auto const* text = value.string(); text != nullptr && text->empty()) {
        into.reset();
        return std::nullopt;
    }
    auto const date = value.date(Zone::utc());
    if (!date) return SettingObjection{"a date is expected here", R"(write "2026-12" or 2026-12-01)"};
    into = date->first();
    return std::nullopt;
}

SettingCheck take_duration(Value const& value, std::string& into)
{
    constexpr auto& help = R"(write "PT12H" for twelve hours, "P1D" for a day)";
    std::string text;
    if (take_text(value, text)) return SettingObjection{"a duration is expected here", help};
    auto rest = std::string_view{text};
    auto positive = false;
    auto const part = [&](std::string_view units) {  // "12H30M": each at most once, in this order
        auto any = false;
        for (auto const unit : units) {
            auto const digits = rest.find_first_not_of("0123456789");
            if (digits == 0 || digits > 6 || digits >= rest.size() || rest[digits] != unit) continue;
            positive = positive || rest.substr(0, digits).find_first_not_of('0') != std::string_view::npos;
            rest.remove_prefix(digits + 1);
            any = true;
        }
        return any;
    };
    auto sound = rest.starts_with('P');
    if (sound) rest.remove_prefix(1);
    if (sound && !part("W")) {
        auto const days = part("D");
        auto const clock = rest.starts_with('T');
        if (clock) rest.remove_prefix(1);
        sound = clock ? part("HMS") : days;
    }
    if (!sound || !positive || !rest.empty())
        return SettingObjection{{"'{text}' is no duration", "text"_key = visible(text)}, help};
    into = std::move(text);
    return std::nullopt;
}

SettingCheck take_people(Value const& value, bool& named)
{
    std::string text;
    constexpr auto& help = R"(write "names" or "none")";
    if (take_text(value, text)) return SettingObjection{"what is told of people is expected here", help};
    if (text != "names" && text != "none")
        return SettingObjection{{"'{word}' does not say what is told of people", "word"_key = visible(text)}, help};
    named = text == "names";
    return std::nullopt;
}

SettingCheck take_toml_version(Value const& value, std::string& into)
{
    constexpr auto& help = R"(write "1.0" or "1.1", with quotation marks)";
    auto const* text = value.string();
    if (text == nullptr) return SettingObjection{"a version of TOML is expected here", help};
    if (*text != "1.0" && *text != "1.1")
        return SettingObjection{{"sss knows no TOML '{version}'", "version"_key = visible(*text)}, help};
    into = *text;
    return std::nullopt;
}

}  // namespace sss
