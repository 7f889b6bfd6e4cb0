#include "facts/publication/calendar.hpp"

#include <catch2/catch.hpp>

namespace sss::calendar_test {

namespace {

Field dated(std::string path, DateRole role)
{
    Field field;
    field.path = std::move(path);
    field.type = FieldType::date;
    field.role = role;
    return field;
}

Kind const& milestone()
{
    static Kind const one = [] {
        Kind kind;
        kind.name = "milestone";
        kind.title_field = "title";
        kind.fields = {dated("planned", DateRole::planned), dated("actual", DateRole::actual)};
        return kind;
    }();
    return one;
}

Kind const& satellite()
{
    static Kind const one = [] {
        Kind kind;
        kind.name = "satellite";
        return kind;
    }();
    return one;
}

Value text(std::string value)
{
    return Value{std::move(value)};
}

Day day(int month, unsigned number)
{
    return std::chrono::year{2024} / month / static_cast<int>(number);
}

/// A history of one commit a day, from 1 January 2024 on.
struct Told {
    History history;

    void commit(std::vector<Change> changes)
    {
        LandedCommit told;
        told.landed_at = std::chrono::sys_days{day(1, 1)} + std::chrono::days{history.commits.size()};
        for (auto& change : changes) {
            change.commit = static_cast<std::uint32_t>(history.commits.size());
            for (auto& member : change.members) member.commit = change.commit;
            history.changes.push_back(std::move(change));
        }
        history.commits.push_back(std::move(told));
    }
    std::vector<CalendarEvent> events(Day today = day(6, 1)) const
    {
        return calendar_events(history, record_threads(history), 0, today);
    }
};

Change added(Kind const& kind, std::string id, Table fields)
{
    Change change;
    change.record = {&kind, std::move(id)};
    change.type = ChangeType::added;
    change.content = std::make_shared<Table const>(std::move(fields));
    return change;
}

Change changed(Kind const& kind, std::string id, std::vector<MemberChange> members)
{
    Change change;
    change.record = {&kind, std::move(id)};
    change.members = std::move(members);
    return change;
}

Change removed(Kind const& kind, std::string id)
{
    Change change;
    change.record = {&kind, std::move(id)};
    change.type = ChangeType::removed;
    return change;
}

Table planned_for(std::string const& date)
{
    return {{"title", {}, text("A")}, {"planned", {}, text(date)}};
}

MemberChange to_date(std::string key, std::string const& date)
{
    return {std::move(key), std::nullopt, text(date), 0};
}

Value given_up()
{
    return Value{Table{{"date", {}, text("2024-01-02")}, {"reason", {}, text("no money")}}};
}

}  // namespace

TEST_CASE("an event counts what changes of what it shows, and nothing else", "[calendar]")
{
    Told told;
    told.commit({added(milestone(), "a", planned_for("2024-05-01"))});
    told.commit({changed(milestone(), "a", {{"notes", std::nullopt, text("x"), 0}})});
    told.commit({changed(milestone(), "a", {to_date("planned", "2024-06-15")})});
    told.commit({changed(milestone(), "a", {to_date("actual", "2024-05-20")})});

    auto const events = told.events();

    REQUIRE(events.size() == 1);
    CHECK(events[0].sequence == 2);
    CHECK(events[0].created == 0);
    CHECK(events[0].changed == 3);
    CHECK(events[0].face.when.text() == "2024-05-20");
    CHECK(events[0].face.state == EventState::reached);
    REQUIRE(events[0].last_move);
    CHECK(events[0].last_move->commit == 2);
}

TEST_CASE("what is removed has no event, and goes on counting when it comes back", "[calendar]")
{
    Told told;
    told.commit({added(milestone(), "a", planned_for("2024-05-01"))});
    told.commit({changed(milestone(), "a", {to_date("planned", "2024-06-15")})});
    told.commit({removed(milestone(), "a")});
    CHECK(told.events().empty());
    told.commit({added(milestone(), "a", planned_for("2024-07-01"))});

    auto const events = told.events();

    REQUIRE(events.size() == 1);
    CHECK(events[0].sequence == 2);
}

TEST_CASE("a date without an end, and none at all, make no event", "[calendar]")
{
    Told told;
    told.commit({added(milestone(), "a", planned_for("2024-05-01/..")), added(milestone(), "b", {})});

    CHECK(told.events().empty());
}

TEST_CASE("what is cancelled stays for a year after the later of its date and its cancellation", "[calendar]")
{
    Told told;
    told.commit({added(milestone(), "a", planned_for("2024-05-01"))});
    told.commit({changed(milestone(), "a", {{"cancelled", std::nullopt, given_up(), 0}})});

    auto const day_after_a_year = Day{day(5, 1)} + std::chrono::days{366};
    REQUIRE(told.events(day_after_a_year - std::chrono::days{1}).size() == 1);
    CHECK(told.events()[0].face.state == EventState::cancelled);
    CHECK(told.events()[0].face.why == "no money");
    CHECK(told.events(day_after_a_year).empty());
}

TEST_CASE("a satellite that is given up changes the events of what it still had to reach", "[calendar]")
{
    auto of_satellite = planned_for("2024-05-01");
    of_satellite.push_back({"satellite", {}, text("s")});
    Told told;
    told.commit({added(milestone(), "a", of_satellite), added(satellite(), "s", {})});
    told.commit({changed(satellite(), "s", {{"cancelled", std::nullopt, given_up(), 0}})});

    auto const events = told.events();

    REQUIRE(events.size() == 1);
    CHECK(events[0].face.state == EventState::dropped);
    CHECK(events[0].sequence == 1);
    CHECK(events[0].given_up == 1);
}

}  // namespace sss::calendar_test
