#include "schema/schemas.hpp"
#include "support/embedded.hpp"
#include "try_schema.hpp"

namespace sss::standard_test {
using namespace sss::test;

namespace {

Schemas const& standard()
{
    static auto const schemas = [] {
        std::vector<Finding> problems;
        auto loaded = Schemas::load(embedded::schemas(), {}, {}, problems);
        for (auto const& problem : problems) UNSCOPED_INFO(problem.file << ": " << problem.message.text());
        CHECK(problems.empty());
        return loaded;
    }();
    return schemas;
}

std::vector<Finding> check(std::string_view kind, std::string_view toml)
{
    auto const record = parse_document("data/x.toml", toml);
    CHECK(record.problems.empty());
    std::vector<Finding> findings;
    standard().find(kind)->check(record, toml, findings);
    return findings;
}

}  // namespace

TEST_CASE("the standard schemas have nothing wrong with them", "[schema]")
{
    REQUIRE(standard().all().size() == 5);
    CHECK(standard().all().front().kind().name == "milestone");
    CHECK(standard().find("milestone")->kind().field("planned")->role == DateRole::planned);
    CHECK(standard().find("meeting")->kind().field("action[].owner")->references ==
          std::vector<std::string>{"organisation"});
}

TEST_CASE("every record of the example is as its schema wants it", "[schema]")
{
    std::size_t records = 0;
    for (auto const& [path, bytes] : embedded::example()) {
        if (!path.starts_with("data/") || !path.ends_with(".toml")) continue;
        auto const* schema = standard().of_path(path.substr(5));
        REQUIRE(schema != nullptr);
        std::vector<Finding> findings;
        schema->check(parse_document(std::string{path}, bytes), bytes, findings);
        for (auto const& finding : findings)
            UNSCOPED_INFO(finding.file << ":" << finding.place.line << " " << finding.message.text());
        CHECK(findings.empty());
        ++records;
    }
    CHECK(records > 0);
}

TEST_CASE("a finding points into the TOML file", "[schema]")
{
    auto const found = check("milestone", "title = \"CDR\"\ntype = \"reveiw\"\n\n[cancelled]\ndate = 2018-04-25\n");

    REQUIRE(found.size() == 2);
    auto const& typed = found[0].rule == "not-allowed-value" ? found[0] : found[1];
    auto const& missing = found[0].rule == "not-allowed-value" ? found[1] : found[0];
    CHECK(typed.place == Place{2, 8, 8});
    CHECK(typed.excerpt == "type = \"reveiw\"");
    CHECK(missing.message.text() == "'cancelled' needs 'reason'");
    CHECK(missing.place.line == 4);
    CHECK(missing.excerpt == "[cancelled]");
}

TEST_CASE("an impossible date within a range is pointed at where it stands", "[schema]")
{
    auto const found = check("milestone", "title = \"CDR\"\ntype = \"review\"\nplanned = \"2018-04-01/2018-04-31\"\n");

    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "impossible-date");
    CHECK(found[0].message.text() == "April has 30 days");
}

}  // namespace sss::standard_test
