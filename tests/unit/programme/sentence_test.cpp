#include "programme/sentence.hpp"

#include <catch2/catch.hpp>

namespace sss::sentence_test {

namespace {

std::string identity(Sentence const& sentence)
{
    std::string identity;
    sentence.add_identity(identity);
    for (auto& byte : identity)
        if (byte == '\0') byte = '|';
    return identity;
}

}  // namespace

TEST_CASE("a sentence is its pattern with what its names stand for", "[sentence]")
{
    std::string const id = "sss-1";
    CHECK(Sentence{"{id} has {number} of {mass} kg, {id}{sign}", "id"_key = id, "number"_arg = 3, "mass"_arg = 2.5,
                   "sign"_arg = '!'}
              .text() == "sss-1 has 3 of 2.5 kg, sss-1!");
    CHECK(Sentence{"{a}{b}", "a"_key = "", "b"_arg = std::size_t{7}}.text() == "7");
    CHECK(Sentence{"{n}", "n"_arg = -9'223'372'036'854'775'807 - 1}.text() == "-9223372036854775808");
}

TEST_CASE("a literal is said as it stands, braces included", "[sentence]")
{
    CHECK(Sentence{R"(write "allOf": [{"$ref": …}])"}.text() == R"(write "allOf": [{"$ref": …}])");
    CHECK(Sentence{}.empty());
    CHECK(Sentence{""}.empty());
    CHECK_FALSE(Sentence{"x"}.empty());
}

TEST_CASE("what an argument holds is never taken for a pattern", "[sentence]")
{
    for (std::string_view const value : {"{other}", "{", "}", "{}", "a → b", "half of", "cancelled: x", "x later"})
        CHECK(Sentence{"{id} and {other}", "id"_key = value, "other"_arg = "o"}.text() ==
              std::string{value} + " and o");
    std::string const bytes{"a\0b", 3};
    CHECK(Sentence{"<{text}>", "text"_key = bytes}.text() == "<" + bytes + ">");
}

TEST_CASE("a sentence within another is said in its place", "[sentence]")
{
    Sentence const inner{"reached {date}", "date"_arg = "2018-04", "id"_key = "a"};
    Sentence const outer{"{what}, before {other} ({what})", "what"_arg = inner, "other"_key = "b"};
    CHECK(outer.text() == "reached 2018-04, before b (reached 2018-04)");
    CHECK(Sentence{"{what}!", "what"_arg = outer}.text() == outer.text() + "!");
    CHECK(Sentence{"a{more}", "more"_arg = Sentence{}}.text() == "a");
}

TEST_CASE("names and values identify, words and what is merely told do not", "[sentence]")
{
    Sentence const one{"{id} stands already in line {line}", "id"_key = "a", "line"_arg = 5};
    CHECK(identity(one) == "|id=a");
    CHECK(identity(one) == identity({"in line {line} stands {id}", "line"_arg = 6, "id"_key = "a"}));
    CHECK(identity(one) != identity({"{id} stands already in line {line}", "id"_key = "b", "line"_arg = 5}));
    CHECK(identity({"{what} twice", "what"_arg = one, "field"_key = "x"}) == "|id=a|field=x");
    CHECK(identity("a literal").empty());
}

TEST_CASE("an argument that identifies need not be said", "[sentence]")
{
    Sentence const said{"this meeting was not held", "field"_key = "held"};
    CHECK(said.text() == "this meeting was not held");
    CHECK(identity(said) == "|field=held");
}

TEST_CASE("values can be put otherwise, and words stay", "[sentence]")
{
    Sentence const advice{"write {date}, or / alone", "date"_arg = "\"2018/2019\""};
    auto const plain = advice.with_values([](std::string_view, std::string_view) { return "2018..2019"; });
    CHECK(plain.text() == "write 2018..2019, or / alone");
    Sentence const within{"{advice}!", "advice"_arg = advice};
    CHECK(within.with_values([](std::string_view name, std::string_view) { return std::string{name}; }).text() ==
          "write date, or / alone!");
}

TEST_CASE("a sentence of its own has a capital letter and a mark", "[sentence]")
{
    CHECK(Sentence{"write {date}", "date"_arg = "2018"}.whole() == "Write 2018.");
    CHECK(Sentence{"did you mean {id}?", "id"_arg = "x"}.whole() == "Did you mean x?");
    CHECK(Sentence{"2018 it is."}.whole() == "2018 it is.");
    CHECK(Sentence{}.whole().empty());
}

TEST_CASE("a text that is not ours is said as it is, and an empty one is no sentence", "[sentence]")
{
    CHECK(Sentence::quoting("its {mass} in kg").text() == "its {mass} in kg");
    CHECK(Sentence::quoting("").empty());
}

}  // namespace sss::sentence_test
