#include "records/edit.hpp"

#include "records/document.hpp"
#include "records/lines.hpp"
#include "records/random_record.hpp"
#include "records/toml_scan.hpp"
#include "records/write.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

namespace sss::edit_test {
using sss::test::RandomRecord;
using Act = FieldEdit::Act;

namespace {

Kind const& kind()
{
    static Kind const milestone = [] {
        Kind made;
        made.name = "milestone";
        for (auto const* path : {"title", "type", "owner", "planned", "depends_on", "weight", "orbit", "orbit.regime",
                                 "orbit.altitude_km", "s", "list", "list[].id", "list[].type", "list[].owner", "u"})
        {
            Field field;
            field.path = path;
            made.fields.push_back(field);
        }
        return made;
    }();
    return milestone;
}

Value text(std::string words)
{
    return Value{std::move(words)};
}

std::string put(std::string_view record, EditPath path, Value value)
{
    return edited(record, kind(), {Act::put, std::move(path), std::move(value)});
}
std::string append(std::string_view record, EditPath path, Value value)
{
    return edited(record, kind(), {Act::append, std::move(path), std::move(value)});
}
std::string remove(std::string_view record, EditPath path)
{
    return edited(record, kind(), {Act::remove, std::move(path), {}});
}

}  // namespace

TEST_CASE("a value is replaced where it stands, with its comment left behind it", "[edit]")
{
    CHECK(put("# head\ntitle = 'A'   # why\n\ttype=1", {{"title"}}, text("B")) ==
          "# head\ntitle = \"B\"   # why\n\ttype=1");
}

TEST_CASE("a new field goes to its canonical place", "[edit]")
{
    CHECK(put("title = 1\n# on weight\nweight = 2\n", {{"owner"}}, text("x")) ==
          "title = 1\nowner = \"x\"\n# on weight\nweight = 2\n");
    CHECK(put("# on weight\nweight = 2\n", {{"title"}}, text("x")) == "title = \"x\"\n# on weight\nweight = 2\n");
    CHECK(put("[u]\nx = 1\n", {{"title"}}, text("x")) == "title = \"x\"\n\n[u]\nx = 1\n");
    CHECK(put("", {{"title"}}, text("x")) == "title = \"x\"\n");
    CHECK(put("type = 1", {{"owner"}}, text("x")) == "type = 1\nowner = \"x\"");
}

TEST_CASE("a new table stands among the tables in the schema's order, a blank line before it", "[edit]")
{
    CHECK(put("title = 1\n\n[u]\nx = 1\n", {{"orbit"}, {"altitude_km"}}, Value{std::int64_t{517}}) ==
          "title = 1\n\n[orbit]\naltitude_km = 517\n\n[u]\nx = 1\n");
    CHECK(put("[orbit]\nregime = 1\n# end\n\n# u\n[u]\nx = 1\n", {{"s"}, {"x"}}, Value{true}) ==
          "[orbit]\nregime = 1\n# end\n\n[s]\nx = true\n\n# u\n[u]\nx = 1\n");
    CHECK(put("title = 1\n", {{"orbit"}}, Value{Table{{"altitude_km", {}, Value{2.5}}, {"regime", {}, text("a")}}}) ==
          "title = 1\n\n[orbit]\nregime = \"a\"\naltitude_km = 2.5\n");
}

TEST_CASE("line ends and a byte order mark survive", "[edit]")
{
    CHECK(put("\xEF\xBB\xBFtitle = 1\r\n", {{"owner"}}, text("two\nlines\n")) ==
          "\xEF\xBB\xBFtitle = 1\r\nowner = \"\"\"\r\ntwo\r\nlines\r\n\"\"\"\r\n");
}

TEST_CASE("a field is found with dots, in braces and below headers", "[edit]")
{
    auto const value = Value{std::int64_t{5}};
    CHECK(put("orbit.regime = 1\n", {{"orbit"}, {"altitude_km"}}, value) ==
          "orbit.regime = 1\norbit.altitude_km = 5\n");
    CHECK(put("orbit = { regime = 1 }\n", {{"orbit"}, {"altitude_km"}}, value) ==
          "orbit = { regime = 1, altitude_km = 5 }\n");
    CHECK(put("orbit = {}\n", {{"orbit"}, {"regime"}}, value) == "orbit = { regime = 5 }\n");
    CHECK(put("[[list]]\nid = 1\n[[list]]\nid = 2\n", {{"list", 0}, {"type"}}, value) ==
          "[[list]]\nid = 1\ntype = 5\n[[list]]\nid = 2\n");
}

TEST_CASE("an item joins a list as its items stand", "[edit]")
{
    CHECK(append("a = [1, 2]\n", {{"a"}}, Value{std::int64_t{3}}) == "a = [1, 2, 3]\n");
    CHECK(append("a = []\n", {{"a"}}, Value{std::int64_t{3}}) == "a = [3]\n");
    CHECK(append("title = 1\n", {{"depends_on"}}, text("x")) == "title = 1\ndepends_on = [\"x\"]\n");
    CHECK(append("a = [\n    1,  # one\n    2  # two\n]\n", {{"a"}}, Value{std::int64_t{3}}) ==
          "a = [\n    1,  # one\n    2,  # two\n    3\n]\n");
    CHECK(append("[[list]]\nid = 1\n\n[u]\n", {{"list"}}, Value{Table{{"id", {}, Value{std::int64_t{2}}}}}) ==
          "[[list]]\nid = 1\n\n[[list]]\nid = 2\n\n[u]\n");
}

TEST_CASE("a list that grows too wide for its line is spread over lines", "[edit]")
{
    auto const wide = std::string(90, 'x');
    CHECK(append("a = [\"" + wide + "\"]\n", {{"a"}}, text("y")) == "a = [\n  \"" + wide + "\",\n  \"y\",\n]\n");
}

TEST_CASE("what is removed leaves nothing behind but the comments above it", "[edit]")
{
    CHECK(remove("# a\ntitle = 1  # b\ntype = 2\n", {{"title"}}) == "# a\ntype = 2\n");
    CHECK(remove("a = [1, 2, 3]\n", {{"a", 1}}) == "a = [1, 3]\n");
    CHECK(remove("a = [1, 2, 3]\n", {{"a", 2}}) == "a = [1, 2]\n");
    CHECK(remove("a = [\n  1,\n  2, # two\n]\n", {{"a", 1}}) == "a = [\n  1,\n]\n");
    CHECK(remove("a = { x = 1, y = 2 }\n", {{"a"}, {"x"}}) == "a = { y = 2 }\n");
    CHECK(remove("title = 1\n\n[orbit]\nregime = 1\n\n[u]\nx = 1\n", {{"orbit"}, {"regime"}}) ==
          "title = 1\n\n[u]\nx = 1\n");
    CHECK(remove("[[list]]\nid = 1\n\n[[list]]\nid = 2\n[list.sub]\nx = 1\n\n[[list]]\nid = 3\n", {{"list", 1}}) ==
          "[[list]]\nid = 1\n\n[[list]]\nid = 3\n");
}

TEST_CASE("a table that only dots spelled takes the emptied table around it along", "[edit]")
{
    CHECK(remove("title = 1\n\n[orbit]\nx . y = 2\n", {{"orbit"}, {"x"}, {"y"}}) == "title = 1\n");
}

TEST_CASE("text that is no TOML is not touched", "[edit]")
{
    CHECK_THROWS_AS(put("title = \n", {{"title"}}, text("x")), Error);
}

// ── properties ──

namespace {

struct Spot {
    EditPath path;
    Value value;
    bool below_header = false;
};

/// Every value of the record with the way to it.
void spots_of(Table const& table, EditPath const& way, std::vector<Spot>& spots)
{
    for (auto const& member : table) {
        auto path = way;
        path.push_back({member.key});
        spots.push_back({path, member.value});
        if (auto const* inner = member.value.table()) spots_of(*inner, path, spots);
        auto const* items = member.value.array();
        for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
            path.back().item = i;
            spots.push_back({path, (*items)[i]});
            if (auto const* inner = (*items)[i].table()) spots_of(*inner, path, spots);
        }
    }
}

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    std::istringstream in{std::string{text}};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The bytes of a value as the reader of records has found them.
Span bytes_of_value(std::string const& record, Place place)
{
    Lines const lines{record};
    auto const begin = lines.offset(place.line, place.column);
    for (auto const* quotes : {R"(""")", "'''"})
        if (record.substr(begin, 3) == quotes) return {begin, record.find(quotes, begin + 3) + 3};
    return {begin, lines.offset(place.line, place.column + place.length)};
}

Table read(std::string const& record)
{
    Table table;
    INFO(record);
    REQUIRE(parse_values(record, table));
    return table;
}

bool has_header(std::string const& record)
{
    auto const lines = lines_of(record);
    return std::ranges::any_of(lines, [](std::string const& line) { return line.starts_with("["); });
}

}  // namespace

TEST_CASE("whatever is put where a value stands, only the bytes of that value change", "[edit][property]")
{
    for (unsigned seed = 0; seed < 4000; ++seed) {
        RandomRecord random{seed};
        auto const record = random.text();
        std::vector<Spot> spots;
        spots_of(parse_document("", record).root, {}, spots);
        std::erase_if(spots,
                      [](Spot const& spot) { return spot.value.table() != nullptr || spot.value.array() != nullptr; });
        if (spots.empty()) continue;
        auto const& spot = spots[random.number(static_cast<unsigned>(spots.size()))];
        auto const value = random.chance(2) ? text("new \"one\"") : Value{std::int64_t{424242}};
        INFO("seed " << seed << "\n" << record);
        FieldEdit const edit{Act::put, spot.path, value};
        auto const result = edited(record, kind(), edit);

        auto const where = bytes_of_value(record, spot.value.place);
        CHECK(result == record.substr(0, where.begin) + write_value(value) + record.substr(where.end));
        CHECK(read(result) == applied(read(record), edit));
    }
}

TEST_CASE("a new field adds bytes and takes none", "[edit][property]")
{
    for (unsigned seed = 0; seed < 4000; ++seed) {
        RandomRecord random{seed};
        auto const record = random.text();
        std::vector<Spot> spots;
        spots_of(read(record), {}, spots);
        std::erase_if(spots, [](Spot const& spot) { return spot.value.table() == nullptr; });
        EditPath path;
        if (!spots.empty() && !random.chance(3)) path = spots[random.number(static_cast<unsigned>(spots.size()))].path;
        if (random.chance(4)) path.push_back({"orbit"});
        path.push_back({random.chance(2) ? "planned" : "new key"});
        auto const value = random.chance(5)   ? Value{Table{{"x", {}, text("y")}}}
                           : random.chance(4) ? Value{Array{Value{Table{{"x", {}, text("y")}}}}}
                                              : text("new");
        INFO("seed " << seed << "\n" << record);
        FieldEdit const edit{Act::put, path, value};
        auto const result = edited(record, kind(), edit);

        CHECK(read(result) == applied(read(record), edit));
        std::size_t at = 0;  // every byte of the record comes again, in its order
        for (auto const c : result)
            if (at < record.size() && record[at] == c) ++at;
        CHECK((at == record.size() || record.find("{}") != std::string::npos));
    }
}

TEST_CASE("what is removed is gone, and nothing else", "[edit][property]")
{
    for (unsigned seed = 0; seed < 4000; ++seed) {
        RandomRecord random{seed};
        auto const record = random.text();
        std::vector<Spot> spots;
        spots_of(read(record), {}, spots);
        if (spots.empty()) continue;
        auto const& spot = spots[random.number(static_cast<unsigned>(spots.size()))];
        INFO("seed " << seed << "\n" << record);
        FieldEdit const edit{Act::remove, spot.path, {}};
        auto const result = edited(record, kind(), edit);
        std::vector<Spot> left;
        spots_of(read(result), {}, left);

        CHECK(left.size() < spots.size());
        std::size_t at = 0;  // nothing new stands in the file
        for (auto const c : record)
            if (at < result.size() && result[at] == c) ++at;
        CHECK(at == result.size());
    }
}

TEST_CASE("whatever joins a list, the list's other items and comments stay", "[edit][property]")
{
    for (unsigned seed = 0; seed < 4000; ++seed) {
        RandomRecord random{seed};
        auto const record = random.text();
        std::vector<Spot> spots;
        spots_of(read(record), {}, spots);
        std::erase_if(spots, [](Spot const& spot) { return spot.value.array() == nullptr; });
        EditPath path{{"depends_on"}};
        if (!spots.empty()) path = spots[random.number(static_cast<unsigned>(spots.size()))].path;
        auto const value =
            path.back().key == "list" && has_header(record) ? Value{Table{{"id", {}, text("new")}}} : text("new");
        INFO("seed " << seed << "\n" << record);
        FieldEdit const edit{Act::append, path, value};
        auto const result = edited(record, kind(), edit);

        CHECK(read(result) == applied(read(record), edit));
        CHECK(std::ranges::count(result, '#') == std::ranges::count(record, '#'));
    }
}

}  // namespace sss::edit_test
