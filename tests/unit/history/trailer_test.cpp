#include "history/history.hpp"

#include <catch2/catch.hpp>

using namespace sss;

namespace {

git::Commit saying(std::string message)
{
    git::Commit commit;
    commit.message = std::move(message);
    return commit;
}

}  // namespace

TEST_CASE("the subject is the first line", "[history]")
{
    CHECK(subject(saying("Move the CDR\n\nBody")) == "Move the CDR");
    CHECK(subject(saying("\n\n  Late \r\nx")) == "Late");
    CHECK(subject(saying("")).empty());
    CHECK(subject(saying("\n\n")).empty());
}

TEST_CASE("a trailer stands in the last paragraph", "[history]")
{
    CHECK(trailer(saying("Move\n\nReason: weather\n"), "Reason") == "weather");
    CHECK(trailer(saying("Move\n\nText\n\nSigned-off-by: A\nReason: weather"), "Reason") == "weather");
    CHECK_FALSE(trailer(saying("Move\n\nReason: weather\n\nMore text"), "Reason"));
    CHECK_FALSE(trailer(saying("Reason: this is the subject"), "Reason"));
    CHECK_FALSE(trailer(saying("Move\n\nReasons: weather"), "Reason"));
}

TEST_CASE("a trailer's name is known in any case, and its value may go on in the next lines", "[history]")
{
    CHECK(trailer(saying("Move\n\nREASON:weather,\n  and more\n\tof it\nX: y"), "Reason") == "weather, and more of it");
    CHECK(trailer(saying("Move\n\nReason:\n  weather"), "Reason") == "weather");
    CHECK(trailer(saying("Move\n\nReason: a\nReason: b"), "Reason") == "b");
}

TEST_CASE("a message written with CRLF has trailers too", "[history]")
{
    CHECK(trailer(saying("Move\r\n\r\nReason: weather\r\n"), "Reason") == "weather");
}
