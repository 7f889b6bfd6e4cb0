#include "support/edit_distance.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::edit_distance_test {

TEST_CASE("each kind of slip counts one", "[edit-distance]")
{
    CHECK(edit_distance("kitten", "kitten", 3) == 0);
    CHECK(edit_distance("kiten", "kitten", 3) == 1);
    CHECK(edit_distance("kittten", "kitten", 3) == 1);
    CHECK(edit_distance("kotten", "kitten", 3) == 1);
    CHECK(edit_distance("iktten", "kitten", 3) == 1);
}

TEST_CASE("beyond the limit the distance is not counted on", "[edit-distance]")
{
    CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
    CHECK(edit_distance("a", "abcdefgh", 2) == 3);
}

TEST_CASE("the word that was meant is found", "[edit-distance]")
{
    std::vector<std::string> const known = {"planned", "baseline", "beihang", "launch_date", "satellite", "actual"};

    CHECK(nearest("behang", known) == "beihang");
    CHECK(nearest("planed", known) == "planned");
    CHECK(nearest("Planned", known) == "planned");
    CHECK(nearest("launch-date", known) == "launch_date");
    CHECK(nearest("sat", known) == "satellite");
}

TEST_CASE("a word that is near to nothing gets no suggestion", "[edit-distance]")
{
    std::vector<std::string> const known = {"planned", "id", "x"};

    CHECK_FALSE(nearest("weather", known));
    CHECK_FALSE(nearest("ab", known));
    CHECK_FALSE(nearest("y", known));
    CHECK_FALSE(nearest("", known));
}

TEST_CASE("of several near words the nearest wins, and of equals the first", "[edit-distance]")
{
    CHECK(nearest("sss-1", std::vector<std::string>{"sss-2a", "sss-2"}) == "sss-2");
    CHECK(nearest("sss-3", std::vector<std::string>{"sss-1", "sss-2"}) == "sss-1");
}

namespace {

/// The same by the book: the whole table.
std::size_t whole_distance(std::string const& a, std::string const& b)
{
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            auto& cell = table[i][j];
            if (i == 0 || j == 0) {
                cell = i + j;
                continue;
            }
            cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cell = std::min(cell, table[i - 2][j - 2] + 1);
        }
    }
    return table[a.size()][b.size()];
}

}  // namespace

TEST_CASE("looking at a band of the table gives what the whole table gives, up to the limit", "[edit-distance]")
{
    std::mt19937 dice{7};
    auto const below = [&dice](std::size_t most) { return static_cast<std::size_t>(dice() % most); };
    auto const word = [&] {
        std::string text(below(12), 'a');
        for (auto& c : text) c = static_cast<char>('a' + below(3));
        return text;
    };
    for (int round = 0; round < 4000; ++round) {
        auto const a = word(), b = word();
        auto const limit = below(8);
        INFO(a << " " << b << " " << limit);
        CHECK(edit_distance(a, b, limit) == std::min(whole_distance(a, b), limit + 1));
    }
}

}  // namespace sss::edit_distance_test
