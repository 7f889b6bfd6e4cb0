#include "programme/version_name.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::version_name_test {

namespace {

/// "<", "=", ">" as the second version is later, the same or earlier.
char order(std::string_view a, std::string_view b)
{
    auto const left = read_version(a), right = read_version(b);
    REQUIRE(left);
    REQUIRE(right);
    CHECK(left->family == right->family);
    auto const order = version_order(*left, *right);
    return order < 0 ? '<' : order > 0 ? '>' : '=';
}

}  // namespace

TEST_CASE("versions are ordered by their numbers, not by their letters", "[programme]")
{
    CHECK(order("1.2", "1.10") == '<');
    CHECK(order("v1.9.9", "v1.10") == '<');
    CHECK(order("v1.2", "1.2.0") == '=');
    CHECK(order("2018-04", "2018-10") == '<');
    CHECK(order("2018-04-25", "2018-04-03") == '>');
    CHECK(order("release-9", "release-10") == '<');
}

TEST_CASE("a pre-release comes before its release, and a patch after it", "[programme]")
{
    CHECK(order("1.2-rc1", "1.2") == '<');
    CHECK(order("1.2rc1", "1.2") == '<');
    CHECK(order("1.2-rc2", "1.2-rc10") == '<');
    CHECK(order("1.2-alpha", "1.2-beta.2") == '<');
    CHECK(order("v1.2-RC1", "v1.2-rc1") == '=');
    CHECK(order("1.1", "1.2-rc1") == '<');
    CHECK(order("1.2.post1", "1.2") == '>');
    CHECK(order("1.2+build7", "1.2+build9") == '=');
}

TEST_CASE("what stands before the number is the version's family", "[programme]")
{
    CHECK(read_version("v2.0")->family.empty());
    CHECK(read_version("Release-2.0")->family == "release-");
    CHECK(read_version("sss/v2.0")->family == "sss/");
    CHECK(read_version("sss-1-v2.0")->family == "sss-1-");
}

TEST_CASE("names that are no versions are told apart", "[programme]")
{
    for (auto const* name : {"latest", "sss-1-cdr", "sss-2b-launch", "phase2", "v", "vienna", "v1.", ""}) {
        CAPTURE(name);
        CHECK_FALSE(read_version(name));
    }
}

}  // namespace sss::version_name_test
