#include "facts/publication/news.hpp"

#include <catch2/catch.hpp>

namespace sss::news_test {

namespace {

Kind const& milestone()
{
    static Kind const one = [] {
        Kind kind;
        kind.name = "milestone";
        kind.title_field = "title";
        Field title;
        title.path = "title";
        title.type = FieldType::string;
        Field planned;
        planned.path = "planned";
        planned.type = FieldType::date;
        planned.role = DateRole::planned;
        Field owner;
        owner.path = "owner";
        owner.type = FieldType::string;
        owner.references = {"organisation"};
        kind.fields = {title, planned, owner};
        return kind;
    }();
    return one;
}

struct Told {
    History history;

    void commit(Change change, bool correction = false)
    {
        LandedCommit told;
        told.landed_at =
            std::chrono::sys_days{std::chrono::year{2024} / 1 / 1} + std::chrono::hours{history.commits.size()};
        told.correction = correction;
        change.commit = static_cast<std::uint32_t>(history.commits.size());
        for (auto& member : change.members) member.commit = change.commit;
        history.changes.push_back(std::move(change));
        history.commits.push_back(std::move(told));
    }
};

Change added()
{
    Change change;
    change.record = {&milestone(), "a"};
    change.type = ChangeType::added;
    change.content = std::make_shared<Table const>(
        Table{{"title", {}, Value{std::string{"A"}}}, {"planned", {}, Value{std::string{"2024-05-01"}}}});
    return change;
}

Change changed(std::string key, std::string const& from, std::string const& to)
{
    Change change;
    change.record = {&milestone(), "a"};
    change.members = {{std::move(key), Value{from}, Value{to}, 0}};
    return change;
}

}  // namespace

TEST_CASE("a new fact is an item, and a change of words belongs to the last one", "[news]")
{
    Told told;
    told.commit(added());
    told.commit(changed("title", "A", "B"));
    told.commit(changed("planned", "2024-05-01", "2024-06-15"));
    told.commit(changed("owner", "ada", "bo"));
    auto const threads = record_threads(told.history);

    auto const items = news(told.history, threads, 0);

    REQUIRE(items.size() == 3);
    CHECK(items[0].sort == NewsSort::changed);
    CHECK(items[1].sort == NewsSort::moved);
    CHECK(items[2].sort == NewsSort::added);
    CHECK(items[2].told.size() == 2);
    CHECK(items[2].last_commit() == 1);
}

TEST_CASE("a corrected date is no news, and a second move of a day is told apart", "[news]")
{
    Told told;
    told.commit(added());
    told.commit(changed("planned", "2024-05-01", "2024-05-02"), true);
    told.commit(changed("planned", "2024-05-02", "2024-06-01"));
    told.commit(changed("planned", "2024-06-01", "2024-07-01"));
    auto const threads = record_threads(told.history);

    auto const items = news(told.history, threads, 0);

    REQUIRE(items.size() == 3);
    CHECK(items[0].nth == 2);
    CHECK(items[1].nth == 1);
    CHECK(items[2].told.size() == 2);
}

}  // namespace sss::news_test
