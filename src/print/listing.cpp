#include "print/listing.hpp"

#include "print/csv_text.hpp"
#include "print/json/changes_json.hpp"
#include "print/markdown/markdown.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/value_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t cell_gap = 2;
constexpr std::size_t longest_cell = 400;  ///< of a table for people
constexpr std::size_t narrowest_cell = 8;

std::vector<Value> values(FieldPath const& column, Record const& record, Moment const& moment)
{
    auto found = places_of(column, record, moment);
    // Where none has it the cell is empty.
    if (std::ranges::all_of(found, &Value::unreadable)) found.clear();
    return found;
}

std::vector<Value> values(Listing const& listing, FieldPath const& column, Record const& record)
{
    return values(column, record, *listing.moment);
}

bool is_number(FieldPath const& column)
{
    auto const type = value_type(column);
    return !column.many && (type == FieldType::integer || type == FieldType::number);
}

/// Ids and dates: what is cut of them is of no use.
bool stays_whole(FieldPath const& column)
{
    auto const type = value_type(column);
    return !column.many && (column.text == "id" || is_number(column) || type == FieldType::date);
}

struct Grid {
    std::vector<std::vector<std::string>> rows;  ///< the first one is the header
    std::vector<std::size_t> widths;
};

Grid grid_of(Listing const& listing)
{
    Grid grid;
    grid.widths.resize(listing.columns.size());
    auto const add = [&](std::vector<std::string> row) {
        for (std::size_t i = 0; i < row.size(); ++i) grid.widths[i] = std::max(grid.widths[i], display_width(row[i]));
        grid.rows.push_back(std::move(row));
    };
    auto const in_cell = [&](Value const& value) { return cell_text(value, listing.moment->records().zone()); };
    std::vector<std::string> header;
    for (auto const& column : listing.columns) header.push_back(column.text);
    add(std::move(header));
    for (auto const* record : listing.records) {
        std::vector<std::string> row;
        for (auto const& column : listing.columns) {
            auto const line = one_line(joined(values(listing, column, *record), in_cell), longest_cell);
            row.push_back(visible(line));
        }
        add(std::move(row));
    }
    return grid;
}

/// Makes the columns narrower, the widest first, until they fit: texts, and ids and dates only where that is not
/// enough.
void fit(std::vector<std::size_t>& widths, Listing const& listing, std::size_t room)
{
    auto const taken = [&] { return std::accumulate(widths.begin(), widths.end(), cell_gap * (widths.size() - 1)); };
    for (auto const whole_too : {false, true}) {
        while (taken() > room) {
            std::size_t* widest = nullptr;
            for (std::size_t i = 0; i < widths.size(); ++i)
                if ((whole_too || !stays_whole(listing.columns[i])) && widths[i] > narrowest_cell &&
                    (widest == nullptr || widths[i] > *widest))
                    widest = &widths[i];
            if (widest == nullptr) break;
            --*widest;
        }
    }
}

