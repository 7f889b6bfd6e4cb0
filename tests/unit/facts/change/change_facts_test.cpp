#include "facts/change/change_facts.hpp"

#include "history/net.hpp"
#include "history/try_history.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::change_facts_test {

namespace {

ChangeFacts of_change(std::string_view before, std::string_view after, std::string_view kind = "milestone")
{
    static std::vector<Change> changes;
    TestHistory past;
    past.commit("2024-01-01").add("a", before, kind).commit("2024-06-01").change("a", after, "", kind);
    changes = {past.history.changes.back()};
    return change_facts(changes, moves(past.history, 7), Zone::utc()).front();
}

Category category(std::string_view before, std::string_view after)
{
    return of_change(before, after).category;
}

}  // namespace

TEST_CASE("what a change means is told by the first that fits", "[reports]")
{
    CHECK(category("planned = 2024-05-01", "planned = 2024-05-02\nactual = 2024-05-02") == Category::achieved);
    CHECK(category("actual = 2024-05-01", "actual = 2024-05-02") == Category::changed);
    CHECK(category("planned = 2024-05-01", "planned = 2024-06-01") == Category::slipped);
    CHECK(category("planned = 2024-05-01", "planned = 2024-04-01") == Category::brought_forward);
    CHECK(category("planned = 2024-05-01", "planned = 2024-06-01\n[cancelled]\nreason = \"x\"") == Category::slipped);
    CHECK(category("", "[cancelled]\nreason = \"x\"") == Category::cancelled);
    CHECK(category("weight = 1", "weight = 2") == Category::changed);
    CHECK(category("", "planned = 2024-05-01") == Category::changed);
}

TEST_CASE("what was held and failed is not achieved, and what is said to have been passed after all is", "[reports]")
{
    CHECK(category("planned = 2024-05-01", "planned = 2024-05-01\nactual = 2024-05-02\noutcome = \"failed\"") ==
          Category::failed);
    CHECK(category("", "actual = 2024-05-02\noutcome = \"failure\"") == Category::failed);
    CHECK(category("actual = 2024-05-02", "actual = 2024-05-02\noutcome = \"failed\"") == Category::failed);
    CHECK(category("actual = 2024-05-02\noutcome = \"passed\"", "actual = 2024-05-02\noutcome = \"failed\"") ==
          Category::failed);
    CHECK(category("actual = 2024-05-02\noutcome = \"failed\"", "actual = 2024-05-02\noutcome = \"passed\"") ==
          Category::achieved);
    CHECK(category("actual = 2024-05-02\noutcome = \"failed\"", "planned = 2024-06-02") == Category::changed);
    CHECK(category("actual = 2024-05-02", "actual = 2024-05-02\noutcome = \"passed\"") == Category::changed);
}

TEST_CASE("what only follows a record to its new name is not told again", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("cdr", "planned = 2024-05-01");
    past.commit("2024-01-02").add("qr", "depends_on = [\"cdr\"]").add("ar", "depends_on = [\"cdr\"]\nweight = 1");
    past.commit("2024-02-01")
        .change("design", "planned = 2024-05-01", "cdr")
        .change("qr", "depends_on = [\"design\"]")
        .change("ar", "depends_on = [\"design\"]\nweight = 2");
    // Named otherwise in a commit of its own, it is a change.
    past.commit("2024-03-01").change("qr", "depends_on = [\"ar\"]");

    auto const facts =
        change_facts(past.history.changes, {}, Zone::utc(), RenamesFollowed::of_steps(past.history.changes));
    std::string told;
    for (auto const& one : facts) {
        if (one.change->type == ChangeType::added) continue;
        told += one.change->record.id + (one.change->former_id.empty() ? "" : " renamed");
        for (auto const& field : one.fields) told += ' ' + field.path;
        told += '\n';
    }
    CHECK(told == "design renamed\nar weight\nqr depends_on\n");

    auto const net = net_changes(std::span{past.history.changes}.subspan(3, 3));
    CHECK(change_facts(net, {}, Zone::utc(), RenamesFollowed::of_net(net)).size() == 2);
}

TEST_CASE("a date said more exactly is neither a slip nor brought forward", "[reports]")
{
    CHECK(category("planned = \"2024-Q4\"", "planned = \"2024-11\"") == Category::changed);
    CHECK(category("planned = 2024-11-20", "planned = \"2024\"") == Category::changed);
    CHECK(category("planned = 2024-11-20", "planned = 2024-11-20T10:00:00Z") == Category::changed);
}

/// The steps of a net change from this one on, of a history that has one record.
StepsOf since(TestHistory const& past, std::size_t first)
{
    return [&past, first](Change const&) {
        std::vector<Change const*> steps;
        for (auto i = first; i < past.history.changes.size(); ++i) steps.push_back(&past.history.changes[i]);
        return steps;
    };
}

