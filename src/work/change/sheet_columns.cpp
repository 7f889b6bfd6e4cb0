#include "work/change/sheet_columns.hpp"

#include "records/sheet/workbook.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"
#include "work/change/field_values.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// "Depends on" is depends_on.
std::string plain_name(std::string_view name)
{
    std::string plain;
    for (auto const c : trimmed(name)) {
        auto const blank = c == ' ' || c == '-' || c == '_' || c == '\n' || c == '\r' || c == '\t';
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

    FieldType type_of(std::string const& key) const
    {
        if (fields_.sort != nullptr) {
            auto const* field = field_typed(fields_.sort->kind, key);
            return field == nullptr ? FieldType::any : field->type;
        }
        for (auto const* kind : fields_.kinds)
            if (auto const* field = field_typed(*kind, key)) return field->type;
        return FieldType::any;
    }

    void cells_of(std::size_t column, std::string const& key)
    {
        auto const type = type_of(key);
        auto const each = [&](auto const& act) {
            for (std::size_t i = 1; i < sheet_.rows.size(); ++i)
                if (auto& row = sheet_.rows[i]; column < row.cells.size()) act(row, row.cells[column]);
        };
        if (type == FieldType::integer || type == FieldType::number)
            each([&](CsvRow&, std::string& cell) { cell = number_in(cell); });
        if (type != FieldType::date) return;
        SheetDates dates{order_};
        each([&](CsvRow const& row, std::string const& cell) { dates.see(row.number, cell); });
        auto const wrong = dates.problems();
        for (auto const& sentence : wrong) say(fmt::format("{}, {}", visible(key), sentence));
        if (wrong.empty()) each([&](CsvRow&, std::string& cell) { cell = dates.read(cell); });
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

std::vector<std::string> settle_columns(Sheet& sheet, SheetFields const& fields, std::optional<DateOrder> order,
                                        std::string const& name, std::vector<std::string>& problems)
{
    return Columns{sheet, fields, order, name, problems}.settle();
}

}  // namespace sss
