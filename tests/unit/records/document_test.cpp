#include "records/document.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

namespace sss::document_test {

namespace {

Document read(std::string_view text)
{
    return parse_document("data/milestones/a.toml", text);
}

/// The one problem of a text that has one.
Finding only_problem(std::string_view text)
{
    auto const document = read(text);
    REQUIRE(document.problems.size() == 1);
    return document.problems.front();
}

Value const& at(Document const& document, std::string_view key)
{
    auto const* value = find(document.root, key);
    REQUIRE(value != nullptr);
    return *value;
}

Member const& member(Table const& table, std::string_view key)
{
    auto const found = std::ranges::find(table, key, &Member::key);
    REQUIRE(found != table.end());
    return *found;
}

}  // namespace

TEST_CASE("a key and its value know their places, quotes included", "[document]")
{
    auto const document = read("type = \"review\"\n\towner\t=\t\"x\"\n");

    CHECK(member(document.root, "owner").key_place == Place{2, 2, 5});
    CHECK(at(document, "owner").place == Place{2, 10, 3});
}

TEST_CASE("columns count characters, not bytes", "[document]")
{
    auto const document = read("a = [\"北京\", \"é\"]\n");

    CHECK(at(document, "a").array()->at(1).place == Place{1, 12, 3});
}

TEST_CASE("a byte order mark takes no column", "[document]")
{
    CHECK(member(read("\xEF\xBB\xBFtitle = 1\n").root, "title").key_place == Place{1, 1, 5});
}

TEST_CASE("CRLF changes no place and no value", "[document]")
{
    auto const document = read("a = \"x\"\r\nb = \"y\"\r\n");

    CHECK(document.problems.empty());
    CHECK(at(document, "b").place == Place{2, 5, 3});
    CHECK(*at(document, "a").string() == "x");
}

TEST_CASE("each part of a dotted key has its own place", "[document]")
{
    auto const document = read("orbit . \"regime\" = 1\n");
    auto const& orbit = member(document.root, "orbit");

    CHECK(orbit.key_place == Place{1, 1, 5});
    CHECK(member(*orbit.value.table(), "regime").key_place == Place{1, 9, 8});
}

TEST_CASE("a table's place is its header", "[document]")
{
    auto const document = read("a = 1\n[ orbit ]  # where\nx = 1\n");

    CHECK(at(document, "orbit").place == Place{2, 1, 9});
    CHECK(member(document.root, "orbit").key_place == Place{2, 3, 5});
}

TEST_CASE("each item of an array of tables is placed at its own header", "[document]")
{
    auto const document = read("[[action]] # one\nid = 1\n[[action]]\nid = 2\n");
    auto const& actions = at(document, "action");

    CHECK(actions.place == Place{1, 1, 10});
    CHECK(actions.array()->at(1).place == Place{3, 1, 10});
}

TEST_CASE("a value of several lines is as long as its first line", "[document]")
{
    CHECK(at(read("a = [ 1,\n  2 ]\n"), "a").place == Place{1, 5, 4});
    CHECK(at(read("a = \"\"\"one\ntwo\"\"\"\n"), "a").place == Place{1, 5, 6});
}

TEST_CASE("members keep the order of the file", "[document]")
{
    auto const root = read("z = 1\na = 2\n[m]\nb = 1\n").root;

    CHECK(root[0].key == "z");
    CHECK(root[1].key == "a");
    CHECK(root[2].key == "m");
}

TEST_CASE("dates and instants have one spelling", "[document]")
{
    auto const document = read("d = 2018-04-25\nz = 2023-04-15 06:47:00.500+00:00\no = 2023-04-15t06:47:00-05:30\n");

    CHECK(*at(document, "d").text() == "2018-04-25");
    CHECK(*at(document, "z").text() == "2023-04-15T06:47:00.5Z");
    CHECK(*at(document, "o").text() == "2023-04-15T06:47:00-05:30");
    CHECK(at(document, "o").temporal()->type == Temporal::Type::instant);
}

TEST_CASE("an empty file is an empty table", "[document]")
{
    auto const document = read("");

    CHECK(document.problems.empty());
    CHECK(document.whole);
    CHECK(document.root.empty());
}

TEST_CASE("a text without quotes gets them offered", "[document]")
{
    auto const problem = only_problem("title = Foo\n");

    CHECK(problem.rule == "syntax");
    CHECK(problem.place == Place{1, 9, 3});
    CHECK(problem.message.text() == "a text value needs quotes");
    CHECK(problem.help.text() == "write \"Foo\"");
    CHECK(problem.excerpt == "title = Foo");
    CHECK(problem.file == "data/milestones/a.toml");
}

TEST_CASE("a day that does not exist is told as such, and its key stays", "[document]")
{
    auto const document = read("title = \"x\"\nstart = 2018-04-31\n");

    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].rule == "impossible-date");
    CHECK(document.problems[0].message.text() == "April has 30 days");
    CHECK(document.problems[0].place == Place{2, 9, 10});
    CHECK(at(document, "start").unreadable());
    CHECK(at(document, "start").place == Place{2, 9, 10});
    CHECK(document.whole);
}

