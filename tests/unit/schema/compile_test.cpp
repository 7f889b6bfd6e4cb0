#include "try_schema.hpp"

#include <algorithm>

namespace sss::compile_test {
using namespace sss::test;

namespace {

/// "line:column+length severity message", one a problem.
std::vector<std::string> told(std::string const& schema)
{
    std::vector<std::string> lines;
    for (auto const& [rule, severity, file, place, message, help, excerpt, column, cut, record] : problems_of(schema)) {
        CHECK(rule == "schema");
        CHECK(file == "schemas/milestone.schema.json");
        auto const* word = severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
        lines.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + "+" +
                        std::to_string(place.length) + " " + word + " " + message.text());
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a problem of a schema is shown at its line", "[schema]")
{
    auto const problems = problems_of("{\n  \"title\": \"é\", \"minLenght\": 2\n}");

    REQUIRE(problems.size() == 1);
    CHECK(problems[0] == Finding{"schema",
                                 Severity::error,
                                 "schemas/milestone.schema.json",
                                 {2, 17, 11},
                                 "JSON Schema draft-07 has no keyword 'minLenght'",
                                 "did you mean 'minLength'?",
                                 "  \"title\": \"é\", \"minLenght\": 2"});
}

TEST_CASE("an unknown keyword is told; those of other tools are let be", "[schema]")
{
    CHECK(told(R"({"x-taplo": {}, "x-other": 1})").empty());
    CHECK(told(R"({"frobnicate": 1})") == Lines{"1:2+12 warning JSON Schema draft-07 has no keyword 'frobnicate'"});
    CHECK(told(R"({"x-sss-frobnicate": 1})") ==
          Lines{"1:2+18 error JSON Schema draft-07 has no keyword 'x-sss-frobnicate'"});
    CHECK(told(R"({"properties": {"frobnicate": {}}})").empty());
}

TEST_CASE("a keyword of the wrong type is told and left out", "[schema]")
{
    CHECK(told(R"({"minLength": "2"})") ==
          Lines{R"(1:15+3 error "2" stands where a whole number from 0 on should be)"});
    CHECK(told(R"({"minLength": -1})") == Lines{"1:15+2 error -1 stands where a whole number from 0 on should be"});
    CHECK(told(R"({"maximum": "2"})") == Lines{R"(1:13+3 error "2" stands where a number should be)"});
    CHECK(told(R"({"multipleOf": 0})") == Lines{"1:16+1 error 0 stands where a number above 0 should be"});
    CHECK(
        told(R"({"type": "text"})") ==
        Lines{
            R"(1:10+6 error "text" stands where one of null, boolean, integer, number, string, array, object should be)"});
    CHECK(told(R"({"required": "a"})") == Lines{R"(1:14+3 error "a" stands where a list of names should be)"});
    CHECK(told(R"({"required": [1]})") == Lines{"1:15+1 error 1 stands where a name should be"});
    CHECK(told(R"({"enum": []})") == Lines{"1:10+1 error [] stands where a list of at least one value should be"});
    CHECK(told(R"({"anyOf": []})") == Lines{"1:11+1 error [] stands where a list of at least one schema should be"});
    CHECK(told(R"({"not": 3})") == Lines{"1:9+1 error a schema is an object, true or false, not 3"});
    CHECK(told(R"({"properties": []})") == Lines{"1:16+1 error [] stands where an object of schemas should be"});
    CHECK(told(R"({"definitions": {"unused": {"uniqueItems": 1}}})") ==
          Lines{"1:44+1 error 1 stands where true or false should be"});
    CHECK(told("[]") == Lines{"1:1+1 error a schema is an object, true or false, not []"});
}

TEST_CASE("a schema that is partly broken refuses no record for its own fault", "[schema]")
{
    std::vector<Finding> problems;
    auto const schema = Schema::compile(
        "schemas/x.schema.json", R"({"properties": {"v": {"minimum": "a", "pattern": "(", "$unknown": 1}}})", problems);

    CHECK(problems.size() == 3);
    CHECK(accepts(schema, R"("anything")"));
}

TEST_CASE("a pattern that cannot be used is told, and why", "[schema]")
{
    CHECK(told(R"j({"pattern": "a("})j").size() == 1);
    CHECK(told(R"j({"pattern": "^(?!a)"})j") ==
          Lines{R"j(1:13+8 error the pattern "^(?!a)" looks ahead or behind, which sss cannot do)j"});
    CHECK(told(R"j({"patternProperties": {"(?<=a)b": {}}})j") ==
          Lines{R"j(1:24+9 error the pattern "(?<=a)b" looks ahead or behind, which sss cannot do)j"});
    CHECK(told(R"j({"pattern": "((a{100}){100}){100}"})j") ==
          Lines{R"j(1:13+22 error the pattern "((a{100}){100}){100}" is too large)j"});
}

TEST_CASE("a $ref that cannot be followed is told", "[schema]")
{
    CHECK(told(R"({"properties": {"a": {"$ref": "#/definitions/b"}}})") ==
          Lines{R"(1:31+17 error "#/definitions/b" leads nowhere in this schema)"});
    CHECK(told(R"({"allOf": [{"$ref": "https://example.org/x.json"}]})") ==
          Lines{R"(1:21+28 error "https://example.org/x.json" is in another document, which sss does not read)"});
    CHECK(told(R"({"allOf": [{"$ref": 3}]})") == Lines{"1:21+1 error '$ref' should be a text"});
    CHECK(told(R"({"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}})").size() >= 1);
    CHECK(told(R"({"definitions": {"a": {}}, "allOf": [{"$ref": "#/definitions/a", "minimum": 1}]})") ==
          Lines{"1:66+9 note 'minimum' has no effect beside '$ref'"});
}

TEST_CASE("other versions of JSON Schema, and formats that are not checked, are told", "[schema]")
{
    CHECK(told(R"({"$schema": "http://json-schema.org/draft-07/schema#"})").empty());
    CHECK(
        told(R"({"$schema": "https://json-schema.org/draft/2020-12/schema"})") ==
        Lines{R"(1:13+46 warning sss reads JSON Schema draft-07, not "https://json-schema.org/draft/2020-12/schema")"});
    CHECK(told(R"({"format": "ipv4"})") == Lines{R"(1:12+6 warning sss does not check the format "ipv4")"});
}

TEST_CASE("our own keywords are checked too", "[schema]")
{
    CHECK(
        told(
            R"({"x-sss-folder": "ground/stations", "x-sss-id": "^[A-Z.]+$", "x-sss-title": "a", "properties": {"a": {}}})")
            .empty());
    CHECK(told(R"({"x-sss-title": "b", "properties": {"a": {}}})") ==
          Lines{R"(1:17+3 error 'x-sss-title' names the field "b", which the schema does not have)"});
    for (auto const* folder : {"../x", "/x", "a//b", "", ".", "a/..", "a\\\\b", ".git", "a/.GIT/hooks"}) {
        INFO(folder);
        CHECK(told(std::string{R"({"x-sss-folder": ")"} + folder + "\"}").size() == 1);
    }
    CHECK(
        told(R"({"properties": {"a": {"x-sss-date": "tomorrow"}}})") ==
        Lines{
            R"(1:37+10 error "tomorrow" stands where one of baseline, planned, actual, start, end, due, closed, other should be)"});
    CHECK(told(R"({"properties": {"a": {"x-sss-folder": "x"}}})") ==
          Lines{"1:39+3 error 'x-sss-folder' belongs at the root of the schema"});
}

TEST_CASE("JSON that cannot be read is told at its place", "[schema]")
{
    CHECK(told("{\n  \"a\": tru\n}") == Lines{"2:11+1 error this is not valid JSON: invalid literal"});
    CHECK(told("{\"type\": ") == Lines{"1:10+1 error the JSON ends before it is complete"});
    CHECK(told("") == Lines{"1:1+1 error the JSON ends before it is complete"});
    CHECK(told("{\"a\": 1,}") == Lines{"1:9+1 error this is not valid JSON: unexpected '}'"});
    CHECK(told("{} x").size() == 1);
    CHECK(told(R"({"type": "string", "type": "object"})") ==
          Lines{R"(1:20+6 error "type" stands twice in this object)"});
}

// ---- hostile schemas

TEST_CASE("a schema nested too deep is told, not followed", "[schema]")
{
    CHECK(told(std::string(100000, '[')) == Lines{"1:1+0 error the schema nests deeper than 64 levels"});

    std::string deep;
    for (auto i = 0; i < 5000; ++i) deep += R"({"not":)";
    CHECK(told(deep).size() == 1);
}

TEST_CASE("a schema that applies itself to the same value is told and cut", "[schema]")
{
    auto const itself = problems_of(R"({"allOf": [{"$ref": "#"}]})");
    REQUIRE(itself.size() == 1);
    CHECK(itself[0].message.text() == "this schema applies itself to the same value without end");

    CHECK(
        problems_of(
            R"({"definitions": {"a": {"not": {"$ref": "#/definitions/b"}}, "b": {"if": {"$ref": "#/definitions/a"}}}})")
            .size() == 1);
}

TEST_CASE("a long chain of schemas is told and cut", "[schema]")
{
    std::string definitions;
    for (auto i = 0; i < 5000; ++i)
        definitions +=
            "\"a" + std::to_string(i) + R"(": {"allOf": [{"$ref": "#/definitions/a)" + std::to_string(i + 1) + "\"}]},";
    auto const problems = problems_of("{\"definitions\": {" + definitions + "\"a5000\": {}}}");

    CHECK_FALSE(problems.empty());
    CHECK(problems.size() <= 100);
}

TEST_CASE("a schema that doubles its work at each level is cut short and said", "[schema]")
{
    std::string definitions;
    for (auto i = 0; i < 25; ++i) {
        auto const next = R"({"$ref": "#/definitions/a)" + std::to_string(i + 1) + "\"}";
        definitions += "\"a" + std::to_string(i) + "\": {\"allOf\": [" + next + "," + next + "]},";
    }
    auto const schema = sound_schema("{\"allOf\": [{\"$ref\": \"#/definitions/a0\"}], \"definitions\": {" +
                                     definitions + "\"a25\": {\"minProperties\": 0}}}");
    auto const found = check(schema, document("{}"));

    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "schema");
    CHECK(found[0].message.text() ==
          "checking this record takes more work than sss spends on one; the rest is unchecked");
}

TEST_CASE("a record with endless mistakes is told in part, and that is said", "[schema]")
{
    std::string fields;
    for (auto i = 0; i < 5000; ++i) fields += (i > 0 ? ", \"k" : "\"k") + std::to_string(i) + "\": 1";
    auto const found = findings(R"({"additionalProperties": false})", "{" + fields + "}");

    REQUIRE(found.size() == 1001);
    CHECK(found.back().message.text() == "this record has more findings than are told here");
}

TEST_CASE("a list of many items that must differ takes no long time", "[schema]")
{
    std::string items = "0";
    for (auto i = 1; i < 100000; ++i) items += "," + std::to_string(i);

    CHECK(findings(R"({"properties": {"v": {"uniqueItems": true}}})", "{\"v\": [" + items + "]}").empty());
    CHECK(findings(R"({"properties": {"v": {"uniqueItems": true}}})", "{\"v\": [" + items + ", 7]}").size() == 1);
}

TEST_CASE("a schema that refers to itself in many ways is described and explained in time", "[schema]")
{
    // Each level names the next one a hundred times; only what is seen once may count.
    std::string definitions;
    for (auto i = 0; i < 30; ++i) {
        definitions += "\"a" + std::to_string(i) + "\": {\"anyOf\": [";
        for (auto j = 0; j < 100; ++j)
            definitions +=
                (j > 0 ? "," : "") + std::string{"{\"$ref\": \"#/definitions/a"} + std::to_string(i + 1) + "\"}";
        definitions += "]},";
    }
    auto const schema = sound_schema("{\"properties\": {\"v\": {\"$ref\": \"#/definitions/a0\"}}, \"definitions\": {" +
                                     definitions + "\"a30\": {\"type\": \"integer\"}}}");

    CHECK(schema.kind().fields.size() == 1);
    CHECK_FALSE(check(schema, document(R"({"v": "x"})")).empty());
    schema.for_each_reference(document(R"({"v": "x"})").root, [](auto const&, auto const&) {});
}

TEST_CASE("the deepest record under the deepest schema does not exhaust the stack", "[schema]")
{
    std::string definitions;
    for (auto i = 0; i < 30; ++i)
        definitions += "\"a" + std::to_string(i) + "\": {\"anyOf\": [{\"$ref\": \"#/definitions/a" +
                       std::to_string(i + 1) + "\"}]},";
    auto const schema =
        sound_schema("{\"properties\": {\"v\": {\"$ref\": \"#/definitions/a0\"}}, \"definitions\": {" + definitions +
                     R"("a30": {"type": "object", "properties": {"v": {"$ref": "#/definitions/a0"}}}}})");
    std::string record = "1";
    for (auto i = 0; i < 60; ++i) record = "{\"v\": " + record + "}";

    CHECK(check(schema, document(record)).size() == 1);
}

}  // namespace sss::compile_test
