#include "facts/publication/discretion.hpp"

#include <catch2/catch.hpp>

namespace sss::discretion_test {

namespace {

Kind supplier()
{
    Kind kind;
    kind.name = "supplier";
    return kind;
}

Kind milestone()
{
    Kind kind;
    kind.name = "milestone";
    kind.title_field = "title";
    for (auto const* path : {"title", "notes", "supplier", "part[]", "part[].price"}) {
        Field field;
        field.path = path;
        if (field.path == "supplier") field.references = {"supplier"};
        kind.fields.push_back(field);
    }
    return kind;
}

Value text(std::string const& value)
{
    return Value{value};
}

}  // namespace

TEST_CASE("e-mail addresses are taken out of a text, and nothing else", "[discretion]")
{
    CHECK(without_mail_addresses("ask ada@example.org.") == "ask …@….");
    CHECK(without_mail_addresses("<a.b+c@mail.example.org>, x") == "<…@…>, x");
    CHECK(without_mail_addresses("mailto:a%40b.example") == "mailto:…@…");
    CHECK(without_mail_addresses("\"a b\"@c.example!") == "…@…!");
    CHECK(without_mail_addresses("a@[192.0.2.1] b@c.example") == "…@… …@…");
    CHECK(without_mail_addresses("bö@bücher.example") == "…@…");
    for (auto const* plain : {"", "@", "a @ b", "@handle", "a@b", "meet @12:30", "…@…", "100 %40"})
        CHECK(without_mail_addresses(plain) == plain);
}

TEST_CASE("a kind that is left out takes the fields along that may name its records", "[discretion]")
{
    auto const of_supplier = supplier();
    auto const of_milestone = milestone();
    std::vector<Kind const*> const kinds{&of_milestone, &of_supplier};
    Settings::Site site;
    site.leave_out = {"supplier", "milestone.part.price"};
    Discretion const discretion{site, kinds};

    CHECK(discretion.kinds() == std::vector<Kind const*>{&of_milestone});
    CHECK_FALSE(discretion.shows(of_supplier));
    CHECK_FALSE(discretion.shows(of_milestone, "supplier"));
    CHECK_FALSE(discretion.shows(of_milestone, "part[].price"));
    CHECK_FALSE(discretion.shows(of_milestone, "part[a1].price"));
    CHECK(discretion.shows(of_milestone, "part[]"));
    CHECK(discretion.shows(of_milestone, "title"));
    CHECK(discretion.leaves_out());
    CHECK_FALSE(Discretion(Settings::Site{}, kinds).leaves_out());
}

TEST_CASE("a history that is published has no trace of what is left out", "[discretion]")
{
    auto const of_supplier = supplier();
    auto const of_milestone = milestone();
    std::vector<Kind const*> const kinds{&of_milestone, &of_supplier};
    History history;
    LandedCommit told;
    told.commit.author = {"Ada ada@example.org", "ada@example.org", {}, 0};
    told.commit.message = "by ada@example.org";
    history.commits = {told};
    Change added;
    added.record = {&of_milestone, "a"};
    added.type = ChangeType::added;
    added.title = "Title";
    added.content = std::make_shared<Table const>(
        Table{{"title", {}, text("Title")},
              {"supplier", {}, text("acme")},
              {"part", {}, Value{Array{Value{Table{{"price", {}, text("7")}, {"name", {}, text("x")}}}}}}});
    Change hidden;
    hidden.record = {&of_supplier, "acme"};
    Change only;
    only.record = {&of_milestone, "a"};
    only.members = {{"supplier", text("acme"), text("other"), 0}};
    Change part;
    part.record = {&of_milestone, "a"};
    part.members = {{"title", text("a"), text("b"), 0}, {"notes", text("x@y.example"), text("z@y.example"), 0}};
    history.changes = {added, hidden, only, part};
    Settings::Site site;
    site.leave_out = {"supplier", "milestone.part.price"};

    auto const shown = Discretion{site, kinds}.published(history);

    REQUIRE(shown.changes.size() == 2);
    CHECK(*shown.changes[0].content ==
          Table{{"title", {}, text("Title")}, {"part", {}, Value{Array{Value{Table{{"name", {}, text("x")}}}}}}});
    REQUIRE(shown.changes[1].members.size() == 1);
    CHECK(shown.changes[1].members[0].key == "title");
    CHECK(shown.commits[0].commit.author.name == "Ada …@…");
    CHECK(shown.commits[0].commit.author.email.empty());
    CHECK(shown.commits[0].commit.message.empty());  // it may tell of what is left out
    CHECK(Discretion{Settings::Site{}, kinds}.published(history).commits[0].commit.message == "by …@…");
    site.people_named = false;
    CHECK(Discretion{site, kinds}.published(history).commits[0].commit.author.name.empty());
}

}  // namespace sss::discretion_test
