#include "work/change/sheet_columns.hpp"

#include "facts/record_form.hpp"
#include "records/sheet/filled_form.hpp"
#include "records/sheet/workbook.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"
#include "work/change/field_values.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// The head of an answer that is no field: why.
constexpr std::string_view reason_head = "reason";

/// "Depends on" is depends_on.
std::string plain_name(std::string_view name)
{
    std::string plain;
    for (auto const c : trimmed(name)) {
        auto const blank = c == ' ' || c == '-' || c == '_' || c == '.' || c == '\n' || c == '\r' || c == '\t';
        if (!blank)
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!plain.empty() && plain.back() != '_')
            plain += '_';
    }
    return plain;
}

/// The field that a column's head means, in one kind or as an item of a sort; nullptr where it means none.
Field const* field_of_head(std::string_view head, Kind const& kind)
{
    if (auto const* exact = field_typed(kind, head)) return exact;
    auto const plain = plain_name(head);
    auto const means = [&](Field const& field) {
        return is_settable(field) &&
               (plain_name(field.path) == plain || (!field.title.empty() && plain_name(field.title) == plain));
    };
    auto const found = std::ranges::find_if(kind.fields, means);
    return found == kind.fields.end() ? nullptr : &*found;
}

/// Whether a cell names a column of such a sheet.
bool is_head(std::string_view head, SheetFields const& fields)
{
    auto const plain = plain_name(head);
    if (plain == keys::id || plain == "kind") return true;
    if (fields.sort != nullptr)
        return plain == fields.sort->owner->name || field_of_head(head, fields.sort->kind) != nullptr;
    return std::ranges::any_of(fields.kinds, [&](Kind const* kind) { return field_of_head(head, *kind) != nullptr; });
}

class Columns {
public:
    Columns(Sheet& sheet, SheetFields const& fields, std::optional<DateOrder> order, std::string const& name,
            std::vector<std::string>& problems)
        : sheet_(sheet), fields_(fields), order_(order), name_(name), problems_(problems)
    {}

    std::vector<std::string> settle()
    {
        drop_empty_columns();
        std::vector<std::string> header;
        for (auto const& cell : sheet_.rows.front().cells) header.push_back(key_of(csv_unguarded(cell)));
        for (std::size_t i = 0; i < header.size(); ++i) {
            auto const first = std::ranges::find(header, header[i]);
            if (first - header.begin() < static_cast<std::ptrdiff_t>(i))
                say(fmt::format("column '{}' stands there twice", visible(header[i])));
        }
        for (std::size_t i = 0; i < header.size(); ++i) cells_of(i, header[i]);
        return header;
    }

private:
    void say(std::string const& sentence) { problems_.push_back(fmt::format("{}: {}", name_, sentence)); }

