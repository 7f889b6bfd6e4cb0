#include "rules/field_past.hpp"

#include "history/try_history.hpp"

#include <catch2/catch.hpp>

namespace sss::field_past_test {

namespace {

std::string actual(std::string const& date)
{
    return "title = \"A\"\ntype = \"review\"\nactual = " + date + "\n";
}

std::string const open = "title = \"A\"\ntype = \"review\"\n";

/// What became of the record `a` without a word, where all of this past is judged.
std::optional<Unexplained> found_in(TestHistory const& past)
{
    auto const judged = whole_past(past.history);
    auto const pasts = date_pasts(judged.history, DateRole::actual);
    return unexplained(pasts.at({&kind_named("milestone"), "a"}), judged);
}

}  // namespace

TEST_CASE("a fact that changes without a word is told with what it was, and since when", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("2023-12-20"));
    past.commit("2024-02-01").change("a", actual("2023-12-24"));
    auto const found = found_in(past);
    REQUIRE(found);
    CHECK(found->was.date.text() == "2023-12-20");
    CHECK(found->was.commit == 0);
    CHECK(found->commit == 1);
    CHECK(found->is->text() == "2023-12-24");
}

TEST_CASE("a correction, a reason and a date just written explain a change", "[rules][history]")
{
    auto const [day, reason, correction] = GENERATE(table<std::string, std::string, bool>(
        {{"2024-02-01", "", true}, {"2024-02-01", "the minutes say so", false}, {"2024-01-05", "", false}}));
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("2023-12-20"));
    past.commit(day, reason, correction).change("a", actual("2023-12-24"));
    CHECK_FALSE(found_in(past));
}

TEST_CASE("a date said more exactly has not changed", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("\"2023-12\""));
    past.commit("2024-02-01").change("a", actual("2023-12-24"));
    past.commit("2024-03-01").change("a", actual("2023-12-24T10:00:00Z"));
    CHECK_FALSE(found_in(past));
}

TEST_CASE("what went there and back has not changed", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("2023-12-20"));
    past.commit("2024-02-01").change("a", actual("2023-12-24"));
    past.commit("2024-03-01").change("a", open);
    past.commit("2024-04-01").change("a", actual("2023-12-20"));
    CHECK_FALSE(found_in(past));
}

TEST_CASE("a date that was taken out in silence is remembered when another one comes", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("2023-12-20"));
    past.commit("2024-02-01").change("a", open);
    REQUIRE(found_in(past));
    CHECK_FALSE(found_in(past)->is);
    past.commit("2024-04-01").change("a", actual("2024-03-30"));
    CHECK(found_in(past)->was.date.text() == "2023-12-20");
}

TEST_CASE("what is opened again for a reason may be reached on another day", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("2023-12-20"));
    past.commit("2024-02-01", "the verdict was withdrawn").change("a", open);
    past.commit("2024-04-01").change("a", actual("2024-03-30"));
    CHECK_FALSE(found_in(past));
}

TEST_CASE("a record keeps its past under a new name", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("b", actual("2023-12-20"));
    past.commit("2024-02-01").change("a", actual("2023-12-20"), "b");
    past.commit("2024-03-01").change("a", actual("2023-12-24"));
    REQUIRE(found_in(past));
    CHECK(found_in(past)->was.commit == 0);
}

TEST_CASE("another record under the same id has a past of its own", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("2023-12-20"));
    past.commit("2024-02-01").remove("a");
    past.commit("2024-03-01").add("a", "title = \"B\"\ntype = \"test\"\nactual = 2024-02-20\n");
    CHECK_FALSE(found_in(past));
}

TEST_CASE("only what is judged is told", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("2023-12-20"));
    past.commit("2024-02-01").change("a", actual("2023-12-24"));
    past.commit("2024-03-01").change("a", actual("2023-12-28"));
    auto judged = whole_past(past.history);
    judged.extent = JudgedHistory::Extent::since;
    judged.is_judged = {false, false, true};
    auto const pasts = date_pasts(judged.history, DateRole::actual);
    auto const found = unexplained(pasts.begin()->second, judged);
    REQUIRE(found);
    CHECK(found->was.date.text() == "2023-12-24");
}

TEST_CASE("in a stretch that is judged as one, one reason is enough", "[rules][history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", actual("2023-12-20"));
    past.commit("2024-02-01", "", true).change("a", actual("2023-12-24"));
    past.commit("2024-03-01").change("a", actual("2023-12-28"));
    CHECK(found_in(past));
    auto judged = whole_past(past.history);
    judged.extent = JudgedHistory::Extent::since;
    judged.is_judged = {false, true, true};
    CHECK_FALSE(unexplained(date_pasts(judged.history, DateRole::actual).begin()->second, judged));
}

TEST_CASE("two contents are alike with the same title, or three quarters of the fields", "[rules]")
{
    auto const& kind = kind_named("milestone");
    auto const is = [&](std::string const& a, std::string const& b) { return alike(kind, table_of(a), table_of(b)); };
    CHECK(is("title = \"A\"\nx = 1\ny = 2", "title = \"A\"\nz = 3"));
    CHECK(is("title = \"A\"\nx = 1\ny = 2\nz = 3", "title = \"B\"\nx = 1\ny = 2\nz = 3"));
    CHECK_FALSE(is("title = \"A\"\nx = 1\ny = 2", "title = \"B\"\nx = 1\ny = 2"));
}

}  // namespace sss::field_past_test