TEST_CASE("a value that cannot be read leaves its neighbours readable", "[document]")
{
    auto const document = read("a = [2018-02-29, \"北京\", Foo, 3]\n");
    auto const& items = *at(document, "a").array();

    CHECK(document.problems.size() == 2);
    CHECK(items[0].unreadable());
    CHECK(*items[1].string() == "北京");
    CHECK(items[2].unreadable());
    CHECK(*items[3].integer() == 3);
}

TEST_CASE("the second of two keys names the line of the first", "[document]")
{
    auto const document = read("owner = \"x\"\ntitle = \"t\"\nowner = \"y\"\n");

    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].rule == "duplicate-key");
    CHECK(document.problems[0].message.text() == "'owner' stands already in line 1");
    CHECK(document.problems[0].place == Place{3, 1, 5});
    CHECK(*at(document, "owner").string() == "x");
}

TEST_CASE("the same key in two items of an array of tables is no duplicate", "[document]")
{
    auto const document = read("[[action]]\nid = 1\n[[action]]\nid = 2\nid = 3\n");

    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].message.text() == "'id' stands already in line 4");
}

TEST_CASE("an open array is told where it opens, not where the next key stands", "[document]")
{
    auto const document = read("a = [\"x\",\n  \"y\"\nowner = \"z\"\n");

    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].place == Place{1, 5, 5});
    CHECK(at(document, "a").unreadable());
    CHECK(*at(document, "owner").string() == "z");
}

TEST_CASE("an open text of several lines is told where it opens", "[document]")
{
    auto const document = read("notes = \"\"\"abc\nowner = \"x\"\nmore = \"\"\"hello\"\"\"\n");

    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].place == Place{1, 9, 6});
    CHECK(*at(document, "more").string() == "hello");
}

TEST_CASE("the mistakes that people make are named in their words", "[document]")
{
    auto const [text, message] = GENERATE(table<std::string, std::string>({
        {"a = \"x\n", "the text that begins here is not closed with \""},
        {"a \"x\"\n", "'=' is missing between 'a' and its value"},
        {"a: \"x\"\n", "'=' stands between a key and its value, not ':'"},
        {"a = “x”\n", "typographic quotation marks do not hold a text; plain ones do"},
        {"a = yes\n", "a truth value is written true or false"},
        {"a = None\n", "there is no value for 'nothing'"},
        {"a =\n", "'a' has no value"},
        {"a\n", "'a' has no value"},
        {"= 1\n", "the key before '=' is missing"},
        {"launch date = 1\n", "a key is one word"},
        {"größe = 1\n", "a key of other characters than letters a-z, digits, - and _ needs quotes"},
        {"a = 2018-04\n", "a date that is not one exact day needs quotes"},
        {"a = 25.04.2018\n", "a date is written year-month-day"},
        {"a = 1,5\n", "a number takes a point before its decimals"},
        {"a = 07\n", "a number does not begin with 0"},
        {"a = 99999999999999999999\n", "the number is too large: whole numbers end at 9223372036854775807"},
        {"a = 1e400\n", "the number is too large: numbers end at about 1.8e308"},
        {"a = -1e400\n", "the number is too large: numbers end at about 1.8e308"},
        {"a = +12_000.5E+9999\n", "the number is too large: numbers end at about 1.8e308"},
        {"a = [1, 2.5e999]\n", "the number is too large: numbers end at about 1.8e308"},
        {"a = [1 2]\n", "a comma is missing between two values"},
        {"a = { b = 1, b = 2 }\n", "'b' stands already in this inline table"},
        {"a = \"C:\\data\"\n", "'\\d' stands for no character"},
        {"a = \"x\",\n", "a line ends after its value, without ','"},
        {"a = \"x\" // y\n", "a comment begins with #"},
        {"a = 1 b = 2\n", "one line holds one key and its value"},
        {"a = \"x\x07\"\n", "the control character U+0007 cannot stand in TOML"},
        {"[orbit\n", "the header is not closed with ']'"},
        {"<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\n", "a merge conflict was left in the file"},
        {"a = 1\rb = 2\nc = 1\n", "a carriage return stands alone here"},
    }));

    CHECK(only_problem(text).message.text() == message);
}

