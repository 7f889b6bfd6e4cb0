#include "support/error.hpp"
#include "work/change/done.hpp"
#include "work/change/layout.hpp"
#include "work/change/move.hpp"
#include "work/change/rename.hpp"
#include "work/change/rewriting.hpp"
#include "work/change/set.hpp"
#include "work/try_programme.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace sss::work_change_test {
namespace {

using sss::test::Programme;

Day const today = parse_day("2020-02-05").value();  // a Wednesday

template <typename Request>
PreparedRewriting prepared(Programme& programme, WorkingTree const& tree, Request const& request)
{
    return prepare(tree, rewriting_for(tree, request, programme.outside()), programme.request, programme.outside());
}

TEST_CASE("A move is prepared without writing, and written whole")
{
    Programme programme;
    auto const before = programme.read("data/milestones/cdr.toml");
    auto const tree = open_working_tree(programme.request);
    auto const what = prepared(programme, tree, MoveRequest{.id = "cdr", .date = "+2w", .reason = "late bench"});
    CHECK(what.judgement.sound);
    CHECK(what.lines == "CDR: 15 → 29 June 2020 (+14 days, second move, +59 in all)\n");
    CHECK(what.proposal.command.find("Reason: late bench") != std::string::npos);
    CHECK(diff_of(tree, what.texts).find("+planned = 2020-06-29") != std::string::npos);
    CHECK(programme.read("data/milestones/cdr.toml") == before);
    write(tree, what);
    CHECK(programme.read("data/milestones/cdr.toml").find("planned = 2020-06-29") != std::string::npos);
}

TEST_CASE("What stands so already has no text to write, and says why")
{
    Programme programme;
    programme.write("data/milestones/cdr.toml",
                    "title = \"CDR\"\ntype = \"review\"\nplanned = 2020-06-15\nactual = 2020-02-20\n");
    auto const tree = open_working_tree(programme.request);
    auto const what = rewriting_for(tree, DoneRequest{.words = {"cdr"}}, programme.outside());
    CHECK(what.texts.empty());
    CHECK(what.unchanged.starts_with("CDR was reached already, on 20 February 2020"));
    CHECK_THROWS_AS(rewriting_for(tree, DoneRequest{.words = {"cdr", "2020-02-21"}}, programme.outside()), UsageError);
}

TEST_CASE("A change that brings an error is not sound; an error that stood there is counted and left")
{
    Programme programme;
    auto tree = open_working_tree(programme.request);
    ChangedTexts const wrong{{"data/milestones/cdr.toml", "title = \"CDR\"\nplanned = 2020-06-15\n"}};
    auto const brought = judge(tree, wrong, programme.request, programme.outside());
    CHECK_FALSE(brought.sound);
    CHECK(brought.findings.front().rule == "missing-field");
    programme.write("data/milestones/cdr.toml", *wrong.begin()->second);
    read_again(tree);
    auto const mended = judge(tree, {{"data/milestones/cdr.toml", "title = \"C\"\nplanned = 2020-06-15\n"}},
                              programme.request, programme.outside());
    CHECK(mended.sound);
    CHECK(mended.stood_before == 1);
}

TEST_CASE("A renamed record moves its file and keeps its old id")
{
    Programme programme;
    auto const tree = open_working_tree(programme.request);
    auto const what = prepared(programme, tree, RenameRequest{.id = "cdr", .name = "system-cdr", .reason = {}});
    write(tree, what);
    CHECK(programme.read("data/milestones/cdr.toml").empty());
    CHECK(programme.read("data/milestones/system-cdr.toml").find("aliases = [\"cdr\"]") != std::string::npos);
}

TEST_CASE("Fields are set one after the other; what is no field is told")
{
    Programme programme;
    auto const tree = open_working_tree(programme.request);
    auto const set = set_fields(tree, {"cdr", {"title=System CDR", "planned=2020-07"}}, today);
    CHECK(set.text == "title = \"System CDR\"\ntype = \"review\"\nplanned = \"2020-07\"\n");
    CHECK(set_fields(tree, {"cdr", {"planned=friday"}}, today).text->find("planned = 2020-02-07") != std::string::npos);
    CHECK(set_fields(tree, {"cdr", {"actual=monday"}}, today).text->find("actual = 2020-02-03") != std::string::npos);
    CHECK(set_fields(tree, {"cdr", {"title=friday"}}, today).text->find("title = \"friday\"") != std::string::npos);
    CHECK_THROWS_AS(set_fields(tree, {"cdr", {"planed=2020-07"}}, today), UsageError);
    CHECK_THROWS_AS(set_fields(tree, {"cdr", {}}, today), UsageError);
}

TEST_CASE("Layout names what it would change and what it leaves")
{
    Programme programme;
    programme.write("data/milestones/pdr.toml", "planned=2020-01-05\ntitle='PDR'\ntype='review'\n");
    programme.write("data/milestones/broken.toml", "title = \n");
    auto const tree = open_working_tree(programme.request);
    auto const found = lay_out(tree, {}, programme.request.directory);
    REQUIRE(found.changed.size() == 1);
    CHECK(found.changed.front().record->id == "pdr");
    CHECK(found.left == 1);
    CHECK(found.unreadable.size() == 1);
    CHECK_THROWS_AS(lay_out(tree, {"sss.toml"}, programme.request.directory), UsageError);
}

}  // namespace
}  // namespace sss::work_change_test
