#include "try_schema.hpp"

namespace sss::keywords_test {

using namespace sss::test;

TEST_CASE("type tells the types of TOML apart", "[schema]")
{
    judge({
        {R"({"type": "string"})",
         {R"("a")", R"("")", "@2018-04-25", "@2018-04-25T10:00:00Z", "@10:00:00"},
         {"1", "true", "[]", "{}"}},
        {R"({"type": "integer"})", {"1", "-3", "1.0", "-2e3"}, {"1.5", R"("1")", "true", "inf", "nan"}},
        {R"({"type": "number"})", {"1", "1.5", "inf", "nan"}, {R"("1")", "false", "@2018-04-25"}},
        {R"({"type": "boolean"})", {"true", "false"}, {"0", R"("true")"}},
        {R"({"type": "array"})", {"[]", "[1]"}, {"{}", R"("[]")"}},
        {R"({"type": "object"})", {"{}"}, {"[]", "1"}},
        {R"({"type": "null"})", {}, {"0", R"("")", "false", "[]"}},
        {R"({"type": ["integer", "string"]})", {"1", R"("a")"}, {"1.5", "true"}},
    });
}

TEST_CASE("enum and const compare what is said, whatever the type of number or the order of keys", "[schema]")
{
    judge({
        {R"({"enum": ["a", 1, true, [1, 2], {"x": 1, "y": 2}]})",
         {R"("a")", "1", "1.0", "true", "[1, 2]", "[1.0, 2]", R"({"y": 2, "x": 1})"},
         {R"("A")", R"("")", "2", "false", "[2, 1]", "[1]", R"({"x": 1})", R"("1")"}},
        {R"({"const": 9007199254740993})", {"9007199254740993"}, {"9007199254740992", "9007199254740992.0"}},
        {R"({"const": "2018-04-25"})", {R"("2018-04-25")", "@2018-04-25"}, {"@2018-04-26"}},
        {R"({"const": false})", {"false"}, {"0", "[]", "true"}},
        {R"({"const": 0})", {"0", "0.0", "-0.0"}, {"false", "1"}},
        {R"({"const": null})", {}, {"0", "false", R"("null")"}},
    });
}

TEST_CASE("bounds hold at their edges, between integers and floats alike", "[schema]")
{
    judge({
        {R"({"minimum": 2})", {"2", "2.0", "3", R"("text")"}, {"1", "1.999", "-1", "nan", "inf"}},
        {R"({"maximum": 2.5})", {"2", "2.5"}, {"2.51", "3", "inf"}},
        {R"({"exclusiveMinimum": 0})", {"1", "0.001"}, {"0", "0.0", "-0.0", "-1"}},
        {R"({"exclusiveMaximum": 10})", {"9", "9.99"}, {"10", "10.0", "11"}},
        {R"({"maximum": 9223372036854775807})", {"9223372036854775807"}, {"9223372036854775808", "1e19"}},
    });
}

TEST_CASE("multipleOf takes floats as the decimals that were written", "[schema]")
{
    judge({
        {R"({"multipleOf": 5})", {"0", "10", "-15", "10.0", R"("x")"}, {"7", "5.1"}},
        {R"({"multipleOf": 0.1})", {"0.3", "19.9", "4", "-0.7"}, {"0.35", "0.1001"}},
        {R"({"multipleOf": 0.01})", {"4.02", "123456789.01"}, {"4.025"}},
        {R"({"multipleOf": 1.5})", {"3", "4.5"}, {"4", "inf"}},
    });
}

TEST_CASE("lengths count characters, not bytes", "[schema]")
{
    judge({
        {R"({"minLength": 2})", {R"("ab")", R"("éé")", R"("中文")", "3"}, {R"("é")", R"("🛰")", R"("")"}},
        {R"({"maxLength": 2})", {R"("🛰🛰")", R"("")"}, {R"("abc")", R"("中文字")"}},
        {R"({"maxLength": 2.0})", {R"("ab")"}, {R"("abc")"}},
    });
}

TEST_CASE("a pattern is searched anywhere in the text", "[schema]")
{
    judge({
        {R"({"pattern": "b+"})", {R"("abc")", "12", "[]"}, {R"("ac")", R"("")"}},
        {R"({"pattern": "^a.c$"})", {R"("abc")", R"("a中c")"}, {R"("xabc")", R"("abcd")"}},
        {R"({"pattern": "^\\u00e9\\d\\/$"})", {R"("é1/")"}, {R"("e1/")"}},
        {R"({"pattern": "^\\p{Lu}"})", {R"("Ü")"}, {R"("ü")"}},
        {R"({"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})",
         {R"("a")", R"("sss-1-cdr")", R"("0")"},
         {R"("")", R"("-a")", R"("a-")", R"("a--b")", R"("A")", R"("a b")", R"("é")", R"("a\n")"}},
    });
}

