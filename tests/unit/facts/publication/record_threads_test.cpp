#include "facts/publication/record_threads.hpp"

#include <catch2/catch.hpp>

namespace sss::record_threads_test {

namespace {

Kind const& kind()
{
    static Kind const one = [] {
        Kind kind;
        kind.name = "milestone";
        return kind;
    }();
    return one;
}

Change change(std::uint32_t commit, std::string id, ChangeType type, std::string former = {})
{
    Change made;
    made.record = {&kind(), std::move(id)};
    made.type = type;
    made.former_id = std::move(former);
    made.commit = commit;
    return made;
}

}  // namespace

TEST_CASE("a record keeps its first id through renames, removal and return", "[threads]")
{
    History history;
    history.changes = {change(0, "a", ChangeType::added), change(1, "b", ChangeType::changed, "a"),
                       change(2, "b", ChangeType::removed), change(3, "b", ChangeType::added)};

    auto const threads = record_threads(history);

    REQUIRE(threads.threads.size() == 1);
    CHECK(threads.threads[0].name() == "a");
    CHECK(threads.threads[0].id == "b");
    CHECK(threads.threads[0].stands);
    CHECK(threads.of_change == std::vector<std::uint32_t>{0, 0, 0, 0});
}

TEST_CASE("a new record under an id that a rename gave up is told apart", "[threads]")
{
    History history;
    history.changes = {change(0, "a", ChangeType::added), change(1, "b", ChangeType::changed, "a"),
                       change(2, "a", ChangeType::added)};

    auto const threads = record_threads(history);

    REQUIRE(threads.threads.size() == 2);
    CHECK(threads.threads[1].name() == "a (2)");
}

TEST_CASE("records that swap their ids in one commit keep who they are", "[threads]")
{
    History history;
    history.changes = {change(0, "a", ChangeType::added), change(0, "b", ChangeType::added),
                       change(1, "a", ChangeType::changed, "b"), change(1, "b", ChangeType::changed, "a")};

    auto const threads = record_threads(history);

    REQUIRE(threads.threads.size() == 2);
    CHECK(threads.of_change == std::vector<std::uint32_t>{0, 1, 1, 0});
    CHECK(threads.threads[0].id == "b");
    CHECK(threads.threads[1].id == "a");
}

}  // namespace sss::record_threads_test
