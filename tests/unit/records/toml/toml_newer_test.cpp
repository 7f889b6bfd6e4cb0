#include "records/toml/toml_newer.hpp"

#include "programme/kind.hpp"
#include "records/document.hpp"
#include "records/edit.hpp"
#include "records/write_format.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

namespace sss::toml_newer_test {

namespace {

Document read(std::string_view text)
{
    return parse_document("data/milestones/a.toml", text);
}

Table values(std::string_view text)
{
    Table read;
    REQUIRE(parse_values(text, read));
    return read;
}

Value value_of(std::string_view text)
{
    auto read = values("x = " + std::string{text} + "\n");
    REQUIRE(read.size() == 1);
    return std::move(read.front().value);
}

/// What stands at a place, of a text of one line or more.
std::string at(std::string_view text, Place place)
{
    return std::string{text_at(line_of(text, place.line), place)};
}

Place place_of(Table const& table, std::string_view key)
{
    auto const found = std::ranges::find(table, key, &Member::key);
    REQUIRE(found != table.end());
    return found->value.place;
}

}  // namespace

TEST_CASE("what TOML 1.1 brought says the same as its older spelling", "[toml]")
{
    auto const [newer, older] = GENERATE(table<std::string, std::string>({
        // Inline tables over lines, with comments and a comma at their end.
        {"{\n  a = 1,\n  b = 2\n}", "{a = 1, b = 2}"},
        {"{ a = 1, }", "{a = 1}"},
        {"{\r\n a = 1,\r\n}", "{a = 1}"},
        {"{\n}", "{}"},
        {"{ # nothing\n}", "{}"},
        {"{ # one } and a \"quote\n a = 1 # two {\n # three\n , # four\n b = 2\n}", "{a = 1, b = 2}"},
        {"{ a = { b = 1,\n c = { d = 2, }, },\n}", "{a = {b = 1, c = {d = 2}}}"},
        {"{ a = [\n 1,\n { b = 2,\n },\n ],\n}", "{a = [1, {b = 2}]}"},
        {"[ { a = 1, }, {\n a = 2 } ]", "[{a = 1}, {a = 2}]"},
        {"{\n  \"a\" = 1,\n  'b'.c = 2,\n}", "{a = 1, b = {c = 2}}"},
        {"{ a = \"\"\"\n}\n\"\"\",\n b = ''' , } ''',\n}", "{a = \"}\\n\", b = \" , } \"}"},
        {"{ a = \",}\", b = '#',\n}", "{a = \",}\", b = \"#\"}"},
        // Escapes.
        {R"("\e[0m")", R"("\u001B[0m")"},
        {R"("\x41\x00\xe9\xFF")", R"("A\u0000\u00E9\u00FF")"},
        {R"("\\e\\x41\\\e")", "\"\\\\e\\\\x41\\\\\\u001B\""},
        {"\"\"\"\n\\x20\\e\\\n   end\"\"\"", "\" \\u001Bend\""},
        {R"('\e\x41')", R"("\\e\\x41")"},
        // Times without seconds.
        {"07:32", "07:32:00"},
        {"[07:32, 08:00]", "[07:32:00, 08:00:00]"},
        {"1979-05-27T07:32", "1979-05-27T07:32:00"},
        {"1979-05-27 07:32", "1979-05-27T07:32:00"},
        {"1979-05-27t07:32Z", "1979-05-27T07:32:00Z"},
        {"1979-05-27 07:32z # noon", "1979-05-27T07:32:00Z"},
        {"1979-05-27T07:32-07:00", "1979-05-27T07:32:00-07:00"},
        {"1979-05-27 07:32+00:30", "1979-05-27T07:32:00+00:30"},
        {"{ a = 07:32, b = 1979-05-27 07:32 }", "{a = 07:32:00, b = 1979-05-27T07:32:00}"},
    }));

    INFO(newer);
    CHECK(value_of(newer) == value_of(older));
    auto const document = read("x = " + newer + "\n");
    CHECK(document.problems.empty());
    CHECK(document.root == values("x = " + older + "\n"));
    CHECK(document.newer.empty() == (newer.find("'\\e") != std::string::npos));
}

TEST_CASE("a key may be written with the newer escapes", "[toml]")
{
    CHECK(values("\"\\x41\\e\" = 1\n").front().key == "A\x1B");
}

// The topics are those of the public test suite of TOML 1.1; the texts are ours.
TEST_CASE("what neither version has is an error in both", "[toml]")
{
    auto const text = GENERATE(
        as<std::string>{},
        // Beyond both, though the library has a switch for them.
        "x = 0x1.8p1", "x = 0x1p-2", "\xC3\xA9 = 1", "a+b = 1", "x = { \xC3\xA9 = 1,\n}", "x = {\n a+b = 1 }",
        // Inline tables: commas.
        "x = {,}", "x = { , }", "x = {\n,\n}", "x = {, a = 1}", "x = { a = 1,, }", "x = { a = 1,\n, b = 2 }",
        "x = { a = 1 b = 2 }", "x = {\n a = 1\n b = 2\n}", "x = { a = 1,, b = 2 }",
        // Inline tables: not closed, or with what belongs elsewhere.
        "x = {", "x = {\n", "x = { a = 1,\n", "x = { a = 1\ny = 2", "x = { a\n= 1 }", "x = { a =\n1 }",
        "x = { a.\nb = 1 }", "x = { a = 1 ]", "x = {\n[y]\n}", "x = { a, b }", "x = { a = , }", "x = { # comment }",
        // Inline tables: defined twice, or added to.
        "x = { a = 1, a = 2,\n}", "x = {\n a = 1,\n a.b = 2 }", "x = { a.b = 1,\n a = 2 }", "x = {\n}\nx.y = 1",
        "x = { a = 1,\n}\n[x]\nb = 2", "x = { a = 1,\n}\n[x.b]", "x = [{ a = 1, }]\n[[x]]\n",
        "[t]\nx = { a = {}, }\nx.a.b = 1",
        // Escapes.
        R"(x = "\x")", R"(x = "\x4")", R"(x = "\x4g")", R"(x = "\xg1")", R"(x = "\X41")", R"(x = "\E")", R"(x = "\a")",
        R"(x = "\u41")", R"(x = "\U0041")", R"(x = "\uD800")", R"(x = "\x4)", R"(x = "\e)", "x = \"\"\"\\xz1\"\"\"",
        "x = \"\\x 1\"", R"(\x41 = 1)",
        // Times.
        "x = 24:00", "x = 7:32", "x = 07:60", "x = 07:3", "x = 07", "x = 07:32.5", "x = 07:32:", "x = 07:32:6",
        "x = 07:32Z", "x = 07:32+01:00", "x = 1979-05-27T7:32", "x = 1979-05-27T07:32.5", "x = 1979-05-27T07",
        "x = 1979-05-27T", "x = 1979-05-27T07:32+1:00", "x = 1979-05-27T07:32+01", "x = 1979-02-30T07:32",
        "x = 1979-13-01 07:32", "x = 1979-05-27  07:32", "x = 1979-05-2707:32", "x = 1979-05-27T24:00Z",
        "x = 1979-05-27T07:32 Z", "x = 07:32 08:00",
        // Control characters in the comments that may stand there now.
        "x = { # \x01\n}", "x = { # \x7F\n a = 1 }", "x = { # \xE9\n a = 1 }", "x = { a = 1, # \r\n\r b = 2 }");

    INFO(text);
    Table ignored;
    CHECK_FALSE(parse_values(text + "\n", ignored));
    CHECK_FALSE(read(text + "\n").problems.empty());
}

TEST_CASE("what TOML 1.0 has is the same in both, and nothing newer", "[toml]")
{
    auto const text = GENERATE(as<std::string>{}, "x = [\n 1, # one\n 2,\n]\n", "x = { a = [\n 1,\n ], b = 2 }\n",
                               "x = {}\n", "x = '\\e \\x41 07:32 {a = 1,}'\n", "x = \"\"\"\n{ a = 1,\n}\n07:32\"\"\"\n",
                               "# { a = 1,\n#}\nx = 07:32:00\n", "\"07:32\" = 1\n", "07-32 = 1979-05-27T07:32:00.5Z\n",
                               "x = \"\\\\e \\\\x41\"\n", "[\"a { b\"]\nx = 1\n");

    CHECK_FALSE(in_older_toml(text));
    CHECK(read(text).newer.empty());
    CHECK(read(text).problems.empty());
}

TEST_CASE("a newer text keeps the places of every key and value", "[toml]")
{
    std::string const text =
        "\xEF\xBB\xBFtitle = \"\\e\\x41 \xE2\x80\x93 CDR\" # \xC3\xA9\n"
        "orbit = { # of the bus\r\n"
        "  regime = \"L\\x45O\", ltan = 10:30, # \xC3\xA9\xC3\xA9\r\n"
        "  at = 1979-05-27 07:32Z, last = [ 1,\n    22 ],\n"
        "}\n"
        "end = 3\n";
    auto const document = read(text);

    REQUIRE(document.problems.empty());
    CHECK(at(text, place_of(document.root, "title")) == "\"\\e\\x41 \xE2\x80\x93 CDR\"");
    auto const& orbit = *find(document.root, "orbit")->table();
    CHECK(orbit.front().key_place == Place{3, 3, 6});
    CHECK(at(text, place_of(orbit, "regime")) == "\"L\\x45O\"");
    CHECK(at(text, place_of(orbit, "ltan")) == "10:30");
    CHECK(at(text, place_of(orbit, "at")) == "1979-05-27 07:32Z");
    auto const& last = *find(orbit, "last")->array();
    CHECK(last[0].place == Place{4, 36, 1});
    CHECK(last[1].place == Place{5, 5, 2});
    CHECK(place_of(document.root, "orbit") == Place{2, 9, 14});
    CHECK(place_of(document.root, "end") == Place{7, 7, 1});
}

TEST_CASE("what a reader of TOML 1.0 would refuse is told apart, with the setting that takes it", "[toml]")
{
    auto const document = read("a = { b = 1,\n c = 2 }\nd = \"\\e\"\ne = 07:32\n");

    CHECK(document.problems.empty());
    REQUIRE(document.newer.size() == 3);
    CHECK(document.newer[0].message.text() == "an inline table stands on one line");
    CHECK(document.newer[1].message.text() == "'\\e' stands for no character");
    CHECK(document.newer[2].message.text() == "a time of day takes seconds too");
    for (auto const& finding : document.newer)
        CHECK(finding.help.text().find("toml = \"1.1\" below [data] of sss.toml") != std::string::npos);
}

TEST_CASE("a mistake beside what is newer is told once, at its place in the file", "[toml]")
{
    auto const document = read("a = {\n  b = 1,\n  c = yes,\n}\nd = 07:32\n");

    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].message.text() == "a truth value is written true or false");
    CHECK(document.problems[0].place == Place{3, 7, 3});
    CHECK(document.problems[0].excerpt == "  c = yes,");
    CHECK(find(document.root, "d")->temporal() != nullptr);
    CHECK(find(*find(document.root, "a")->table(), "b")->integer() != nullptr);
}

TEST_CASE("a forgotten brace swallows no statement", "[toml]")
{
    auto const document = read("a = { b = 1\nc = 2\nd = 07:32\n");

    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].place.line == 1);
    CHECK(find(document.root, "c")->integer() != nullptr);
    CHECK(find(document.root, "d")->temporal() != nullptr);
}

