#pragma once

#include "records/document.hpp"
#include "schema/json.hpp"
#include "schema/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

/// Short words for the tests of this floor. Values are written as JSON, whose reader gives places too; a TOML date or
/// time, which JSON cannot write, is written @2018-04-25.
namespace sss::test {

inline Temporal temporal(std::string const& text)
{
    auto const type = text.find('T') == std::string::npos
                          ? text.find(':') == std::string::npos ? Temporal::Type::date : Temporal::Type::time
                      : text.ends_with('Z') || text.find('+') != std::string::npos ? Temporal::Type::instant
                                                                                   : Temporal::Type::date_time;
    return {type, text};
}

inline Value value(std::string const& text)
{
    if (text.starts_with('@')) return {temporal(text.substr(1)), {1, 1, static_cast<std::uint32_t>(text.size() - 1)}};
    if (text == "inf") return Value{std::numeric_limits<double>::infinity()};
    if (text == "nan") return Value{std::numeric_limits<double>::quiet_NaN()};
    if (text == "unreadable") return Value{Unreadable{}};
    std::vector<Finding> problems;
    auto read = schema::parse_json("value", text, problems);
    REQUIRE(read.has_value());
    return *read;
}

/// A document of one JSON object; "@…" texts in it become TOML dates.
inline Document document(std::string const& json)
{
    auto const turn = [](auto const& self, Value& at) -> void {
        if (auto* text = std::get_if<std::string>(&at.data); text != nullptr && text->starts_with('@'))
            at.data = temporal(text->substr(1));
        else if (auto* items = std::get_if<Array>(&at.data))
            for (std::size_t i = 0; i < items->size(); ++i) self(self, items->edit(i));
        else if (auto* members = std::get_if<Table>(&at.data))
            for (std::size_t i = 0; i < members->size(); ++i) self(self, members->edit(i).value);
    };
    auto root = value(json);
    turn(turn, root);
    return {.path = "data/x.toml", .root = std::get<Table>(root.data), .problems = {}, .newer = {}};
}

/// Compiles a schema that is expected to have nothing wrong with it.
inline Schema sound_schema(std::string const& json, std::string const& path = "schemas/milestone.schema.json")
{
    std::vector<Finding> problems;
    auto schema = Schema::compile(path, json, problems);
    for (auto const& problem : problems) UNSCOPED_INFO(problem.message.text());
    CHECK(problems.empty());
    return schema;
}

inline std::vector<Finding> problems_of(std::string const& json)
{
    std::vector<Finding> problems;
    Schema::compile("schemas/milestone.schema.json", json, problems);
    return problems;
}

inline std::vector<Finding> check(Schema const& schema, Document const& record, std::string const& text = {})
{
    std::vector<Finding> findings;
    schema.check(record, text, findings);
    return findings;
}

/// The findings of a JSON object under a schema, with excerpts.
inline std::vector<Finding> findings(std::string const& schema, std::string const& record)
{
    return check(sound_schema(schema), document(record), record);
}

/// True where the value of one field is accepted by the schema.
inline bool accepts(Schema const& wrapped, std::string const& text)
{
    Document const record{.path = "data/x.toml", .root = {{"v", {1, 1, 1}, value(text)}}, .problems = {}, .newer = {}};
    return check(wrapped, record).empty();
}

struct Case {
    std::string schema;
    std::vector<std::string> valid;
    std::vector<std::string> invalid;
};

/// Each value is judged as the field `v` under the case's schema.
inline void judge(std::vector<Case> const& cases)
{
    for (auto const& [schema, valid, invalid] : cases) {
        auto const wrapped = sound_schema(R"({"properties": {"v": )" + schema + "}}");
        for (auto const& text : valid) {
            INFO(schema << " should accept " << text);
            CHECK(accepts(wrapped, text));
        }
        for (auto const& text : invalid) {
            INFO(schema << " should refuse " << text);
            CHECK_FALSE(accepts(wrapped, text));
        }
    }
}

}  // namespace sss::test
