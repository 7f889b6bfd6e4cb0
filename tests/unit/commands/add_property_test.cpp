#include "try_command.hpp"

#include <random>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace sss::add_property_test {
using sss::test::TestRepository;
using Json = nlohmann::ordered_json;

namespace {

/// What people paste into a field, and what strangers try.
class RandomText {
public:
    explicit RandomText(unsigned seed) : random_(seed) {}

    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
    template <typename List>
    auto const& one_of(List const& list)
    {
        return list[below(static_cast<unsigned>(std::size(list)))];
    }

    std::string text()
    {
        static std::string const pieces[] = {
            "plain words", "\"quoted\"",   "'",      "\"\"\"", "'''", "\\",         "\\n",  "\n",       "\r\n",
            "\t",          "# no comment", "= [x]",  "{ }",    "é",   "中文",       "🛰", "\x1b[31m", "\x7f",
            "\u202Eabc",   "\uFEFF",       "\u00A0", "x ",     "  y", "2018-04-25", "",     "true",     "\x01",
            "a\nb\n",      "%s",           "0",      "-"};
        std::string made = "T";
        for (auto left = below(4); left > 0; --left) made += one_of(pieces);
        return made;
    }

private:
    std::mt19937 random_;
};

Json milestone(RandomText& random, int number)
{
    static std::string const types[] = {"review", "contract", "delivery", "test", "launch", "training", "other"};
    static std::string const dates[] = {"2019-04-25", "2019-Q4", "2019-04",
                                        "2019-H2~",   "2020",    "2019-12-01/2019-12-10"};
    Json made{{"id", "m-" + std::to_string(number)}, {"title", random.text()}, {"type", random.one_of(types)}};
    if (random.below(2) == 0) made["planned"] = random.one_of(dates);
    if (random.below(3) == 0) made["notes"] = random.text();
    if (random.below(3) == 0) made["weight"] = 0.25 * (1 + random.below(9));
    if (number > 0 && !made.contains("planned") && random.below(2) == 0)
        made["depends_on"] = {"m-" + std::to_string(random.below(static_cast<unsigned>(number)))};
    if (random.below(4) == 0)
        made["sources"] = Json::array({{{"title", random.text()}, {"url", "https://papers.example/a?b=%20"}}});
    return made;
}

Json satellite(RandomText& random, int number)
{
    static std::string const classes[] = {"mini", "micro", "nano"};
    Json made{{"id", "s-" + std::to_string(number)}, {"name", random.text()}, {"class", random.one_of(classes)}};
    if (random.below(2) == 0) made["mass_kg"] = 0.5 + random.below(7);
    if (random.below(2) == 0) made["orbit"] = {{"regime", "SSO"}, {"altitude_km", 400 + random.below(300)}};
    if (random.below(2) == 0) made["payload"] = Json::array({{{"name", random.text()}}, {{"name", "Camera"}}});
    return made;
}

std::string words_of(test::Outcome const& outcome)
{
    return outcome.out.substr(0, 3000) + outcome.err.substr(0, 3000);
}

}  // namespace

TEST_CASE("whatever add writes out of a file of many records, validate accepts, and it is in the canonical layout",
          "[add][property]")
{
    RandomText random{2018};
    auto many = Json{{"milestone", Json::array()}, {"satellite", Json::array()}};
    for (auto i = 0; i < 1500; ++i) many["milestone"].push_back(milestone(random, i));
    for (auto i = 0; i < 500; ++i) many["satellite"].push_back(satellite(random, i));

    TestRepository const repository;
    auto const added = repository.run({"add", "--from", "-", "--from-format", "json"}, {many.dump()});
    INFO(words_of(added));
    REQUIRE(added.status == ExitStatus::done);
    auto const validated = repository.run({"validate"});
    INFO(words_of(validated));
    CHECK(validated.status == ExitStatus::done);
    auto const laid_out = repository.run({"fmt", "--check"});
    INFO(words_of(laid_out));
    CHECK(laid_out.status == ExitStatus::done);
    for (auto const& expected : many["milestone"]) {
        auto const path = "data/milestones/" + expected["id"].get<std::string>() + ".toml";
        Table record;
        REQUIRE(parse_values(repository.read(path), record));
        CHECK(*find(record, "title")->string() == expected["title"].get<std::string>());
        if (expected.contains("notes")) CHECK(*find(record, "notes")->string() == expected["notes"].get<std::string>());
    }
}

TEST_CASE("whatever is typed for a field, add writes what validate accepts, or nothing", "[add][property]")
{
    static std::string const fields[] = {"--notes",   "--planned", "--weight",     "--satellite", "--reviews",
                                         "--outcome", "--owner",   "--depends-on", "--sources",   "--aliases"};
    static std::string const values[] = {"2019-Q4", "2019-02-30",        "1.5",  "-1", "CDR", "CDR,PDR",
                                         "passed",  "{ title = \"x\" }", "first"};
    RandomText random{7};
    TestRepository const repository;
    REQUIRE(repository.run({"add", "milestone", "first", "--title", "First", "--type", "test"}).status ==
            ExitStatus::done);
    auto written = 0;
    for (auto i = 0; i < 120; ++i) {
        auto const id = "m-" + std::to_string(i);
        std::vector<std::string> words{"add", "milestone", id, "--title", random.text(), "--type", "review"};
        for (auto left = random.below(3); left > 0; --left) {
            words.push_back(random.one_of(fields));
            words.push_back(random.below(2) == 0 ? random.text() : random.one_of(values));
        }
        auto const done = repository.run(words).status == ExitStatus::done;
        CHECK(repository.has("data/milestones/" + id + ".toml") == done);
        written += done ? 1 : 0;
    }
    CHECK(written > 20);
    auto const validated = repository.run({"validate"});
    INFO(words_of(validated));
    CHECK(validated.status == ExitStatus::done);
    CHECK(repository.run({"fmt", "--check"}).status == ExitStatus::done);
}

}  // namespace sss::add_property_test
