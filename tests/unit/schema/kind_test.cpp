#include "try_schema.hpp"

namespace sss::kind_test {
using namespace sss::test;

namespace {

std::string const meeting = R"({
  "x-sss-title": "title",
  "required": ["title"],
  "properties": {
    "title": {"type": "string", "description": "Its name."},
    "type": {"enum": ["council", "pmb"]},
    "start": {"allOf": [{"$ref": "#/definitions/date"}], "x-sss-date": "start", "description": "Its first day."},
    "count": {"type": "integer", "default": 1},
    "size": {"type": ["integer", "string"]},
    "weight": {"anyOf": [{"type": "number"}, {"type": "number"}]},
    "held": {"type": "boolean"},
    "hosts": {"type": "array", "items": {"$ref": "#/definitions/organisations"}, "uniqueItems": true},
    "chair": {"type": "string", "x-sss-reference": "person"},
    "rids": {"type": "object", "required": ["raised"], "properties": {"raised": {"type": "integer"}}},
    "action": {"type": "array", "x-sss-key": "id", "items": {
      "type": "object", "required": ["id"],
      "properties": {"id": {"type": "string"}, "due": {"$ref": "#/definitions/due"}, "owner": {"type": "string", "x-sss-reference": ["organisation"]}}}},
    "never": false
  },
  "definitions": {
    "date": {"type": "string", "description": "A day.", "anyOf": [{"format": "date"}]},
    "due": {"x-sss-date": "due"},
    "organisations": {"type": "string", "x-sss-reference": ["organisation", "person"]}
  }
})";

Kind kind_of(std::string const& json, std::string const& path = "schemas/meeting.schema.json")
{
    return sound_schema(json, path).kind();
}

}  // namespace

TEST_CASE("a kind takes its name and folder from the file, unless the schema says otherwise", "[schema]")
{
    auto const kind = kind_of("{}", "schemas/ground-station.schema.json");
    CHECK(kind.name == "ground-station");
    CHECK(kind.folder == "ground-stations");
    CHECK(kind.title_field.empty());
    CHECK(kind.id_pattern == "^[a-z0-9]+(-[a-z0-9]+)*$");
    CHECK_FALSE(kind.nested_ids);

    auto const own = kind_of(R"({"x-sss-folder": "ground/stations", "x-sss-id": "^[A-Z]+(\\.[0-9]+)?$"})");
    CHECK(own.folder == "ground/stations");
    CHECK(own.id_pattern == "^[A-Z]+(\\.[0-9]+)?$");
    CHECK_FALSE(own.nested_ids);
}

TEST_CASE("ids are paths where their pattern allows a slash", "[schema]")
{
    CHECK(kind_of(R"({"x-sss-id": "^[a-z]+/[0-9]+$"})").nested_ids);
    CHECK(kind_of(R"({"x-sss-id": "[^ ]+"})").nested_ids);
    CHECK_FALSE(kind_of(R"({"x-sss-id": "[A-Z0-9]+"})").nested_ids);
}

TEST_CASE("fields stand in the schema's order, each table before its members", "[schema]")
{
    std::vector<std::string> paths;
    for (auto const& field : kind_of(meeting).fields) paths.push_back(field.path);

    CHECK(paths == std::vector<std::string>{"title", "type", "start", "count", "size", "weight", "held", "hosts",
                                            "chair", "rids", "rids.raised", "action", "action[].id", "action[].due",
                                            "action[].owner"});
}

