#include "commands/try_command.hpp"
#include "support/atomic_file.hpp"

#include <catch2/catch.hpp>

namespace sss::add_test {
using Catch::Contains;
using sss::test::TestRepository;

namespace {

void add_beihang(TestRepository const& repository)
{
    repository.write("data/organisations/beihang.toml", "name = \"Beihang University\"\ntype = \"university\"\n");
}

}  // namespace

TEST_CASE("add writes a record in the schema's order and prints its path", "[add]")
{
    TestRepository const repository;
    auto const outcome =
        repository.run({"add", "milestone", "--type", "review", "--planned", "2018-06-01", "--title", "SSS-1 CDR"});

    CHECK(outcome.out == "data/milestones/sss-1-cdr.toml\n");
    CHECK(repository.read("data/milestones/sss-1-cdr.toml") ==
          "title = \"SSS-1 CDR\"\ntype = \"review\"\nplanned = 2018-06-01\n");
}

TEST_CASE("add without a terminal names every required field that is missing, and writes nothing", "[add]")
{
    TestRepository const repository;
    auto const outcome = repository.run({"add", "meeting", "--type", "review"});

    CHECK(outcome.status == ExitStatus::usage);
    CHECK_THAT(outcome.err, Contains("a meeting needs --title and --start"));
    CHECK_FALSE(repository.has("data/meetings"));
}

TEST_CASE("add asks on a terminal, tells a wrong answer at once and asks again", "[add]")
{
    TestRepository const repository;
    auto const outcome = repository.at_terminal(
        {"add", "milestone"}, {"SSS-1 CDR", "reveiw", "rev", "", "", "2018-02-30", "2018-Q4", "", "", "", ""});

    CHECK_THAT(outcome.err, Contains("did you mean \"review\"?"));
    CHECK(outcome.status == ExitStatus::done);
    CHECK(outcome.out == "data/milestones/sss-1-cdr.toml\n");
    CHECK_THAT(outcome.err, Contains("[sss-1-cdr] > "));
    CHECK(repository.read("data/milestones/sss-1-cdr.toml") ==
          "title = \"SSS-1 CDR\"\ntype = \"review\"\nplanned = \"2018-Q4\"\n");
}

TEST_CASE("a beginning that fits one choice alone is that choice", "[add]")
{
    TestRepository const repository;
    repository.at_terminal({"add", "milestone", "x", "--title", "X"}, {"tr", "", "", "", "", "", "", ""});

    CHECK_THAT(repository.read("data/milestones/x.toml"), Contains("type = \"training\""));
}

TEST_CASE("the end of input leaves without writing", "[add]")
{
    TestRepository const repository;
    auto const outcome = repository.at_terminal({"add", "milestone"}, {"SSS-1 CDR"});

    CHECK(outcome.status == ExitStatus::usage);
    CHECK_THAT(outcome.err, Contains("nothing is written"));
    CHECK_FALSE(repository.has("data/milestones"));
}

TEST_CASE("a record that is whole on the command line is asked for its id alone", "[add]")
{
    TestRepository const repository;
    auto const outcome =
        repository.at_terminal({"add", "milestone", "--title", "SSS-1 CDR", "--type", "review"}, {"cdr"});

    CHECK(outcome.out == "data/milestones/cdr.toml\n");
}

TEST_CASE("a reference takes only ids of records that exist", "[add]")
{
    TestRepository const repository;
    add_beihang(repository);
    auto const wrong = repository.run({"add", "milestone", "--title", "A", "--type", "review", "--owner", "behang"});
    auto const right = repository.run({"add", "milestone", "--title", "A", "--type", "review", "--owner", "beihang"});

    CHECK(wrong.status == ExitStatus::usage);
    CHECK_THAT(wrong.err, Contains("--owner: unknown organisation \"behang\"; did you mean \"beihang\"?"));
    CHECK(right.status == ExitStatus::done);
}

TEST_CASE("an id that stands in a sub-folder is taken, and where is said", "[add]")
{
    TestRepository const repository;
    repository.write("data/milestones/2018/cdr.toml", "title = \"CDR\"\ntype = \"review\"\n");
    auto const outcome = repository.run({"add", "milestone", "cdr", "--title", "CDR", "--type", "review"});

    CHECK(outcome.status == ExitStatus::usage);
    CHECK_THAT(outcome.err, Contains("stands already in data/milestones/2018/cdr.toml"));
    CHECK(repository.run({"add", "milestone", "--title", "CDR", "--type", "review"}).out ==
          "data/milestones/cdr-2.toml\n");
}

TEST_CASE("an id never leads out of the kind's folder", "[add]")
{
    TestRepository const repository;
    for (auto const* id : {"../x", "a/../../x", "/etc/x", ".x", "X"}) {
        auto const outcome = repository.run({"add", "milestone", id, "--title", "A", "--type", "review"});
        CHECK(outcome.status == ExitStatus::usage);
    }
    CHECK_FALSE(repository.has("data/milestones"));
}

TEST_CASE("a kind's folder that is a link out of the data folder is not written to", "[add]")
{
    TestRepository const repository, other;
    repository.write("data/README.md", "");
    std::filesystem::create_directory_symlink(other.folder(), repository.folder() / "data/milestones");
    auto const outcome = repository.run({"add", "milestone", "a", "--title", "A", "--type", "review"});

    CHECK(outcome.status != ExitStatus::done);
    CHECK_FALSE(other.has("a.toml"));
}

TEST_CASE("what validate would call an error is shown and not written", "[add]")
{
    TestRepository const repository;
    auto const outcome = repository.run(
        {"add", "meeting", "--title", "A", "--type", "review", "--start", "2018-04-25", "--end", "2018-04-16"});

    CHECK(outcome.status == ExitStatus::findings);
    CHECK_THAT(outcome.err, Contains("data/meetings/2018-04-a.toml:4:7: error:"));
    CHECK_FALSE(repository.has("data/meetings/2018-04-a.toml"));
}

TEST_CASE("a kind that only the repository's schemas know can be added", "[add]")
{
    TestRepository const repository;
    repository.write("schemas/ground-station.schema.json", R"({
      "type": "object", "x-sss-title": "name", "required": ["name", "elevation_m"], "additionalProperties": false,
      "properties": {
        "name": {"type": "string"}, "elevation_m": {"type": "number", "description": "Above the sea."},
        "bands": {"type": "array", "items": {"enum": ["S", "X", "Ka"]}},
        "antenna": {"type": "object", "required": ["diameter_m"], "properties": {
          "diameter_m": {"type": "number"}, "tracking": {"type": "boolean"}}}
      }})");
    auto const outcome = repository.run({"add", "ground-station", "--name", "Gölbaşı", "--elevation-m", "1200",
                                         "--bands", "S,X", "--antenna.diameter_m=7.3", "--antenna.tracking", "yes"});

