#include "words/words.hpp"

#include <array>
#include <map>

#include <catch2/catch.hpp>

namespace sss::words_value_test {

namespace {

/// Knows what it is told; counts as Slovene does: one, two and more.
class Told : public Catalogue {
public:
    explicit Told(std::map<std::string, std::vector<std::string>> messages) : messages_(std::move(messages)) {}

    std::optional<std::string> find(MessageAsked const& asked) const override
    {
        auto key = std::string{asked.context};
        if (!key.empty()) key += '|';
        auto const found = messages_.find(key.append(asked.text));
        if (found == messages_.end()) return std::nullopt;
        auto const form = asked.number ? std::min<std::size_t>(*asked.number, 3) - 1 : 0;
        return found->second.at(form);
    }

private:
    std::map<std::string, std::vector<std::string>> messages_;
};

constexpr MessageFault fault(std::string_view text, std::string_view optional = {})
{
    std::array<std::string_view, 2> const names{"title", "date"};
    return fault_in(text, names, optional);
}

}  // namespace

TEST_CASE("a message names each of its arguments, and nothing else", "[words]")
{
    STATIC_REQUIRE(fault("{title} slipped to {date}.") == MessageFault::none);
    STATIC_REQUIRE(fault("{date}: {title}, {title}.") == MessageFault::none);
    STATIC_REQUIRE(fault("{title} slipped by {days}, to {date}.") == MessageFault::unknown);
    STATIC_REQUIRE(fault("{} slipped to {date}.") == MessageFault::unknown);
    STATIC_REQUIRE(fault("{title} slipped.") == MessageFault::unused);
    STATIC_REQUIRE(fault("{title} slipped: date") == MessageFault::unused);
    STATIC_REQUIRE(fault("{title} slipped.", "date") == MessageFault::none);
    STATIC_REQUIRE(fault("{title slipped to {date}.") == MessageFault::unclosed);
    STATIC_REQUIRE(fault("{title} slipped to {date") == MessageFault::unclosed);
    STATIC_REQUIRE(fault("title} slipped to {date}.") == MessageFault::unclosed);
    STATIC_REQUIRE(fault("{{title}} slipped to {date}.") == MessageFault::unclosed);
    constexpr std::array<std::string_view, 2> twice{"title", "title"};
    STATIC_REQUIRE(fault_in("{title}", twice) == MessageFault::given_twice);
}

TEST_CASE("an argument keeps what it is: a name a name, a date a date", "[words]")
{
    auto const day = Date::of(parse_day("2023-04-12").value());
    auto const said = Words{}.say("{title} is planned for {date}, move {number}.", "title"_a = as_name("<b>"),
                                  "date"_a = as_time(day, "12 April"), "number"_a = 3);

    REQUIRE(said.parts().size() == 4);
    CHECK(said.parts()[0] == SaidPart{SaidPart::Is::name, "<b>"});
    CHECK(said.parts()[1] == SaidPart{SaidPart::Is::words, " is planned for "});
    CHECK(said.parts()[2] == SaidPart{SaidPart::Is::time, "12 April", "2023-04-12"});
    CHECK(said.parts()[3] == SaidPart{SaidPart::Is::words, ", move 3."});
}

TEST_CASE("braces in a name are the name's own", "[words]")
{
    CHECK(in_plain(Words{}.say("Next: {title}.", "title"_a = as_name("{title} {x}"))) == "Next: {title} {x}.");
}

TEST_CASE("English says one of one, and several of none and of more", "[words]")
{
    auto const milestones = [](std::int64_t number) {
        return in_plain(Words{}.quantity(number, "{n} milestone", "{n} milestones"));
    };
    CHECK(milestones(0) == "0 milestones");
    CHECK(milestones(1) == "1 milestone");
    CHECK(milestones(-1) == "−1 milestone");
    CHECK(milestones(2) == "2 milestones");
    CHECK(in_plain(Words{}.quantity(1, "The milestone", "All {n} milestones")) == "The milestone");
    CHECK(in_plain(Words{}.quantity(12, "{n} day", "{n} days", "n"_a = signed_text(12))) == "+12 days");
}

TEST_CASE("a translation orders its arguments as its language does", "[words]")
{
    Told const language{{{"{title} slipped to {date}.", {"{date}: {title}!"}}}};
    auto const said =
        Words{language}.say("{title} slipped to {date}.", "title"_a = as_name("A"), "date"_a = as_name("B"));
    CHECK(in_plain(said) == "B: A!");
    CHECK(said.parts().front() == SaidPart{SaidPart::Is::name, "B"});
}

TEST_CASE("a language counts in its own way", "[words]")
{
    Told const language{{{"{n} month", {"mesec", "{n} meseca", "{n} mesecev"}}}};
    auto const months = [&](std::int64_t number) {
        return in_plain(Words{language}.quantity(number, "{n} month", "{n} months"));
    };
    CHECK(months(1) == "mesec");
    CHECK(months(2) == "2 meseca");
    CHECK(months(-2) == "−2 meseca");
    CHECK(months(5) == "5 mesecev");
}

TEST_CASE("one text in two contexts is two messages", "[words]")
{
    Told const language{{{"heading|New", {"Novo"}}}};
    CHECK(in_plain(Words{language}.say_in("heading", "New")) == "Novo");
    CHECK(in_plain(Words{language}.say_in("name of a port", "New")) == "New");
    CHECK(in_plain(Words{language}.say("New")) == "New");
}

TEST_CASE("a translation that does not fit its arguments is passed over", "[words]")
{
    for (auto const* wrong : {"{titel}", "nothing", "{title", "title}", "{}", "{{title}}"}) {
        Told const language{{{"Next: {title}.", {wrong}}}};
        CHECK(in_plain(Words{language}.say("Next: {title}.", "title"_a = as_name("A"))) == "Next: A.");
    }
}

TEST_CASE("names are listed as a language lists them", "[words]")
{
    Told const language{{{"within a list|{names}, {next}", {"{names}、{next}"}},
                         {"end of a list|{names} and {last}", {"{names}和{last}"}}}};
    std::vector<Said> const names{as_name("a"), as_name("b"), as_name("c")};
    CHECK(in_plain(some_names(names, 3, Words{language})) == "a、b和c");
}

}  // namespace sss::words_value_test
