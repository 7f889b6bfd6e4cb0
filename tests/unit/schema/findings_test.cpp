#include "try_schema.hpp"

namespace sss::findings_test {
using namespace sss::test;

namespace {

/// "line:column+length rule: message | help", one a finding.
std::vector<std::string> told(std::vector<Finding> const& findings)
{
    std::vector<std::string> lines;
    for (auto const& [rule, severity, file, place, message, help, excerpt, column, cut, record] : findings)
        lines.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + "+" +
                        std::to_string(place.length) + " " + std::string{rule} + ": " + message.text() + " | " +
                        help.text());
    return lines;
}

using Lines = std::vector<std::string>;

std::string const milestone = R"({
  "type": "object",
  "required": ["title", "type"],
  "properties": {
    "title": {"description": "What a report calls it.", "type": "string", "minLength": 1, "maxLength": 9},
    "type": {"description": "What sort it is.", "enum": ["review", "launch", "test"]},
    "weight": {"type": "number", "exclusiveMinimum": 0, "maximum": 9, "description": "How much it counts."},
    "count": {"type": "integer"},
    "held": {"type": "boolean"},
    "planned": {"x-sss-date": "planned"},
    "cospar": {"description": "Its international designator.", "examples": ["2021-091H"], "pattern": "^[0-9]{4}-[0-9]{3}[A-Z]+$"},
    "url": {"format": "uri"},
    "hosts": {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": true, "minItems": 1},
    "orbit": {"type": "object", "properties": {"regime": {"type": "string"}, "altitude_km": {"type": "number"}}, "additionalProperties": false},
    "action": {"type": "array", "items": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "due": {"x-sss-date": "due"}}, "additionalProperties": false}},
    "attendance": {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[<>~][0-9]+$"}], "examples": [20, ">40"]}
  },
  "additionalProperties": false
})";

/// The findings of a milestone with these fields beside its title and type.
Lines of(std::string const& fields)
{
    return told(findings(milestone, "{\"title\": \"CDR\", \"type\": \"review\",\n" + fields + "}"));
}

}  // namespace

TEST_CASE("a sound record has nothing to tell", "[schema]")
{
    CHECK(
        of(R"("weight": 2, "planned": "2018-Q4", "hosts": ["a", "b"], "orbit": {"regime": "LEO"}, "attendance": ">40")")
            .empty());
}

TEST_CASE("a finding names the file, the place and the line", "[schema]")
{
    auto const found = findings(milestone, "{\"title\": \"CDR\", \"type\": \"review\",\n  \"weight\": -1}");

    REQUIRE(found.size() == 1);
    CHECK(found[0] == Finding{"out-of-range",
                              Severity::error,
                              "data/x.toml",
                              {2, 13, 2},
                              "'weight' is -1, it should be more than 0",
                              "How much it counts.",
                              "  \"weight\": -1}"});
}

TEST_CASE("a mistyped key is told once, with what was meant", "[schema]")
{
    CHECK(of(R"("wieght": 2)") ==
          Lines{"2:1+8 unknown-field: a milestone has no field 'wieght' | did you mean 'weight'?"});
}

TEST_CASE("a mistyped required key is one mistake, not two", "[schema]")
{
    CHECK(told(findings(milestone, R"({"titel": "CDR", "type": "review"})")) ==
          Lines{"1:2+7 unknown-field: a milestone has no field 'titel' | did you mean 'title'?"});
}

TEST_CASE("a mistyped key is one mistake where another part of the schema requires it", "[schema]")
{
    CHECK(told(findings(
              R"({"allOf": [{"required": ["title"]}, {"properties": {"title": true}, "additionalProperties": false}]})",
              R"({"titel": 1})")) ==
          Lines{"1:2+7 unknown-field: a milestone has no field 'titel' | did you mean 'title'?"});
}

TEST_CASE("a field that stands already is not what another was meant to be", "[schema]")
{
    CHECK(of(R"("tittle": "x")") == Lines{"2:1+8 unknown-field: a milestone has no field 'tittle' | its fields are "
                                          "title, type, weight, count, held, planned, cospar, "
                                          "url, hosts, orbit, action, attendance"});
}

TEST_CASE("unknown fields of inner tables are told with the fields that exist there", "[schema]")
{
    CHECK(of(R"("orbit": {"colour": 1})") ==
          Lines{"2:11+8 unknown-field: 'orbit' has no field 'colour' | its fields are regime, altitude_km"});
    CHECK(of(R"("action": [{"id": "a", "duo": 1}])") ==
          Lines{"2:24+5 unknown-field: an item of 'action' has no field 'duo' | did you mean 'due'?"});
}

