#include "records/write.hpp"

#include "records/toml_scan.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace sss {
namespace {

bool is_control(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7f';
}

/// A character that cannot stand for itself between quotation marks.
std::string escaped(char c)
{
    switch (c) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\b': return "\\b";
        case '\t': return "\\t";
        case '\n': return "\\n";
        case '\f': return "\\f";
        case '\r': return "\\r";
        default: return fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    }
}

/// As short as it can be without losing anything, and never like a whole number.
std::string write_float(double number)
{
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
    auto text = fmt::format("{}", number);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string join(std::vector<std::string> const& path)
{
    std::string text;
    for (auto const& part : path) text += (text.empty() ? "" : ".") + write_key(part);
    return text;
}

bool has_comments(Laid const& part)
{
    return !part.above.empty() || !part.beside.empty() || !part.below.empty() ||
           std::ranges::any_of(part.parts, has_comments);
}

std::string on_one_line(Laid const& part)
{
    if (part.form == Laid::Form::token) return part.token;
    std::string inside;
    for (auto const& inner : part.parts) {
        if (!inside.empty()) inside += ", ";
        if (part.form == Laid::Form::table) inside += write_key(inner.key) + " = ";
        inside += on_one_line(inner);
    }
    if (part.form == Laid::Form::array) return "[" + inside + "]";
    return inside.empty() ? "{}" : "{ " + inside + " }";
}

/// Comments on lines of their own; an empty one is a blank line.
void put_lines(std::string& text, std::vector<std::string> const& lines, std::string_view indent = {})
{
    for (auto const& line : lines) text += line.empty() ? "\n" : fmt::format("{}{}\n", indent, line);
}

std::string behind(std::string const& comment)
{
    return comment.empty() ? "" : "  " + comment;
}

std::string spread(Laid const& array, std::string const& indent);

/// As it stands behind its key.
/// @param taken  columns before it on its line
std::string value_text(Laid const& part, std::size_t taken, std::string const& indent = {})
{
    auto const comments = !part.below.empty() || std::ranges::any_of(part.parts, has_comments);
    if (comments && part.form == Laid::Form::table) {
        std::string inside;
        for (auto const& inner : part.parts)
            inside += (inside.empty() ? "" : ", ") + write_key(inner.key) + " = " + value_text(inner, taken, indent);
        return "{ " + inside + " }";
    }
    if (comments) return spread(part, indent);
    auto line = on_one_line(part);
    if (part.form != Laid::Form::array || part.parts.empty()) return line;
    auto const first = std::string_view{line}.substr(0, line.find('\n'));
    return taken + display_width(first) <= widest_line ? line : spread(part, indent);
}

/// A list with each item on a line of its own.
std::string spread(Laid const& array, std::string const& indent)
{
    std::string text = "[\n";
    auto const deeper = indent + "  ";
    for (auto const& item : array.parts) {
        put_lines(text, item.above, deeper);
        text += fmt::format("{}{},{}\n", deeper, value_text(item, deeper.size() + 1, deeper), behind(item.beside));
    }
    put_lines(text, array.below, deeper);
    return text + indent + "]";
}

/// Writes a table's own keys, then its tables below headers.
class Writer {
public:
    explicit Writer(Kind const& kind) : kind_(kind) {}

    std::string record(Laid record)
    {
        put_lines(text_, record.above);
        body(record, {}, "");
        return std::move(text_);
    }

    /// @param prefix  of the table that holds the section
    std::string section_alone(Laid part, std::vector<std::string> path, std::string const& prefix)
    {
        path.pop_back();
        section(part, std::move(path), prefix);
        return std::move(text_);
    }

private:
    /// Plain keys or sections, not both.
    void members(Laid& table, std::vector<std::string> const& path, std::string const& prefix)
    {
        std::vector<std::pair<std::size_t, Laid*>> order;
        for (auto& part : table.parts) order.emplace_back(rank_of(kind_, prefix, part.key), &part);
        std::ranges::stable_sort(order, {}, &std::pair<std::size_t, Laid*>::first);
        for (auto const& [rank, part] : order) {
            if (is_section(*part))
                section(*part, path, prefix);
            else
                line(*part);
        }
    }

    void line(Laid const& part)
    {
        put_lines(text_, part.above);
        auto const key = write_key(part.key) + " = ";
        text_ += key + value_text(part, display_width(key)) + behind(part.beside) + "\n";
    }

    void section(Laid& part, std::vector<std::string> path, std::string const& prefix)
    {
        path.push_back(part.key);
        if (part.form == Laid::Form::table) return headed(part, path, "[" + join(path) + "]", prefix + part.key + ".");
        for (auto& item : part.parts) {
            if (&item == &part.parts.front()) {
                if (!part.beside.empty()) part.above.push_back(part.beside);
                item.above.insert(item.above.begin(), part.above.begin(), part.above.end());
            }
            headed(item, path, "[[" + join(path) + "]]", prefix + part.key + "[].");
        }
    }

    void headed(Laid& table, std::vector<std::string> const& path, std::string const& header, std::string const& prefix)
    {
        // A table that holds nothing but tables is said by their headers.
        auto const silent = header.starts_with("[[")
                                ? false
                                : !table.parts.empty() && table.above.empty() && table.beside.empty() &&
                                      table.below.empty() && std::ranges::all_of(table.parts, is_section);
        if (!silent) {
            // What a blank line parts from the header is not the header's: it ends what stands before.
            auto const gap = std::find(table.above.rbegin(), table.above.rend(), std::string{}).base();
            put_lines(text_, {table.above.begin(), gap});
            if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n";
            put_lines(text_, {gap, table.above.end()});
            text_ += header + behind(table.beside) + "\n";
        }
        body(table, path, prefix);
    }

    /// What stands after a table's last key stands before the tables within it.
    void body(Laid& table, std::vector<std::string> const& path, std::string const& prefix)
    {
        Laid own{.form = Laid::Form::table}, tables{.form = Laid::Form::table};
        for (auto& part : table.parts) (is_section(part) ? tables : own).parts.push_back(std::move(part));
        members(own, path, prefix);
        put_lines(text_, table.below);
        members(tables, path, prefix);
    }

    Kind const& kind_;
    std::string text_;
};

}  // namespace

