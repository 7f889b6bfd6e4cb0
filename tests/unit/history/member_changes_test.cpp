#include "history/member_changes.hpp"

#include "history/try_history.hpp"

#include <catch2/catch.hpp>

namespace sss::member_changes_test {

namespace {

std::vector<std::string> paths(std::string_view kind, std::string_view before, std::string_view after)
{
    Change change;
    change.record = {&kind_named(kind), "x"};
    change.members = member_changes(kind_named(kind), table_of(before), table_of(after));
    std::vector<std::string> found;
    for (auto const& field : field_changes(change))
        found.push_back((field.from ? "-" : "") + std::string{field.to ? "+" : ""} + field.path);
    return found;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("a date said in another spelling is no change", "[history]")
{
    CHECK(paths("milestone", "planned = 2024-05-01", "planned = \"2024-05-01\"").empty());
    CHECK(paths("milestone", "planned = 2024-05-01T10:00:00Z", "planned = 2024-05-01T12:00:00+02:00").empty());
    CHECK(paths("milestone", "planned = \"2024-04\"", "planned = \"2024-04-01/2024-04-30\"") == Paths{"-+planned"});
    CHECK(paths("milestone", "planned = \"2024\"", "planned = \"2024~\"") == Paths{"-+planned"});
}

TEST_CASE("a date within a table or an item said in another spelling is no change either", "[history]")
{
    CHECK(paths("milestone", "cancelled = {date = 2024-05-01}", "cancelled = {date = \"2024-05-01\"}").empty());
    CHECK(paths("meeting", "[[action]]\nid = \"a\"\ndue = 2024-05-01", "[[action]]\ndue = \"2024-05-01\"\nid = \"a\"")
              .empty());
    CHECK(paths("milestone", "sources = [{title = \"T\", accessed = 2024-05-01}]",
                "sources = [{title = \"T\", accessed = \"2024-05-01\"}]")
              .empty());
    CHECK(paths("milestone", "cancelled = {date = 2024-05-01, reason = \"a\"}",
                "cancelled = {reason = \"b\", date = \"2024-05-01\"}") == Paths{"-+cancelled.reason"});
}

TEST_CASE("a number says the same with a point and without", "[history]")
{
    CHECK(paths("satellite", "mass_kg = 30", "mass_kg = 30.0").empty());
    CHECK(paths("satellite", "[orbit]\naltitude_km = 500", "[orbit]\naltitude_km = 500.0").empty());
    CHECK(paths("satellite", "mass_kg = 30", "mass_kg = 30.5") == Paths{"-+mass_kg"});
    CHECK(paths("satellite", "dimensions_mm = [100, 200, 300]", "dimensions_mm = [100.0, 200, 300]").empty());
}

TEST_CASE("a table without fields is told as such where it comes, goes or is what is left", "[history]")
{
    CHECK(paths("satellite", "name = \"x\"", "name = \"x\"\n[orbit]") == Paths{"+orbit"});
    CHECK(paths("satellite", "name = \"x\"\n[orbit]", "name = \"x\"") == Paths{"-orbit"});
    CHECK(paths("satellite", "[orbit]\naltitude_km = 500", "[orbit]") == Paths{"-+orbit"});
    CHECK(paths("satellite", "[orbit]", "[orbit]\naltitude_km = 500") == Paths{"+orbit.altitude_km"});
    CHECK(paths("satellite", "", "[environments.pages]") == Paths{"+environments.pages"});
    CHECK(paths("satellite", "[environments.pages]", "[environments]") == Paths{"-+environments"});
    CHECK(paths("satellite", "[a.b]\n[a.c]", "[a.c]") == Paths{"-a.b"});
    CHECK(paths("satellite", "a = []", "") == Paths{"-a"});
}

TEST_CASE("a text that looks like a date is compared as text where the schema knows no date", "[history]")
{
    CHECK(paths("milestone", "unheard = 2024-05-01", "unheard = \"2024-05-01\"") == Paths{"-+unheard"});
}

TEST_CASE("a set in another order is no change, a list in another order is one", "[history]")
{
    CHECK(paths("milestone", "depends_on = [\"a\", \"b\"]", "depends_on = [\"b\", \"a\"]").empty());
    CHECK(paths("milestone", "depends_on = [\"a\", \"b\"]", "depends_on = [\"b\", \"c\"]") == Paths{"-+depends_on"});
    CHECK(paths("satellite", "dimensions_mm = [1, 2, 3]", "dimensions_mm = [3, 2, 1]") == Paths{"-+dimensions_mm"});
}

TEST_CASE("a table is told by its fields, also where it comes or goes", "[history]")
{
    CHECK(paths("satellite", "[orbit]\naltitude_km = 500\nltan = \"10:30\"",
                "[orbit]\naltitude_km = 520\nltan = \"10:30\"") == Paths{"-+orbit.altitude_km"});
    CHECK(paths("satellite", "name = \"x\"", "name = \"x\"\n[orbit]\naltitude_km = 500") ==
          Paths{"+orbit.altitude_km"});
    CHECK(paths("satellite", "[orbit]\naltitude_km = 500", "") == Paths{"-orbit.altitude_km"});
    CHECK(paths("satellite", "orbit = {altitude_km = 500}", "[orbit]\naltitude_km = 500").empty());
}

TEST_CASE("items of a list are followed by their key", "[history]")
{
    std::string const a1 = "[[action]]\nid = \"a1\"\ntext = \"One\"\n",
                      a2 = "[[action]]\nid = \"a2\"\ntext = \"Two\"\n";
    CHECK(paths("meeting", a1 + a2, a2 + a1).empty());
    CHECK(paths("meeting", a1, a1 + a2) == Paths{"+action[a2]"});
    CHECK(paths("meeting", a1 + a2, a2) == Paths{"-action[a1]"});
    CHECK(paths("meeting", a1, a1 + "closed = 2024-05-01\n") == Paths{"+action[a1].closed"});
    CHECK(paths("meeting", "", a1) == Paths{"+action[a1]"});
}

TEST_CASE("a list whose items share a key stays whole", "[history]")
{
    std::string const a1 = "[[action]]\nid = \"a1\"\ntext = \"One\"\n";
    CHECK(paths("meeting", a1, a1 + a1) == Paths{"-+action"});
}

TEST_CASE("a field that becomes another type is one change", "[history]")
{
    CHECK(paths("milestone", "weight = 1", "weight = \"1\"") == Paths{"-+weight"});
    CHECK(paths("milestone", "cancelled = true", "[cancelled]\nreason = \"x\"") == Paths{"-+cancelled"});
}

TEST_CASE("where the schema names no key, items are followed by an id, a name or a title of their own", "[history]")
{
    std::string const main = "rules = [{ name = \"main\", checks = 1 }, { name = \"beta\", checks = 1 }]";
    CHECK(paths("milestone", main, "rules = [{ name = \"main\", checks = 2 }, { name = \"beta\", checks = 1 }]") ==
          Paths{"-+rules[main].checks"});
    CHECK(paths("milestone", main, "rules = [{ name = \"beta\", checks = 1 }]") == Paths{"-rules[main]"});
    // What the schema does not call a key may have a meaningful order.
    CHECK(paths("milestone", main, "rules = [{ name = \"beta\", checks = 1 }, { name = \"main\", checks = 1 }]") ==
          Paths{"-+rules"});
    CHECK(paths("milestone", "rules = [{ name = \"a\" }, { name = \"a\" }]", "rules = [{ name = \"a\" }]") ==
          Paths{"-+rules"});
    CHECK(paths("milestone", "rules = [1, 2]", "rules = [2]") == Paths{"-+rules"});
}

}  // namespace sss::member_changes_test
