#include "schema/json.hpp"

#include "schema/text.hpp"

#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss::schema {
namespace {

/// Looks only for what is wrong: the scanner below builds the tree, for the library tells no places.
struct SyntaxCheck : nlohmann::json_sax<nlohmann::json> {
    std::size_t depth = 0;
    std::size_t error_at = 0;  ///< bytes read when the error was met
    std::string reason;
    bool too_deep = false;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, string_t const&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool key(string_t&) override { return true; }
    bool start_object(std::size_t) override { return enter(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }

    bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const& error) override
    {
        error_at = position;
        // "[…] parse error at …: syntax error while parsing value - invalid literal; last read: …": the middle is for
        // people.
        auto const sentence = std::string_view{error.what()};
        auto const dash = sentence.find(" - ");
        if (dash != std::string_view::npos) reason = sentence.substr(dash + 3, sentence.find(';', dash) - dash - 3);
        return false;
    }

private:
    bool enter()
    {
        too_deep = ++depth > deepest_schema;
        return !too_deep;
    }
    bool leave()
    {
        --depth;
        return true;
    }
};

/// Walks text that is known to be valid JSON and not too deep.
class Scanner {
public:
    Scanner(std::string const& path, std::string_view text, std::vector<Finding>& problems)
        : path_(path), text_(text), problems_(problems)
    {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    Value value()
    {
        skip_space();
        auto const begin = place();
        switch (text_[at_]) {
            case '{': return {object(), begin};
            case '[': return {array(), begin};
            case '"': {
                auto text = string();
                return {std::move(text), spanned(begin)};
            }
            default: {
                auto data = scalar();
                return {std::move(data), spanned(begin)};
            }
        }
    }

private:
    Place place() const { return {line_, column_, 1}; }

    /// Strings and scalars stand on one line, so that the column tells the length.
    Place spanned(Place begin) const { return {begin.line, begin.column, column_ - begin.column}; }

    void step()
    {
        auto const byte = text_[at_++];
        if (byte == '\n') {
            ++line_;
            column_ = 1;
        } else if (!is_continuation(byte)) {
            ++column_;
        }
    }

    void skip_space()
    {
        while (at_ < text_.size() && std::string_view{" \t\r\n"}.find(text_[at_]) != std::string_view::npos) step();
    }

    /// Steps over a separator; false where the closing bracket was met instead.
    bool next_item(char close)
    {
        skip_space();
        if (text_[at_] == ',') {
            step();
            skip_space();
        }
        if (text_[at_] != close) return true;
        step();
        return false;
    }

    Table object()
    {
        Table table;
        std::unordered_set<std::string> seen;
        step();
        while (next_item('}')) {
            auto const begin = place();
            auto key = string();
            auto const where = spanned(begin);
            skip_space();
            step();  // the colon
            auto member = value();
            if (seen.insert(key).second) {
                table.push_back({std::move(key), where, std::move(member)});
            } else {
                problems_.push_back(schema_finding(Severity::error, path_, text_, where,
                                                   {"\"{key}\" stands twice in this object", "key"_key = key},
                                                   "keep one of the two; the first is used"));
            }
        }
        return table;
    }

    Array array()
    {
        Array items;
        step();
        while (next_item(']')) items.push_back(value());
        return items;
    }

    std::string string()
    {
        auto const begin = at_;
        step();
        while (text_[at_] != '"') {
            if (text_[at_] == '\\') step();
            step();
        }
        step();
        auto const token = text_.substr(begin, at_ - begin);
        if (token.find('\\') == std::string_view::npos) return std::string{token.substr(1, token.size() - 2)};
        return nlohmann::json::parse(token).get<std::string>();
    }

    Value::Data scalar()
    {
        auto const begin = at_;
        while (at_ < text_.size() && std::string_view{" \t\r\n,]}"}.find(text_[at_]) == std::string_view::npos) step();
        auto const read = nlohmann::json::parse(text_.substr(begin, at_ - begin));
        if (read.is_boolean()) return read.get<bool>();
        if (read.is_number_float()) return read.get<double>();
        if (read.is_number_unsigned() && read.get<std::uint64_t>() > std::uint64_t{INT64_MAX})
            return read.get<double>();
        if (read.is_number()) return read.get<std::int64_t>();
        return Unreadable{};
    }

    std::string const& path_;
    std::string_view text_;
    std::vector<Finding>& problems_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
};

/// The place of the character that ends after `bytes` bytes.
Place place_after(std::string_view text, std::size_t bytes)
{
    Place place{1, 1, 1};
    auto const end = std::min(bytes == 0 ? 0 : bytes - 1, text.size());
    for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < end; ++at) {
        if (text[at] == '\n') {
            ++place.line;
            place.column = 1;
        } else if (!is_continuation(text[at])) {
            ++place.column;
        }
    }
    return place;
}

Sentence say_syntax_error(std::string_view text, SyntaxCheck const& check)
{
    if (check.error_at > text.size() || text.empty()) return "the JSON ends before it is complete";
    if (check.reason.empty()) return "this is not valid JSON";
    return {"this is not valid JSON: {reason}", "reason"_arg = check.reason};
}

}  // namespace

Finding schema_finding(Severity severity, std::string path, std::string_view text, Place place, Sentence message,
                       Sentence help)
{
    auto const line = line_at(text, place.line);
    return {"schema",
            severity,
            std::move(path),
            place,
            {"{complaint}", "complaint"_arg = message, "text"_key = text_at(line, place)},
            std::move(help),
            std::string{line}};
}

std::optional<Value> parse_json(std::string const& path, std::string_view text, std::vector<Finding>& problems)
{
    if (text.size() > largest_schema) {
        problems.push_back(schema_finding(Severity::error, path, {}, {1, 1, 0},
                                          "the schema is larger than 1 MiB, the limit that sss reads"));
        return std::nullopt;
    }
    SyntaxCheck check;
    if (!nlohmann::json::sax_parse(text, &check)) {
        // After too deep a bracket the library reports no position; the whole file is meant.
        if (check.too_deep)
            problems.push_back(
                schema_finding(Severity::error, path, text, {1, 1, 0},
                               {"the schema nests deeper than {levels} levels", "levels"_arg = deepest_schema}));
        else
            problems.push_back(schema_finding(Severity::error, path, text, place_after(text, check.error_at),
                                              say_syntax_error(text, check)));
        return std::nullopt;
    }
    return Scanner{path, text, problems}.value();
}

}  // namespace sss::schema
