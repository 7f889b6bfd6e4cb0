#include "facts/query/filter.hpp"

#include "facts/query.hpp"
#include "facts/query/listing.hpp"
#include "support/zone.hpp"
#include "words/text_problem.hpp"

#include <catch2/catch.hpp>

namespace sss::filter_test {

namespace {

Query const& programme()
{
    static Query const query{
        {{"organisation/sjtu", "name = \"Shanghai Jiao Tong University\"\ntype = \"university\"\ncountry = \"CN\"\n"},
         {"organisation/tubitak-uzay", "name = \"TÜBİTAK UZAY\"\ntype = \"institute\"\ncountry = \"TR\"\n"},
         {"satellite/sss-2a",
          "name = \"SSS-2A\"\nclass = \"nano\"\nlead = \"sjtu\"\nmass_kg = 3.7\n[orbit]\naltitude_km = "
          "517\n"},
         {"satellite/sss-2b", "name = \"SSS-2B\"\nclass = \"nano\"\nlead = \"tubitak-uzay\"\n"},
         {"milestone/a-cdr",
          "title = \"SSS-2A CDR\"\ntype = \"review\"\nsatellite = \"sss-2a\"\nreviews = [\"CDR\", "
          "\"PDR\"]\nactual = \"2019-08-21/2019-08-29\"\n"},
         {"milestone/a-launch",
          "title = \"SSS-2A launch\"\ntype = \"launch\"\nsatellite = \"sss-2a\"\nplanned = "
          "\"2023-Q2\"\ndepends_on = [\"a-cdr\"]\n"},
         {"milestone/b-launch",
          "title = \"SSS-2B launch\"\ntype = \"launch\"\nsatellite = \"sss-2b\"\nplanned = "
          "2023-04-14\nweight = 2.5\n"},
         {"milestone/b-test", "title = \"Etüt testi\"\ntype = \"test\"\nsatellite = \"sss-2b\"\n"},
         {"milestone/gone",
          "title = \"Given up\"\ntype = \"other\"\n[cancelled]\ndate = 2020-03-01\nreason = \"no money\"\n"},
         {"meeting/one",
          "title = \"One\"\ntype = \"pmt\"\nstart = 2023-01-01\n[[action]]\nid = \"a1\"\ntext = "
          "\"x\"\nowner = \"sjtu\"\ndue = 2023-02-01\n[[action]]\nid = \"a2\"\ntext = \"y\"\nclosed = "
          "2023-03-01\n"},
         {"meeting/two", "title = \"Two\"\ntype = \"pmt\"\nstart = 2023-01-02\nattendance = \">40\"\n"},
         {"meeting/three", "title = \"Three\"\ntype = \"pmt\"\nstart = 2023-01-03\nattendance = 12\n"}}};
    return query;
}

auto const today = *parse_day("2023-04-20");

/// The ids of what matches, or what is wrong.
std::string found(std::string const& text, std::string const& kind = "milestone")
{
    auto const& query = programme();
    Moment const moment{query.records, today};
    FilterWorld const world{query.kind_of(kind), query.kinds, moment};
    auto const filter = Filter::read(text, world);
    if (auto const* problem = std::get_if<TextProblem>(&filter)) return problem->message + "\n" + shown(*problem, text);
    std::string ids;
    for (auto const& record : query.records.of(kind))
        if (std::get<Filter>(filter).matches(record)) ids += (ids.empty() ? "" : " ") + record.id;
    return ids;
}

}  // namespace

TEST_CASE("a filter compares fields with values", "[filter]")
{
    CHECK(found("type = launch") == "a-launch b-launch");
    CHECK(found("type==launch") == "a-launch b-launch");
    CHECK(found("type != launch") == "a-cdr b-test gone");
    CHECK(found("title = 'SSS-2A CDR'") == "a-cdr");
    CHECK(found("weight > 2") == "b-launch");
    CHECK(found("weight <= 2.5") == "b-launch");
    CHECK(found("weight") == "b-launch");
    CHECK(found("not planned") == "a-cdr b-test gone");
    CHECK(found("id = gone") == "gone");
    CHECK(found("orbit.altitude_km >= 517", "satellite") == "sss-2a");
    CHECK(found("orbit", "satellite") == "sss-2a");
}

TEST_CASE("contains knows neither capitals nor marks, and sees the titles of references", "[filter]")
{
    CHECK(found("title ~ LAUNCH") == "a-launch b-launch");
    CHECK(found("title ~ etut") == "b-test");
    CHECK(found("satellite.lead ~ tubitak") == "b-launch b-test");
    CHECK(found("satellite.lead ~ jiao") == "a-cdr a-launch");
}

TEST_CASE("and binds stronger than or, and parentheses bind strongest", "[filter]")
{
    CHECK(found("type = test or type = launch and satellite = sss-2a") == "a-launch b-test");
    CHECK(found("(type = test or type = launch) and satellite = sss-2a") == "a-launch");
    CHECK(found("not (type = launch or type = test)") == "a-cdr gone");
    CHECK(found("NOT type = launch AND not cancelled") == "a-cdr b-test");
}

TEST_CASE("of before, sharing a day and after exactly one holds between two dates", "[filter]")
{
    CHECK(found("planned < 2023-05") == "b-launch");
    CHECK(found("planned = 2023-05") == "a-launch");
    CHECK(found("planned = 2023-04") == "a-launch b-launch");
    CHECK(found("planned > 2023-04-13") == "b-launch");
    CHECK(found("planned >= 2023-04-14") == "a-launch b-launch");
    CHECK(found("planned <= 2023-04-13") == "a-launch");
    CHECK(found("planned != 2023-04-14") == "a-cdr b-test gone");
    CHECK(found("planned < today") == "b-launch");
    CHECK(found("planned <= today+30 and open") == "a-launch b-launch");
    CHECK(found("cancelled.date < 2021") == "gone");
    auto const date = [](char const* text) { return std::get<Date>(parse_date(text, Zone::utc())); };
    CHECK(compare(date("2023-04-15T06:47:00Z"), date("2023-04-15T06:48:00Z")) == -1);
    CHECK(compare(date("2023-04-15T06:47:00Z"), date("2023-04-15")) == 0);
    CHECK(compare(date("2024"), date("2023-H2")) == 1);
}

TEST_CASE("the words of state hold as in reports", "[filter]")
{
    CHECK(found("late") == "b-launch");
    CHECK(found("achieved") == "a-cdr");
    CHECK(found("reached") == "a-cdr");
    CHECK(found("undated") == "b-test");
    CHECK(found("cancelled") == "gone");
    CHECK(found("open") == "a-launch b-launch b-test");
    CHECK(found("action.late", "meeting") == "one");
    CHECK(found("overdue") == "b-launch");
    CHECK(found("late > 5") == "b-launch");
    CHECK(found("late > 6") == "");
    CHECK(found("planned < yesterday") == "b-launch");
    CHECK(found("planned = -6d") == "a-launch b-launch");
    CHECK(found("action.open", "meeting") == "one");
    CHECK(found("depends_on.achieved") == "a-launch");
}

TEST_CASE("what failed is open until another repeats it, and what a lost satellite had to reach is dropped", "[filter]")
{
    Query const query{
        {{"satellite/a", "name = \"A\"\nclass = \"nano\"\n"},
         {"satellite/b", "name = \"B\"\nclass = \"nano\"\n"},
         {"milestone/a-launch",
          "title = \"x\"\ntype = \"launch\"\nsatellite = \"a\"\nactual = 2023-01-01\noutcome = \"failure\"\n"},
         {"milestone/a-link", "title = \"x\"\ntype = \"operation\"\nsatellite = \"a\"\nplanned = 2023-02-01\n"},
         {"milestone/cdr",
          "title = \"x\"\ntype = \"review\"\nsatellite = \"b\"\nplanned = 2023-01-01\nactual = 2023-01-01\n"
          "outcome = \"failed\"\n"},
         {"milestone/pdr",
          "title = \"x\"\ntype = \"review\"\nsatellite = \"b\"\nactual = 2023-01-01\noutcome = \"failed\"\n"},
         {"milestone/pdr-2", "title = \"x\"\ntype = \"review\"\nrepeats = \"pdr\"\nplanned = 2023-02-01\n"}}};
    Moment const moment{query.records, today};
    auto const holding = [&](std::string_view word) {
        auto const filter = Filter::read(word, {query.kind_of("milestone"), query.kinds, moment});
        std::string ids;
        for (auto const& record : query.records.of("milestone"))
            if (std::get<Filter>(filter).matches(record)) ids += (ids.empty() ? "" : " ") + record.id;
        return ids;
    };
    CHECK(holding("dropped") == "a-launch a-link");
    CHECK(holding("open") == "cdr pdr-2");
    CHECK(holding("undated") == "cdr");
    CHECK(holding("late") == "pdr-2");
    CHECK(holding("failed") == "a-launch cdr pdr");
    CHECK(holding("state = dropped") == "a-link");
}

TEST_CASE("references are followed and arrays match when any item does", "[filter]")
{
    CHECK(found("reviews = PDR") == "a-cdr");
    CHECK(found("satellite.lead = sjtu") == "a-cdr a-launch");
    CHECK(found("satellite.lead.country = TR") == "b-launch b-test");
    CHECK(found("depends_on.satellite.mass_kg < 4") == "a-launch");
    CHECK(found("action.owner = sjtu", "meeting") == "one");
    CHECK(found("attendance = '>40'", "meeting") == "two");
    CHECK(found("attendance > 10", "meeting") == "three");
}

TEST_CASE("what cannot be understood is shown with a caret and the way out", "[filter]")
{
    CHECK(found("") == "the filter is empty\n\n^\nWrite a condition, as in owner = apsco.");
    CHECK(found("ownr = sjtu") == "milestone has no field 'ownr'\nownr = sjtu\n^^^^\nDid you mean 'owner'?");
    CHECK(found("satellite.led = sjtu") ==
          "satellite has no field 'led'\nsatellite.led = sjtu\n          ^^^\nDid you mean 'lead'?");
    CHECK(found("title.x = 1") ==
          "'title' holds no fields of its own\ntitle.x = 1\n^^^^^\nA dot leads into a table, or through a reference to "
          "another record.");
    CHECK(found("type = lunch") == "type is never 'lunch'\ntype = lunch\n       ^^^^^\nDid you mean 'launch'?");
    CHECK(
        found("satellite.class = huge") ==
        "satellite.class is never 'huge'\nsatellite.class = huge\n                  ^^^^\nIt takes mini, micro, nano, "
        "pico, femto.");
    CHECK(found("owner = sjut") ==
          "no organisation is called 'sjut'\nowner = sjut\n        ^^^^\nDid you mean 'sjtu'?");
    CHECK(found("owner = 'TÜBİTAK UZAY'") ==
          "no organisation is called 'TÜBİTAK UZAY'\nowner = 'TÜBİTAK UZAY'\n         ^^^^^^^^^^^^\nDid you mean "
          "'tubitak-uzay'?");
    CHECK(found("planned < 2023-13").starts_with("'2023-13' is no date: "));
    CHECK(found("planned < today+x") ==
          "'today+x' is no day\nplanned < today+x\n          ^^^^^^^\nWrite today, today+30 or today-7: days from "
          "today.");
    CHECK(found("weight > much") == "'much' is no number, and weight is one\nweight > much\n         ^^^^");
    CHECK(
        found("title < b") ==
        "'<' compares dates and numbers, and title is neither\ntitle < b\n      ^\nTexts are compared with =, != and ~ "
        "(contains).");
    CHECK(found("cancelled = 1") ==
          "cancelled is a table, and only its fields can be compared\ncancelled = 1\n^^^^^^^^^\nIt has cancelled.date, "
          "cancelled.reason.");
    CHECK(found("open = true") ==
          "'open' is a state and is not compared\nopen = true\n     ^\nWrite open, or not open.");
    CHECK(found("late = true") == "'true' is no number, and late is one\nlate = true\n       ^^^^");
    CHECK(
        found("late", "organisation") ==
        "'late' says nothing of records of the kind organisation\nlate\n^^^^\nIt needs a planned or an actual date, as "
        "milestones have, or a due date, as the actions of a meeting do (action.late).");
}

TEST_CASE("the grammar's mistakes are shown where they stand", "[filter]")
{
    CHECK(found("title = SSS-2A CDR") ==
          "'and' or 'or' is missing before 'CDR'\ntitle = SSS-2A CDR\n               ^^^\nA value of several words "
          "stands "
          "in quotes: title = \"SSS-2A CDR\".");
    CHECK(found("late && open") == "'and' or 'or' is missing before '&&'\nlate && open\n     ^^\nWrite and.");
    CHECK(found("late || open") == "'and' or 'or' is missing before '||'\nlate || open\n     ^^\nWrite or.");
    CHECK(found("(late") == "this parenthesis is not closed\n(late\n^");
    CHECK(found("late)") == "this parenthesis closes none\nlate)\n    ^");
    CHECK(found("()") == "a condition is missing before this parenthesis\n()\n ^");
    CHECK(found("late and") == "a condition is missing at the end\nlate and\n        ^");
    CHECK(found("and late") == "a condition is missing before 'and'\nand late\n^^^");
    CHECK(found("!late") == "'!' alone is no operator\n!late\n^\nWrite not, as in not late.");
    CHECK(found("= 3") == "a field's name is missing before '='\n= 3\n^");
    CHECK(found("owner =") ==
          "a value is missing after '='\nowner =\n       ^\nWrite owner, or not owner, to ask whether it is set.");
    CHECK(found("title = 'x") == "this quote is not closed\ntitle = 'x\n        ^");
    CHECK(found("'title' = x") ==
          "a field's name stands here, without quotes\n'title' = x\n^\nQuotes are for values, as in title = \"SSS-1 "
          "launch\".");
    CHECK(found("a..b") ==
          "milestone has no field 'a'\na..b\n^\nIt has title, type, satellite, reviews, repeats, baseline, planned, "
          "actual, outcome, owner, depends_on, weight, aliases, notes, parties, cancelled, sources, id, kind, file, "
          "state, slip, moves, late, age, last_changed.");
    CHECK(found(std::string(100, '(')).starts_with("the filter is nested deeper than 64 levels\n"));
    CHECK(found("title = \x1b[31m").find('\x1b') == std::string::npos);
}

TEST_CASE("records sort by dates, texts and numbers, those without a value last", "[filter]")
{
    auto const& query = programme();
    auto const& kind = query.kind_of("milestone");
    auto const sorted = [&](std::string_view field, bool descending) {
        std::vector<Record const*> list;
        for (auto const& record : query.records.of(kind)) list.push_back(&record);
        SortKey const key{std::get<FieldPath>(read_field_path(field, kind, query.kinds)), descending};
        sort(list, {&key, 1}, Moment{query.records, today});
        std::string ids;
        for (auto const* record : list) ids += (ids.empty() ? "" : " ") + record->id;
        return ids;
    };
    CHECK(sorted("planned", false) == "b-launch a-launch a-cdr b-test gone");
    CHECK(sorted("planned", true) == "a-launch b-launch a-cdr b-test gone");
    CHECK(sorted("title", false) == "b-test gone a-cdr a-launch b-launch");
    CHECK(sorted("satellite.lead.name", true) == "b-launch b-test a-cdr a-launch gone");
}

}  // namespace sss::filter_test
