#include "try_schema.hpp"

namespace sss::references_test {
using namespace sss::test;

namespace {

/// True where a record of the one field `v` is accepted; the schema is whole.
bool takes(std::string const& schema, std::string const& text)
{
    return accepts(sound_schema(schema), text);
}

}  // namespace

TEST_CASE("$ref follows a JSON pointer with its escapes", "[schema]")
{
    auto const to = [](std::string const& pointer) {
        return R"({"properties": {"v": {"$ref": ")" + pointer + R"("}},
                   "definitions": {"whole": {"type": "integer"}, "a/b": {"type": "integer"}, "m~n": {"type": "integer"},
                                   "per%cent": {"type": "integer"}, "é": {"type": "integer"}, "list": {"anyOf": [{}, {"type": "integer"}]}}})";
    };
    for (auto const* pointer : {"#/definitions/whole", "#/definitions/a~1b", "#/definitions/m~0n",
                                "#/definitions/per%25cent", "#/definitions/%C3%A9", "#/definitions/list/anyOf/1"})
    {
        INFO(pointer);
        CHECK(takes(to(pointer), "1"));
        CHECK_FALSE(takes(to(pointer), R"("a")"));
    }
}

TEST_CASE("$ref to the root makes a schema of trees", "[schema]")
{
    std::string const tree =
        R"({"properties": {"v": {"$ref": "#"}, "n": {"type": "integer"}}, "additionalProperties": false})";

    CHECK(takes(tree, R"({"v": {"v": {"n": 1}}})"));
    CHECK_FALSE(takes(tree, R"({"v": {"v": {"n": "x"}}})"));
    CHECK_FALSE(takes(tree, R"({"v": {"x": 1}})"));
}

TEST_CASE("$ref finds what an $id names", "[schema]")
{
    CHECK_FALSE(takes(
        R"({"properties": {"v": {"$ref": "#whole"}}, "definitions": {"x": {"$id": "#whole", "type": "integer"}}})",
        R"("a")"));
    CHECK_FALSE(takes(R"({"$id": "https://example.org/a/root.json", "properties": {"v": {"$ref": "part.json"}},
                          "definitions": {"x": {"$id": "part.json", "type": "integer"}}})",
                      R"("a")"));
    CHECK_FALSE(takes(R"({"$id": "https://example.org/a/root.json",
                          "properties": {"v": {"$ref": "https://example.org/a/root.json#/definitions/x"}},
                          "definitions": {"x": {"type": "integer"}}})",
                      R"("a")"));
    CHECK_FALSE(takes(R"({"$id": "urn:sss:x", "properties": {"v": {"$ref": "urn:sss:x#/definitions/x"}},
                          "definitions": {"x": {"type": "integer"}}})",
                      R"("a")"));
}

TEST_CASE("within a schema with an $id of its own, # is that schema", "[schema]")
{
    std::string const schema = R"({"$id": "https://example.org/root.json",
        "properties": {"v": {"$id": "inner.json", "properties": {"w": {"$ref": "#/definitions/x"}},
                             "definitions": {"x": {"type": "integer"}}}},
        "definitions": {"x": {"type": "string"}}})";

    CHECK(takes(schema, R"({"w": 1})"));
    CHECK_FALSE(takes(schema, R"({"w": "a"})"));
}

TEST_CASE("a property may be named $ref", "[schema]")
{
    CHECK(takes(R"({"properties": {"v": {"properties": {"$ref": {"type": "string"}}}}})", R"({"$ref": "a"})"));
    CHECK_FALSE(takes(R"({"properties": {"v": {"properties": {"$ref": {"type": "string"}}}}})", R"({"$ref": 1})"));
}

}  // namespace sss::references_test
