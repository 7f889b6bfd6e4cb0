#include "work/change/import.hpp"

#include "facts/publication/discretion.hpp"
#include "facts/query/field_path.hpp"
#include "facts/query/items.hpp"
#include "print/csv_text.hpp"
#include "print/listing.hpp"
#include "records/csv.hpp"
#include "records/sheet/filled_form.hpp"
#include "records/sheet/workbook.hpp"
#include "schema/json.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"
#include "work/change/field_values.hpp"
#include "work/change/sheet_columns.hpp"
#include "work/change/update.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {
namespace {

/// "MEETING", as messages call an id of the kind.
std::string upper(std::string name)
{
    for (auto& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return name;
}

class Importer {
public:
    Importer(WorkingTree const& tree, ImportRequest const& request, ImportNotes& notes)
        : tree_(tree),
          name_(visible(request.name)),
          update_(request.update),
          problems_(notes.problems),
          passed_over_(notes.passed_over),
          sorts_(tree.layout().kinds()),
          moment_(tree.records, {})
    {}

    std::vector<Imported> toml(std::string_view text, std::string const& kind)
    {
        auto document = parse_document(name_, text);
        for (auto const& problem : document.problems)
            problems_.push_back(fmt::format("{}:{}:{}: {}", name_, problem.place.line, problem.place.column,
                                            visible(problem.message.text())));
        if (!document.problems.empty()) return {};
        tree_of(std::move(document.root), kind, true);
        return std::move(found_);
    }

    std::vector<Imported> json(std::string_view text, std::string const& kind)
    {
        std::vector<Finding> wrong;
        auto value = schema::parse_json(name_, text, wrong);
        for (auto const& problem : wrong)
            problems_.push_back(fmt::format("{}:{}:{}: {}", name_, problem.place.line, problem.place.column,
                                            visible(problem.message.text())));
        if (!value || !wrong.empty()) return {};
        if (auto const* items = value->array())
            list(*items, kind_of(kind, name_), false);
        else if (auto const* members = value->table())
            tree_of(*members, kind, false);
        else
            problems_.push_back(fmt::format("{}: it holds neither an array nor an object", name_));
        return std::move(found_);
    }

    /// What stood above the header of the sheet that was read last.
    std::string const& titles() const { return titles_; }

    /// A form of one record.
    std::vector<Imported> form(Sheet& answers, ImportRequest const& request, ImportNotes& notes)
    {
        auto const* schema = kind_of(request.kind, name_);
        if (schema == nullptr) return {};
        notes.reason = taken_reason(answers, schema->kind());
        auto found = sheet(answers, request);
        for (auto& one : found) one.where = name_;
        return found;
    }

    std::vector<Imported> sheet(Sheet& sheet, ImportRequest const& request)
    {
        auto const& kind = request.kind;
        if (sheet.rows.empty()) {
            problems_.push_back(fmt::format("{}: it holds no header row", name_));
            return {};
        }
        if (tree_.configuration->schemas.find(kind) == nullptr)
            if (auto const sorts = sorts_.named(kind); sorts.size() == 1) sort_ = sorts.front();
        titles_ = taken_titles(sheet, {kinds_meant(kind), sort_});
        auto const header = settle_columns(sheet, {kinds_meant(kind), sort_}, request.date_order, name_, problems_);
        if (!problems_.empty()) return {};
        for (std::size_t i = 1; i < sheet.rows.size(); ++i) row(header, sheet.rows[i], kind);
        return std::move(found_);
    }

private:
    /// The kind that was named, or all that a row may name.
    std::vector<Kind const*> kinds_meant(std::string const& kind) const
    {
        if (auto const* schema = tree_.configuration->schemas.find(kind)) return {&schema->kind()};
        return tree_.layout().kinds();
    }

    /// Nothing, and a problem, where no kind is called so.
    Schema const* kind_of(std::string const& kind, std::string const& where)
    {
        std::vector<std::string> names;
        for (auto const& schema : tree_.configuration->schemas.all()) names.push_back(schema.kind().name);
        if (kind.empty()) {
            say(fmt::format("{}: of what kind its records are is not said; as in `sss add milestone --from …`", where));
            return nullptr;
        }
        if (auto const* schema = tree_.configuration->schemas.find(kind)) return schema;
        auto const near = nearest(kind, names);
        say(fmt::format("{}: there is no kind '{}'{}", where, visible(kind),
                        near ? fmt::format("; did you mean '{}'?", *near)
                             : fmt::format("; the kinds are {}", schema::joined(names, "and"))));
        return nullptr;
    }

    /// The same mistake in many rows is one mistake.
    void say(std::string problem)
    {
        if (std::ranges::find(problems_, problem) == problems_.end()) problems_.push_back(std::move(problem));
    }

    /// Lists by kind, or where a kind was named one record.
    void tree_of(Table root, std::string const& kind, bool is_toml)
    {
        auto const* only = kind.empty() ? nullptr : kind_of(kind, name_);
        auto const lists = std::ranges::any_of(root, [&](Member const& member) {
            return tree_.configuration->schemas.find(member.key) != nullptr && member.value.array() != nullptr;
        });
        if (only != nullptr && !lists) {
            take(std::move(root), *only, name_, is_toml);
            return;
        }
        if (!kind.empty() && only == nullptr) return;
        for (auto const& member : root) {
            auto const* schema = kind_of(member.key, fmt::format("{}:{}", name_, member.key_place.line));
            if (schema == nullptr) continue;
            if (only != nullptr && schema != only)
                say(fmt::format("{}: it holds {}, but only {} was asked for", name_, member.key, kind));
            else if (auto const* items = member.value.array())
                list(*items, schema, is_toml);
            else
                say(fmt::format("{}:{}: '{}' is to be a list of records, as in [[{}]]", name_, member.key_place.line,
                                member.key, member.key));
        }
    }

    void list(Array const& items, Schema const* schema, bool is_toml)
    {
        if (schema == nullptr) return;
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto const where = fmt::format("{}: {} {}", name_, schema->kind().name, i + 1);
            if (auto const* members = items[i].table())
                take(*members, *schema, where, is_toml);
            else
                say(fmt::format("{}: it is no {}", where, is_toml ? "table" : "object"));
        }
    }

    void take(Table fields, Schema const& schema, std::string where, bool is_toml)
    {
        Imported one{&schema.kind(), {}, {}, std::move(where)};
        for (std::size_t i = 0; i < fields.size(); ++i) {
            auto const& member = fields[i];
            if (member.value.unreadable()) continue;  // JSON's null: the field is not there
            if (member.key == "id" && schema.kind().field(keys::id) == nullptr) {
                if (member.value.string() == nullptr)
                    say(fmt::format("{}: its id is no text", one.where));
                else
                    one.id = *member.value.string();
                continue;
            }
            if (!is_toml) dates_in(fields.edit(i).value, member.key, schema);
            one.fields.push_back(fields[i]);
        }
        found_.push_back(std::move(one));
    }

    void row(std::vector<std::string> const& header, CsvRow const& row, std::string const& kind)
    {
        auto const where = fmt::format("{}: row {}", name_, row.number);
        auto cells = row.cells.size();
        while (cells > header.size() && trimmed(row.cells[cells - 1]).empty()) --cells;
        if (cells > header.size())
            return say(fmt::format("{}: it has {} cells, but there are {} columns; a comma within a cell needs quotes",
                                   where, cells, header.size()));
        if (sort_ != nullptr) return item(header, row, where);
        auto named = kind;
        for (std::size_t i = 0; i < cells; ++i)
            if (header[i] == "kind" && named.empty()) named = trimmed(row.cells[i]);
        auto const* schema = kind_of(named, kind.empty() && !named.empty() ? where : name_);
        if (schema == nullptr) return;
        Imported one{&schema->kind(), id_in(header, row, schema->kind()), {}, where};
        auto const* stands = update_ ? standing_record(tree_.records, schema->kind(), one.id) : nullptr;
        for (std::size_t i = 0; i < cells; ++i) {
            auto const& column = header[i];
            if ((column == "id" || column == "kind") && schema->kind().field(column) == nullptr) continue;
            if (is_day_of_a_date(schema->kind(), column)) continue;
            if (stands != nullptr && is_as_printed(column, row.cells[i], *stands)) continue;
            auto const* field = field_typed(schema->kind(), column);
            if (field == nullptr)
                unknown(schema->kind(), column, stands == nullptr ? std::string{} : where, row.cells[i]);
            else
                cell(one.fields, *schema, *field, field->path, row.cells[i]);
        }
        found_.push_back(std::move(one));
    }

    /// A row of items: its id is MEETING#a1, and what it says stands in the record before the '#'.
    void item(std::vector<std::string> const& header, CsvRow const& row, std::string const& where)
    {
        auto const& owner = *sort_->owner;
        auto const id = id_in(header, row, sort_->kind);
        auto const hash = id.find('#');
        auto const* holder =
            hash == std::string::npos ? nullptr : standing_record(tree_.records, owner, id.substr(0, hash));
        if (holder == nullptr || hash + 1 == id.size())
            return say(fmt::format("{}: '{}' is no {} of a {} on record; write it as {}#KEY", where, visible(id),
                                   sort_->list->path, owner.name, upper(owner.name)));
        auto const key = id.substr(hash + 1);
        auto const items = items_of(*sort_, *holder);
        auto const stands = std::ranges::find(items, key, [](Record const& one) { return key_of_item(one.id); });
        if (stands != items.end() && !update_)
            return say(fmt::format("{}: {} stands already; --update changes it", where, visible(id)));
        auto const& schema = *tree_.configuration->schemas.find(owner.name);
        auto const prefix = sort_->list->path + "[].";
        Imported one{&owner, holder->id, {}, where, true};
        if (auto const* known = owner.field(prefix + sort_->list->key))
            put(one.fields, known->path, value_of(schema, single_of(*known), std::vector<std::string>{key}));
        auto const before = one.fields;
        for (std::size_t i = 0; i < std::min(header.size(), row.cells.size()); ++i) {
            auto const& column = header[i];
            if (column == "id" || column == owner.name) continue;
            if (stands != items.end() && is_as_printed(column, row.cells[i], *stands)) continue;
            auto const* field = field_typed(sort_->kind, column);
            auto const* in_owner = field == nullptr ? nullptr : owner.field(prefix + field->path);
            if (in_owner == nullptr)
                unknown(sort_->kind, column, stands == items.end() ? std::string{} : where, row.cells[i]);
            else
                cell(one.fields, schema, *in_owner, in_owner->path, row.cells[i]);
        }
        if (stands == items.end() || !(one.fields == before)) found_.push_back(std::move(one));
    }

    static std::string id_in(std::vector<std::string> const& header, CsvRow const& row, Kind const& kind)
    {
        if (kind.field(keys::id) != nullptr) return {};
        for (std::size_t i = 0; i < std::min(header.size(), row.cells.size()); ++i)
            if (header[i] == keys::id) return csv_unguarded(trimmed(row.cells[i]));
        return {};
    }

    /// Whether a cell holds what `sss list` prints there; an empty one says nothing in any case.
    bool is_as_printed(std::string const& column, std::string const& text, Record const& record) const
    {
        if (trimmed(text).empty()) return true;
        auto const path = read_field_path(column, *record.kind, tree_.layout().kinds());
        auto const* known = std::get_if<FieldPath>(&path);
        if (known == nullptr || known->computed || known->word || known->field == nullptr) return false;
        auto const printed = csv_cell_content(*known, record, moment_);
        if (text == printed || trimmed(text) == trimmed(printed)) return true;
        // What was exported for the public lacks the addresses: that is no wish to forget them.
        return text.find(in_place_of_an_address) != std::string::npos &&
               trimmed(text) == trimmed(without_mail_addresses(printed));
    }

    /// A column that names no field that can be set.
    /// @param changed_in  the row that says of a record which stands what is not printed there; else empty
    void unknown(Kind const& kind, std::string const& column, std::string const& changed_in, std::string const& text)
    {
        auto const path = read_field_path(column, kind, tree_.layout().kinds());
        if (auto const* known = std::get_if<FieldPath>(&path)) {
            auto const told = known->computed || known->word || known->field == nullptr || known->parts.size() > 1;
            auto const of_items = known->field != nullptr && known->field->path.find("[]") != std::string::npos;
            if (of_items && !changed_in.empty() && !trimmed(text).empty())
                return say(
                    fmt::format("{}: '{}' tells of several items at once, and so cannot change them; "
                                "`sss set '{}#KEY' …` does",
                                changed_in, visible(column), upper(kind.name)));
            if (told) {
                if (std::ranges::find(passed_over_, column) == passed_over_.end()) passed_over_.push_back(column);
                return;
            }
        }
        std::vector<std::string> names{"id"};
        for (auto const& known : kind.fields)
            if (is_settable(known)) names.push_back(known.path);
        auto const near = nearest(column, names);
        say(fmt::format("{}: {} has no field '{}'{}", name_, schema::with_article(kind.name), visible(column),
                        near ? fmt::format("; did you mean '{}'?", *near) : std::string{}));
    }

    static Field single_of(Field field)
    {
        if (field.type == FieldType::any) field.type = FieldType::string;
        return field;
    }

    void cell(Table& fields, Schema const& schema, Field const& field, std::string const& path,
              std::string const& content)
    {
        if (trimmed(content).empty()) return;
        if (content.find(in_place_of_an_address) != std::string::npos)
            return say(
                fmt::format("{}: {}: “{}” stands where an address was left out for the public; write the address, or "
                            "leave the cell empty",
                            name_, visible(path), in_place_of_an_address));
        if (field.type == FieldType::any)
            if (auto guarded = csv_guarded_text(content)) return put(fields, path, Value{*std::move(guarded)});
        // What is written as TOML holds texts of its own, which have no guard.
        auto const is_toml = field.type == FieldType::array && trimmed(content).find_first_of("[{") == 0;
        auto const text = is_toml ? content : csv_unguarded(content);
        auto const words = trimmed(text);
        std::vector<std::string> parts;
        if (field.type == FieldType::array && !is_toml) {
            for (auto rest = words; !rest.empty();) {
                auto const end = std::min(rest.find(';'), rest.size());
                if (auto const part = trimmed(rest.substr(0, end)); !part.empty()) parts.emplace_back(part);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        } else {
            parts.emplace_back(field.type == FieldType::string ? text : std::string{words});
        }
        auto value = value_of(schema, field, parts);
        take_present_ids(field, value, tree_.records);
        put(fields, path, std::move(value));
    }

    WorkingTree const& tree_;
    std::string name_;
    bool update_;
    std::vector<std::string>& problems_;
    std::vector<std::string>& passed_over_;
    ItemSorts sorts_;
    ItemSort const* sort_ = nullptr;  ///< of the rows; nullptr: they are records
    Moment moment_;
    std::string titles_;
    std::vector<Imported> found_;
};

std::string format_of(std::string_view text, std::string const& name)
{
    if (is_zip(text)) return "xlsx";
    if (name.ends_with(".md") || is_filled_form(text)) return "form";
    for (auto const* ending : {"toml", "json", "csv", "xlsx"})
        if (name.ends_with(std::string{"."} + ending)) return ending;
    if (name.ends_with(".tsv")) return "csv";
    auto const begin = trimmed(text);
    if (begin.starts_with("[[")) return "toml";
    if (begin.starts_with('[') || begin.starts_with('{')) return "json";
    auto const line = begin.substr(0, begin.find_first_of("\r\n"));
    return line.starts_with('#') || line.find(" = ") != std::string_view::npos ? "toml" : "csv";
}

}  // namespace

std::vector<Imported> read_import(WorkingTree const& tree, std::string_view text, ImportRequest const& request,
                                  ImportNotes& notes)
{
    Importer importer{tree, request, notes};
    auto const known = request.format.empty() ? format_of(text, request.name) : request.format;
    if (known == "csv" || known == "xlsx") {
        auto table = known == "csv" ? table_of_text(text, request.encoding, visible(request.name), notes.problems)
                                    : table_of_workbook(text, request.sheet, visible(request.name), notes.problems,
                                                        notes.of_sheet);
        if (!table) return {};
        auto found = importer.sheet(*table, request);
        notes.title = importer.titles();
        return found;
    }
    if (text.size() > largest_document) {
        notes.problems.push_back(fmt::format("{}: it is larger than 1 MiB, the limit for {}; divide it, or use csv",
                                             visible(request.name), known));
        return {};
    }
    if (known == "form") {
        auto answers = table_of_form(text, visible(request.name), notes.problems);
        return answers ? importer.form(*answers, request, notes) : std::vector<Imported>{};
    }
    if (known == "json") return importer.json(text, request.kind);
    return importer.toml(text, request.kind);
}

}  // namespace sss
