#include "programme/shared_list.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

namespace sss::shared_list_test {

using List = SharedList<std::string>;

TEST_CASE("a copy of a list shares its items", "[shared-list]")
{
    List const list{"one", "two"};
    auto const copy = list;

    CHECK(copy.shares(0, list, 0));
    CHECK_FALSE(copy.shares(0, list, 1));
    CHECK(&copy[1] == &list[1]);
}

TEST_CASE("what is edited in one list stays as it was in the others", "[shared-list]")
{
    List const list{"one", "two"};
    auto copy = list;

    copy.edit(0) += " more";
    copy.replace(1, "three");

    CHECK(list[0] == "one");
    CHECK(list[1] == "two");
    CHECK(copy[0] == "one more");
    CHECK(copy[1] == "three");
}

TEST_CASE("an item that nobody else holds is edited in its place", "[shared-list]")
{
    List list{"one"};
    auto const* before = &list[0];

    list.edit(0) = "another";

    CHECK(&list[0] == before);
}

TEST_CASE("a handle keeps its item when the list is gone", "[shared-list]")
{
    List::Handle handle;
    {
        List const list{"one", "two"};
        handle = list.handle(1);
    }

    CHECK(*handle == "two");
}

TEST_CASE("a list is read like a vector", "[shared-list]")
{
    List list{"b", "a", "c"};
    list.emplace_back("d") += "!";
    list.erase(0);
    erase_if(list, [](std::string const& item) { return item == "c"; });

    CHECK(list.size() == 2);
    CHECK(list.front() == "a");
    CHECK(list.back() == "d!");
    CHECK(std::ranges::find(list, "d!") == list.begin() + 1);
    CHECK(std::vector<std::string>(list.begin(), list.end()) == std::vector<std::string>{"a", "d!"});
}

}  // namespace sss::shared_list_test
