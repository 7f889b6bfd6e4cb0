#include "facts/story.hpp"

#include <map>
#include <random>

#include <catch2/catch.hpp>

namespace sss::narrowing_test {

namespace {

using Records = std::vector<std::pair<std::string, std::string>>;

/// A made-up programme: satellites and organisations share out the milestones and the actions; a meeting is about one
/// satellite at most, so that every count belongs to one part.
class MadeUp {
public:
    explicit MadeUp(unsigned seed) : random_(seed) {}

    Story story()
    {
        Records first{{"organisation/o1", "name = \"O1\"\n"},
                      {"organisation/o2", "name = \"O2\"\nparent = \"o1\"\n"},
                      {"organisation/o3", "name = \"O3\"\n"}};
        for (auto const* id : {"s1", "s2", "s3"})
            first.emplace_back(std::string{"satellite/"} + id, std::string{"name = \""} + id + "\"\nlead = \"o3\"\n");
        for (int i = 0; i < 24; ++i) first.push_back(milestone_record(i));
        for (int i = 0; i < 6; ++i) first.push_back(meeting_record(i));
        Story made;
        made.on("2022-06-01", first);
        for (auto const* day : {"2023-01-10", "2023-04-03", "2023-04-05", "2023-04-11"}) {
            Records changed;
            for (int i = 0; i < 5; ++i) changed.push_back(milestone_record(below(28)));
            changed.push_back(meeting_record(below(8)));
            made.because(below(2) == 0 ? "weather" : "").on(day, unlike(changed));
        }
        return made;
    }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    std::string date(char const* field, int chance)
    {
        if (below(100) >= chance) return {};
        constexpr std::array<char const*, 7> dates{"2023-03-01",  "2023-04-08",  "2023-05-02", "2023-05-20",
                                                   "\"2023-Q2\"", "\"2023-06\"", "2023-07-01"};
        return std::string{field} + " = " + dates[static_cast<std::size_t>(below(7))] + '\n';
    }

    std::pair<std::string, std::string> milestone_record(int number)
    {
        auto const id = "m" + std::to_string(number);
        std::string fields = "weight = " + std::to_string(1 + below(4)) + '\n';
        if (auto const which = below(4); which > 0) fields += "satellite = \"s" + std::to_string(which) + "\"\n";
        if (auto const which = below(4); which > 0) fields += "owner = \"o" + std::to_string(which) + "\"\n";
        fields += date("planned", 80) + date("baseline", 50);
        if (below(4) == 0) fields += "actual = 2023-0" + std::to_string(1 + below(4)) + "-04\n";
        if (number > 0) fields += "depends_on = [\"m" + std::to_string(below(number)) + "\"]\n";
        if (below(12) == 0) fields += "[cancelled]\ndate = 2023-04-04\nreason = \"no\"\n";
        return {"milestone/" + id, milestone(id, fields)};
    }

    std::pair<std::string, std::string> meeting_record(int number)
    {
        auto const id = "t" + std::to_string(number);
        std::string text = "title = \"" + id + "\"\nstart = 2023-0" + std::to_string(3 + below(3)) + "-0" +
                           std::to_string(1 + below(9)) + '\n';
        if (auto const which = below(4); which > 0) text += "satellites = [\"s" + std::to_string(which) + "\"]\n";
        if (below(2) == 0) text += "[rids]\nraised = " + std::to_string(below(50) + 20) + "\nclosed = 7\n";
        for (int i = 0; i < below(4); ++i) {
            text += "[[action]]\nid = \"a" + std::to_string(i) + "\"\ntext = \"Do\"\n";
            if (auto const which = below(4); which > 0) text += "owner = \"o" + std::to_string(which) + "\"\n";
            text += date("due", 60);
            if (below(3) == 0) text += "closed = 2023-04-0" + std::to_string(1 + below(9)) + '\n';
        }
        return {"meeting/" + id, text};
    }

    /// Each record once.
    static Records unlike(Records const& records)
    {
        std::map<std::string, std::string> each{records.begin(), records.end()};
        return {each.begin(), each.end()};
    }