    /// A column without a head and without anything in it was only in view.
    void drop_empty_columns()
    {
        auto& head = sheet_.rows.front().cells;
        for (auto i = head.size(); i-- > 0;) {
            if (!trimmed(head[i]).empty()) continue;
            auto const says = [&](CsvRow const& row) { return i < row.cells.size() && !trimmed(row.cells[i]).empty(); };
            auto const row = std::ranges::find_if(sheet_.rows, says);
            auto const last = i + 1 == head.size();
            if (row != sheet_.rows.end() && !last) {
                say(fmt::format("row {} says something in column {}, which has no head", row->number, i + 1));
                continue;
            }
            // What stands beyond the last head is told with its row.
            for (auto& one : sheet_.rows)
                if (i < one.cells.size() && (row == sheet_.rows.end() || &one == &sheet_.rows.front()))
                    one.cells.erase(one.cells.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }

    std::string key_of(std::string_view head) const
    {
        auto const plain = plain_name(head);
        if (plain == keys::id || plain == "kind") return plain;
        if (fields_.sort != nullptr) {
            if (plain == fields_.sort->owner->name) return plain;
            if (auto const* field = field_of_head(head, fields_.sort->kind)) return field->path;
        } else {
            for (auto const* kind : fields_.kinds)
                if (auto const* field = field_of_head(head, *kind)) return field->path;
        }
        return std::string{trimmed(head)};
    }

    Field const* field_of(std::string const& key) const
    {
        if (fields_.sort != nullptr) return field_typed(fields_.sort->kind, key);
        for (auto const* kind : fields_.kinds)
            if (auto const* field = field_typed(*kind, key)) return field;
        return nullptr;
    }

    void cells_of(std::size_t column, std::string const& key)
    {
        auto const* field = field_of(key);
        auto const type = field == nullptr ? FieldType::any : field->type;
        auto const each = [&](auto const& act) {
            for (std::size_t i = 1; i < sheet_.rows.size(); ++i)
                if (auto& row = sheet_.rows[i]; column < row.cells.size()) act(row, row.cells[column]);
        };
        if (sheet_.answers) each([&](CsvRow&, std::string& cell) { cell = answered(cell, key, field); });
        if (type == FieldType::integer || type == FieldType::number) {
            if (sheet_.separator == ';')
                each([&](CsvRow const& row, std::string const& cell) { refuse_thousands(key, row, cell); });
            each([&](CsvRow&, std::string& cell) { cell = number_in(cell); });
        }
        if (type != FieldType::date) return;
        SheetDates dates{order_};
        each([&](CsvRow const& row, std::string const& cell) { dates.see(row.number, cell); });
        auto const wrong = dates.problems();
        for (auto const& sentence : wrong) say(fmt::format("{}, {}", visible(key), sentence));
        if (wrong.empty()) each([&](CsvRow&, std::string& cell) { cell = dates.read(cell); });
    }

    /// "1.500" where commas stand before decimals: one and a half to one office, fifteen hundred to another.
    void refuse_thousands(std::string const& key, CsvRow const& row, std::string const& cell)
    {
        auto const number = trimmed(cell);
        auto const point = number.find('.');
        auto const digits = [](std::string_view text) {
            return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
        };
        if (point == std::string_view::npos || point > 3 || !digits(number.substr(0, point)) ||
            number.substr(point + 1).size() != 3 || !digits(number.substr(point + 1)))
            return;
        say(fmt::format(
            "{}, row {}: {} may be {} or {}; write it without the point, or with a comma before the decimals",
            visible(key), row.number, number,
            std::string{number.substr(0, point)} + std::string{number.substr(point + 1)},
            std::string{number.substr(0, point)} + ',' + std::string{number.substr(point + 1)}));
    }

    /// What a form was answered, as a cell has it: of an option its id, of a list semicolons between its things.
    static std::string answered(std::string const& cell, std::string const& key, Field const* field)
    {
        auto const of_ids = key == keys::id || (field != nullptr && !field->references.empty());
        auto const id_alone = [&](std::string_view part) {
            auto const joint = of_ids ? part.find(option_joint) : std::string_view::npos;
            return std::string{trimmed(part.substr(0, joint))};
        };
        if (field == nullptr || field->type != FieldType::array) return id_alone(cell);
        auto const commas = of_ids || !field->choices.empty() || field->item_type != FieldType::string;
        std::string things;
        for (std::string_view rest = cell; !rest.empty();) {
            auto const end = std::min(rest.find_first_of(commas ? ",;\n" : ";\n"), rest.size());
            auto part = trimmed(rest.substr(0, end));
            if (part.starts_with("- ") || part.starts_with("* ")) part = trimmed(part.substr(2));
            if (!part.empty()) things += (things.empty() ? "" : ";") + id_alone(part);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return things;
    }

    /// Where semicolons divide the cells, commas stand before decimals.
    std::string number_in(std::string_view cell) const
    {
        auto number = with_latin_digits(cell);
        auto const comma = number.find(',');
        auto const digits_alone = trimmed(number).find_first_not_of("0123456789,+-") == std::string_view::npos;
        if (sheet_.separator == ';' && comma != std::string::npos && comma == number.rfind(',') && digits_alone)
            number[comma] = '.';
        return number;
    }

    Sheet& sheet_;
    SheetFields const& fields_;
    std::optional<DateOrder> order_;
    std::string const& name_;
    std::vector<std::string>& problems_;
};

}  // namespace

std::optional<Sheet> table_of_text(std::string_view bytes, TextEncoding said, std::string const& name,
                                   std::vector<std::string>& problems)
{
    auto read = read_sheet(bytes, said);
    if (auto* sheet = std::get_if<Sheet>(&read)) return std::move(*sheet);
    auto const& problem = std::get<CsvProblem>(read);
    problems.push_back(fmt::format("{}: line {}: {}; {}", name, problem.line, problem.message, problem.help));
    return std::nullopt;
}

std::optional<Sheet> table_of_workbook(std::string_view bytes, std::string const& wanted, std::string const& name,
                                       std::vector<std::string>& problems, std::string& of_sheet)
{
    auto read = read_workbook(bytes, wanted);
    if (auto* found = std::get_if<WorkbookSheet>(&read)) {
        if (!found->others.empty())
            of_sheet = fmt::format("of its {} sheets the first is read, {}; --sheet names another",
                                   found->others.size() + 1, visible(found->name));
        return std::move(found->sheet);
    }
    auto const& problem = std::get<CsvProblem>(read);
    auto const row = problem.line == 0 ? std::string{} : fmt::format(" row {}:", problem.line);
    problems.push_back(fmt::format("{}:{} {}; {}", name, row, problem.message, problem.help));
    return std::nullopt;
}

std::optional<Sheet> table_of_form(std::string_view text, std::string const& name, std::vector<std::string>& problems)
{
    auto read = read_filled_form(text);
    if (auto* sheet = std::get_if<Sheet>(&read)) return std::move(*sheet);
    auto const& problem = std::get<CsvProblem>(read);
    problems.push_back(fmt::format("{}: line {}: {}; {}", name, problem.line, problem.message, problem.help));
    return std::nullopt;
}

std::string taken_titles(Sheet& sheet, SheetFields const& fields)
{
    constexpr std::size_t most_titles = 10;
    auto const filled = [](CsvRow const& row) {
        return std::ranges::count_if(row.cells, [](auto const& cell) { return !trimmed(cell).empty(); });
    };
    auto const names_fields = [&](CsvRow const& row) {
        return std::ranges::count_if(row.cells, [&](auto const& cell) {
            return !trimmed(cell).empty() && is_head(csv_unguarded(cell), fields);
        });
    };
    std::size_t titles = 0;
    while (titles < std::min(sheet.rows.size(), most_titles) && filled(sheet.rows[titles]) == 1 &&
           names_fields(sheet.rows[titles]) == 0)
        ++titles;
    if (titles == 0 || titles >= sheet.rows.size() || names_fields(sheet.rows[titles]) < 2) return {};
    std::string said;
    for (std::size_t i = 0; i < titles; ++i)
        for (auto const& cell : sheet.rows[i].cells)
            if (!trimmed(cell).empty()) said += (said.empty() ? "" : " ") + std::string{trimmed(cell)};
    sheet.rows.erase(sheet.rows.begin(), sheet.rows.begin() + static_cast<std::ptrdiff_t>(titles));
    return said;
}

std::string taken_reason(Sheet& form, Kind const& kind)
{
    std::string reason;
    auto& heads = form.rows[0].cells;
    for (std::size_t i = heads.size(); i-- > 0;) {
        if (plain_name(heads[i]) != reason_head || field_of_head(heads[i], kind) != nullptr) continue;
        reason = form.rows[1].cells[i];
        for (auto& row : form.rows) row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return reason;
}

std::vector<std::string> settle_columns(Sheet& sheet, SheetFields const& fields, std::optional<DateOrder> order,
                                        std::string const& name, std::vector<std::string>& problems)
{
    return Columns{sheet, fields, order, name, problems}.settle();
}

}  // namespace sss
