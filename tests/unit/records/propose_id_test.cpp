#include "records/propose_id.hpp"

#include "programme/kind.hpp"
#include "records/document.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::propose_id_test {
namespace {

Kind kind_of(std::string const& name, std::string const& title)
{
    Kind kind;
    kind.name = name;
    kind.title_field = title;
    kind.id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    Field date;
    date.path = name == "meeting" ? "start" : "planned";
    date.type = FieldType::date;
    date.role = name == "meeting" ? DateRole::start : DateRole::planned;
    if (name != "organisation") kind.fields.push_back(date);
    return kind;
}

std::string proposed(Kind const& kind, std::string const& toml)
{
    Table record;
    REQUIRE(parse_values(toml, record));
    return propose_id(kind, record, Zone::utc(), [](std::string const& id) { return id == "sss-1-qr"; });
}

}  // namespace

TEST_CASE("a title in Latin letters is the id, whatever marks it bears", "[propose-id]")
{
    auto const milestone = kind_of("milestone", "title");
    CHECK(proposed(milestone, "title = 'SSS-1 System CDR'\nsatellite = 'sss-1'\nreviews = ['CDR']") ==
          "sss-1-system-cdr");
    CHECK(proposed(milestone, "title = 'Güneş Paneli – İlk Şarj'") == "gunes-paneli-ilk-sarj");
    CHECK(proposed(milestone, "title = 'Año de diseño ¿sí?'") == "ano-de-diseno-si");
}

TEST_CASE("a title in another script gives way to what the record is about", "[propose-id]")
{
    auto const milestone = kind_of("milestone", "title");
    auto const meeting = kind_of("meeting", "title");
    CHECK(proposed(milestone, "title = '关键设计评审'\ntype = 'review'\nsatellite = 'sss-1'\nreviews = ['CDR']") ==
          "sss-1-cdr");
    CHECK(
        proposed(milestone, "title = 'بازبینی CDR'\ntype = 'review'\nsatellite = 'sss-2a'\nreviews = ['PDR', 'CDR']") ==
        "sss-2a-pdr-cdr");
    CHECK(proposed(milestone, "title = 'การทดสอบ'\ntype = 'test'\nsatellite = 'sss-1'") == "sss-1-test");
    CHECK(proposed(milestone, "title = 'QR 评审'\ntype = 'review'\nsatellite = 'sss-1'\nreviews = ['QR']") ==
          "sss-1-qr-2");
    CHECK(proposed(meeting, "title = '评审会'\ntype = 'review'\nstart = 2018-04-16\ncity = 'Ankara'") ==
          "2018-04-ankara-review");
    CHECK(proposed(meeting, "title = '评审会'\ntype = 'pmb'\nstart = 2018-04-16\ncity = '北京'") == "2018-04-pmb");
    CHECK(proposed(meeting, "title = '评审会'\ntype = 'pmb'\nstart = 2018-04-16") == "2018-04-pmb");
    CHECK(proposed(milestone, "title = '培训 2'\ntype = 'training'") == "training");
}

TEST_CASE("where nothing Latin is known, nothing is proposed", "[propose-id]")
{
    CHECK(proposed(kind_of("organisation", "name"), "name = '北京航空航天大学'\ntype = 'university'\ncountry = 'CN'")
              .empty());
    CHECK(proposed(kind_of("organisation", "name"),
                   "name = '北京航空航天大学'\nshort_name = 'BUAA'\ntype = 'university'") == "buaa");
}

}  // namespace sss::propose_id_test