    CHECK(outcome.err.empty());
    CHECK(repository.read("data/ground-stations/golbasi.toml") ==
          "name = \"Gölbaşı\"\nelevation_m = 1200\nbands = [\"S\", \"X\"]\n\n"
          "[antenna]\ndiameter_m = 7.3\ntracking = true\n");
    auto const bare = repository.run({"add", "ground-station", "--name", "B", "--antenna.tracking", "yes"});
    CHECK_THAT(bare.err, Contains("a ground-station needs --elevation_m and --antenna.diameter_m"));
    CHECK_THAT(repository.run({"add", "ground-station", "--help"}).out, Contains("Above the sea."));
}

TEST_CASE("lists of tables are given as inline tables", "[add]")
{
    TestRepository const repository;
    repository.run({"add", "meeting", "m", "--title", "A", "--type", "pmt", "--start", "2018-04", "--action",
                    R"({id = "a1", text = "Go", due = 2018-05-01})", "--action", R"({id = "a2", text = "Stay"})"});

    CHECK(repository.read("data/meetings/m.toml") ==
          "title = \"A\"\ntype = \"pmt\"\nstart = \"2018-04\"\n\n"
          "[[action]]\nid = \"a1\"\ntext = \"Go\"\ndue = 2018-05-01\n\n[[action]]\nid = \"a2\"\ntext = \"Stay\"\n");
}