TEST_CASE("items take one schema for all or one for each", "[schema]")
{
    judge({
        {R"({"items": {"type": "integer"}})", {"[]", "[1, 2]", R"("no list")"}, {R"([1, "a"])"}},
        {R"({"items": [{"type": "integer"}, {"type": "string"}]})",
         {"[]", "[1]", R"([1, "a", true])"},
         {R"(["a"])", "[1, 2]"}},
        {R"({"items": [true], "additionalItems": false})", {"[]", "[1]"}, {"[1, 2]"}},
        {R"({"items": [true], "additionalItems": {"type": "string"}})", {R"([1, "a", "b"])"}, {"[1, 2]"}},
        {R"({"items": true, "additionalItems": false})", {"[1, 2, 3]"}, {}},
        {R"({"additionalItems": false})", {"[1, 2]"}, {}},
        {R"({"items": false})", {"[]"}, {"[1]"}},
        {R"({"items": []})", {"[1]"}, {}},
    });
}

TEST_CASE("the size of a list can be bounded, and its items told apart", "[schema]")
{
    judge({
        {R"({"minItems": 1, "maxItems": 2})", {"[1]", "[1, 1]", R"("x")"}, {"[]", "[1, 2, 3]"}},
        {R"({"uniqueItems": true})",
         {"[]", "[1, 2]", R"([1, "1", true])", "[[1], [2]]", R"([{"a": 1}, {"a": 2}])", "[0, false]",
          "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]"},
         {"[1, 1.0]", R"(["a", "b", "a"])", R"([{"a": 1, "b": 2}, {"b": 2, "a": 1}])", "[[1], [1]]",
          "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 3]"}},
        {R"({"uniqueItems": false})", {"[1, 1]"}, {}},
        {R"({"contains": {"minimum": 5}})", {"[1, 5]", "[7]", "3"}, {"[]", "[1, 2]"}},
    });
}

TEST_CASE("tables can be bounded, by their size, their keys and what each holds", "[schema]")
{
    judge({
        {R"({"minProperties": 1, "maxProperties": 2})", {R"({"a": 1})", "[]"}, {"{}", R"({"a": 1, "b": 1, "c": 1})"}},
        {R"({"required": ["a", "a", "b"]})",
         {R"({"b": 1, "a": 2, "c": 3})", "[]"},
         {"{}", R"({"a": 1})", R"({"a": 1, "c": 1})"}},
        {R"({"properties": {"a": {"type": "integer"}, "b": false}})",
         {"{}", R"({"a": 1, "c": "x"})"},
         {R"({"a": "x"})", R"({"b": 1})"}},
        {R"({"patternProperties": {"^x_": {"type": "integer"}, "_y$": {"minimum": 5}}})",
         {R"({"x_a": 1, "z": "a"})", R"({"x_y": 5})"},
         {R"({"x_a": "a"})", R"({"x_y": 4})"}},
        {R"({"properties": {"a": true}, "patternProperties": {"^x": true}, "additionalProperties": false})",
         {R"({"a": 1, "xy": 2})"},
         {R"({"b": 1})"}},
        {R"({"properties": {"a": true}, "additionalProperties": {"type": "string"}})",
         {R"({"a": 1, "b": "x"})"},
         {R"({"b": 1})"}},
        {R"({"required": ["a"], "additionalProperties": false})", {}, {R"({"a": 1})", "{}"}},
        {R"({"propertyNames": {"maxLength": 2}})", {R"({"ab": 1})", "{}"}, {R"({"abc": 1})"}},
        {R"({"propertyNames": false})", {"{}"}, {R"({"a": 1})"}},
        {R"({"dependencies": {"a": ["b", "c"]}})",
         {"{}", R"({"b": 1})", R"({"a": 1, "b": 1, "c": 1})"},
         {R"({"a": 1, "b": 1})"}},
        {R"({"dependencies": {"a": {"properties": {"b": {"type": "integer"}}}}})",
         {R"({"b": "x"})", R"({"a": 1, "b": 2})"},
         {R"({"a": 1, "b": "x"})"}},
        {R"({"dependencies": {"a": false}})", {"{}"}, {R"({"a": 1})"}},
    });
}