TEST_CASE("a record broken in ten ways gets ten problems, each at its place, none twice", "[document]")
{
    auto const document = read(R"(title = Foo
type = 'review
satellite: "sss-1"
reviews = ["CDR"
baseline = 2018-04
planned = 2018-04-31
owner = “beihang”
owner = "x"
done = yes
[orbit
)");
    std::vector<Place> places;
    for (auto const& problem : document.problems) places.push_back(problem.place);

    CHECK(places == std::vector<Place>{{1, 9, 3},
                                       {2, 8, 7},
                                       {3, 10, 1},
                                       {4, 11, 6},
                                       {5, 12, 7},
                                       {6, 11, 10},
                                       {7, 9, 9},
                                       {8, 1, 5},
                                       {9, 8, 3},
                                       {10, 1, 6}});
    CHECK(document.root.size() == 9);
}

TEST_CASE("a key that cannot be read makes the document incomplete", "[document]")
{
    CHECK_FALSE(read("größe = 1\n").whole);
    CHECK(read("title = Foo\n").whole);
}

TEST_CASE("keys below a second header of one name fall into no other table", "[document]")
{
    auto const document = read("[orbit]\nx = 1\n[launch]\ny = 1\n[orbit]\nz = 1\n");

    CHECK(document.problems.size() == 1);
    CHECK(document.root.size() == 2);
    CHECK(at(document, "launch").table()->size() == 1);
    CHECK_FALSE(document.whole);
}

TEST_CASE("after twenty mistakes the reader stops and says so", "[document]")
{
    std::string text;
    for (auto i = 0; i < 30; ++i) text += "k" + std::to_string(i) + " = Foo\n";
    auto const document = read(text);

    REQUIRE(document.problems.size() == 21);
    CHECK(document.problems.back().message.text() == "20 mistakes stand before this line; what follows was not read");
    CHECK_FALSE(document.whole);
}

TEST_CASE("a file that is no text gets one finding", "[document]")
{
    std::mt19937 random{1};
    std::string bytes(5000, '\0');
    std::ranges::generate(bytes, [&] { return static_cast<char>(random() & 0xFFu); });

    CHECK(only_problem(bytes).rule == "not-text");
}

TEST_CASE("a byte that is not UTF-8 is found at its place", "[document]")
{
    auto const problem = only_problem("title = \"x\"\nname = \"Universit\xE9\"\n");

    CHECK(problem.rule == "not-utf8");
    CHECK(problem.place == Place{2, 18, 1});
}

TEST_CASE("a megabyte and a byte is too large, a megabyte is not", "[document]")
{
    auto const comment = "#" + std::string(largest_document - 1, 'x');

    CHECK(read(comment).problems.empty());
    CHECK(only_problem(comment + "x").rule == "too-large");
}

TEST_CASE("64 brackets nest, 65 are too deep", "[document]")
{
    auto const nested = [](std::size_t depth) { return "a = " + std::string(depth, '[') + std::string(depth, ']'); };

    CHECK(read(nested(64)).problems.empty());
    CHECK(only_problem(nested(65)).rule == "too-deep");
}

TEST_CASE("nesting that is built of headers, dots and brackets together has the same limit", "[document]")
{
    std::string dots = "a";
    for (auto i = 1; i < 40; ++i) dots += ".a";

    CHECK(only_problem("[" + dots + "]\n" + dots + " = 1\n").rule == "too-deep");
}

TEST_CASE("hostile nesting is refused without recursion", "[document]")
{
    auto const opening = GENERATE("[", "{a=", "a.", "[[", "[a.");
    std::string text = "a = ";
    if (opening == std::string{"[["} || opening == std::string{"[a."}) text.clear();
    for (auto i = 0; i < 100'000; ++i) text += opening;

    auto const document = read(text);
    Table ignored;

    CHECK_FALSE(document.problems.empty());
    CHECK_FALSE(document.whole);
    CHECK_FALSE(parse_values(text, ignored));
}

TEST_CASE("whatever is done to a record, its problems are told once, within the file, and only where there are some",
          "[document]")
{
    std::string const record =
        "title = \"é\"\nplanned = 2018-04-25\nlist = [\"a\", { b = 1 }]\nnotes = \"\"\"\nx\n\"\"\"\n[orbit]\nx.y = "
        "1\n[[s]]\nid = 'q'\n";
    std::vector<std::string> const pieces = {"\"", "'", "\"\"\"", "[",  "]", "{",     "}", "=",   ",",
                                             "\n", "#", "\\",     "\r", "“", "[s]\n", ".", "\x01"};
    std::mt19937 random{7};
    for (auto round = 0; round < 3000; ++round) {
        auto text = record;
        for (auto i = random() % 5; i <= 5; ++i) {
            auto const where = random() % text.size();
            if (random() % 2 == 0)
                text.erase(where, 1 + random() % 3);
            else
                text.insert(where, pieces[random() % pieces.size()]);
        }
        Table values;
        auto const sound = parse_values(text, values);
        auto const document = read(text);
        std::set<std::pair<Place, std::string>> told;
        auto const once = std::ranges::all_of(document.problems, [&](Finding const& problem) {
            return problem.place && told.insert({problem.place, problem.message.text()}).second;
        });
        INFO(text);
        REQUIRE(sound == document.problems.empty());
        REQUIRE(once);
        if (sound) REQUIRE(values == document.root);
    }
}

TEST_CASE("values read for history are the same without places", "[document]")
{
    std::string_view const text = "b = 1\na = [ { x = 2018-04-25 } ]\n[t]\nz = 1.5\n";
    Table values;

    REQUIRE(parse_values(text, values));
    CHECK(values == read(text).root);
    CHECK(values[0].key == "b");
}

TEST_CASE("a line is found by its number, without its end", "[document]")
{
    CHECK(line_of("\xEF\xBB\xBF"
                  "a\r\nb\n",
                  1) == "a");
    CHECK(line_of("a\r\nb\n", 2) == "b");
    CHECK(line_of("a", 2).empty());
    CHECK(line_of("a", 0).empty());
}

}  // namespace sss::document_test
