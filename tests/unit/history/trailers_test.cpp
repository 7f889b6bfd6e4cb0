#include "history/trailers.hpp"

#include "history/history.hpp"

#include <catch2/catch.hpp>

namespace sss::trailers_test {

namespace {

std::string reason(std::string_view message)
{
    return grounds(message).reason;
}

}  // namespace

TEST_CASE("the subject is the first line", "[history]")
{
    auto const subject_of = [](std::string message) {
        git::Commit commit;
        commit.message = std::move(message);
        return std::string{subject(commit)};
    };
    CHECK(subject_of("Move the CDR\n\nBody") == "Move the CDR");
    CHECK(subject_of("\n\n  Late \r\nx") == "Late");
    CHECK(subject_of("").empty());
    CHECK(subject_of("\n\n").empty());
}

TEST_CASE("a trailer stands in the last paragraph", "[history]")
{
    CHECK(reason("Move\n\nReason: weather\n") == "weather");
    CHECK(reason("Move\n\nText\n\nSigned-off-by: A\nReason: weather") == "weather");
    CHECK(reason("Move\n\nReason: weather\n\nMore text").empty());
    CHECK(reason("Reason: this is the subject").empty());
    CHECK(reason("Move\nReason: the subject goes on").empty());
    CHECK(reason("Move\n\nReasons: weather").empty());
}

TEST_CASE("prose beside a trailer makes it prose, unless git itself has signed", "[history]")
{
    CHECK(reason("Move\n\nThe launcher\nReason: weather").empty());
    CHECK(reason("Move\n\nThe launcher\nReason: weather\nSigned-off-by: A <a>") == "weather");
    CHECK(reason("Move\n\na\nb\nc\nd\ne\nf\ng\nReason: weather\nSigned-off-by: A <a>").empty());
}

TEST_CASE("a trailer's name is known in any case, and its value may go on in the next lines", "[history]")
{
    CHECK(reason("Move\n\nREASON:weather,\n  and more\n\tof it\nX: y") == "weather, and more of it");
    CHECK(reason("Move\n\nReason:\n  weather") == "weather");
    CHECK(reason("Move\n\nReason : weather") == "weather");
    CHECK(reason("Move\n\nReason: a\nReason: b\nReason: a") == "a; b");
}

TEST_CASE("a message written with CRLF has trailers too", "[history]")
{
    CHECK(reason("Move\r\n\r\nReason: weather\r\n") == "weather");
}

TEST_CASE("what git's editing leaves below the trailers does not hide them", "[history]")
{
    CHECK(reason("Move\n\nReason: weather\n\n# Please enter the message\n#\n") == "weather");
    CHECK(reason("Move\n\nReason: weather\n\nConflicts:\n\tdata/a.toml\n") == "weather");
    CHECK(reason("Move\n\nReason: weather\n---\nnotes to the reviewers\n") == "weather");
}

TEST_CASE("what a platform writes below the author's trailers does not hide them", "[history]")
{
    CHECK(reason("Slip (#13)\n\nReason: rain\n\nCo-authored-by: B <b@x>\n") == "rain");
    CHECK(reason("Slip\n\nReason: rain\n\nCo-authored-by: B <b@x>\nCo-authored-by: C <c@x>\n\nApproved-by: D <d@x>") ==
          "rain");
    CHECK(reason("Slip\n\nReason: rain\n\n---------\n\nCo-authored-by: B <b@x>\n") == "rain");
    CHECK(reason("Slip\n\nReason: rain\n\nSee merge request group/project!12") == "rain");
    CHECK(reason("Slip\n\nReason: rain\n\nCloses #12\n\nSee merge request group/project!12") == "rain");
    CHECK(reason("Slip\n\nReason: rain\n\nAnd so on.\n\nCo-authored-by: B <b@x>\n").empty());
}

TEST_CASE("each message that a squash merge gathers has trailers of its own", "[history]")
{
    CHECK(reason("Two slips (#12)\n\n* a slips\n\nReason: parts are late\n\n* b slips\n\nReason: the bench "
                 "broke\n\n---------\n\n"
                 "Co-authored-by: B <b@x>\n") == "parts are late; the bench broke");
    CHECK(reason("* a slips\n\nIt does.\n\nReason: parts are late\nSigned-off-by: A <a@x>\n\n* b slips") ==
          "parts are late");
    CHECK(reason("Two\n\n* a\n* b slips\n\nIt does.\n\nReason: c") == "c");
    CHECK(reason("Two\n\n* a\n\nReason: c\nbut not as a trailer\n\n* b").empty());
    CHECK(reason("Squashed commit of the following:\n\ncommit 0123456789abcdef\nAuthor: B <b@x>\nDate:   Mon\n\n    a "
                 "slips\n    \n"
                 "    Reason: parts are late\n\ncommit 1123456789abcdef\nAuthor: B <b@x>\n\n    b slips\n") ==
          "parts are late");
}

TEST_CASE("what is squashed is a correction where all of it is", "[history]")
{
    CHECK(grounds("Typo\n\nCorrection: Yes").correction);
    CHECK(grounds("Typo\n\nCorrection: yes\n\nCo-authored-by: B <b@x>").correction);
    CHECK(grounds("Typo\n\nCorrection: yes\nReason: a typo").correction);
    CHECK_FALSE(grounds("Typo\n\nCorrection: no").correction);
    CHECK(
        grounds("Two (#1)\n\n* a\n\nCorrection: yes\n\n* b\n\nCorrection: yes\n\n---------\n\nCo-authored-by: B <b@x>")
            .correction);
    CHECK_FALSE(grounds("Two (#1)\n\n* a\n\nCorrection: yes\n\n* b slips\n").correction);
    CHECK_FALSE(grounds("Two (#1)\n\n* a\n\nReason: late\n\n* b\n\nCorrection: yes\n").correction);
    CHECK(grounds("One\n\n* the day\n* the hour\n\nCorrection: yes").correction);
}

TEST_CASE("trailers keep their order and their names", "[history]")
{
    CHECK(trailers("Move\n\nReason: weather\nSigned-off-by: A <a>\n") ==
          std::vector<Trailer>{{"Reason", "weather"}, {"Signed-off-by", "A <a>"}});
    CHECK(trailers("Move\n\n* a\n\nReason: b\n\n* c\n\nX: y") == std::vector<Trailer>{{"X", "y"}});
}

}  // namespace sss::trailers_test
