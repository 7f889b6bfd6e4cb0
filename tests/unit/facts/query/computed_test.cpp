#include "facts/query/computed.hpp"

#include "facts/query.hpp"
#include "facts/query/field_path.hpp"
#include "words/value_words.hpp"

#include <catch2/catch.hpp>

namespace sss::computed_test {

namespace {

Query const& programme()
{
    static Query const query{
        {{"satellite/s-1", "name = \"S-1\"\nclass = \"nano\"\n"},
         {"satellite/s-2", "name = \"S-2\"\nclass = \"nano\"\n"},
         {"milestone/pdr",
          "title = \"PDR\"\ntype = \"review\"\nsatellite = \"s-1\"\nreviews = [\"PDR\"]\nbaseline = 2023-01-10\n"
          "planned = 2023-01-12\nactual = 2023-01-15\noutcome = \"passed\"\n"},
         {"milestone/cdr",
          "title = \"CDR\"\ntype = \"review\"\nsatellite = \"s-1\"\nreviews = [\"CDR\"]\nbaseline = 2023-03-01\n"
          "planned = 2023-04-10\n"},
         {"milestone/rough",
          "title = \"Rough\"\ntype = \"test\"\nsatellite = \"s-1\"\nbaseline = 2023-05-15\nplanned = \"2023-05\"\n"},
         {"milestone/bare", "title = \"Bare\"\ntype = \"test\"\n"},
         {"meeting/board",
          "title = \"Board\"\ntype = \"pmb\"\nstart = 2023-01-01\n[[action]]\nid = \"a1\"\ntext = \"Order it.\"\n"
          "due = 2023-04-15\n[[action]]\nid = \"a2\"\ntext = \"Ship it.\"\nclosed = 2023-01-11\n"}}};
    return query;
}

auto const today = *parse_day("2023-04-20");

/// What a path says of a record: its values, or what is wrong with it.
std::string said(std::string const& kind, std::string const& id, std::string const& path)
{
    auto const& query = programme();
    Moment moment{query.records, today};
    tell_satellites(moment);
    auto const read = read_field_path(path, query.kind_of(kind), query.kinds);
    if (auto const* problem = std::get_if<TextProblem>(&read)) return problem->message;
    return joined(values_of(std::get<FieldPath>(read), *query.records.find(kind, id), moment), value_text);
}

}  // namespace

TEST_CASE("a slip is measured from the baseline to the day that came, or is planned", "[computed]")
{
    CHECK(said("milestone", "pdr", "slip") == "5");
    CHECK(said("milestone", "cdr", "slip") == "40");
    CHECK(said("milestone", "rough", "slip") == "0");
    CHECK(said("milestone", "bare", "slip") == "");
    CHECK(said("satellite", "s-1", "slip") == "'slip' says nothing of records of the kind satellite");
}

TEST_CASE("late are the days since the plan of what is awaited", "[computed]")
{
    CHECK(said("milestone", "cdr", "late") == "10");
    CHECK(said("milestone", "pdr", "late") == "");
    CHECK(said("milestone", "rough", "late") == "");
    CHECK(said("meeting", "board", "action.late") == "5");
}

TEST_CASE("how far a satellite has come is told of it, and through references to it", "[computed]")
{
    CHECK(said("satellite", "s-1", "phase") == "C");
    CHECK(said("satellite", "s-1", "progress") == "33");
    CHECK(said("satellite", "s-2", "phase") == "");
    CHECK(said("satellite", "s-2", "progress") == "");
    CHECK(said("milestone", "cdr", "satellite.phase") == "C");
    CHECK(said("milestone", "cdr", "phase") == "'phase' says nothing of records of the kind milestone");
}

TEST_CASE("an item is as old as the meeting that agreed it, until it was closed", "[computed]")
{
    auto const& query = programme();
    ItemSorts const sorts{query.kinds};
    auto const& sort = *sorts.named("action").front();
    auto const items = items_of(sort, query.records);
    Moment moment{query.records, today};
    tell_beginnings(moment, sort, items);
    auto const age = std::get<FieldPath>(read_field_path("age", sort.kind, query.kinds));
    CHECK(joined(values_of(age, items[0], moment), value_text) == "109");
    CHECK(joined(values_of(age, items[1], moment), value_text) == "10");
}

TEST_CASE("a field of the kind goes before what is computed under its name", "[computed]")
{
    Query const query{{{"pass/one", "title = \"One\"\nlate = \"by night\"\nage = 3\n"}},
                      {{"schemas/pass.schema.json",
                        R"({"type": "object", "properties": {"title": {"type": "string"}, "late": {"type": "string"},
                            "age": {"type": "integer"}}})"}}};
    Moment const moment{query.records, today};
    auto const& kind = query.kind_of("pass");
    for (auto const* name : {"late", "age"}) {
        auto const path = std::get<FieldPath>(read_field_path(name, kind, query.kinds));
        CHECK_FALSE(path.computed);
        CHECK_FALSE(values_of(path, query.records.all().front(), moment).empty());
    }
}

}  // namespace sss::computed_test