TEST_CASE("a long list of fields says how many it leaves out", "[schema]")
{
    std::string properties;
    for (auto i = 10; i < 40; ++i)
        properties += (i > 10 ? ", \"" : "\"") + std::string{"field"} + std::to_string(i) + "\": true";
    auto const found =
        findings("{\"properties\": {" + properties + "}, \"additionalProperties\": false}", R"({"zzz": 1})");

    REQUIRE(found.size() == 1);
    CHECK(found[0].help.text().ends_with("field24, field25 and 14 more"));
}

TEST_CASE("a missing field is told at the table that lacks it, with what it is for", "[schema]")
{
    CHECK(told(findings(milestone, "{\n}")) ==
          Lines{"1:1+0 missing-field: a milestone needs 'title' | What a report calls it.",
                "1:1+0 missing-field: a milestone needs 'type' | What sort it is. It can be \"review\", \"launch\", "
                "\"test\""});
    CHECK(of(R"("action": [{"id": "a"}, {"due": "2018"}])") ==
          Lines{"2:25+1 missing-field: an item of 'action' needs 'id' | add id = …"});
}

TEST_CASE("nothing is missed in a record that could not be read whole", "[schema]")
{
    auto record = document(R"({"weight": -1})");
    record.whole = false;

    CHECK(told(check(sound_schema(milestone), record)) ==
          Lines{"1:12+2 out-of-range: 'weight' is -1, it should be more than 0 | How much it counts."});
}

TEST_CASE("an unknown key whose value cannot be read is still unknown", "[schema]")
{
    auto record = document(R"({"titel": null})");
    record.whole = false;

    CHECK(told(check(sound_schema(milestone), record)) ==
          Lines{"1:2+7 unknown-field: a milestone has no field 'titel' | did you mean 'title'?"});
}

TEST_CASE("a value of the wrong type is told with what it is, and how to write it", "[schema]")
{
    CHECK(of(R"("weight": "2")") ==
          Lines{"2:11+3 wrong-type: 'weight' is a text, it should be a number | write weight = 2"});
    CHECK(of(R"("weight": "two")") ==
          Lines{"2:11+5 wrong-type: 'weight' is a text, it should be a number | How much it counts."});
    CHECK(of(R"("count": 2.5)") == Lines{"2:10+3 wrong-type: 'count' is 2.5, it should be a whole number | "});
    CHECK(of(R"("held": "yes")") ==
          Lines{"2:9+5 wrong-type: 'held' is a text, it should be true or false | write held = true"});
    CHECK(of(R"("weight": "@2018-04-25")") ==
          Lines{"2:11+13 wrong-type: 'weight' is a date, it should be a number | How much it counts."});
    CHECK(of(R"("hosts": "metu")") ==
          Lines{R"(2:10+6 wrong-type: 'hosts' is a text, it should be a list | write hosts = ["metu"])"});
    CHECK(of(R"("hosts": ["metu", 7])") ==
          Lines{R"(2:19+1 wrong-type: item 2 of 'hosts' is a number, it should be a text | write "7")"});
    CHECK(of(R"("orbit": {"altitude_km": "517"})") ==
          Lines{"2:26+5 wrong-type: 'orbit.altitude_km' is a text, it should be a number | write altitude_km = 517"});
    CHECK(of(R"("action": {"id": "a"})") ==
          Lines{"2:11+1 wrong-type: 'action' is a table, it should be a list | write [[action]] instead of [action]"});
}

TEST_CASE("a value of the wrong type gets no advice that would be wrong again", "[schema]")
{
    CHECK(told(findings(R"({"properties": {"class": {"type": "string", "enum": ["nano", "pico"]}}})",
                        R"({"class": 3})")) ==
          Lines{R"(1:11+1 wrong-type: 'class' is a number, it should be a text | it can be "nano", "pico")"});
}

TEST_CASE("a value that is not among the allowed ones is told with the nearest and all", "[schema]")
{
    CHECK(
        told(findings(milestone, R"({"title": "CDR", "type": "reveiw"})")) ==
        Lines{
            R"(1:26+8 not-allowed-value: 'type' cannot be "reveiw" | did you mean "review"? It can be "review", "launch", "test")"});
    CHECK(told(findings(milestone, R"({"title": "CDR", "type": "party"})")) ==
          Lines{R"(1:26+7 not-allowed-value: 'type' cannot be "party" | it can be "review", "launch", "test")"});
    CHECK(told(findings(R"({"properties": {"format": {"const": 1}}})", R"({"format": 2})")) ==
          Lines{"1:12+1 not-allowed-value: 'format' cannot be 2 | it can only be 1"});
}

