#include "facts/query/filter.hpp"

#include "facts/query/operands.hpp"
#include "support/edit_distance.hpp"
#include "support/plain_letters.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

enum class Operator : std::uint8_t { equal, unlike, less, at_most, more, at_least, contains };

struct OperatorName {
    std::string_view text;
    Operator op;
};

// The longer ones first.
constexpr std::array operators{OperatorName{"==", Operator::equal},   OperatorName{"!=", Operator::unlike},
                               OperatorName{"<=", Operator::at_most}, OperatorName{">=", Operator::at_least},
                               OperatorName{"=", Operator::equal},    OperatorName{"<", Operator::less},
                               OperatorName{">", Operator::more},     OperatorName{"~", Operator::contains}};

/// What stands behind an operator, as far as it can be understood.
struct Operand {
    std::string text;
    std::string sought;  ///< its search form, for `~`
    std::optional<Date> date;
    std::optional<double> number;
};

std::string text_of(Value const& value)
{
    if (auto const* text = value.text()) return *text;
    if (auto const* whole = value.integer()) return std::to_string(*whole);
    if (auto const* number = value.floating()) return fmt::format("{}", *number);
    if (auto const* flag = value.boolean()) return *flag ? "true" : "false";
    return {};
}

bool in_order(Operator op, int order)
{
    switch (op) {
        case Operator::less: return order < 0;
        case Operator::at_most: return order <= 0;
        case Operator::more: return order > 0;
        case Operator::at_least: return order >= 0;
        default: return order == 0;
    }
}

bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr int deepest = 64;  ///< parentheses and nots within each other

}  // namespace

struct Filter::Node {
    enum class Type : std::uint8_t { all, any, negation, set, comparison };
    Type type;
    std::vector<Node> parts;
    FieldPath path{};
    Operator op = Operator::equal;
    Operand operand{};
};

namespace {

/// Reads a filter; the first problem ends it.
class FilterReader {
public:
    FilterReader(std::string_view text, FilterWorld const& world) : text_(text), world_(world) {}

    Filter::Node read()
    {
        skip();
        if (at_ == text_.size()) fail("the filter is empty", "Write a condition, as in owner = apsco.", at_, 0);
        auto node = any();
        if (at_ < text_.size()) fail("this parenthesis closes none", "", at_, 1);
        return node;
    }

private:
    using Node = Filter::Node;

    [[noreturn]] static void fail(std::string message, std::string help, std::size_t offset, std::size_t length)
    {
        throw TextProblem{std::move(message), std::move(help), offset, length};
    }

    void skip()
    {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }

    /// The run of characters up to a blank, a parenthesis or one of `stops`.
    std::string_view peek(std::string_view stops = {}) const
    {
        auto to = at_;
        while (to < text_.size() && !is_blank(text_[to]) && text_[to] != '(' && text_[to] != ')' &&
               stops.find(text_[to]) == std::string_view::npos)
            ++to;
        return text_.substr(at_, to - at_);
    }

    bool take_word(std::string_view word)
    {
        auto const next = peek();
        auto const same = std::ranges::equal(next, word, [](char a, char b) {
            return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
        });
        if (!same) return false;
        at_ += word.size();
        skip();
        return true;
    }

    Node any()
    {
        std::vector<Node> parts;
        do parts.push_back(all());
        while (take_word("or"));
        return parts.size() == 1 ? std::move(parts.front())
                                 : Node{Node::Type::any, std::move(parts), {}, Operator::equal, {}};
    }

    Node all()
    {
        std::vector<Node> parts;
        do parts.push_back(one());
        while (take_word("and"));
        return parts.size() == 1 ? std::move(parts.front())
                                 : Node{Node::Type::all, std::move(parts), {}, Operator::equal, {}};
    }

    Node one()
    {
        auto const begin = at_;
        if (++depth_ > deepest) fail(fmt::format("the filter is nested deeper than {} levels", deepest), "", begin, 0);
        auto node = take_word("not") ? negated() : at_ < text_.size() && text_[at_] == '(' ? grouped() : condition();
        --depth_;
        return node;
    }

    Node negated()
    {
        Node node{Node::Type::negation, {}, {}, Operator::equal, {}};
        node.parts.push_back(one());
        return node;
    }

