#include "facts/forecast/reference_class.hpp"

#include "facts/programme_past.hpp"

#include <catch2/catch.hpp>

namespace sss::reference_class_test {
using std::chrono::days;

namespace {

constexpr auto today = [] { return day("2023-03-01"); };

LikeCases like(std::vector<PlanPast> const& pasts, char const* plan)
{
    return like_cases(pasts, today(), date(plan));
}

std::vector<int> to(int last)
{
    std::vector<int> numbers;
    for (int i = 1; i <= last; ++i) numbers.push_back(i);
    return numbers;
}

}  // namespace

TEST_CASE("seven cases are too few to tell, eight are enough", "[forecast]")
{
    CHECK_FALSE(range_of({to(7)}, date("2023-06-01"), 80));
    CHECK(range_of({to(8)}, date("2023-06-01"), 80));
}

TEST_CASE("the ends of a range are slips that happened, counted from either end", "[forecast]")
{
    auto const range = *range_of({to(19)}, date("2023-06-01"), 80);

    CHECK(range.rank == 2);
    CHECK(range.first == day("2023-06-03"));
    CHECK(range.middle == day("2023-06-11"));
    CHECK(range.last == day("2023-06-19"));
    CHECK(range.chance() == Approx(0.8));
}

TEST_CASE("the example by hand of the page is right", "[forecast]")
{
    LikeCases const cases{{-4, 0, 3, 8, 15, 21, 40, 66, 120}};
    auto const eighty = *range_of(cases, date("2023-09-01"), 80);
    auto const fifty = *range_of(cases, date("2023-09-01"), 50);

    CHECK(iso(eighty.first) == "2023-08-28");
    CHECK(iso(eighty.middle) == "2023-09-16");
    CHECK(iso(eighty.last) == "2023-12-30");
    CHECK(eighty.chance() == Approx(0.8));
    CHECK(iso(fifty.first) == "2023-09-01");
    CHECK(iso(fifty.last) == "2023-11-06");
    CHECK(fifty.chance() == Approx(0.6));
}

TEST_CASE("a range promises what was asked for, or else all that its cases bear", "[forecast]")
{
    auto const percent = GENERATE(50, 80, 90);
    for (int cases = fewest_cases; cases < 200; ++cases) {
        auto const range = *range_of({to(cases)}, date("2023-06-01"), percent);
        CHECK((range.chance() >= percent / 100.0 || range.rank == 1));
        CHECK(range.first <= range.middle);
        CHECK(range.middle <= range.last);
    }
}

TEST_CASE("the slip is measured from the plan that stood as many days ahead", "[forecast]")
{
    // Until February 2020 it was planned for 1 March, and then for 1 June.
    std::vector<PlanPast> const pasts{PastOf{"a"}
                                          .planned("2019-03-01", "2020-03-01")
                                          .planned("2020-02-01", "2020-06-01")
                                          .reached("2020-06-11", "2020-06-12")};

    CHECK(like(pasts, "2024-02-29").slips == std::vector{102});
    CHECK(like_cases(pasts, today(), date("2023-05-30")).slips == std::vector{102});
    CHECK(like(pasts, "2023-03-02").slips == std::vector{10});
}

TEST_CASE("a milestone is one case, however often its plan came as near", "[forecast]")
{
    std::vector<PlanPast> const pasts{PastOf{"a"}
                                          .planned("2020-01-01", "2020-03-01")
                                          .planned("2020-02-28", "2020-05-01")
                                          .planned("2020-04-30", "2020-07-01")
                                          .reached("2020-07-01", "2020-07-02")};

    CHECK(like(pasts, "2023-03-11").slips == std::vector{122});
}

TEST_CASE("a plan written later than half as far ahead is unlike", "[forecast]")
{
    auto const first_written = [](char const* since) {
        return std::vector<PlanPast>{PastOf{"a"}.planned(since, "2020-06-01").reached("2020-06-05", "2020-06-06")};
    };

    CHECK(like(first_written("2020-04-02"), "2023-06-09").slips.size() == 1);  // 60 days ahead for 100
    CHECK(like(first_written("2020-04-12"), "2023-06-09").slips.empty());      // 50 days
}

TEST_CASE("a plan written with the actual date or after it makes no case", "[forecast]")
{
    std::vector<PlanPast> const with{
        PastOf{"a"}.planned("2020-06-02", "2020-06-30").reached("2020-06-02", "2020-06-02")};
    std::vector<PlanPast> const after{
        PastOf{"a"}.planned("2020-06-03", "2020-06-30").reached("2020-06-02", "2020-06-20")};

    CHECK(like(with, "2023-03-29").slips.empty());
    CHECK(like(after, "2023-03-29").slips.empty());
}

TEST_CASE("what is not yet recorded as reached is no case", "[forecast]")
{
    std::vector<PlanPast> const pasts{
        PastOf{"a"}.planned("2022-12-01", "2023-02-01").reached("2023-02-10", "2023-03-02")};

    CHECK(like(pasts, "2023-03-31").slips.empty());
    CHECK(like(pasts, "2023-03-31").open == std::vector{28});
    CHECK(like_cases(pasts, day("2023-03-02"), date("2023-04-01")).slips == std::vector{9});
}

TEST_CASE("rough plans are compared with rough ones, and a month with a day", "[forecast]")
{
    std::vector<PlanPast> const pasts{
        PastOf{"quarter"}.planned("2020-01-01", "2020-Q2").reached("2020-06-10", "2020-06-11"),
        PastOf{"month"}.planned("2020-01-01", "2020-06").reached("2020-07-10", "2020-07-11")};

    CHECK(like(pasts, "2023-Q2").slips == std::vector{-20});
    CHECK(like(pasts, "2023-06-30").slips == std::vector{10});
}

TEST_CASE("what was reached on a rough date is no case", "[forecast]")
{
    std::vector<PlanPast> const pasts{PastOf{"a"}.planned("2020-01-01", "2020-06-01").reached("2020-Q2", "2020-07-11")};

    CHECK(like(pasts, "2023-06-01").slips.empty());
}

TEST_CASE("what was given up is counted and is no case", "[forecast]")
{
    std::vector<PlanPast> const pasts{PastOf{"a"}.planned("2020-01-01", "2020-06-01").cancelled("2020-06-20")};

    CHECK(like(pasts, "2023-06-01").slips.empty());
    CHECK(like(pasts, "2023-06-01").cancelled == 1);
}

TEST_CASE("what is overdue is compared with what was as long overdue", "[forecast]")
{
    auto const pasts = with_slips({-5, 0, 3, 9, 10, 25, 60});

    CHECK(like(pasts, "2023-02-19").slips == std::vector{10, 25, 60});
    CHECK(like(pasts, "2023-02-28").slips == std::vector{3, 9, 10, 25, 60});
}

TEST_CASE("no range begins before today", "[forecast]")
{
    std::vector<int> slips;
    for (int slip = -60; slip <= 180; slip += 3) slips.push_back(slip);
    auto const pasts = with_slips(slips);
    for (int ahead = -90; ahead <= 180; ahead += 5) {
        auto const plan = Date::of(today() + days{ahead});
        auto const range = range_of(like_cases(pasts, today(), plan), plan, 90);
        if (range) CHECK(range->first >= today());
    }
}

TEST_CASE("a range ends with the calendar", "[forecast]")
{
    CHECK(range_of({to(9)}, date("9999-12-31"), 80)->last == day("9999-12-31"));
}

}  // namespace sss::reference_class_test
