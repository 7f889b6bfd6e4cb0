#include "schema/compile.hpp"
#include "schema/wording.hpp"

#include <algorithm>

namespace sss::schema {
namespace {

// What lies beyond these is validated all the same; it is only not listed.
constexpr std::size_t most_fields = 4096;   ///< of one kind
constexpr std::size_t deepest_field = 64;   ///< tables within each other
constexpr std::size_t longest_path = 1000;  ///< bytes

/// Writes down the fields of a table and, below each, those of its own tables.
class FieldList {
public:
    explicit FieldList(std::vector<Field>& fields) : fields_(fields) {}

    void table(Node const& node, std::string const& prefix)
    {
        // A table within a table of its own sort has no end: its inner fields are those already told.
        if (open_.size() == deepest_field || std::ranges::find(open_, &node) != open_.end()) return;
        open_.push_back(&node);
        for (auto const* part : node.together) {
            std::vector<Property const*> in_order;
            for (auto const& property : part->properties)
                if (property.node != nullptr && !property.node->never) in_order.push_back(&property);
            std::ranges::sort(in_order, {}, [](Property const* property) { return property->order; });
            for (auto const* property : in_order) member(node, *property, prefix);
        }
        open_.pop_back();
    }

private:
    void member(Node const& parent, Property const& property, std::string const& prefix)
    {
        auto path = prefix + std::string{property.key};
        auto const known = std::ranges::any_of(fields_, [&](Field const& field) { return field.path == path; });
        if (known || fields_.size() >= most_fields || path.size() > longest_path) return;
        auto const& node = *property.node;
        auto const* items = items_of(node);

        Field field;
        field.path = path;
        field.type = type_of(node);
        if (items != nullptr) field.item_type = type_of(*items);
        field.role = node.value_role;
        field.references = node.value_references;
        field.required = is_required(parent, property.key);
        field.description = description_of(node);
        if (auto const* said = node.source != nullptr ? node.source->table() : nullptr)
            if (auto const* title = string_at(*said, "title")) field.title = *title;
        add_choices(node, field);
        if (items != nullptr) {
            if (field.role == DateRole::none) field.role = items->value_role;
            if (field.references.empty()) field.references = items->value_references;
            if (field.choices.empty()) add_choices(*items, field);
        }
        for (auto const* part : node.together) {
            field.set = field.set || part->unique_items;
            if (field.key.empty()) field.key = part->key;
            auto const* source = part->source != nullptr ? part->source->table() : nullptr;
            auto const* value = source != nullptr ? find(*source, "default") : nullptr;
            if (value != nullptr && !value->unreadable() && !field.default_value) field.default_value = *value;
        }
        fields_.push_back(std::move(field));
        table(node, path + ".");
        if (items != nullptr) table(*items, path + "[].");
    }

    static Node const* items_of(Node const& node)
    {
        for (auto const* part : node.together)
            if (part->items != nullptr) return part->items;
        return nullptr;
    }

    /// Required by the table's own words; what only a branch or a condition asks for is not always required.
    static bool is_required(Node const& table, std::string_view key)
    {
        return std::ranges::any_of(all_of(table), [key](Node const* part) {
            auto const* property = part->property(key);
            return property != nullptr && property->required;
        });
    }

    /// The node and all that its allOf add to it, each once.
    static std::vector<Node const*> all_of(Node const& node)
    {
        std::vector<Node const*> parts{&node};
        for (std::size_t at = 0; at < parts.size() && at < 100; ++at)
            for (auto const* part : parts[at]->all_of)
                if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
        return parts;
    }

    static void add_choices(Node const& node, Field& field)
    {
        for (auto const* choice : only_choices(node))
            if (choice->text() != nullptr) field.choices.push_back(*choice->text());
    }

    static FieldType type_of(Node const& node)
    {
        if (node.value_role != DateRole::none) return FieldType::date;
        // allOf narrows, so that the first type named is the value's; branches of anyOf that differ leave it open.
        auto types = narrow_types(node);
        if (types == 0) {
            for (auto const* branches : {&node.any_of, &node.one_of})
                for (auto const* branch : *branches) {
                    auto const theirs = narrow_types(*branch);
                    if (theirs == 0) return FieldType::any;
                    types = static_cast<TypeSet>(types | theirs);
                }
        }
        if (types == 0) types = types_of_choices(node);
        switch (types & ~type::null) {
            case type::string: return has_date_format(node) ? FieldType::date : FieldType::string;
            case type::integer: return FieldType::integer;
            case type::number:
            case type::number | type::integer: return FieldType::number;
            case type::boolean: return FieldType::boolean;
            case type::array: return FieldType::array;
            case type::object: return FieldType::table;
            default: return FieldType::any;
        }
    }

    static TypeSet narrow_types(Node const& node)
    {
        TypeSet types = 0;
        for (auto const* part : all_of(node))
            if (part->types != 0) types = types == 0 ? part->types : static_cast<TypeSet>(types & part->types);
        return types;
    }

    /// An enum of texts says that the value is a text.
    static TypeSet types_of_choices(Node const& node)
    {
        TypeSet types = 0;
        for (auto const* choice : only_choices(node)) types = static_cast<TypeSet>(types | types_of(*choice));
        return types;
    }

    static bool has_date_format(Node const& node)
    {
        return std::ranges::any_of(node.together, [](Node const* part) {
            return part->format == Format::date || part->format == Format::date_time;
        });
    }

    std::vector<Field>& fields_;
    std::vector<Node const*> open_;
};

}  // namespace

void describe_fields(Compiled& compiled)
{
    FieldList{compiled.kind.fields}.table(*compiled.root, "");
}

}  // namespace sss::schema