    Node grouped()
    {
        auto const open = at_++;
        skip();
        auto node = any();
        if (at_ == text_.size()) fail("this parenthesis is not closed", "", open, 1);
        ++at_;
        skip();
        expect_joint(nullptr, {});
        return node;
    }

    Node condition()
    {
        auto const begin = at_;
        auto const name = peek("=!<>~\"'");
        if (name.empty()) missing_field();
        at_ += name.size();
        auto path = read_field_path(name, world_.kind, world_.kinds, begin);
        if (auto* problem = std::get_if<TextProblem>(&path)) {
            if (name == "and" || name == "or")
                fail(fmt::format("a condition is missing before '{}'", name), "", begin, name.size());
            throw std::move(*problem);
        }
        Node node{Node::Type::set, {}, std::move(std::get<FieldPath>(path)), Operator::equal, {}};
        skip();
        auto const rest = text_.substr(at_);
        auto const found = std::ranges::find_if(operators, [&](auto const& one) { return rest.starts_with(one.text); });
        if (found == operators.end()) {
            expect_joint(nullptr, name);
            return node;
        }
        auto const sign = at_;
        at_ += found->text.size();
        skip();
        node.type = Node::Type::comparison;
        node.op = found->op;
        check_comparable(node, begin, name.size(), {sign, found->text});
        value(node, {sign, found->text});
        return node;
    }

    [[noreturn]] void missing_field() const
    {
        if (at_ == text_.size()) fail("a condition is missing at the end", "", at_, 0);
        auto const c = text_[at_];
        if (c == ')') fail("a condition is missing before this parenthesis", "", at_, 1);
        if (c == '"' || c == '\'')
            fail("a field's name stands here, without quotes", "Quotes are for values, as in title = \"SSS-1 launch\".",
                 at_, 1);
        if (c == '!') fail("'!' alone is no operator", "Write not, as in not late.", at_, 1);
        fail(fmt::format("a field's name is missing before '{}'", c), "", at_, 1);
    }

    /// What may follow a whole condition: nothing, a closing parenthesis, and, or.
    void expect_joint(Node const* before, std::string_view field) const
    {
        auto const next = peek();
        if (at_ == text_.size() || text_[at_] == ')') return;
        auto const lower = search_form(next);
        if (lower == "and" || lower == "or") return;
        auto const length = std::max<std::size_t>(next.size(), 1);
        std::string help;
        if (next.starts_with("&"))
            help = "Write and.";
        else if (next.starts_with("|"))
            help = "Write or.";
        else if (before != nullptr)
            help = fmt::format("A value of several words stands in quotes: {} \"{} {}\".", field, before->operand.text,
                               next);
        fail(fmt::format("'and' or 'or' is missing before '{}'", next.empty() ? text_.substr(at_, 1) : next),
             std::move(help), at_, length);
    }

    struct Sign {
        std::size_t at;
        std::string_view text;
    };

    void check_comparable(Node const& node, std::size_t begin, std::size_t length, Sign sign) const
    {
        auto const& path = node.path;
        auto const type = value_type(path);
        if (path.word)
            fail(fmt::format("'{}' is a state and is not compared", name(*path.word)),
                 fmt::format("Write {0}, or not {0}.", path.text), sign.at, sign.text.size());
        if (type == FieldType::table) {
            std::string inner;
            auto const prefix = path.field->path + (path.field->type == FieldType::array ? "[]." : ".");
            auto count = 0;
            for (auto const& field : world_kind_of(path).fields) {
                if (!field.path.starts_with(prefix) ||
                    field.path.find_first_of(".[", prefix.size()) != std::string::npos)
                    continue;
                if (++count <= 6)
                    inner += (count == 1 ? "" : ", ") + path.text + '.' + field.path.substr(prefix.size());
            }
            fail(fmt::format("{} is a table, and only its fields can be compared", path.text),
                 inner.empty() ? "" : fmt::format("It has {}.", inner), begin, length);
        }
        auto const ordered = type == FieldType::date || type == FieldType::integer || type == FieldType::number ||
                             type == FieldType::any;
        auto const orders = node.op != Operator::equal && node.op != Operator::unlike && node.op != Operator::contains;
        if (orders && !ordered)
            fail(fmt::format("'{}' compares dates and numbers, and {} is neither", sign.text, path.text),
                 "Texts are compared with =, != and ~ (contains).", sign.at, sign.text.size());
    }