TEST_CASE("a field knows what the schema says of it", "[schema]")
{
    auto const kind = kind_of(meeting);

    CHECK(kind.title_field == "title");
    CHECK(kind.field("title")->required);
    CHECK(kind.field("title")->type == FieldType::string);
    CHECK(kind.field("title")->description == "Its name.");
    CHECK(kind.field("type")->choices == std::vector<std::string>{"council", "pmb"});
    CHECK(kind.field("type")->type == FieldType::string);
    CHECK(kind.field("start")->type == FieldType::date);
    CHECK(kind.field("start")->role == DateRole::start);
    CHECK(kind.field("start")->description == "Its first day.");
    CHECK(*kind.field("count")->default_value == Value{std::int64_t{1}});
    CHECK(kind.field("count")->type == FieldType::integer);
    CHECK(kind.field("size")->type == FieldType::any);
    CHECK(kind.field("weight")->type == FieldType::number);
    CHECK(kind.field("held")->type == FieldType::boolean);
    CHECK(kind.field("hosts")->type == FieldType::array);
    CHECK(kind.field("hosts")->item_type == FieldType::string);
    CHECK(kind.field("hosts")->set);
    CHECK(kind.field("hosts")->references == std::vector<std::string>{"organisation", "person"});
    CHECK(kind.field("chair")->references == std::vector<std::string>{"person"});
    CHECK(kind.field("rids")->type == FieldType::table);
    CHECK(kind.field("rids.raised")->required);
    CHECK(kind.field("action")->key == "id");
    CHECK(kind.field("action")->item_type == FieldType::table);
    CHECK_FALSE(kind.field("action")->set);
    CHECK(kind.field("action[].id")->required);
    CHECK(kind.field("action[].due")->role == DateRole::due);
}

TEST_CASE("fields are found through allOf, and those of a branch are not required", "[schema]")
{
    auto const kind = kind_of(
        R"({"allOf": [{"properties": {"a": {}}, "required": ["a"]}], "anyOf": [{"properties": {"b": {}}, "required": ["b"]}]})");

    CHECK(kind.field("a")->required);
    CHECK_FALSE(kind.field("b")->required);
}

TEST_CASE("a table within itself is listed once", "[schema]")
{
    CHECK(kind_of(R"({"properties": {"part": {"$ref": "#"}, "n": {}}})").fields.size() == 2);
    CHECK(
        kind_of(
            R"({"properties": {"part": {"$ref": "#/definitions/p"}}, "definitions": {"p": {"properties": {"part": {"$ref": "#/definitions/p"}, "n": {}}}}})")
            .fields.size() == 3);
}

TEST_CASE("references are visited wherever they stand, with the kinds they may name", "[schema]")
{
    std::vector<std::string> seen;
    sound_schema(meeting).for_each_reference(
        document(
            R"({"title": "x", "hosts": ["a", "b"], "chair": "c", "action": [{"id": "1"}, {"owner": "d"}], "unknown": "e"})")
            .root,
        [&](std::vector<std::string> const& kinds, Value const& value) {
            seen.push_back(kinds.front() + "/" + *value.string());
        });

    CHECK(seen == std::vector<std::string>{"organisation/a", "organisation/b", "person/c", "organisation/d"});
}

TEST_CASE("dates are visited with their roles and paths, whether or not they are dates", "[schema]")
{
    std::vector<std::string> seen;
    sound_schema(meeting).for_each_date(
        document(
            R"({"action": [{"due": "@2018-05-01"}, {"due": "soon"}], "start": "2018-04", "title": "x", "count": 1})")
            .root,
        [&](DateRole role, std::string_view path, Value const& value) {
            seen.push_back(std::string{path} +
                           (role == DateRole::due     ? " due "
                            : role == DateRole::start ? " start "
                                                      : " ? ") +
                           *value.text());
        });

    CHECK(seen ==
          std::vector<std::string>{"action[].due due 2018-05-01", "action[].due due soon", "start start 2018-04"});
}

TEST_CASE("a reference under two descriptions of one member is visited once", "[schema]")
{
    auto count = 0;
    sound_schema(
        R"({"properties": {"a": {"$ref": "#/definitions/r"}}, "allOf": [{"properties": {"a": {"$ref": "#/definitions/r"}}}],
                     "definitions": {"r": {"x-sss-reference": "satellite"}}})")
        .for_each_reference(document(R"({"a": "x"})").root, [&](auto const&, auto const&) { ++count; });

    CHECK(count == 1);
}

TEST_CASE("references are found below any key that additionalProperties or patternProperties let in", "[schema]")
{
    auto count = 0;
    sound_schema(
        R"({"patternProperties": {"^p": {"x-sss-reference": "satellite"}}, "additionalProperties": {"items": {"x-sss-reference": "satellite"}}})")
        .for_each_reference(document(R"({"p": "x", "q": ["y", "z"]})").root,
                            [&](auto const&, auto const&) { ++count; });

    CHECK(count == 3);
}

}  // namespace sss::kind_test