TEST_CASE("nesting that only line ends hide is too deep", "[toml]")
{
    std::string text = "a = ";
    for (auto i = 0; i < 5000; ++i) text += "{\na = ";
    text += "1";
    for (auto i = 0; i < 5000; ++i) text += ",\n}";
    Table ignored;

    CHECK_FALSE(parse_values(text, ignored));
    CHECK_FALSE(read(text).problems.empty());
}

TEST_CASE("a megabyte within one inline table takes linear work", "[toml]")
{
    std::string text = "a = {\n";
    for (auto i = 0; i < 40000; ++i) text += "k" + std::to_string(i) + " = 07:32,\n";
    text += "}\n";
    auto const document = read(text);

    CHECK(document.problems.empty());
    auto const& table = *find(document.root, "a")->table();
    REQUIRE(table.size() == 40000);
    CHECK(table.back().value.place == Place{40001, 10, 5});
}

TEST_CASE("the layout of a newer record is TOML 1.0", "[toml]")
{
    Kind const kind;
    auto const laid_out = canonical("t = 1979-05-27T07:32\nx = {\n a = \"\\x41\", }\n", kind);

    CHECK_FALSE(in_older_toml(laid_out));
    CHECK(values(laid_out) == values("t = 1979-05-27T07:32:00\nx = {a = \"A\"}\n"));
    CHECK_THROWS_AS(canonical("x = { # why\n a = 1 }\n", kind), Error);
}