TEST_CASE("schemas combine", "[schema]")
{
    judge({
        {R"({"allOf": [{"minimum": 2}, {"maximum": 4}]})", {"2", "4"}, {"1", "5"}},
        {R"({"anyOf": [{"type": "integer"}, {"minLength": 2}]})", {"1", R"("ab")", "true"}, {R"("a")"}},
        {R"({"oneOf": [{"minimum": 2}, {"multipleOf": 2}]})", {"3", "0"}, {"4", "1"}},
        {R"({"not": {"type": "integer"}})", {R"("a")", "1.5"}, {"1", "1.0"}},
        {R"({"not": {"properties": {"a": {"const": 1}}, "required": ["a"]}})", {"{}", R"({"a": 2})"}, {R"({"a": 1})"}},
        {R"({"if": {"minimum": 10}, "then": {"multipleOf": 10}, "else": {"maximum": 5}})", {"20", "3"}, {"15", "7"}},
        {R"({"if": {"minimum": 10}, "then": {"multipleOf": 10}})", {"20", "7"}, {"15"}},
        {R"({"then": false, "else": false})", {"1"}, {}},
        {R"({"if": false})", {"1"}, {}},
        {"true", {"1", "{}"}, {}},
        {"false", {}, {"1", "{}", "[]"}},
        {"{}", {"1", R"("a")", "[]"}, {}},
    });
}

TEST_CASE("formats are checked on texts and on the dates of TOML", "[schema]")
{
    judge({
        {R"({"format": "date"})",
         {"@2018-04-25", R"("2018-04-25")", R"("2020-02-29")", "12"},
         {R"("2018-04-31")", R"("2019-02-29")", R"("2018-4-25")", R"("2018-04")", R"("")", "@10:00:00",
          "@2018-04-25T10:00:00Z"}},
        {R"({"format": "date-time"})",
         {"@2018-04-25T10:00:00Z", R"("2018-04-25T10:00:00.5+02:00")", R"("2016-12-31T23:59:60Z")",
          R"("2017-01-01T08:59:60+09:00")"},
         {"@2018-04-25", "@2018-04-25T10:00:00", R"("2018-04-25T10:00:00")", R"("2018-04-25T24:00:00Z")",
          R"("2016-12-31T22:59:60Z")", R"("2018-04-25T10:00:00+24:00")", R"("2018-04-25T10:00:00.Z")",
          R"("2018-04-25T10:00:00Zx")"}},
        {R"({"format": "time"})",
         {"@10:00:00", R"("10:00:00Z")", R"("10:00:00")", R"("23:59:60Z")"},
         {R"("25:00:00")", R"("10:00")", "@2018-04-25"}},
        {R"({"format": "email"})",
         {R"("a@b.example")", R"("josé+x@b.example")"},
         {R"("a")", R"("@b")", R"("a@")", R"("a b@c")", R"(".a@b")", R"("a..b@c")", R"("a@b@c")"}},
        {R"({"format": "uri"})",
         {R"("https://example.org/a?b#c")", R"("urn:x:y")", R"("mailto:a@b")"},
         {R"("example.org")", R"("https://a b")", R"("//x")", R"("https://")", R"("https://é")", R"("a:%zz")",
          R"("1a:b")"}},
        {R"({"format": "uri-reference"})", {R"("a/b")", R"("#x")", R"("")"}, {R"("a b")", R"("a#b#c")"}},
        {R"({"format": "regex"})", {R"("^a+$")"}, {R"("a(")"}},
    });
}

TEST_CASE("what could not be read is not spoken of again", "[schema]")
{
    judge({
        {R"({"type": "integer", "enum": [1]})", {"unreadable"}, {}},
        {R"({"x-sss-date": "planned"})", {"unreadable"}, {}},
        {R"({"not": {}})", {"unreadable"}, {}},
        {R"({"allOf": [false]})", {"unreadable"}, {}},
    });
}

TEST_CASE("a date with a role is the programme's date, and nothing else about it is asked", "[schema]")
{
    judge({{R"({"x-sss-date": "planned", "type": "string", "anyOf": [{"format": "date"}, {"pattern": "^never$"}]})",
            {"@2018-04-25", R"("2018-04-25")", R"("2018-Q4")", R"("2018-04~")", R"("2018/2019")",
             "@2018-04-25T10:00:00Z"},
            {R"("soon")", R"("never")", "2018", "@10:00:00", "[]", R"("2018-13")"}}});
}

}  // namespace sss::keywords_test
