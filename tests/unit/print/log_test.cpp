#include "print/log.hpp"

#include "history/try_history.hpp"
#include "print/changelog.hpp"
#include "print/json/changes_json.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace sss::log_test {

namespace {

struct Printed {
    TestHistory past;
    Records records;
    Zone zone = Zone::utc();
    std::vector<ChangeFacts> facts;

    LogFacts log()
    {
        facts = change_facts(past.history.changes, moves(past.history, 7), Zone::utc());
        return {past.history, records, zone, facts, nullptr};
    }
};

}  // namespace

TEST_CASE("the log is newest first, and who signed stands below", "[render]")
{
    Printed printed;
    printed.past.commit("2024-01-01")
        .add("a", "weight = 1")
        .add("b", "weight = 1")
        .commit("2024-02-01", "weather")
        .change("a", "weight = 2");
    CHECK(log_text(printed.log(), false) ==
          "2024-02-01  a: weight 1 → 2\n"
          "            Ada · 0200000 · “weather”\n"
          "2024-01-01  a: new milestone, no date yet\n"
          "            b: new milestone, no date yet\n"
          "            Ada · 0100000\n");
    CHECK(log_markdown(printed.log()) ==
          "- **2024-02-01** Ada · 0200000 · “weather”\n"
          "  - a: weight 1 → 2\n"
          "- **2024-01-01** Ada · 0100000\n"
          "  - a: new milestone, no date yet\n"
          "  - b: new milestone, no date yet\n");
}

TEST_CASE("nothing of a record reaches the terminal or hides, in any format", "[render]")
{
    Printed printed;
    printed.past.commit("2024-01-01").add("a", "title = \"x\"");
    printed.past.history.changes[0].title = "\x1b[31m\xC2\x9B\xE2\x80\xAE\xF3\xA0\x81\x81";
    printed.past.history.commits[0].commit.author.name = "\x1b]0;x\x07";
    for (auto const& text : {log_text(printed.log(), false), log_markdown(printed.log()), log_json(printed.log())}) {
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find("\xC2\x9B") == std::string::npos);
        CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
        CHECK(text.find("\xF3\xA0\x81\x81") == std::string::npos);
    }
    auto const read = nlohmann::json::parse(log_json(printed.log()));
    CHECK(read["commits"][0]["changes"][0]["title"] == "\x1b[31m\xC2\x9B\xE2\x80\xAE\xF3\xA0\x81\x81");
}

TEST_CASE("an empty history is an empty log", "[render]")
{
    Printed printed;
    CHECK(log_text(printed.log(), true).empty());
    CHECK(nlohmann::json::parse(log_json(printed.log()))["commits"].empty());
}

TEST_CASE("what is left out is said in numbers", "[render]")
{
    History history;
    CHECK(left_out(history, Zone::utc()).empty());
    history.versions = 412;
    history.unreadable_versions = 2;
    CHECK(left_out(history, Zone::utc()) == "2 of 412 versions unreadable; what they said is not told.\n");
    history.unreadable_versions = 1;
    history.renames_not_sought = 1;
    CHECK(left_out(history, Zone::utc()) ==
          "1 of 412 versions unreadable; what it said is not told.\n"
          "In 1 commit too many records came and went at once to look for renames among them.\n");
}

TEST_CASE("numbers that JSON cannot hold are text, and bytes that are no text are replaced", "[render]")
{
    CHECK(as_json(Value{table_of("x = inf\ny = nan\nz = 1.5")}).dump() == R"({"x":"inf","y":"nan","z":1.5})");
    CHECK(dumped("\xFF") == "\"\xEF\xBF\xBD\"\n");
    CHECK(dumped("学\n") == "\"学\\n\"\n");
}

TEST_CASE("a changelog in JSON holds the commits that it names, and no others", "[render]")
{
    Printed printed;
    printed.past.commit("2024-01-01").add("a", "weight = 1").commit("2024-02-01").change("a", "weight = 2");
    auto const changelog = make_changelog(printed.past.history, printed.records, printed.zone,
                                          {.told = {.first = parse_day("2024-02-01")}});
    auto const read =
        nlohmann::json::parse(changelog_json({"P", changelog, printed.past.history, printed.records, printed.zone}));
    CHECK(read["commits"].size() == 1);
    CHECK(read["periods"].size() == 1);
}

}  // namespace sss::log_test
