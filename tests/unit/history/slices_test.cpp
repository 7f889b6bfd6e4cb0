#include "history/slices.hpp"

#include "history/last_changes.hpp"
#include "history/snapshots.hpp"
#include "history/try_history.hpp"
#include "history/walk.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::slices_test {

namespace {

/// Six landings on one line; one record moves twice, one goes, one comes.
struct Line {
    ScratchFolder folder;
    Layout layout = standard_layout();
    std::vector<git::Oid> commits;
    std::optional<git::Repository> repository;

    Line()
    {
        auto writer = git::Writer::create(folder.path());
        auto const land = [&](std::string_view day, git::Writer::Edit const& edit) {
            commits.push_back(writer.commit(edit, ada(day), "Step"));
        };
        auto const launch = [](std::string const& lines) { return "title = \"Launch\"\ntype = \"launch\"\n" + lines; };
        land("2024-01-01",
             {{{"data/milestones/a.toml", launch("planned = 2024-05-01\n")}, {"data/milestones/b.toml", launch("")}},
              {}});
        land("2024-01-15", {{{"data/milestones/a.toml", launch("planned = 2024-06-01\n")}}, {}});
        land("2024-02-01", {{{"README.md", "Hello\n"}}, {}});
        land("2024-01-20", {{{"data/milestones/c.toml", launch("")}}, {}});  // a clock that is behind
        land("2024-02-15", {{{"data/milestones/a.toml", launch("")}}, {"data/milestones/b.toml"}});
        land("2024-03-01", {{{"data/milestones/a.toml", launch("planned = 2024-07-01\n")}}, {}});
        repository.emplace(git::Repository::open(folder.path()));
    }

    git::Oid const& tip() const { return commits.back(); }
    std::size_t position(std::size_t commit) const { return commits.size() - 1 - commit; }
};

std::vector<std::string> told(History const& history)
{
    std::vector<std::string> lines;
    for (auto const& change : history.changes) {
        auto line = history.commits[change.commit].commit.id.hex() + ' ' + change.record.id + ' ' +
                    std::to_string(static_cast<int>(change.type));
        for (auto const& member : change.members) line += ' ' + member.key + std::to_string(member.commit);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> texts(Records const& records)
{
    std::vector<std::string> found;
    for (auto const& record : records.all()) {
        auto line = record.path();
        for (auto const& member : record.fields()) line += ' ' + member.key + '=' + *member.value.text();
        found.push_back(std::move(line));
    }
    return found;
}

}  // namespace

TEST_CASE("a line tells what had landed by a day, a commit whose clock is behind with the one before it", "[slices]")
{
    Line const test;
    FirstParentLine const line{*test.repository, test.tip(), Zone::utc()};
    REQUIRE(line.size() == 6);
    CHECK(line.landing(0)->id == test.tip());
    CHECK_FALSE(line.landing(6));
    for (auto day = *parse_day("2023-12-30"); day < *parse_day("2024-03-10"); day += std::chrono::days{1}) {
        std::optional<std::size_t> expected;
        for (auto const& [since, commit] : {std::pair{"2024-01-01", 0U},
                                            {"2024-01-15", 1U},
                                            {"2024-02-01", 3U},
                                            {"2024-02-15", 4U},
                                            {"2024-03-01", 5U}})
            if (*parse_day(since) <= day) expected = test.position(commit);
        INFO(iso(day));
        CHECK(line.landed_by(day) == expected);
    }
}

TEST_CASE("a slice of a history is what the stretch tells alone", "[slices]")
{
    Line const test;
    FirstParentLine const line{*test.repository, test.tip(), Zone::utc()};
    auto const whole = read_history(*test.repository, test.layout, line, test.tip());
    Slices const slices{whole, line, 7};
    REQUIRE(slices.exact());
    for (std::size_t to = 0; to < test.commits.size(); ++to) {
        CHECK(told(slices.stretch({}, test.position(to))) ==
              told(read_history(*test.repository, test.layout, line, test.commits[to])));
        for (std::size_t from = 0; from <= to; ++from)
            CHECK(told(slices.stretch(test.position(from), test.position(to))) ==
                  told(read_history(*test.repository, test.layout, line, test.commits[to], test.commits[from])));
    }
}

TEST_CASE("a move is counted over what came before the slice, a dropped date included", "[slices]")
{
    Line const test;
    FirstParentLine const line{*test.repository, test.tip(), Zone::utc()};
    auto const whole = read_history(*test.repository, test.layout, line, test.tip());
    Slices const slices{whole, line, 7};

    auto const last = slices.stretch(test.position(4), test.position(5));
    auto const moves = slices.moves_in(last);

    REQUIRE(moves.size() == 1);
    CHECK(moves.front().ordinal == 2);
    CHECK(moves.front().from.text() == "2024-06-01");
    CHECK(moves.front().commit == 0);
    CHECK(slices.moves_in(slices.stretch(test.position(1), test.position(4))).empty());
}

TEST_CASE("what differs from one snapshot to the next is read, and gives all of it", "[slices]")
{
    Line const test;
    std::vector<git::Oid> trees;
    for (auto const& commit : test.commits) trees.push_back(test.repository->commit(commit).tree);
    Snapshots snapshots{*test.repository, test.layout, trees};
    for (auto const& tree : trees)
        CHECK(texts(snapshots.next()) ==
              texts(read_records(TreeFiles{*test.repository, tree}, test.layout, Detail::values)));
}

TEST_CASE("the last changes of a line are those of each of its tips", "[slices]")
{
    Line const test;
    FirstParentLine const line{*test.repository, test.tip(), Zone::utc()};
    LastChangesOnLine const on_line{*test.repository, test.layout, line};
    std::vector<RecordKey> const records{{&kind_named("milestone"), "a"},
                                         {&kind_named("milestone"), "b"},
                                         {&kind_named("milestone"), "c"},
                                         {&kind_named("milestone"), "never"}};
    for (std::size_t tip = 0; tip < test.commits.size(); ++tip) {
        for (auto const* until : {"2023-01-01", "2024-01-18", "2024-02-10", "2025-01-01"}) {
            for (std::size_t const at_most : {1U, 2U, 100U}) {
                auto const moment = std::chrono::sys_seconds{*parse_day(until)};
                auto const alone =
                    last_changes(*test.repository, test.layout, line, test.position(tip), records, moment, at_most);
                auto const read = on_line.at(test.position(tip), records, moment, at_most);
                INFO(tip << ' ' << until << ' ' << at_most);
                CHECK(alone.at == read.at);
                CHECK(alone.looked_back_to == read.looked_back_to);
            }
        }
    }
}

}  // namespace sss::slices_test