Laid laid(Value const& value)
{
    Laid part;
    if (auto const* array = value.array()) {
        part.form = Laid::Form::array;
        for (auto const& item : *array) part.parts.push_back(laid(item));
    } else if (auto const* table = value.table()) {
        part = laid(*table);
    } else if (auto const* text = value.string()) {
        part.token = write_string(*text);
    } else if (auto const* temporal = value.temporal()) {
        part.token = temporal->text;
    } else if (auto const* integer = value.integer()) {
        part.token = fmt::format("{}", *integer);
    } else if (auto const* number = value.floating()) {
        part.token = write_float(*number);
    } else if (auto const* truth = value.boolean()) {
        part.token = *truth ? "true" : "false";
    }
    return part;
}

Laid laid(Table const& record)
{
    Laid part{.form = Laid::Form::table};
    for (auto const& member : record) {
        auto inner = laid(member.value);
        if (auto const* text = member.value.string(); text != nullptr && text->find('\n') != std::string::npos)
            inner.token = write_long_string(*text);
        inner.key = member.key;
        part.parts.push_back(std::move(inner));
    }
    return part;
}

std::string write_record(Laid record, Kind const& kind)
{
    return Writer{kind}.record(std::move(record));
}

std::string write_record(Table const& record, Kind const& kind)
{
    return write_record(laid(record), kind);
}

std::string write_section(std::vector<std::string> const& path, Value const& tables, Kind const& kind,
                          std::string const& prefix)
{
    auto part = laid(tables);
    part.key = path.back();
    return Writer{kind}.section_alone(std::move(part), path, prefix);
}

std::string write_value(Value const& value)
{
    return on_one_line(laid(value));
}

std::string write_value_of_key(Value const& value, std::size_t taken)
{
    if (auto const* text = value.string(); text != nullptr && text->find('\n') != std::string::npos)
        return write_long_string(*text);
    return value_text(laid(value), taken);
}

std::string write_string(std::string_view text)
{
    std::string out = "\"";
    for (auto const c : text) {
        if (is_control(c) || c == '"' || c == '\\')
            out += escaped(c);
        else
            out += c;
    }
    return out + '"';
}

std::string write_long_string(std::string_view text)
{
    std::string out = "\"\"\"\n";
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        // Two quotation marks may stand beside each other; a third would end the text, and so would one at its end.
        auto const closes = c == '"' && (text.substr(0, i + 1).ends_with(R"(""")") || i + 1 == text.size());
        if (c == '\n' || c == '\t' || (!is_control(c) && c != '\\' && !closes))
            out += c;
        else
            out += escaped(c);
    }
    return out + "\"\"\"";
}

std::string write_key(std::string_view key)
{
    auto const bare = !key.empty() && std::ranges::all_of(key, is_bare_key_character);
    return bare ? std::string{key} : write_string(key);
}

std::size_t rank_of(Kind const& kind, std::string_view prefix, std::string_view key)
{
    auto const path = std::string{prefix} + std::string{key};
    auto const found = std::ranges::find(kind.fields, path, &Field::path);
    return static_cast<std::size_t>(found - kind.fields.begin());
}

bool is_section(Laid const& part)
{
    if (part.form == Laid::Form::table) return true;
    return part.form == Laid::Form::array && !part.parts.empty() && part.below.empty() &&
           std::ranges::all_of(part.parts, [](Laid const& item) { return item.form == Laid::Form::table; });
}

}  // namespace sss
