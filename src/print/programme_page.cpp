#include "print/programme_page.hpp"

#include "print/json/json_text.hpp"
#include "print/markdown/markdown.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss {

namespace {

std::string_view weekday_name(std::chrono::weekday day)
{
    static constexpr std::array<std::string_view, 7> names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                              "Thursday", "Friday", "Saturday"};
    return names.at(day.c_encoding());
}

/// A text of several lines as one paragraph.
std::string paragraph_of(std::string text)
{
    while (!text.empty() && text.back() == '\n') text.pop_back();
    std::ranges::replace(text, '\n', ' ');
    return text;
}

std::string title_of(Settings::Programme const& programme)
{
    if (!programme.name.empty()) return programme.name;
    return programme.short_name.empty() ? "A programme without a name" : programme.short_name;
}

std::string description_of(Settings::Programme const& programme)
{
    if (!programme.description.empty()) return programme.description;
    return "What it is for is not said: [programme] description in the settings is the place for it.";
}

/// Its habits, and how many records of each kind it keeps: a label and a line each, not yet safe for any format.
std::vector<std::pair<std::string, std::string>> rows_of(ProgrammePage const& page)
{
    auto const& programme = page.programme;
    std::vector<std::pair<std::string, std::string>> rows;
    if (!programme.name.empty() && !programme.short_name.empty()) rows.emplace_back("short name", programme.short_name);
    rows.emplace_back("time zone", programme.timezone);
    rows.emplace_back("weeks begin", fmt::format("on {}", weekday_name(programme.week_starts)));
    std::string records;
    for (auto const* kind : page.kinds) {
        auto const number = page.records.of(kind->name).size();
        if (number == 0) continue;
        records += (records.empty() ? "" : ", ") + count(static_cast<std::int64_t>(number), kind->name);
    }
    rows.emplace_back("records", records.empty() ? "none yet" : records);
    return rows;
}

}  // namespace

std::string programme_text(ProgrammePage const& page, std::size_t width, bool colour)
{
    auto text = styled(visible(title_of(page.programme)), Style::bold, colour) + "\n\n";
    for (auto const& line : wrapped(visible(paragraph_of(description_of(page.programme))), width)) text += line + '\n';
    std::vector<Row> rows;
    for (auto const& [label, line] : rows_of(page)) rows.push_back({label + "  ", {{visible(line)}}, {}});
    constexpr std::size_t label_width = 13;
    return text + '\n' + columns(rows, label_width, width, colour);
}

std::string programme_markdown(ProgrammePage const& page)
{
    auto text = fmt::format("# {}\n\n{}\n\n", escape_markdown(title_of(page.programme)),
                            escape_markdown(description_of(page.programme)));
    for (auto const& [label, line] : rows_of(page)) text += fmt::format("- **{}:** {}\n", label, escape_markdown(line));
    return text;
}

std::string programme_json(ProgrammePage const& page)
{
    using Json = nlohmann::ordered_json;
    auto const& programme = page.programme;
    auto const text_or_null = [](std::string const& text) { return text.empty() ? Json{} : Json(text); };
    Json document{{"format", 1},
                  {"programme",
                   {{"name", text_or_null(programme.name)},
                    {"short_name", text_or_null(programme.short_name)},
                    {"description", text_or_null(programme.description)},
                    {"time_zone", programme.timezone},
                    {"week_starts", weekday_name(programme.week_starts)}}},
                  {"as_of", iso(page.today)}};
    document["records"] = Json::array();
    for (auto const* kind : page.kinds)
        document["records"].push_back({{"kind", kind->name}, {"records", page.records.of(kind->name).size()}});
    return dumped(document);
}

}  // namespace sss
