#include "facts/change/impact.hpp"

#include "facts/change/difference.hpp"
#include "history/compare.hpp"
#include "records/document.hpp"

#include <map>
#include <memory>
#include <string>

#include <catch2/catch.hpp>

namespace sss::impact_test {

namespace {

using Texts = std::map<std::string, std::string>;  // "milestones/cdr" → TOML

/// Two states, compared on a day.
struct Two {
    Two(Texts const& old, Texts const& now, std::string_view today = "2018-01-01")
    {
        for (auto const* name : {"meeting", "milestone", "organisation", "satellite"}) {
            auto kind = std::make_unique<Kind>();
            kind->name = name;
            kind->folder = std::string{name} + 's';
            kind->title_field = "title";
            for (auto const& [path, role] : {std::pair{"planned", DateRole::planned}, {"actual", DateRole::actual}}) {
                Field field;
                field.path = path;
                field.type = FieldType::date;
                field.role = role;
                kind->fields.push_back(field);
            }
            kinds.push_back(std::move(kind));
        }
        std::vector<Kind const*> all;
        for (auto const& kind : kinds) all.push_back(kind.get());
        layout = std::make_unique<Layout>("data", all);
        before = read(old);
        after = read(now);
        comparison = compare(*layout, before, after);
        found = impacts(before, after, comparison.changes, {}, *parse_day(today));
    }

    Records read(Texts const& files) const
    {
        std::vector<Record> all;
        for (auto const& [name, text] : files) {
            auto const path = "data/" + name + ".toml";
            auto const slot = layout->slot(path);
            Record record{slot->kind, slot->id, text, parse_document(path, text)};
            all.push_back(std::move(record));
        }
        return Records{*layout, std::move(all), {}};
    }

    Impact const& only() const
    {
        REQUIRE(found.moved.size() == 1);
        return found.moved.front();
    }

