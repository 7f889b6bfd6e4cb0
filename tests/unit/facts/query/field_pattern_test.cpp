#include "facts/query/field_pattern.hpp"

#include "history/try_history.hpp"

#include <catch2/catch.hpp>

namespace sss::field_pattern_test {

namespace {

FieldChange whole_item(std::string_view toml)
{
    auto const& kind = kind_named("meeting");
    return {"action[a2]", kind.field("action"), std::nullopt, Value{table_of(toml)}, 0};
}

FieldChange changed(std::string path)
{
    return {std::move(path), nullptr, Value{std::int64_t{1}}, Value{std::int64_t{2}}, 0};
}

bool fits(std::string_view pattern, std::string path)
{
    return FieldPattern{pattern}.part_of(kind_named("meeting"), changed(std::move(path))).has_value();
}

}  // namespace

TEST_CASE("a pattern means the field and all within it", "[reports]")
{
    CHECK(fits("planned", "planned"));
    CHECK_FALSE(fits("plan", "planned"));
    CHECK(fits("orbit", "orbit.altitude_km"));
    CHECK_FALSE(fits("orbit.altitude_km", "orbit.regime"));
    CHECK(fits("action", "action[a2].closed"));
    CHECK(fits("action.closed", "action[a2].closed"));
    CHECK(fits("action[a2]", "action[a2].closed"));
    CHECK_FALSE(fits("action[a1]", "action[a2].closed"));
    CHECK(fits("sources[A. [b] c].url", "sources[A. [b] c].url"));
}

TEST_CASE("of an item that came only the field is told that is meant", "[reports]")
{
    auto const& kind = kind_named("meeting");
    auto const item = whole_item("id = \"a2\"\ntext = \"x\"\nclosed = 2024-01-01");
    auto const part = FieldPattern{"action.closed"}.part_of(kind, item);
    REQUIRE(part);
    CHECK(part->path == "action[a2].closed");
    CHECK(part->field == kind.field("action[].closed"));
    CHECK_FALSE(part->from);
    CHECK_FALSE(FieldPattern{"action.due"}.part_of(kind, item));
    CHECK_FALSE(FieldPattern{"action[a1].closed"}.part_of(kind, item));
}

TEST_CASE("a schema knows its fields with and without items", "[reports]")
{
    auto const& meeting = kind_named("meeting");
    for (auto const* text : {"title", "action", "action[a7]", "action.closed", "action[a7].closed"})
        CHECK(FieldPattern{text}.known_to(meeting));
    for (auto const* text : {"titel", "title[a]", "action.colour", ""})
        CHECK_FALSE(FieldPattern{text}.known_to(meeting));
}

}  // namespace sss::field_pattern_test
