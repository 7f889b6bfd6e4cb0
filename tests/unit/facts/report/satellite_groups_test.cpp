#include "facts/report/satellite_groups.hpp"

#include <catch2/catch.hpp>

namespace sss::satellite_groups_test {

namespace {

Day const today = std::chrono::sys_days{std::chrono::year{2024} / 6 / 1};
constexpr int tolerance = 7;

SatelliteStanding named(std::string const& name, Whereabouts where = Whereabouts::before_launch)
{
    SatelliteStanding one;
    one.id = one.name = name;
    one.where = where;
    one.total = {12, 12};
    one.reached = {4, 4};
    return one;
}

SatelliteStanding waiting(std::string const& name, Day planned)
{
    auto one = named(name);
    one.next = Expected{
        .id = "next", .title = "Next", .satellite = name, .owner = {}, .planned = Date::of(planned), .baseline = {}};
    return one;
}

std::vector<std::string> names_of(std::vector<SatelliteStanding const*> const& satellites)
{
    std::vector<std::string> names;
    for (auto const* one : satellites) names.push_back(one->name);
    return names;
}

}  // namespace

TEST_CASE("a satellite is behind by the days since the plan of what comes next", "[report]")
{
    CHECK(days_behind(waiting("A", today - std::chrono::days{40}), today, tolerance) == 40);
    CHECK(days_behind(waiting("A", today + std::chrono::days{40}), today, tolerance) == 0);
}

TEST_CASE("a launch that is planned beyond the tolerance after its baseline is behind", "[report]")
{
    auto one = waiting("A", today + std::chrono::days{40});
    one.launch_behind = slip(Date::of(today), Date::of(today + std::chrono::days{8}));
    CHECK(days_behind(one, today, tolerance) == 8);
    one.launch_behind = slip(Date::of(today), Date::of(today + std::chrono::days{7}));
    CHECK(days_behind(one, today, tolerance) == 0);
    one.where = Whereabouts::in_orbit;
    one.launch_behind = slip(Date::of(today), Date::of(today + std::chrono::days{80}));
    CHECK(days_behind(one, today, tolerance) == 0);
}

TEST_CASE("satellites that stand alike are one group, in natural order, before launch first", "[report]")
{
    std::vector<SatelliteStanding> const all{named("S-10"), named("O-1", Whereabouts::in_orbit), named("S-2"),
                                             waiting("S-1", today - std::chrono::days{3})};
    auto const groups = satellite_groups(all, today, tolerance);

    REQUIRE(groups.size() == 2);
    CHECK(names_of(groups[0].satellites) == std::vector<std::string>{"S-1", "S-2", "S-10"});
    CHECK(groups[0].behind == 1);
    CHECK(groups[0].reached.count == 12);
    CHECK(groups[0].total.count == 36);
    CHECK(names_of(groups[1].satellites) == std::vector<std::string>{"O-1"});
}

TEST_CASE("before the launch the reviews that were held part the groups, and afterwards they do not", "[report]")
{
    std::vector<SatelliteStanding> all{named("A"), named("B"), named("C", Whereabouts::in_orbit),
                                       named("D", Whereabouts::in_orbit)};
    all[1].held_review = "CDR";
    all[3].held_review = "FRR";
    CHECK(satellite_groups(all, today, tolerance).size() == 3);
}

TEST_CASE("whoever is farthest behind stands first, and who is not by name", "[report]")
{
    std::vector<SatelliteStanding> const all{named("S-10"), named("S-9"), waiting("S-3", today - std::chrono::days{3}),
                                             waiting("S-4", today - std::chrono::days{30})};
    CHECK(names_of(by_need(all, today, tolerance)) == std::vector<std::string>{"S-4", "S-3", "S-9", "S-10"});
}

}  // namespace sss::satellite_groups_test