TEST_CASE("an allowed value may be documented in a branch of its own", "[schema]")
{
    CHECK(told(findings(R"({"properties": {"x": {"oneOf": [{"const": "a", "description": "first"}, {"const": "b"}]}}})",
                        R"({"x": "c"})")) ==
          Lines{R"(1:7+3 not-allowed-value: 'x' cannot be "c" | it can be "a", "b")"});
}

TEST_CASE("a text of the wrong form is told with an example and what the field is", "[schema]")
{
    CHECK(
        of(R"("cospar": "2021-91H")") ==
        Lines{
            R"(2:11+10 pattern: 'cospar' is not written as it should be: "2021-91H" | for example 2021-091H. Its international designator.)"});
    CHECK(
        of(R"("url": "apsco.int")") ==
        Lines{
            R"(2:8+11 pattern: 'url' is "apsco.int", it should be a web address such as https://example.org/page | )"});
    CHECK(told(findings(R"({"properties": {"x": {"pattern": "^a$"}}})", R"({"x": "b"})")) ==
          Lines{R"(1:7+3 pattern: 'x' is not written as it should be: "b" | it should match ^a$)"});
}

TEST_CASE("lengths and sizes are told in numbers", "[schema]")
{
    CHECK(told(findings(milestone, R"({"title": "", "type": "review"})")) ==
          Lines{"1:11+2 length: 'title' is empty | write it, or leave the field out"});
    CHECK(told(findings(milestone, R"({"title": "0123456789", "type": "review"})")) ==
          Lines{"1:11+12 length: 'title' has 10 characters, it should have at most 9 | What a report calls it."});
    CHECK(of(R"("hosts": [])") == Lines{"2:10+1 length: 'hosts' holds 0 items, it should hold at least 1 | "});
    CHECK(of(R"("hosts": ["a", "b", "a", ""])") ==
          Lines{"2:26+2 length: item 4 of 'hosts' is empty | write it, or leave the field out",
                R"(2:21+3 duplicate-item: "a" stands twice in 'hosts' | remove one of the two)"});
}

TEST_CASE("items that the schema has no place for are told", "[schema]")
{
    CHECK(told(findings(R"({"properties": {"x": {"items": [true], "additionalItems": false}}})",
                        R"({"x": [1, 2, 3]})")) ==
          Lines{"1:7+1 length: 'x' holds 3 items, it should hold at most 1 | "});
    CHECK(told(findings(R"({"properties": {"x": {"items": false}}})", R"({"x": [1]})")) ==
          Lines{"1:7+1 length: 'x' holds 1 item, it should hold at most 0 | "});
    CHECK(told(findings(R"({"properties": {"x": {"items": [true, false]}}})", R"({"x": [1, 2]})")) ==
          Lines{"1:11+1 not-allowed-value: item 2 of 'x' is not allowed here | "});
}

TEST_CASE("a date that names no day is told apart from a text that is no date", "[schema]")
{
    auto const impossible = findings(milestone, R"({"title": "CDR", "type": "review", "planned": "2018-04-31"})");
    REQUIRE(impossible.size() == 1);
    CHECK(impossible[0].rule == "impossible-date");
    CHECK(impossible[0].message.text() == "April has 30 days");
    CHECK_FALSE(impossible[0].help.empty());

    auto const no_date = findings(milestone, R"({"title": "CDR", "type": "review", "planned": "soon"})");
    REQUIRE(no_date.size() == 1);
    CHECK(no_date[0].rule == "date");

    CHECK(of(R"("planned": 2018)") ==
          Lines{R"(2:12+4 date: 2018 is no date | write "2018" if only the year is known)"});
}

TEST_CASE("a plain format date tells an impossible day as such", "[schema]")
{
    auto const found = findings(R"({"properties": {"x": {"format": "date"}}})", R"({"x": "2018-02-30"})");
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "impossible-date");

    CHECK(told(findings(R"({"properties": {"x": {"format": "date"}}})", R"({"x": "2018-Q4"})")) ==
          Lines{R"(1:7+9 date: 'x' is "2018-Q4", it should be a date such as 2018-04-25 | )"});
}