    std::minstd_rand random_;
};

using Sums = std::map<std::string, double>;

void add(Sums& sums, Sums const& more)
{
    for (auto const& [name, number] : more) sums[name] += number;
}

template <typename List>
double many(List const& list)
{
    return static_cast<double>(list.size());
}

/// Whatever is counted of milestones and actions, and so belongs to one satellite and one owner alone.
Sums shared_out(ProgressReport const& report)
{
    auto const& [standing, health, moved] = std::tie(report.standing, report.health, report.moved);
    Sums sums{{"reached", standing.reached.count},
              {"reached weight", standing.reached.weight},
              {"total", standing.total.count},
              {"total weight", standing.total.weight},
              {"cancelled", standing.cancelled},
              {"open", health.open},
              {"not judged", health.unjudged},
              {"overdue by health", health.overdue},
              {"after baseline", health.after_baseline},
              {"behind", many(health.behind)},
              {"with baseline", health.reached_with_baseline},
              {"late", health.reached_late},
              {"achieved", many(report.achieved)},
              {"re-opened", many(report.reopened)},
              {"slipped", many(moved.slipped)},
              {"forward", many(moved.brought_forward)},
              {"unmoved", many(moved.unmoved)},
              {"corrections", moved.corrections},
              {"slips", moved.totals.slips},
              {"slip days", moved.totals.days},
              {"inherited", moved.totals.inherited},
              {"own", moved.totals.own},
              {"unknown", moved.totals.unknown},
              {"added", many(report.added)},
              {"given up", many(report.cancelled)},
              {"coming", many(report.plans.coming_up)},
              {"overdue", many(report.plans.overdue)},
              {"undated", many(report.plans.undated)},
              {"conflicts", many(report.conflicts)},
              {"open actions", report.actions.open_count},
              {"overdue actions", report.actions.overdue_count},
              {"opened actions", many(report.actions.opened)},
              {"closed actions", many(report.actions.closed)},
              {"open matters", report.freshness.open},
              {"stale matters", report.freshness.stale}};
    if (standing.since_start) {
        sums["reached since"] = standing.since_start->reached.count;
        sums["reached weight since"] = standing.since_start->reached.weight;
        sums["total since"] = standing.since_start->total.count;
        sums["total weight since"] = standing.since_start->total.weight;
    }
    for (auto const& row : report.satellites) {
        sums["reached of satellites"] += row.reached.count;
        sums["weight of satellites"] += row.total.weight;
        sums["total of satellites"] += row.total.count;
        sums["open of satellites"] += row.open;
    }
    return sums;
}

/// The same, and what a whole record is counted as: where a meeting is about one satellite at most.
Sums all_counts(ProgressReport const& report)
{
    auto sums = shared_out(report);
    sums["records"] = static_cast<double>(report.records);
    sums["imported"] = static_cast<double>(report.imported);
    sums["meetings"] = many(report.meetings.news);
    sums["coming meetings"] = many(report.meetings.coming);
    sums["raised"] = static_cast<double>(report.rids.total.raised.value_or(0).number);
    sums["closed"] = static_cast<double>(report.rids.total.closed.value_or(0).number);
    sums["rids left open"] = static_cast<double>(report.rids.left_open.value_or(0).number);
    sums["rids untold"] = report.rids.untold;
    sums["latest"] = many(report.rids.latest);
    sums["satellites"] = many(report.satellites);
    for (auto const& news : report.record_news)
        sums["record news"] += many(news.added) + many(news.removed) + many(news.renamed) + many(news.changed);
    return sums;
}

Sums without_nothing(Sums sums)
{
    std::erase_if(sums, [](auto const& entry) { return entry.second == 0; });
    return sums;
}

}  // namespace

TEST_CASE("the parts of the satellites and the programme's own add up to the whole", "[report][property]")
{
    auto story = MadeUp{GENERATE(range(1U, 25U))}.story();
    auto const* period = GENERATE("2023-04", "2022-06");
    auto const whole = all_counts(story.report(period));
    Sums sum;
    for (auto const* id : {"s1", "s2", "s3", ""}) {
        story.narrowing = {{id}, {}, {}};
        add(sum, all_counts(story.report(period)));
    }
    CHECK(without_nothing(sum) == without_nothing(whole));
}

TEST_CASE("the parts of the organisations and nobody's add up to the whole", "[report][property]")
{
    auto story = MadeUp{GENERATE(range(1U, 25U))}.story();
    auto const whole = shared_out(story.report("2023-04"));
    Sums sum;
    for (auto const* id : {"o1", "o3", ""}) {  // o2 is a part of o1
        story.narrowing = {{}, {id}, {}};
        add(sum, shared_out(story.report("2023-04")));
    }
    CHECK(without_nothing(sum) == without_nothing(whole));
}

TEST_CASE("the parts of the kinds add up to the whole", "[report][property]")
{
    auto story = MadeUp{GENERATE(range(1U, 25U))}.story();
    auto const whole = all_counts(story.report("2023-04"));
    Sums sum;
    for (auto const* kind : {"milestone", "meeting", "satellite", "statement", "organisation"}) {
        story.narrowing = {{}, {}, {kind}};
        add(sum, all_counts(story.report("2023-04")));
    }
    CHECK(without_nothing(sum) == without_nothing(whole));
}

TEST_CASE("what is asked for together is told together", "[report][property]")
{
    auto story = MadeUp{GENERATE(range(1U, 9U))}.story();
    story.narrowing = {{"s1", "s2"}, {}, {}};
    auto const together = all_counts(story.report("2023-04"));
    Sums sum;
    for (auto const* id : {"s1", "s2"}) {
        story.narrowing = {{id}, {}, {}};
        add(sum, all_counts(story.report("2023-04")));
    }
    CHECK(without_nothing(sum) == without_nothing(together));
}

TEST_CASE("a milestone that changed hands left the one part and joined the other", "[report]")
{
    Story story;
    story.on("2023-01-02", {{"satellite/s1", "name = \"S1\"\n"},
                            {"satellite/s2", "name = \"S2\"\n"},
                            {"milestone/a", milestone("A", "satellite = \"s1\"\n")}});
    story.on("2023-04-02", {{"milestone/a", milestone("A", "satellite = \"s2\"\n")}});

    story.narrowing = {{"s1"}, {}, {}};
    CHECK(story.report("2023-04").standing.since_start->total.count == -1);
    story.narrowing = {{"s2"}, {}, {}};
    CHECK(story.report("2023-04").standing.since_start->total.count == 1);
    story.narrowing = {};
    CHECK(story.report("2023-04").standing.since_start->total.count == 0);
}

TEST_CASE("where a satellite is does not depend on whose part is told", "[report]")
{
    Story story;
    story.on("2023-01-02", {{"satellite/s1", "name = \"S1\"\n"},
                            {"milestone/launch",
                             "title = \"L\"\ntype = \"launch\"\nsatellite = \"s1\"\nowner = \"o1\"\nactual = "
                             "2023-01-01\n"},
                            {"milestone/a", milestone("A", "satellite = \"s1\"\nowner = \"o2\"\n")}});
    story.narrowing = {{}, {"o2"}, {}};
    auto const report = story.report("2023-04");

    REQUIRE(report.satellites.size() == 1);
    CHECK(report.satellites[0].where == Whereabouts::in_orbit);
    CHECK(report.satellites[0].total.count == 1);
    CHECK(report.satellites[0].total_in_all.count == 2);
    CHECK(report.satellites[0].reached_in_all.count == 1);
}

TEST_CASE("what became of a satellite is news to a part that has no milestone of it", "[report]")
{
    Story story;
    story.on("2023-01-02",
             {{"satellite/s1", "name = \"S1\"\nlead = \"o2\"\n"},
              {"milestone/launch", "title = \"L\"\ntype = \"launch\"\nsatellite = \"s1\"\nowner = \"o1\"\n"}});
    story.on("2023-04-03", {{"milestone/launch",
                             "title = \"L\"\ntype = \"launch\"\nsatellite = \"s1\"\nowner = \"o1\"\nactual = "
                             "2023-04-02\n"}});
    auto const told = [&](char const* organisation, char const* period) {
        story.narrowing = {{}, {organisation}, {}};
        return story.report(period);
    };

    CHECK_FALSE(told("o2", "2023-04").quiet);
    CHECK(told("o2", "2023-04").satellites.at(0).news);
    CHECK_FALSE(told("o2", "2023-04").satellites.at(0).told_reached);
    CHECK(told("o1", "2023-04").satellites.at(0).told_reached);
    CHECK(told("o2", "2023-05").quiet);
    CHECK(told("o3", "2023-04").quiet);
}

TEST_CASE("a part whose record came later was not on record", "[report]")
{
    Story story;
    story.on("2023-01-02", {somebody});
    story.on("2023-05-02", {{"satellite/s1", "name = \"S1\"\n"}});
    story.narrowing = {{"s1"}, {}, {}};

    CHECK(is_before_its_part(story.report("2023-04")));
    CHECK_FALSE(is_before_its_part(story.report("2023-05")));
    CHECK_FALSE(is_before_its_part(story.report("2023-06")));
}

TEST_CASE("a slip inherited from another part is still inherited", "[report]")
{
    Story story;
    story.on("2023-01-02",
             {{"milestone/a", milestone("A", "satellite = \"s1\"\nplanned = 2023-05-01\n")},
              {"milestone/b", milestone("B", "satellite = \"s2\"\nplanned = 2023-05-01\ndepends_on = [\"a\"]\n")}});
    story.on("2023-04-02",
             {{"milestone/a", milestone("A", "satellite = \"s1\"\nplanned = 2023-05-05\n")},
              {"milestone/b", milestone("B", "satellite = \"s2\"\nplanned = 2023-05-05\ndepends_on = [\"a\"]\n")}});
    story.narrowing = {{"s2"}, {}, {}};

    CHECK(story.report("2023-04").moved.totals.inherited == 4);
}

TEST_CASE("a meeting is told to every satellite and organisation that it is about", "[report]")
{
    Story story;
    story.on("2023-01-02", {{"meeting/m",
                             "title = \"M\"\nstart = 2023-04-02\nsatellites = [\"s1\", \"s2\"]\nhosts = "
                             "[\"o1\"]\n[[action]]\nid = \"a\"\ntext = \"Do\"\nowner = \"o2\"\n[[action]]"
                             "\nid = \"b\"\ntext = \"Do\"\nowner = \"o1\"\n"}});
    auto const told = [&](Narrowing narrowing) {
        story.narrowing = std::move(narrowing);
        return story.report("2023-04");
    };

    CHECK(told({{"s1"}, {}, {}}).meetings.news.size() == 1);
    CHECK(told({{"s2"}, {}, {}}).meetings.news.size() == 1);
    CHECK(told({{"s3"}, {}, {}}).meetings.news.empty());
    CHECK(told({{}, {"o1"}, {}}).meetings.news.size() == 1);
    CHECK(told({{}, {"o2"}, {}}).actions.open_count == 1);
    CHECK(told({{}, {"o3"}, {}}).meetings.news.empty());
}

TEST_CASE("what belongs to an organisation belongs to its parents, whatever circles they make", "[report]")
{
    Story story;
    story.on("2023-01-02", {{"organisation/a", "name = \"A\"\nparent = \"b\"\n"},
                            {"organisation/b", "name = \"B\"\nparent = \"a\"\n"},
                            {"organisation/c", "name = \"C\"\nparent = \"a\"\n"},
                            {"milestone/m", milestone("M", "owner = \"c\"\n")}});
    for (auto const* id : {"a", "b", "c"}) {
        story.narrowing = {{}, {id}, {}};
        CHECK(story.report("2023-04").standing.total.count == 1);
    }
}

TEST_CASE("a part whose satellite is renamed in the period neither grows nor shrinks", "[report]")
{
    auto const of = [](std::string const& satellite) {
        return milestone("M", "satellite = \"" + satellite + "\"\nactual = 2017-01-01\n");
    };
    Story story;
    story.on("2018-01-01", {{"satellite/sss-1", "name = \"SSS-1\"\n"}, {"milestone/m", of("sss-1")}})
        .on("2018-02-01", {{"milestone/n", of("sss-1")}})
        .renamed("2018-04-10", "satellite/sss-1", "satellite/bird-1")
        .on("2018-04-10", {{"milestone/m", of("bird-1")}, {"milestone/n", ""}});
    story.narrowing.satellites = {"bird-1"};

    auto const report = story.report("2018-04");
    CHECK(report.standing.total.count == 1);
    CHECK(report.standing.since_start->total.count == -1);
    CHECK(report.standing.since_start->reached.count == -1);
    REQUIRE(report.record_news.size() == 2);
    CHECK(report.record_news[0].removed.size() == 1);
}

TEST_CASE("an organisation that joins another brings its milestones along", "[report]")
{
    auto const institute = std::string{"name = \"OC\"\n"};
    Story story;
    story
        .on("2018-01-01", {{"organisation/oa", "name = \"OA\"\n"},
                           {"organisation/oc", institute},
                           {"milestone/a", milestone("A", "owner = \"oa\"\n")},
                           {"milestone/c", milestone("C", "owner = \"oc\"\nactual = 2017-06-01\n")}})
        .on("2018-02-10", {{"organisation/oc", institute + "parent = \"oa\"\n"}});
    story.narrowing.organisations = {"oa"};

    auto const report = story.report("2018-02");
    CHECK(report.standing.total.count == 2);
    CHECK(report.standing.since_start->total.count == 1);
    CHECK(report.standing.since_start->reached.count == 1);
    CHECK(report.achieved.empty());
}

}  // namespace sss::narrowing_test
