#include "history/landing_moments.hpp"

#include "programme/date.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::landing_moments_test {

namespace {

using Clocks = std::vector<std::chrono::sys_seconds>;

/// Noon UTC of each day.
Clocks noons(std::vector<std::string> const& days)
{
    Clocks clocks;
    for (auto const& day : days) clocks.push_back(*parse_day(day) + std::chrono::hours{12});
    return clocks;
}

std::vector<std::string> landed(std::vector<std::string> const& clocks)
{
    std::vector<std::string> days;
    for (auto const moment : landing_moments(noons(clocks), Zone::utc()))
        days.push_back(iso(std::chrono::floor<std::chrono::days>(moment)));
    return days;
}

using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("honest clocks are believed, also of several commits on one day in another order", "[landing]")
{
    Clocks const clocks{*parse_day("2024-05-01") + std::chrono::hours{14},
                        *parse_day("2024-05-01") + std::chrono::hours{9},
                        *parse_day("2024-05-02") + std::chrono::hours{1}};
    CHECK(landing_moments(clocks, Zone::utc()) == clocks);
    CHECK(landing_moments({}, Zone::utc()).empty());
}

TEST_CASE("one clock among twenty that lies moves no other commit's day, wherever it stands", "[landing]")
{
    std::string const wrong =
        GENERATE("0001-01-01", "1970-01-01", "1971-01-01", "2022-12-31", "2099-01-01", "9999-12-31");
    for (std::size_t at = 0; at < 20; ++at) {
        Days honest;
        for (std::size_t i = 0; i < 20; ++i) honest.push_back(iso(*parse_day("2023-01-05") + std::chrono::days{7 * i}));
        auto clocks = honest;
        clocks[at] = wrong;
        auto const days = landed(clocks);
        INFO(wrong << " at " << at);
        for (std::size_t i = 0; i < 20; ++i)
            if (i != at) CHECK(days[i] == honest[i]);
        CHECK(std::ranges::is_sorted(days));
        if (at > 0 && at < 19) CHECK(days[at] == honest[at - 1]);
    }
}

TEST_CASE("a commit whose clock lies lands with the one before it, and a first one with the one after it", "[landing]")
{
    CHECK(landed({"2024-03-01", "2024-05-10", "2024-04-02", "2024-06-02"}) ==
          Days{"2024-03-01", "2024-05-10", "2024-05-10", "2024-06-02"});
    CHECK(landed({"2030-01-01", "2031-01-01", "2024-05-01", "2024-05-02", "2024-05-03"}) ==
          Days{"2024-05-01", "2024-05-01", "2024-05-01", "2024-05-02", "2024-05-03"});
    CHECK(landed({"2024-05-01", "2024-05-02", "2030-01-01", "1999-01-01", "2024-05-03"}) ==
          Days{"2024-05-01", "2024-05-02", "2024-05-02", "2024-05-02", "2024-05-03"});
}

TEST_CASE("where as many clocks say one thing as another, the fewest days are believed, then what stands earlier",
          "[landing]")
{
    CHECK(landed({"2023-11-01", "1971-01-01"}) == Days{"2023-11-01", "2023-11-01"});
    CHECK(landed({"2024-05-01", "2099-01-01", "2024-05-03"}) == Days{"2024-05-01", "2024-05-01", "2024-05-03"});
    CHECK(landed({"2024-05-01", "1971-01-01", "2024-05-03"}) == Days{"2024-05-01", "2024-05-01", "2024-05-03"});
}

TEST_CASE("days are those of the zone", "[landing]")
{
    auto const shanghai = *Zone::named("Asia/Shanghai");
    // 23:00 and 01:00 of one day in Shanghai, told in the wrong order: the same day, so both are believed.
    Clocks const clocks{*parse_day("2024-05-01") + std::chrono::hours{15},
                        *parse_day("2024-04-30") + std::chrono::hours{17}};
    CHECK(landing_moments(clocks, shanghai) == clocks);
    CHECK(landing_moments(clocks, Zone::utc()) == Clocks{clocks[0], clocks[0]});
}

TEST_CASE("of any clocks as few as can be are disbelieved", "[landing]")
{
    // Every subset of six commits is tried.
    std::uint32_t seed = 7;
    for (int round = 0; round < 500; ++round) {
        Days clocks;
        for (int i = 0; i < 6; ++i) {
            seed = seed * 1664525 + 1013904223;
            clocks.push_back("2024-05-0" + std::to_string(1 + (seed >> 24) % 8));
        }
        std::size_t longest = 0;
        for (unsigned subset = 0; subset < 64; ++subset) {
            Days run;
            for (unsigned i = 0; i < 6; ++i)
                if ((subset >> i) & 1U) run.push_back(clocks[i]);
            if (std::ranges::is_sorted(run)) longest = std::max(longest, run.size());
        }
        auto const days = landed(clocks);
        std::size_t believed = 0;
        for (std::size_t i = 0; i < 6; ++i) believed += days[i] == clocks[i] ? 1U : 0U;
        CHECK(believed == longest);
        CHECK(std::ranges::is_sorted(days));
    }
}

}  // namespace sss::landing_moments_test