    /// The kind that a path's last field belongs to.
    Kind const& world_kind_of(FieldPath const& path) const
    {
        for (auto const* kind : world_.kinds)
            for (auto const& field : kind->fields)
                if (&field == path.field) return *kind;
        return world_.kind;
    }

    void value(Node& node, Sign sign)
    {
        auto begin = at_;
        std::string_view text;
        auto quoted = false;
        if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
            auto const end = text_.find(text_[at_], at_ + 1);
            if (end == std::string_view::npos) fail("this quote is not closed", "", at_, 1);
            text = text_.substr(at_ + 1, end - at_ - 1);
            begin = at_ + 1;
            at_ = end + 1;
            quoted = true;
        } else {
            text = peek("\"'");
            at_ += text.size();
        }
        if (text.empty())
            fail(quoted ? "the value is empty" : fmt::format("a value is missing after '{}'", sign.text),
                 node.op == Operator::equal || node.op == Operator::unlike
                     ? fmt::format("Write {0}, or not {0}, to ask whether it is set.", node.path.text)
                     : "",
                 begin, 0);
        node.operand.text = text;
        understand(node, begin, text.size());
        skip();
        expect_joint(quoted ? nullptr : &node, node.path.text + ' ' + std::string{sign.text});
    }

    void understand(Node& node, std::size_t begin, std::size_t length) const
    {
        auto& operand = node.operand;
        if (node.op == Operator::contains) {
            operand.sought = search_form(operand.text);
            return;
        }
        auto const type = value_type(node.path);
        operand.number = read_number(operand.text);
        if (type == FieldType::date) return understand_date(node, begin, length);
        if (type == FieldType::integer || type == FieldType::number) {
            if (!operand.number)
                fail(fmt::format("'{}' is no number, and {} is one", operand.text, node.path.text), "", begin, length);
        } else if (type == FieldType::boolean) {
            if (operand.text != "true" && operand.text != "false")
                fail(fmt::format("{} is true or false", node.path.text), "", begin, length);
        } else if (type == FieldType::any) {
            auto const parsed = parse_date(operand.text, world_.moment.records().zone());
            if (auto const* date = std::get_if<Date>(&parsed)) operand.date = *date;
            if (node.op != Operator::equal && node.op != Operator::unlike && !operand.number && !operand.date)
                fail(fmt::format("'{}' is neither a date nor a number", operand.text), "", begin, length);
        } else if (node.path.field != nullptr) {
            check_choice(*node.path.field, node.path.text, operand.text, begin);
            check_reference(node.path, operand.text, begin);
        } else if (node.path.text == "id" && (node.op == Operator::equal || node.op == Operator::unlike) &&
                   world_.moment.records().find(world_.kind.name, operand.text) == nullptr)
        {
            was_id(world_.kind.name, operand.text);
        }
    }

    /// A former id is taken for the one that the record has now.
    bool was_id(std::string_view kind, std::string& id) const
    {
        auto const once = world_.moment.records().once_called(kind, id);
        return !once.empty() && !(id = once.front()->id).empty();
    }

    void understand_date(Node& node, std::size_t begin, std::size_t length) const
    {
        auto& operand = node.operand;
        auto const role = node.path.field != nullptr ? node.path.field->role : DateRole::none;
        if (auto const day = counted_day(operand.text, world_.moment.today(), role)) {
            operand.date = Date::of(*day);
            return;
        }
        if (operand.text.starts_with("today"))
            fail(fmt::format("'{}' is no day", operand.text), "Write today, today+30 or today-7: days from today.",
                 begin, length);
        auto const parsed = parse_date(operand.text, world_.moment.records().zone());
        if (auto const* date = std::get_if<Date>(&parsed)) {
            operand.date = *date;
            return;
        }
        auto const& problem = std::get<DateProblem>(parsed);
        auto const whole = problem.length == 0;
        fail(fmt::format("'{}' is no date: {}", operand.text, problem.message.text()), problem.help.text(),
             begin + (whole ? 0 : problem.offset), whole ? length : problem.length);
    }

    static void check_choice(Field const& field, std::string const& path, std::string const& text, std::size_t begin)
    {
        if (field.choices.empty() || std::ranges::find(field.choices, text) != field.choices.end()) return;
        fail(fmt::format("{} is never '{}'", path, text), choices_meant(field, text), begin, text.size());
    }

