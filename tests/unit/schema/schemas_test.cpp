#include "schema/schemas.hpp"

#include <catch2/catch.hpp>

namespace sss::schemas_test {

namespace {

std::vector<embedded::File> const standard{{"meeting.schema.json", "{}"},
                                           {"milestone.schema.json", R"({"properties": {"a": {}}})"},
                                           {"organisation.schema.json", "{}"},
                                           {"satellite.schema.json", "{}"},
                                           {"statement.schema.json", "{}"}};

struct Loaded {
    Schemas schemas;
    std::vector<Finding> problems;
};

Loaded load(std::vector<SchemaFile> const& own, std::vector<std::string> const& kinds = {})
{
    Loaded loaded;
    loaded.schemas = Schemas::load(standard, own, kinds, loaded.problems);
    return loaded;
}

std::vector<std::string> names(Schemas const& schemas)
{
    std::vector<std::string> result;
    for (auto const& schema : schemas.all()) result.push_back(schema.kind().name);
    return result;
}

}  // namespace

TEST_CASE("the standard kinds come first in their own order, then the others by name", "[schemas]")
{
    auto const [schemas, problems] = load(
        {{"schemas/zone.schema.json", "{}"}, {"schemas/ground-station.schema.json", "{}"}, {"schemas/README.md", ""}});

    CHECK(problems.empty());
    CHECK(names(schemas) == std::vector<std::string>{"milestone", "meeting", "satellite", "statement", "organisation",
                                                     "ground-station", "zone"});
}

TEST_CASE("a repository's schema overrides the standard one of its name", "[schemas]")
{
    auto const [schemas, problems] = load({{"schemas/milestone.schema.json", R"({"properties": {"b": {}}})"}});

    REQUIRE(schemas.find("milestone") != nullptr);
    CHECK(schemas.find("milestone")->kind().field("a") == nullptr);
    CHECK(schemas.find("milestone")->kind().field("b") != nullptr);
    CHECK(schemas.find("milestone")->path() == "schemas/milestone.schema.json");
    CHECK(schemas.find("milestone")->json() == R"({"properties": {"b": {}}})");
}

TEST_CASE("a broken override is told, and its kind stays", "[schemas]")
{
    auto const [schemas, problems] = load({{"schemas/milestone.schema.json", "{"}});

    CHECK(problems.size() == 1);
    REQUIRE(schemas.of_path("milestones/x.toml") != nullptr);
    CHECK(schemas.of_path("milestones/x.toml")->kind().name == "milestone");
}

TEST_CASE("settings may name the only kinds that count", "[schemas]")
{
    CHECK(names(load({}, {"satellite", "milestone"}).schemas) == std::vector<std::string>{"milestone", "satellite"});

    auto const problems = load({}, {"satelite"}).problems;
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message.text() == "the kind \"satelite\" in [data] kinds has no schema");
    CHECK(problems[0].help.text() == "did you mean \"satellite\"?");
}

TEST_CASE("a path leads to the kind whose folder holds it, the innermost first", "[schemas]")
{
    auto const schemas = load({{"schemas/note.schema.json", R"({"x-sss-folder": "meetings/notes"})"}}).schemas;
    auto const kind_at = [&](std::string_view path) {
        auto const* schema = schemas.of_path(path);
        return schema == nullptr ? std::string{} : schema->kind().name;
    };

    CHECK(kind_at("meetings") == "meeting");
    CHECK(kind_at("meetings/2018/x.toml") == "meeting");
    CHECK(kind_at("meetings/notes/x.toml") == "note");
    CHECK(kind_at("meetingsx/x.toml").empty());
    CHECK(kind_at("other/x.toml").empty());
}

TEST_CASE("names and folders of kinds that cannot stand are told", "[schemas]")
{
    CHECK(load({{"schemas/Ground Station.schema.json", "{}"}}).problems.size() == 1);

    auto const problems = load({{"schemas/zone.schema.json", R"({"x-sss-folder": "meetings"})"}}).problems;
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message.text() == "the folder \"meetings\" belongs to the kind \"meeting\" already");
    CHECK(problems[0].file == "schemas/zone.schema.json");
}

}  // namespace sss::schemas_test
