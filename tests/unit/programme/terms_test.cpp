#include "programme/terms.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace sss::terms_test {

TEST_CASE("the built-in terms stand in the order of their letters, each once", "[terms]")
{
    auto const terms = built_in_terms();

    CHECK(std::ranges::is_sorted(terms, {}, &Term::letters));
    CHECK(std::ranges::adjacent_find(terms, {}, &Term::letters) == terms.end());
}

TEST_CASE("a programme's own meaning goes before the built-in one, and an empty one takes it away", "[terms]")
{
    Glossary const glossary{{{"AR", "annual report"}, {"PMB", "project management board"}, {"QR", ""}}};

    REQUIRE(glossary.meaning("AR") != nullptr);
    CHECK(*glossary.meaning("AR") == "annual report");
    CHECK(*glossary.meaning("PMB") == "project management board");
    CHECK(glossary.meaning("QR") == nullptr);
    CHECK(*glossary.meaning("CDR") == "critical design review");
    CHECK(glossary.meaning("cdr") == nullptr);
}

}  // namespace sss::terms_test