    void check_reference(FieldPath const& path, std::string& text, std::size_t begin) const
    {
        auto const& kinds = path.field->references;
        if (kinds.empty()) return;
        std::vector<std::string> ids;
        std::optional<std::string> by_name;
        for (auto const& kind : kinds) {
            if (world_.moment.records().find(kind, text) != nullptr) return;
            for (auto const& record : world_.moment.records().of(kind)) {
                ids.push_back(record.id);
                if (search_form(record.title()) == search_form(text)) by_name = record.id;
            }
        }
        // A reference to a record that is missing can be sought all the same.
        for (auto const& record : world_.moment.records().of(world_.kind))
            for (auto const& value : values_of(path, record, world_.moment))
                if (value.string() != nullptr && *value.string() == text) return;
        if (std::ranges::any_of(kinds, [&](auto const& kind) { return was_id(kind, text); })) return;
        auto const near = by_name ? by_name : nearest(text, ids);
        fail(fmt::format("no {} is called '{}'", kinds.size() == 1 ? kinds.front() : "record", text),
             near ? fmt::format("Did you mean '{}'?", *near) : "References are compared by id.", begin, text.size());
    }

    std::string_view text_;
    FilterWorld const& world_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

/// Whether one value stands to the operand as the operator says; `unlike` is seen to elsewhere.
bool fits(Filter::Node const& node, Value const& value, FilterWorld const& world)
{
    auto const& operand = node.operand;
    if (node.op == Operator::contains) {
        if (search_form(text_of(value)).find(operand.sought) != std::string::npos) return true;
        if (node.path.field == nullptr || value.string() == nullptr) return false;
        return std::ranges::any_of(node.path.field->references, [&](std::string const& kind) {
            auto const* record = world.moment.records().find(kind, *value.string());
            return record != nullptr && search_form(record->title()).find(operand.sought) != std::string::npos;
        });
    }
    if (operand.number)
        if (auto const number = value.number())
            return in_order(node.op, *number < *operand.number ? -1 : *number > *operand.number ? 1 : 0);
    if (operand.date)
        if (auto const date = value.date(world.moment.records().zone()))
            return in_order(node.op, compare(*date, *operand.date));
    return in_order(node.op, 0) && !operand.date && text_of(value) == operand.text;
}

bool is_set(Value const& value)
{
    auto const* flag = value.boolean();
    return flag == nullptr || *flag;
}

bool matches(Filter::Node const& node, Record const& record, FilterWorld const& world)
{
    using Type = Filter::Node::Type;
    auto const part = [&](Filter::Node const& one) { return matches(one, record, world); };
    switch (node.type) {
        case Type::all: return std::ranges::all_of(node.parts, part);
        case Type::any: return std::ranges::any_of(node.parts, part);
        case Type::negation: return !part(node.parts.front());
        case Type::set: break;
        case Type::comparison: break;
    }
    auto const values = values_of(node.path, record, world.moment);
    if (node.type == Type::set) return std::ranges::any_of(values, is_set);
    auto const any = std::ranges::any_of(values, [&](Value const& value) { return fits(node, value, world); });
    return node.op == Operator::unlike ? !any : any;
}

}  // namespace

std::variant<Filter, TextProblem> Filter::read(std::string_view text, FilterWorld const& world)
{
    try {
        return Filter{std::make_shared<Node const>(FilterReader{text, world}.read()), world};
    } catch (TextProblem& problem) {
        return std::move(problem);
    }
}

void Filter::for_each_path(std::function<void(FieldPath const&)> const& visit) const
{
    std::vector<Node const*> open{root_.get()};
    while (!open.empty()) {
        auto const& node = *open.back();
        open.pop_back();
        for (auto const& part : node.parts) open.push_back(&part);
        if (node.type == Node::Type::set || node.type == Node::Type::comparison) visit(node.path);
    }
}

bool Filter::matches(Record const& record) const
{
    return sss::matches(*root_, record, world_);
}

int compare(Date const& a, Date const& b)
{
    if (a.instant() && b.instant()) return *a.instant() < *b.instant() ? -1 : *a.instant() > *b.instant() ? 1 : 0;
    if (a.last() < b.first()) return -1;
    return b.last() < a.first() ? 1 : 0;
}

}  // namespace sss
