#include "records/references.hpp"

#include "records/document.hpp"
#include "support/error.hpp"

#include <catch2/catch.hpp>

namespace sss::references_test {

namespace {

/// The text with each item of its list "x" replaced.
std::string with_items(std::string const& text, std::string const& from, std::string const& to)
{
    auto const document = parse_document("r.toml", text);
    std::vector<Place> places;
    for (auto const& item : *find(document.root, "x")->array())
        if (*item.string() == from) places.push_back(item.place);
    return replaced_texts(text, places, from, to);
}

}  // namespace

TEST_CASE("only the bytes of the references change, and each keeps its quotes", "[references]")
{
    CHECK(with_items("é = 1 # a\r\nx = [\"a\",  'a', # \"a\"\r\n  \"b\", \"a\"]\r\n", "a", "long-name") ==
          "é = 1 # a\r\nx = [\"long-name\",  'long-name', # \"a\"\r\n  \"b\", \"long-name\"]\r\n");
    CHECK(with_items("\xef\xbb\xbf"
                     "x = [ \"\\u0061\" ]",
                     "a", "b") ==
          "\xef\xbb\xbf"
          "x = [ \"b\" ]");
    CHECK(with_items("x = ['a']", "a", "it's") == "x = [\"it's\"]");
}

TEST_CASE("a place that does not hold the text is never written over", "[references]")
{
    CHECK_THROWS_AS(replaced_texts("x = 12", std::vector<Place>{{1, 5, 2}}, "a", "b"), Error);
    CHECK_THROWS_AS(replaced_texts("x = \"c\"", std::vector<Place>{{1, 5, 3}}, "a", "b"), Error);
    CHECK_THROWS_AS(with_items("x = [\"\"\"\na\"\"\", \"\"\"a\"\"\"]", "a", "b"), Error);
}

}  // namespace sss::references_test