TEST_CASE("what one option says wrong is told with what all others say wrong", "[add]")
{
    TestRepository const repository;
    auto const outcome = repository.run({"add", "satellite", "--name", "X", "--mass-kg", "30 kg", "--clas", "nano",
                                         "--identifiers.norad", "12a", "--payload", "camera"});

    CHECK(outcome.status == ExitStatus::usage);
    CHECK_THAT(outcome.err, Contains("--mass_kg: \"30 kg\" is not a number"));
    CHECK_THAT(outcome.err, Contains("did you mean '--class'?"));
    CHECK_THAT(outcome.err, Contains("--identifiers.norad: \"12a\" is not a whole number"));
    CHECK_THAT(outcome.err, Contains("--payload: \"camera\" is not a table"));
    CHECK_THAT(outcome.err, Contains("a satellite needs --class"));
}

TEST_CASE("a dry run prints the record and writes nothing", "[add]")
{
    TestRepository const repository;
    auto const outcome = repository.run({"add", "milestone", "--dry-run", "--title", "A", "--type", "review"});

    CHECK(outcome.out == "title = \"A\"\ntype = \"review\"\n");
    CHECK_FALSE(repository.has("data"));
}

TEST_CASE("a text comes back as it was typed, whatever stands in it", "[add]")
{
    TestRepository const repository;
    for (auto const* text : {"say \"no\"", "back\\slash", "tab\there", "two\nlines", "three \"\"\" quotes\n\"",
                             "bell\a", "carriage\r\nreturn", "\n", "ends with a quote\n\"\"\"\""})
    {
        auto const outcome =
            repository.run({"add", "milestone", "--title", text, "--type", "other", "--notes", text, "x"});
        INFO(text << "\n" << outcome.err);
        REQUIRE(outcome.status == ExitStatus::done);
        Table read;
        REQUIRE(parse_values(repository.read("data/milestones/x.toml"), read));
        CHECK(*find(read, "notes")->string() == text);
        CHECK(*find(read, "title")->string() == text);
        std::filesystem::remove(repository.folder() / "data/milestones/x.toml");
    }
}

TEST_CASE("a second writer is told of the first", "[add]")
{
    TestRepository const repository;
    std::filesystem::create_directories(repository.folder() / "data");
    Lock const first{repository.folder() / "data"};
    auto const outcome = repository.run({"add", "milestone", "--title", "A", "--type", "review"});

    CHECK(outcome.status == ExitStatus::environment);
    CHECK_THAT(outcome.err, Contains("another sss is writing there"));
}

TEST_CASE("an organisation's id comes from its short name, a meeting's from its month", "[add]")
{
    TestRepository const repository;
    CHECK(repository
              .run({"add", "organisation", "--name", "Space Technologies Research Institute", "--short-name",
                    "TÜBİTAK UZAY", "--type", "institute"})
              .out == "data/organisations/tubitak-uzay.toml\n");
    CHECK(repository.run({"add", "meeting", "--title", "Ankara review", "--type", "review", "--start", "2018-04-16"})
              .out == "data/meetings/2018-04-ankara-review.toml\n");
    CHECK(repository.run({"add", "satellite", "北京", "--name", "北京", "--class", "nano"}).status ==
          ExitStatus::usage);
    CHECK_THAT(repository.run({"add", "satellite", "--name", "北京", "--class", "nano"}).err,
               Contains("no id can be made of what this satellite says"));
}

}  // namespace sss::add_test