TEST_CASE("a net of several moves is one move with the count of the last", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("a", "planned = 2024-05-11");
    past.commit("2024-03-01").change("a", "planned = 2024-05-21");
    auto const net = net_changes(std::span{past.history.changes}.subspan(1));
    auto const facts = change_facts(net, moves(past.history, 7), Zone::utc(), {}, since(past, 1));
    REQUIRE(facts[0].move);
    CHECK(facts[0].move->slip.days == 20);
    CHECK(facts[0].move->from.text() == "2024-05-01");
    CHECK(facts[0].move->ordinal == 2);
}

TEST_CASE("a net move is a correction only where all of its steps are", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("a", "planned = 2024-05-11");
    past.commit("2024-03-01", "", true).change("a", "planned = 2024-05-13");
    auto const all = moves(past.history, 7);
    auto const net = net_changes(std::span{past.history.changes}.subspan(1));
    auto const facts = change_facts(net, all, Zone::utc(), {}, since(past, 1));
    CHECK_FALSE(facts[0].move->correction);
    CHECK(facts[0].move->ordinal == 1);
    CHECK(facts[0].category == Category::slipped);
    auto const last = change_facts(std::span{past.history.changes}.subspan(2), all, Zone::utc());
    CHECK(last[0].move->correction);
    CHECK(last[0].category == Category::changed);
}

TEST_CASE("a move belongs to its kind", "[reports]")
{
    CHECK_FALSE(of_change("name = \"A\"", "name = \"B\"", "satellite").move);
}

TEST_CASE("a net move keeps the reasons of all its steps, each once, in their order", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01", "weather").change("a", "planned = 2024-05-11");
    past.commit("2024-03-01").change("a", "planned = 2024-05-21");
    past.commit("2024-04-01", "checks").change("a", "planned = 2024-05-31");
    past.commit("2024-05-01", "weather").change("a", "planned = 2024-06-10");
    auto const all = moves(past.history, 7);
    auto const whole = net_changes(std::span{past.history.changes}.subspan(1));
    CHECK(change_facts(whole, all, Zone::utc(), {}, since(past, 1))[0].move->reasons ==
          std::vector<std::string>{"weather", "checks"});
    auto const later = net_changes(std::span{past.history.changes}.subspan(3));
    CHECK(change_facts(later, all, Zone::utc(), {}, since(past, 3))[0].move->reasons ==
          std::vector<std::string>{"checks", "weather"});
}

TEST_CASE("a net move ends with the date that stands and begins with the one that stood", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = \"2024-Q1\"");
    past.commit("2024-02-01").change("a", "planned = \"2024-02\"");
    past.commit("2024-03-01").change("a", "planned = \"2024-04\"");
    past.commit("2024-04-01").change("a", "planned = 2024-04-22");
    auto const net = net_changes(std::span{past.history.changes}.subspan(1));
    auto const facts = change_facts(net, moves(past.history, 7), Zone::utc(), {}, since(past, 1));
    REQUIRE(facts[0].move);
    CHECK(facts[0].move->from.text() == "2024-Q1");
    CHECK(facts[0].move->to.text() == "2024-04-22");
    CHECK(facts[0].move->slip.days == 22);
    CHECK(facts[0].move->total.days == 22);
    CHECK(facts[0].move->ordinal == 1);
}

TEST_CASE("a net move begins with the date that was put right before it", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01", "", true).change("a", "planned = 2024-05-10");
    past.commit("2024-03-01").change("a", "planned = 2024-05-20");
    auto const net = net_changes(std::span{past.history.changes}.subspan(1));
    auto const facts = change_facts(net, moves(past.history, 7), Zone::utc(), {}, since(past, 1));
    REQUIRE(facts[0].move);
    CHECK(facts[0].move->from.text() == "2024-05-10");
    REQUIRE(facts[0].move->put_right);
    CHECK(facts[0].move->put_right->text() == "2024-05-01");
    CHECK(facts[0].move->slip.days == 10);
    CHECK(facts[0].move->total.days == 10);
    CHECK(facts[0].category == Category::slipped);
}

TEST_CASE("what moved back to a date that was put right has moved nowhere", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01", "", true).change("a", "planned = 2024-05-10");
    past.commit("2024-03-01").change("a", "planned = 2024-05-20");
    past.commit("2024-04-01").change("a", "planned = 2024-05-10");
    auto const net = net_changes(std::span{past.history.changes}.subspan(1));
    auto const facts = change_facts(net, moves(past.history, 7), Zone::utc(), {}, since(past, 1));
    CHECK(facts[0].move->correction);
    CHECK(facts[0].category == Category::changed);
}

}  // namespace sss::change_facts_test
