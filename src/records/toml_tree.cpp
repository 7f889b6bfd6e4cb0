#include "records/toml_tree.hpp"

#include "records/document.hpp"

// toml++ 3.3 asserts that a header such as `[=` cannot be: a debug build aborts, and clang may assume the assertion
// true. The code behind it handles the case, so the assertions are off in every build.
#undef NDEBUG
#define TOML_ASSERT(expr) static_assert(true)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace sss {
namespace {

std::string date_text(toml::date const& date)
{
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string time_text(toml::time const& time)
{
    auto text = fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
    if (time.nanosecond != 0) {
        text += fmt::format(".{:09}", time.nanosecond);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text;
}

std::string offset_text(toml::time_offset const& offset)
{
    if (offset.minutes == 0) return "Z";
    auto const minutes = std::abs(offset.minutes);
    return fmt::format("{}{:02}:{:02}", offset.minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

Temporal temporal(toml::date_time const& moment)
{
    auto text = date_text(moment.date) + "T" + time_text(moment.time);
    if (!moment.offset) return {Temporal::Type::date_time, std::move(text)};
    return {Temporal::Type::instant, text + offset_text(*moment.offset)};
}

bool before(toml::source_position const& a, toml::source_position const& b)
{
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

class Converter {
public:
    explicit Converter(Lines const* lines) : lines_(lines) {}

    /// Where the tree became too deep to go on, once it did.
    std::optional<toml::source_position> const& too_deep() const { return too_deep_; }

    Table table(toml::table& from)
    {
        struct Entry {
            toml::key const* key;
            toml::node* node;
        };
        std::vector<Entry> entries;
        entries.reserve(from.size());
        for (auto&& [key, node] : from) entries.push_back({&key, &node});
        std::ranges::sort(entries, before,
                          [](Entry const& entry) -> toml::source_position const& { return entry.key->source().begin; });

        Table into;
        into.reserve(entries.size());
        for (auto const& [key, node] : entries) {
            into.push_back({std::string{key->str()}, place(key->source()), value(*node)});
        }
        return into;
    }

private:
    // The tree is ours alone and thrown away afterwards, so its strings are taken, not copied.
    Value value(toml::node& node)
    {
        if (!node.is_value()) {
            if (depth_ == deepest_nesting) {
                too_deep_ = node.source().begin;
                return {Unreadable{}, place(node.source())};
            }
            ++depth_;
            Value nested =
                node.is_table() ? Value{table(*node.as_table()), place(node.source())} : array(*node.as_array());
            --depth_;
            return nested;
        }
        switch (node.type()) {
            case toml::node_type::string: return {std::move(node.as_string()->get()), place(node.source())};
            case toml::node_type::integer: return {node.as_integer()->get(), place(node.source())};
            case toml::node_type::floating_point: return {node.as_floating_point()->get(), place(node.source())};
            case toml::node_type::boolean: return {node.as_boolean()->get(), place(node.source())};
            case toml::node_type::date:
                return {Temporal{Temporal::Type::date, date_text(node.as_date()->get())}, place(node.source())};
            case toml::node_type::time:
                return {Temporal{Temporal::Type::time, time_text(node.as_time()->get())}, place(node.source())};
            case toml::node_type::date_time: return {temporal(node.as_date_time()->get()), place(node.source())};
            default: break;
        }
        return {Unreadable{}, place(node.source())};
    }

    Value array(toml::array& from)
    {
        Array into;
        into.reserve(from.size());
        for (auto& node : from) into.push_back(value(node));
        auto where = place(from.source());
        // The library lets an array of tables reach from its first header to its last; its place is the first header.
        auto const of_tables = !from.empty() && from.source().begin == from.front().source().begin;
        if (of_tables) where = into.front().place;
        return {std::move(into), where};
    }

    Place place(toml::source_region const& region) const
    {
        if (lines_ == nullptr || region.begin.line == 0) return {};
        auto const [line, column] = region.begin;
        auto const length = region.end.line == line ? region.end.column - column : lines_->rest_of_line(line, column);
        return {line, column, length};
    }

    Lines const* lines_;
    std::size_t depth_ = 0;
    std::optional<toml::source_position> too_deep_;
};

}  // namespace

std::optional<TomlError> read_toml(std::string_view text, Lines const* lines, Table& into)
{
    auto result = toml::parse(text);
    if (!result) {
        auto const& where = result.error().source().begin;
        return TomlError{where.line, where.column, std::string{result.error().description()}};
    }
    auto converter = Converter{lines};
    into = converter.table(result.table());
    if (auto const& where = converter.too_deep()) return TomlError{where->line, where->column, "too deep", true};
    return std::nullopt;
}

}  // namespace sss
