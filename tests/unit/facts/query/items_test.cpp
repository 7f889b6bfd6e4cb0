#include "facts/query/items.hpp"

#include "facts/query.hpp"
#include "facts/query/field_path.hpp"

#include <catch2/catch.hpp>

namespace sss::items_test {

namespace {

Query const& programme()
{
    static Query const query{
        {{"organisation/sjtu", "name = \"Shanghai Jiao Tong University\"\ntype = \"university\"\n"},
         {"meeting/board",
          "title = \"Board\"\ntype = \"pmb\"\nstart = 2023-01-01\n[[decision]]\nid = \"d1\"\ntext = \"Go on.\"\n"
          "[[action]]\nid = \"a1\"\ntext = \"Order it.\"\nowner = \"sjtu\"\ndue = 2023-02-01\n"
          "[[action]]\nid = \"a2\"\ntext = \"Ship it.\"\nclosed = 2023-03-01\n[[action]]\ntext = \"No key.\"\n"},
         {"satellite/s-1",
          "name = \"S-1\"\nclass = \"nano\"\n[[radio]]\nmhz = 435.825\nuse = \"telemetry\"\n[[radio]]\nmhz = 145\n"},
         {"workshop/one", "title = \"One\"\n[[action]]\nid = \"a1\"\ntext = \"Clean up.\"\n"}},
        {{"schemas/workshop.schema.json",
          R"({"type": "object", "properties": {"title": {"type": "string"}, "action": {"type": "array", "x-sss-key": "id",
              "items": {"type": "object", "properties": {"id": {"type": "string"}, "text": {"type": "string"}}}}}})"}}};
    return query;
}

ItemSort const& sort_named(ItemSorts const& sorts, std::string_view name)
{
    auto const found = sorts.named(name);
    REQUIRE(found.size() == 1);
    return *found.front();
}

std::string ids(std::vector<Record> const& items)
{
    std::string text;
    for (auto const& item : items) text += (text.empty() ? "" : " ") + item.id;
    return text;
}

}  // namespace

TEST_CASE("what a list with keys holds are things with the id of their record and their own", "[items]")
{
    auto const& query = programme();
    ItemSorts const sorts{query.kinds};
    auto const& actions = sort_named(sorts, "meeting.action");
    auto const items = items_of(actions, query.records);
    CHECK(ids(items) == "board#a1 board#a2");
    CHECK(items.front().title() == "Order it.");
    CHECK(items.front().path() == "data/meetings/board.toml");
    CHECK(*string_at(items.front().fields(), "meeting") == "board");
    CHECK(string_at(items.front().fields(), "id") == nullptr);
    CHECK(key_of_item(items.front().id) == "a1");
}

TEST_CASE("a list is called by its name alone where no other is called so, in one or in several", "[items]")
{
    ItemSorts const sorts{programme().kinds};
    CHECK(sorts.named("action").size() == 2);
    CHECK(sort_named(sorts, "workshop.action").kind.name == "workshop.action");
    CHECK(sort_named(sorts, "decision").kind.name == "decision");
    CHECK(sort_named(sorts, "decisions").kind.name == "decision");
    CHECK(sorts.named("rids").empty());
    CHECK(sorts.named("milestone").empty());
}

TEST_CASE("a key may be a number, and is then no part of the id alone", "[items]")
{
    auto const& query = programme();
    ItemSorts const sorts{query.kinds};
    auto const items = items_of(sort_named(sorts, "radio"), query.records);
    CHECK(ids(items) == "s-1#435.825 s-1#145");
    CHECK(find(items.front().fields(), "mhz") != nullptr);
}

TEST_CASE("what is due and closed is open, overdue or closed", "[items]")
{
    auto const& query = programme();
    ItemSorts const sorts{query.kinds};
    auto const items = items_of(sort_named(sorts, "meeting.action"), query.records);
    CHECK(state_of(items[0], Moment{query.records, *parse_day("2023-01-20")}) == "open");
    CHECK(state_of(items[0], Moment{query.records, *parse_day("2023-02-11")}) == "overdue");
    CHECK(state_of(items[1], Moment{query.records, *parse_day("2023-02-11")}) == "closed");
}

TEST_CASE("of an item its owner, its days and what it says are told; of a decision when it was made", "[items]")
{
    ItemSorts const sorts{programme().kinds};
    CHECK(usual_columns(sort_named(sorts, "meeting.action")) ==
          std::vector<std::string>{"id", "owner", "due", "state", "age", "text"});
    CHECK(usual_columns(sort_named(sorts, "decision")) == std::vector<std::string>{"id", "meeting.start", "text"});
}

TEST_CASE("an item stands from the line of its header to that of its last field", "[items]")
{
    auto const& query = programme();
    ItemSorts const sorts{query.kinds};
    auto const items = items_of(sort_named(sorts, "meeting.action"), query.records);
    auto const lines = lines_of(items.front());
    CHECK(lines.first == 7);
    CHECK(lines.last == 11);
}

}  // namespace sss::items_test