std::string row_text(std::vector<std::string> const& row, std::vector<std::size_t> const& widths,
                     std::vector<FieldPath> const& columns)
{
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
        line += padded(truncated(row[i], widths[i]), widths[i], is_number(columns[i]) ? Align::right : Align::left) +
                std::string(cell_gap, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

/// "27 milestones", of all that there are.
std::string number_of(Listing const& listing)
{
    auto const& name = listing.kind->name;
    // The name of a list is often that of several already.
    return count(static_cast<std::int64_t>(listing.total), name, name.ends_with('s') ? name : std::string{});
}

/// What is said where there is nothing to show.
std::string nothing(Listing const& listing)
{
    if (listing.total == 0) return fmt::format("There is no {} on record.", listing.kind->name);
    if (!listing.records.empty() || listing.left_out > 0) return counted(listing) + '.';
    if (listing.total == 1) return fmt::format("The one {} on record does not match.", listing.kind->name);
    return fmt::format("None of {} matches.", number_of(listing));
}

/// Whether these are numbers, whatever the schema wants: a text may stand in a number's place.
bool are_numbers(std::vector<Value> const& found)
{
    return std::ranges::all_of(
        found, [](Value const& value) { return value.integer() != nullptr || value.floating() != nullptr; });
}

Json json_value(FieldPath const& column, std::vector<Value> const& found)
{
    if (!column.many) return found.empty() ? Json{} : as_json(found.front());
    auto list = Json::array();
    for (auto const& value : found) list.push_back(as_json(value));
    return list;
}

}  // namespace

std::string counted(Listing const& listing)
{
    if (listing.filter.empty() && listing.left_out == 0) return number_of(listing);
    auto text = fmt::format("{} of {}", listing.records.size(), number_of(listing));
    if (listing.left_out > 0)
        text += fmt::format("; {} more {} left out (--limit)", listing.left_out, listing.left_out == 1 ? "is" : "are");
    return text;
}

std::string list_text(Listing const& listing, ListStyle const& style)
{
    if (listing.records.empty()) return nothing(listing) + '\n';
    auto grid = grid_of(listing);
    auto const natural = grid.widths;
    if (style.width > 0) fit(grid.widths, listing, style.width);
    std::string text = styled(row_text(grid.rows.front(), grid.widths, listing.columns), Style::bold, style.colour);
    text += '\n';
    for (std::size_t i = 1; i < grid.rows.size(); ++i) {
        auto const& record = *listing.records[i - 1];
        auto const late = holds(StateWord::late, record.fields(), *record.kind, "", *listing.moment);
        text += styled(row_text(grid.rows[i], grid.widths, listing.columns), late ? Style::bad : Style::plain,
                       style.colour) +
                '\n';
    }
    text += '\n' + counted(listing);
    if (grid.widths != natural) text += "; cut to fit (--width 0 shows all)";
    return text + '\n';
}

std::string list_markdown(Listing const& listing)
{
    if (listing.records.empty()) return escape_markdown(nothing(listing)) + '\n';
    auto const in_cell = [&](Value const& value) { return cell_text(value, listing.moment->records().zone()); };
    std::vector<std::string> titles;
    for (auto const& column : listing.columns) titles.push_back(escape_markdown(column.text));
    MarkdownTable table{std::move(titles)};
    for (std::size_t i = 0; i < listing.columns.size(); ++i)
        if (is_number(listing.columns[i])) table.align_right(i);
    for (auto const* record : listing.records) {
        std::vector<std::string> cells;
        for (auto const& column : listing.columns) {
            auto const found = values(listing, column, *record);
            auto const line = one_line(joined(found, in_cell), longest_cell);
            cells.push_back(are_numbers(found) ? visible(line) : escape_markdown(line));
        }
        table.add(std::move(cells));
    }
    return table.text();
}

std::string list_csv(Listing const& listing)
{
    std::string text;
    auto const line = [&](auto const& cell) {
        for (std::size_t i = 0; i < listing.columns.size(); ++i) text += (i == 0 ? "" : ",") + cell(listing.columns[i]);
        text += "\r\n";
    };
    line([](FieldPath const& column) { return csv_cell(column.text); });
    for (auto const* record : listing.records) {
        line([&](FieldPath const& column) {
            auto const found = values(listing, column, *record);
            return found.size() == 1 && are_numbers(found) ? joined(found, value_text)
                                                           : csv_cell(joined(found, value_text));
        });
    }
    return text;
}

std::string csv_cell_content(FieldPath const& column, Record const& record, Moment const& moment)
{
    auto const found = values(column, record, moment);
    auto text = joined(found, value_text);
    return found.size() == 1 && are_numbers(found) ? text : csv_content(text);
}

std::string list_json(Listing const& listing)
{
    Json document{{"format", 1},
                  {"kind", listing.kind->name},
                  {"filter", listing.filter.empty() ? Json{} : Json(listing.filter)},
                  {"matched", listing.records.size() + listing.left_out},
                  {"total", listing.total},
                  {"records", Json::array()}};
    for (auto const* record : listing.records) {
        Json entry{{"id", record->id}, {"title", record->title()}, {"file", record->path()}};
        if (listing.columns_chosen) {
            auto columns = Json::object();
            for (auto const& column : listing.columns)
                columns[column.text] = json_value(column, values(listing, column, *record));
            entry["columns"] = std::move(columns);
        }
        if (!listing.columns_chosen || listing.columns_added) {
            entry["fields"] = as_json(Value{record->fields()});
        }
        document["records"].push_back(std::move(entry));
    }
    auto unreadable = Json::array();
    for (auto const& path : listing.unreadable) unreadable.push_back(path);
    document["unreadable"] = std::move(unreadable);
    if (listing.left_out > 0) document["left_out"] = listing.left_out;
    return dumped(document);
}

}  // namespace sss
