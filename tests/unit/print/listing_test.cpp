#include "print/listing.hpp"

#include "facts/query.hpp"
#include "print/csv_text.hpp"
#include "print/json_check.hpp"
#include "print/record_page.hpp"
#include "support/zone.hpp"
#include "words/value_words.hpp"

#include <fstream>

#include <catch2/catch.hpp>

namespace sss::listing_test {

namespace {

Query const& programme()
{
    static Query const query{
        {{"organisation/ada", "name = \"Ada University\"\ntype = \"university\"\n"},
         {"milestone/cdr",
          "title = \"CDR\"\ntype = \"review\"\nreviews = [\"CDR\", \"PDR\"]\nowner = \"ada\"\nplanned = "
          "2018-04-01\n"},
         {"milestone/sum", "title = \"@SUM(A1)\"\ntype = \"other\"\nweight = -0.5\ndepends_on = [\"cdr\"]\n"}}};
    return query;
}

Listing listing(std::vector<std::string> const& columns)
{
    auto const& query = programme();
    Listing list;
    list.kind = &query.kind_of("milestone");
    list.moment = std::make_shared<Moment const>(query.records, *parse_day("2018-05-01"));
    list.columns_chosen = !columns.empty();
    for (auto const& column : columns.empty() ? usual_columns(*list.kind) : columns)
        list.columns.push_back(std::get<FieldPath>(read_field_path(column, *list.kind, query.kinds)));
    for (auto const& record : query.records.of("milestone")) list.records.push_back(&record);
    list.total = list.records.size();
    return list;
}

std::string breach(char const* schema_name, std::string const& text)
{
    std::ifstream file{std::string{SSS_SOURCE_DIR "/schemas/output/"} + schema_name};
    auto const schema = nlohmann::json::parse(file);
    return first_breach(schema, schema, nlohmann::json::parse(text));
}

}  // namespace

TEST_CASE("a list as JSON keeps its schema, with columns and without", "[listing]")
{
    CHECK(breach("list.schema.json", list_json(listing({}))) == "");
    auto const text = list_json(listing({"id", "reviews", "owner.name", "late"}));
    CHECK(breach("list.schema.json", text) == "");
    auto const columns = nlohmann::json::parse(text).at("records").at(0).at("columns");
    CHECK(columns == nlohmann::json::parse(
                         R"({"id": "cdr", "reviews": ["CDR", "PDR"], "owner.name": "Ada University", "late": 30})"));
}

TEST_CASE("CSV keeps spreadsheets from taking a text for a formula, and numbers as they are", "[listing]")
{
    CHECK(list_csv(listing({"id", "title", "weight", "reviews"})) ==
          "id,title,weight,reviews\r\ncdr,CDR,,\"CDR; PDR\"\r\nsum,\"'@SUM(A1)\",-0.5,\r\n");
}

TEST_CASE("no spreadsheet takes a part of a cell for a formula, wherever it divides its cells", "[listing]")
{
    CHECK(csv_cell("=1+1") == "\"'=1+1\"");
    CHECK(csv_cell("-1 day") == "\"'-1 day\"");
    CHECK(csv_cell("a;=HYPERLINK(1)") == "\"a;'=HYPERLINK(1)\"");
    CHECK(csv_cell("a; \"@x") == "\"a;' \"\"@x\"");
    CHECK(csv_cell("a\n+x\t-y") == "\"a\n'+x\t'-y\"");
    CHECK(csv_cell("\tx") == "\"'\tx\"");
    CHECK(csv_cell("\r=x") == "\\x0d=x");
    CHECK(csv_cell("\uFF1D1") == "\"'\uFF1D1\"");
    CHECK(csv_cell("a = b - c") == "a = b - c");
}

TEST_CASE("a table that must fit cuts texts before ids and dates", "[listing]")
{
    CHECK(
        list_text(listing({"id", "owner.name", "planned"}), {.width = 30}) ==
        "id   owner.name     planned\ncdr  Ada Universi…  2018-04-01\nsum\n\n2 milestones; cut to fit (--width 0 shows "
        "all)\n");
}

TEST_CASE("a range in a table leaves out what its end shares with its beginning", "[listing]")
{
    auto const cell = [](char const* text) { return cell_text(Value{Value::Data{std::string{text}}}, Zone::utc()); };
    CHECK(cell("2019-08-21/2019-08-29") == "2019-08-21/29");
    CHECK(cell("2021-10-14/2021-11-11") == "2021-10-14/11-11");
    CHECK(cell("2018-12-30/2019-01-02~") == "2018-12-30/2019-01-02~");
    CHECK(cell("2021-12-01/2021-12-10~") == "2021-12-01/10~");
    CHECK(cell("2018-04/2018-06") == "2018-04/2018-06");
    CHECK(cell("2023-04-15T06:47:00Z") == "2023-04-15T06:47Z");
    CHECK(cell("2023-04-15T06:47:17Z") == "2023-04-15T06:47:17Z");
}

TEST_CASE("a record's page names who refers to it, and as JSON keeps its schema", "[listing]")
{
    auto const& records = programme().records;
    auto const zone = Zone::utc();
    auto const& record = *records.find("milestone", "cdr");
    RecordPage const page{.record = record,
                          .records = records,
                          .zone = zone,
                          .today = *parse_day("2018-05-01"),
                          .named_by = back_references(record, records)};
    CHECK(breach("show.schema.json", record_json(page)) == "");
    CHECK(record_text(page, 100, false) ==
          "CDR\nmilestone/cdr · data/milestones/cdr.toml\n\n"
          "type       review\n"
          "reviews    CDR, PDR\n"
          "planned    1 April 2018 (30 days late)\n"
          "owner      Ada University (ada)\n"
          "\nNamed by\n"
          "milestone  @SUM(A1) (sum): depends on\n"
          "\nNo findings.\n");
}

}  // namespace sss::listing_test