TEST_CASE("of several descriptions, the one that got nearest speaks", "[schema]")
{
    CHECK(of(R"("attendance": -1)") == Lines{"2:15+2 out-of-range: 'attendance' is -1, it should be at least 0 | "});
    CHECK(of(R"("attendance": "many")") ==
          Lines{R"(2:15+6 pattern: 'attendance' is not written as it should be: "many" | for example >40)"});
    CHECK(of(R"("attendance": true)") ==
          Lines{R"(2:15+4 wrong-type: 'attendance' is true, it should be a text or a whole number | for example 20)"});
}

TEST_CASE("descriptions that are equally near make one summary", "[schema]")
{
    CHECK(
        told(findings(
            R"({"properties": {"x": {"description": "A time.", "examples": ["12:00"], "anyOf": [{"pattern": "^a$"}, {"pattern": "^b$"}]}}})",
            R"({"x": "c"})")) ==
        Lines{R"(1:7+3 pattern: 'x' is not written as it should be: "c" | for example 12:00. A time.)"});
}

TEST_CASE("a branch is chosen by the field that tells the branches apart", "[schema]")
{
    auto const schema = R"({"properties": {"x": {"oneOf": [
        {"properties": {"kind": {"const": "a"}, "n": {"type": "number"}}, "required": ["kind"], "additionalProperties": false},
        {"properties": {"kind": {"const": "b"}, "t": {"type": "string"}, "u": {"type": "string"}}, "required": ["kind"], "additionalProperties": false}]}}})";

    CHECK(told(findings(schema, R"({"x": {"kind": "b", "t": 1, "u": 2}})")) ==
          Lines{R"(1:26+1 wrong-type: 'x.t' is a number, it should be a text | write t = "1")",
                R"(1:34+1 wrong-type: 'x.u' is a number, it should be a text | write u = "2")"});
}

TEST_CASE("fields of which one is needed, or only one allowed, are told as such", "[schema]")
{
    std::string const branches = R"([{"required": ["start"]}, {"required": ["planned"]}])";

    CHECK(told(findings(R"({"anyOf": )" + branches + "}", "{}")) ==
          Lines{"1:1+0 missing-field: a milestone needs 'start' or 'planned' | add one of them"});
    CHECK(told(findings(R"({"oneOf": )" + branches + "}", R"({"start": 1, "planned": 2})")) ==
          Lines{"1:14+9 not-allowed-value: a milestone cannot have 'start' and 'planned' at once | keep one of them"});
    CHECK(
        told(findings(R"({"not": {"required": ["a", "b"], "description": "One decides."}})", R"({"a": 1, "b": 2})")) ==
        Lines{"1:10+3 not-allowed-value: a milestone cannot have 'a' and 'b' at once | One decides."});
    CHECK(told(findings(R"({"dependencies": {"end": ["start"]}})", R"({"end": 1})")) ==
          Lines{"1:2+5 missing-field: a milestone that has 'end' needs 'start' | add start = …"});
    CHECK(told(findings(R"({"properties": {"status": false}})", R"({"status": 1})")) ==
          Lines{"1:2+8 unknown-field: a milestone cannot have 'status' | remove it"});
}

TEST_CASE("what a condition asks for is told with the condition", "[schema]")
{
    CHECK(
        told(findings(
            R"({"if": {"properties": {"type": {"const": "launch"}}, "required": ["type"]}, "then": {"required": ["satellite"]}})",
            R"({"type": "launch"})")) ==
        Lines{R"(1:1+0 missing-field: a milestone needs 'satellite' when 'type' is "launch" | add satellite = …)"});
}

TEST_CASE("of a plain value only the first mistake is told, of a table each", "[schema]")
{
    CHECK(of(R"("weight": -1, "cospar": "x", "attendance": -3)").size() == 3);
    CHECK(told(findings(R"({"properties": {"x": {"allOf": [{"pattern": "^a"}, {"pattern": "b$"}], "maxLength": 1}}})",
                        R"({"x": "cc"})"))
              .size() == 1);
}

TEST_CASE("the same mistake under two descriptions is told once", "[schema]")
{
    CHECK(told(findings(R"({"allOf": [{"required": ["a"]}, {"required": ["a"]}]})", "{}")).size() == 1);
}

TEST_CASE("long and strange values are shown short and visible", "[schema]")
{
    auto const found =
        findings(R"({"properties": {"x": {"enum": ["a"]}}})", R"({"x": "\u001b[31m)" + std::string(200, 'z') + R"("})");

    REQUIRE(found.size() == 1);
    CHECK(found[0].message.text() == "'x' cannot be \"\\u001B[31m" + std::string(55, 'z') + "…\"");
}

}  // namespace sss::findings_test