    std::vector<std::unique_ptr<Kind>> kinds;
    std::unique_ptr<Layout> layout;
    Records before, after;
    Comparison comparison;
    Impacts found;
};

std::string planned(std::string const& date, std::string const& needs = {})
{
    return "title = \"A title\"\nplanned = \"" + date + "\"\n" +
           (needs.empty() ? "" : "depends_on = [" + needs + "]\n");
}

/// The same plan, in which only the CDR moves.
Two moved(std::string const& from, std::string const& to, Texts others, std::string_view today = "2018-01-01")
{
    auto now = others;
    others["milestones/cdr"] = planned(from);
    now["milestones/cdr"] = planned(to);
    return {others, now, today};
}

}  // namespace

TEST_CASE("Whoever needs what moved, on whatever way, and now comes before it is told with its way", "[impact]")
{
    auto const two = moved("2018-05-01", "2018-06-15",
                           {{"milestones/qr", planned("2018-06-01", "\"cdr\"")},
                            {"milestones/ar", planned("2018-06-10", "\"qr\"")},
                            {"milestones/frr", planned("2018-07-01", "\"ar\"")}});
    auto const& impact = two.only();
    REQUIRE(impact.too_early.size() == 2);
    CHECK(impact.too_early[0].id == "qr");
    CHECK(impact.too_early[0].margin == -14);
    CHECK(impact.too_early[1].path == std::vector<std::string>{"cdr", "qr", "ar"});
    CHECK(impact.too_early[1].margin == -5);
    CHECK(impact.new_conflicts() == 2);
    CHECK(impact.next.empty());  // the QR is next to the CDR, and the FRR comes after those
}

TEST_CASE("The margin is counted from the last day of the one to the first day of the next", "[impact]")
{
    auto const two =
        moved("2018-05-01", "2018-06-01/2018-06-10", {{"milestones/qr", planned("2018-06-20", "\"cdr\"")}});
    REQUIRE(two.only().next.size() == 1);
    CHECK(two.only().next[0].margin == 10);
    CHECK(two.only().next[0].exact);
}

TEST_CASE("What is known too roughly to tell is not called a conflict", "[impact]")
{
    auto const two = moved("2018-05-01", "2018-06-15", {{"milestones/qr", planned("2018-Q2", "\"cdr\"")}});
    REQUIRE(two.only().next.size() == 1);
    CHECK(two.only().next[0].order == Order::unknown);
    CHECK(two.only().too_early.empty());
}

TEST_CASE("Behind an undated dependant the next dated one is sought", "[impact]")
{
    auto const two = moved("2018-05-01", "2018-06-15",
                           {{"milestones/qr", "title = \"QR\"\ndepends_on = [\"cdr\"]\n"},
                            {"milestones/ar", planned("2018-07-15", "\"qr\"")},
                            {"milestones/frr", planned("2018-08-15", "\"ar\"")}});
    auto const& next = two.only().next;
    REQUIRE(next.size() == 2);
    CHECK(next[0].id == "ar");
    CHECK(next[0].margin == 30);
    CHECK(next[1].order == Order::undated);
}

TEST_CASE("A conflict that stood before is no new one", "[impact]")
{
    auto const two = moved("2018-06-15", "2018-06-20", {{"milestones/qr", planned("2018-06-01", "\"cdr\"")}});
    REQUIRE(two.only().too_early.size() == 1);
    CHECK(two.only().too_early[0].before);
    CHECK(two.only().new_conflicts() == 0);
}

TEST_CASE("A milestone that is brought before what it needs says so", "[impact]")
{
    Two const two{{{"milestones/cdr", planned("2018-05-01")}, {"milestones/qr", planned("2018-06-01", "\"cdr\"")}},
                  {{"milestones/cdr", planned("2018-05-01")}, {"milestones/qr", planned("2018-04-20", "\"cdr\"")}}};
    REQUIRE(two.only().needed.size() == 1);
    CHECK(two.only().needed[0].margin == -11);
    CHECK(two.only().new_conflicts() == 1);
}

TEST_CASE("A circle of needs ends, and a need of nobody is named", "[impact]")
{
    Texts const old{{"milestones/cdr", planned("2018-05-01", "\"qr\", \"no-such\"")},
                    {"milestones/qr", planned("2018-06-01", "\"cdr\"")}};
    auto now = old;
    now["milestones/cdr"] = planned("2018-05-15", "\"qr\", \"no-such\"");
    Two const two{old, now};
    CHECK(two.only().unknown == std::vector<std::string>{"no-such"});
    CHECK(two.only().next.size() == 1);
}

TEST_CASE("Who was given up waits for nothing, and one that cannot be read is said to be so", "[impact]")
{
    auto const two = moved(
        "2018-05-01", "2018-06-15",
        {{"milestones/qr", planned("2018-06-01", "\"cdr\"") + "cancelled = {date = 2018-01-01, reason = \"x\"}\n"},
         {"milestones/ar", "title = \"AR\"\nplanned = 5\ndepends_on = [\"cdr\"]\n"}});
    CHECK(two.only().too_early.empty());
    REQUIRE(two.only().next.size() == 1);
    CHECK(two.only().next[0].order == Order::unreadable);
}

TEST_CASE("Being reached later than planned is a move for those who wait", "[impact]")
{
    Two const two{{{"milestones/cdr", planned("2018-05-01")}, {"milestones/qr", planned("2018-06-01", "\"cdr\"")}},
                  {{"milestones/cdr", planned("2018-05-01") + "actual = 2018-06-15\n"},
                   {"milestones/qr", planned("2018-06-01", "\"cdr\"")}}};
    CHECK(two.only().is_reached);
    CHECK(two.only().slip.days == 45);
    CHECK(two.only().too_early.size() == 1);
}

TEST_CASE("More exactly is no move, and another hour is one of no days", "[impact]")
{
    CHECK(moved("2018-Q4", "2018-11-15", {}).found.moved.empty());
    auto const hours = moved("2018-05-01T10:00:00Z", "2018-05-01T12:00:00Z", {});
    CHECK(hours.only().slip.days == 0);
    CHECK(hours.only().slip.seconds == 7200);
}

TEST_CASE("Late is what the new dates make late, on the day that is asked for", "[impact]")
{
    auto const two = moved("2018-06-01", "2018-04-01", {}, "2018-04-11");
    CHECK(two.only().became_late);
    REQUIRE(two.found.late.size() == 1);
    CHECK_FALSE(moved("2018-04-05", "2018-04-01", {}, "2018-04-11").only().became_late);
}

TEST_CASE("A renamed milestone keeps its date before and its conflicts before", "[impact]")
{
    auto const content = [](std::string const& day) {
        return planned(day) + "weight = 3\nowner = \"x\"\ntype = \"review\"\n";
    };
    Two const two{
        {{"milestones/cdr", content("2018-05-01")}, {"milestones/qr", planned("2018-04-01", "\"cdr\"")}},
        {{"milestones/system-cdr", content("2018-05-15")}, {"milestones/qr", planned("2018-04-01", "\"system-cdr\"")}}};
    CHECK(two.only().slip.days == 14);
    REQUIRE(two.only().too_early.size() == 1);
    CHECK(two.only().too_early[0].before);
}

TEST_CASE("A meeting decides on what it names", "[impact]")
{
    auto const two = moved(
        "2018-05-01", "2018-06-15",
        {{"meetings/ankara", "title = \"Ankara\"\nstart = 2018-04-16\nend = 2018-04-25\nmilestones = [\"cdr\"]\n"},
         {"meetings/other", "title = \"Other\"\nstart = 2018-04-16\n"}},
        "2018-04-26");
    REQUIRE(two.only().meetings.size() == 1);
    CHECK(two.only().meetings[0].held);
}

TEST_CASE("Nothing is told of what cannot be read, but that", "[impact]")
{
    Two const two{{{"milestones/cdr", planned("2018-05-01")}, {"milestones/qr", "= broken\n"}},
                  {{"milestones/cdr", "= broken\n"}, {"milestones/qr", "= broken\n"}}};
    CHECK(two.comparison.changes.empty());
    CHECK(two.comparison.unreadable == std::vector<std::string>{"data/milestones/cdr.toml"});
}

TEST_CASE("A finding that stood before is not new, also under the record's new name", "[impact]")
{
    auto const content = planned("2018-05-01") + "weight = 3\nowner = \"x\"\n";
    Two const two{{{"milestones/cdr", content}}, {{"milestones/system-cdr", content}}};
    auto const unknown = [](std::string_view id) { return Sentence{"unknown organisation {id}", "id"_key = id}; };
    Finding old{"unknown-reference", Severity::error, "data/milestones/cdr.toml", {}, unknown("x"), "", ""};
    auto now = old;
    now.file = "data/milestones/system-cdr.toml";
    auto warning = now;
    warning.severity = Severity::warning;
    warning.message = unknown("another");
    auto const change = findings_change({old}, {warning, now}, {}, two.comparison.changes, two.before, two.after);
    REQUIRE(change.appeared.size() == 1);
    CHECK(change.appeared[0].message == unknown("another"));
    CHECK(change.mended == 0);
}

namespace {

/// A chain of milestones, each before the one that it needs, that all move by a day.
Two chain_moves(std::size_t length)
{
    Texts old, now;
    for (std::size_t i = 0; i < length; ++i) {
        auto const needs = i == 0 ? std::string{} : "\"m" + std::to_string(i - 1) + "\"";
        auto const day = *parse_day("2090-01-01") - std::chrono::days{i};
        old["milestones/m" + std::to_string(i)] = planned(iso(day), needs);
        now["milestones/m" + std::to_string(i)] = planned(iso(day + std::chrono::days{1}), needs);
    }
    return Two{old, now};
}

}  // namespace

TEST_CASE("Of very many that need each other and move, the worst are told and the others counted", "[impact]")
{
    constexpr std::size_t length = 400;
    auto const two = chain_moves(length);
    REQUIRE(two.found.moved.size() == length);
    for (auto const& impact : two.found.moved) {
        CHECK_FALSE(impact.directly);
        auto const number = static_cast<std::size_t>(std::stoul(impact.record.id.substr(1)));
        CHECK(impact.too_early.size() + impact.more_too_early == length - 1 - number);
        CHECK(impact.too_early.size() <= 50);
        CHECK(impact.new_conflicts() == 0);
        if (impact.too_early.empty()) continue;
        CHECK(impact.too_early.front().id == "m" + std::to_string(length - 1));
        CHECK(impact.too_early.front().margin == -static_cast<int>(length - 1 - number));
    }
}

TEST_CASE("Where too much moves at once, only those that need it directly are looked at, and that is said", "[impact]")
{
    constexpr std::size_t length = 3000;
    auto const two = chain_moves(length);
    REQUIRE(two.found.moved.size() == length);
    CHECK(two.found.moved.back().directly);
    CHECK(two.found.moved[length - 2].too_early.size() == 1);
    CHECK_FALSE(two.found.moved.front().directly);
}

}  // namespace sss::impact_test
