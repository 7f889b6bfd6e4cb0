#include "schema/compile.hpp"
#include "schema/explainer.hpp"
#include "try_schema.hpp"

#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

namespace sss::draft7_test {
using Json = nlohmann::ordered_json;

namespace {

/// A value of a case: what JSON cannot write stands behind an @: "@2018-04-25", "@inf".
Value instance(Json const& json)
{
    if (json.is_string() && json.get_ref<std::string const&>().starts_with('@')) {
        auto const text = json.get<std::string>();
        return test::value(text == "@inf" || text == "@nan" ? text.substr(1) : text);
    }
    if (json.is_array()) {
        Array items;
        for (auto const& item : json) items.push_back(instance(item));
        return Value{items};
    }
    if (json.is_object()) {
        Table table;
        for (auto const& [key, member] : json.items()) table.push_back({key, {}, instance(member)});
        return Value{table};
    }
    return test::value(json.dump());
}

/// What is wrong with the schema is what the case names, in whatever order.
void compare_problems(std::vector<Finding> problems, Json const& expected)
{
    for (auto const& words : expected) {
        auto const found = std::ranges::find_if(problems, [&](Finding const& problem) {
            return problem.message.text().find(words.get<std::string>()) != std::string::npos;
        });
        INFO("expected: " << words);
        CHECK(found != problems.end());
        if (found != problems.end()) problems.erase(found);
    }
    for (auto const& problem : problems) {
        INFO("not expected: " << problem.message.text());
        CHECK(false);
    }
}

bool accepts_and_explains(schema::Compiled const& compiled, Value const& value)
{
    schema::Judge judge{true};
    auto const accepted = judge.accepts(*compiled.root, value);
    Document const nowhere{.path = "x.toml", .root = {}, .problems = {}, .newer = {}};
    schema::Problems problems;
    schema::Judge other{true};
    schema::Explainer{compiled, nowhere, other}.explain(*compiled.root, value, schema::Spot{.node = compiled.root},
                                                        problems);
    CHECK(accepted == problems.empty());  // a refusal is told, and nothing else is
    return accepted;
}

}  // namespace

TEST_CASE("every keyword of draft-07 is judged at its edges as the standard has it", "[schema][draft7]")
{
    std::size_t cases = 0;
    for (auto const& entry : std::filesystem::directory_iterator{SSS_SOURCE_DIR "/tests/unit/schema/draft7"}) {
        std::ifstream file{entry.path()};
        for (auto const& one : Json::parse(file)) {
            INFO(entry.path().filename().string() << ": " << one["says"]);
            std::vector<Finding> problems;
            auto const compiled = schema::compile_schema("schemas/x.schema.json", one["schema"].dump(), problems);
            compare_problems(problems, one.value("problems", Json::array()));
            for (auto const* verdict : {"valid", "invalid"})
                for (auto const& json : one.value(verdict, Json::array())) {
                    INFO(json << " should be " << verdict);
                    CHECK(accepts_and_explains(*compiled, instance(json)) == (*verdict == 'v'));
                    ++cases;
                }
        }
    }
    CHECK(cases > 700);
}

}  // namespace sss::draft7_test
