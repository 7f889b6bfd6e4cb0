#include "rules/example.hpp"

#include <catch2/catch.hpp>

namespace sss::example_test {

TEST_CASE("an example without commits is one step", "[rules]")
{
    auto const steps = steps_of_example("--- a.toml\nx = 1\n--- b.toml\ny = 2\n");
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].files == std::map<std::string, std::string>{{"a.toml", "x = 1\n"}, {"b.toml", "y = 2\n"}});
    CHECK_FALSE(has_commits("--- a.toml\nx = 1\n"));
}

TEST_CASE("each commit of an example has a day, a message and the files that it writes", "[rules]")
{
    constexpr std::string_view example =
        "=== 2018-03-01 One\n--- a.toml\nx = 1\n=== 2018-04-01 Two\n\nReason: because\n--- b.toml\ny = 2\n";
    auto const steps = steps_of_example(example);
    REQUIRE(steps.size() == 2);
    CHECK(iso(steps[1].day) == "2018-04-01");
    CHECK(steps[1].message == "Two\n\nReason: because\n");
    CHECK(steps[1].files.size() == 1);
    CHECK(files_of_example(example).size() == 2);
    CHECK(has_commits(example));
}

}  // namespace sss::example_test