TEST_CASE("a change beside what is newer touches its own bytes alone", "[toml]")
{
    Kind const kind;
    std::string const text = "a = 1\nx = {\n  b = 07:32, # when\n}\nc = \"\\e\"\n";
    auto const changed = [&](std::string key) {
        return edited(text, kind, {FieldEdit::Act::put, {{std::move(key)}}, Value{std::int64_t{2}}});
    };

    CHECK(changed("a") == "a = 2\nx = {\n  b = 07:32, # when\n}\nc = \"\\e\"\n");
    CHECK(edited(text, kind, {FieldEdit::Act::put, {{"x"}, {"b"}}, Value{std::int64_t{2}}}) ==
          "a = 1\nx = {\n  b = 2, # when\n}\nc = \"\\e\"\n");
    CHECK(changed("c") == "a = 1\nx = {\n  b = 07:32, # when\n}\nc = 2\n");
}

TEST_CASE("whatever the bytes, an older text leads back into the text it came from", "[toml]")
{
    std::mt19937 random{7};
    std::string_view const alphabet = "{}[],=\n\r #\"'\\ex41 07:32-a.\xC3\xA9";
    for (auto round = 0; round < 3000; ++round) {
        std::string text = "x = ";
        for (auto length = random() % 60; length > 0; --length) text += alphabet[random() % alphabet.size()];
        auto const older = in_older_toml(text);
        if (!older) continue;
        std::size_t before = 0;
        for (std::size_t at = 0; at <= older->text.size(); ++at) {
            auto const original = older->original(at);
            REQUIRE(original >= before);
            REQUIRE(original <= text.size());
            before = original;
        }
        read(text);
    }
}

}  // namespace sss::toml_newer_test
