#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::zone_test {
using namespace std::chrono;

namespace {

sys_seconds utc(year_month_day day, seconds time)
{
    return sys_days{day} + time;
}

}  // namespace

TEST_CASE("a programme's day begins at its own midnight", "[zone]")
{
    auto const shanghai = Zone::named("Asia/Shanghai").value();

    CHECK(shanghai.day_of(utc(2018y / 4 / 24, 15h + 59min + 59s)) == sys_days{2018y / 4 / 24});
    CHECK(shanghai.day_of(utc(2018y / 4 / 24, 16h)) == sys_days{2018y / 4 / 25});
    CHECK(shanghai.start_of(2018y / 4 / 25) == utc(2018y / 4 / 24, 16h));
    CHECK(shanghai.end_of(2018y / 4 / 25) == utc(2018y / 4 / 25, 15h + 59min + 59s));
    CHECK(shanghai.time_of_day(utc(2023y / 4 / 15, 6h + 47min)) == "14:47");
}

TEST_CASE("UTC needs no database and has no summer", "[zone]")
{
    auto const zone = Zone::named("UTC").value();

    CHECK(zone.name() == "UTC");
    CHECK(zone.day_of(utc(1969y / 12 / 31, 24h - 1s)) == sys_days{1969y / 12 / 31});
    CHECK(zone.end_of(2018y / 12 / 31) == utc(2018y / 12 / 31, 24h - 1s));
    CHECK(zone.offset_at(utc(2018y / 7 / 1, 0h)) == 0s);
}

TEST_CASE("days are as long as the clocks make them", "[zone]")
{
    auto const berlin = Zone::named("Europe/Berlin").value();

    CHECK(berlin.end_of(2018y / 3 / 25) - berlin.start_of(2018y / 3 / 25) + 1s == 23h);
    CHECK(berlin.end_of(2018y / 10 / 28) - berlin.start_of(2018y / 10 / 28) + 1s == 25h);
    CHECK(berlin.offset_at(utc(2018y / 7 / 1, 0h)) == 2h);
    CHECK(berlin.offset_at(utc(2018y / 1 / 1, 0h)) == 1h);
}

TEST_CASE("a midnight that the clocks skip belongs to neither day", "[zone]")
{
    auto const sao_paulo = Zone::named("America/Sao_Paulo").value();

    // On 4 November 2018 the clocks went from 00:00 (UTC-3) to 01:00 (UTC-2).
    CHECK(sao_paulo.end_of(2018y / 11 / 3) == utc(2018y / 11 / 4, 3h - 1s));
    CHECK(sao_paulo.start_of(2018y / 11 / 4) == utc(2018y / 11 / 4, 3h));
    CHECK(sao_paulo.time_of_day(utc(2018y / 11 / 4, 3h)) == "01:00");
    CHECK(sao_paulo.end_of(2018y / 11 / 4) == utc(2018y / 11 / 5, 2h - 1s));

    auto const beirut = Zone::named("Asia/Beirut").value();
    // On 25 March 2018 the clocks went from 00:00 (UTC+2) to 01:00 (UTC+3).
    CHECK(beirut.end_of(2018y / 3 / 24) == utc(2018y / 3 / 24, 22h - 1s));
    CHECK(beirut.start_of(2018y / 3 / 25) == utc(2018y / 3 / 24, 22h));
    CHECK(beirut.end_of(2018y / 3 / 25) == utc(2018y / 3 / 25, 21h - 1s));
}

TEST_CASE("an hour that is lived twice before midnight ends with the second", "[zone]")
{
    auto const sao_paulo = Zone::named("America/Sao_Paulo").value();

    // On 18 February 2018 at 00:00 (UTC-2) the clocks went back to 23:00 (UTC-3).
    CHECK(sao_paulo.end_of(2018y / 2 / 17) == utc(2018y / 2 / 18, 3h - 1s));
    CHECK(sao_paulo.start_of(2018y / 2 / 18) == utc(2018y / 2 / 18, 3h));
    CHECK(sao_paulo.day_of(utc(2018y / 2 / 18, 2h + 30min)) == sys_days{2018y / 2 / 17});
}

TEST_CASE("a day that the zone left out ends with the day before and starts with the day after", "[zone]")
{
    auto const apia = Zone::named("Pacific/Apia").value();

    CHECK(apia.end_of(2011y / 12 / 30) == apia.end_of(2011y / 12 / 29));
    CHECK(apia.start_of(2011y / 12 / 30) == apia.start_of(2011y / 12 / 31));
    CHECK(apia.end_of(2011y / 12 / 29) + 1s == apia.start_of(2011y / 12 / 31));
}

TEST_CASE("in every zone a day ends within itself, one second before a later day", "[zone]")
{
    for (auto const* name : {"Asia/Shanghai", "Asia/Tehran", "Asia/Ulaanbaatar", "Asia/Karachi", "Asia/Dhaka",
                             "America/Lima", "Asia/Bangkok", "Europe/Istanbul", "America/Sao_Paulo", "Asia/Beirut",
                             "America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Kiritimati"})
    {
        auto const zone = Zone::named(name).value();
        auto wrong = 0;
        for (auto day = sys_days{2012y / 1 / 1}; day < sys_days{2030y / 1 / 1}; day += days{1}) {
            auto const end = zone.end_of(day);
            if (zone.day_of(end) != day || zone.day_of(end + 1s) != day + days{1}) ++wrong;
            auto const start = zone.start_of(day);
            if (zone.day_of(start) != day || zone.day_of(start - 1s) != day - days{1}) ++wrong;
        }
        INFO(name);
        CHECK(wrong == 0);
    }
}

TEST_CASE("moments before clocks were set by zones, and far ahead, have a day too", "[zone]")
{
    auto const shanghai = Zone::named("Asia/Shanghai").value();

    CHECK(shanghai.day_of(sys_days{1y / 1 / 1} + 12h) == sys_days{1y / 1 / 1});
    // There is no later day, and no earlier one.
    CHECK(shanghai.day_of(sys_days{9999y / 12 / 31} + 16h) == sys_days{9999y / 12 / 31});
    CHECK(Zone::named("America/Lima").value().day_of(sys_days{1y / 1 / 1}) == sys_days{1y / 1 / 1});
}

TEST_CASE("an unknown zone is told by what it resembles", "[zone]")
{
    CHECK_FALSE(Zone::named("Asia/Beijing"));
    CHECK_FALSE(Zone::named("asia/shanghai"));
    CHECK_FALSE(Zone::named(""));
    CHECK_FALSE(Zone::named("../etc/passwd"));
    CHECK(nearest_zones("Asia/Beijing") == std::vector<std::string>{"Asia/Shanghai"});
    CHECK(nearest_zones("asia/shanghai") == std::vector<std::string>{"Asia/Shanghai"});
    CHECK(nearest_zones("Shangai") == std::vector<std::string>{"Asia/Shanghai"});
    CHECK(nearest_zones("Europe/Berln").front() == "Europe/Berlin");
    CHECK(nearest_zones("New York") == std::vector<std::string>{"America/New_York"});
    CHECK(nearest_zones("Mars/Olympus Mons").empty());
    CHECK(nearest_zones("").empty());
}

TEST_CASE("hours east of UTC are offered with the database's westward sign", "[zone]")
{
    CHECK(nearest_zones("UTC+8") == std::vector<std::string>{"Etc/GMT-8"});
    CHECK(nearest_zones("GMT-3") == std::vector<std::string>{"Etc/GMT+3"});
    CHECK(Zone::named("Etc/GMT-8")->offset_at(sys_seconds{}) == 8h);
}

}  // namespace sss::zone_test
