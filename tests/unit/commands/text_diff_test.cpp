#include "print/text/text_diff.hpp"

#include <catch2/catch.hpp>

namespace sss::text_diff_test {

TEST_CASE("changes that are far apart stand in hunks of their own", "[diff]")
{
    CHECK(unified_diff("f", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n") ==
          "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n");
}

TEST_CASE("changes whose contexts touch share a hunk", "[diff]")
{
    CHECK(unified_diff("f", "1\n2\n3\n4\n", "x\n2\n3\ny\n") ==
          "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n-4\n+y\n");
}

TEST_CASE("what is added to nothing begins at line 0", "[diff]")
{
    CHECK(unified_diff("f", "", "1\n") == "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+1\n");
    CHECK(unified_diff("f", "1\n", "1\n").empty());
}

}  // namespace sss::text_diff_test
