#include "print/findings/findings_text.hpp"
#include "rules/rules.hpp"
#include "rules/validation.hpp"
#include "support/embedded.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

namespace sss::examples_test {

namespace {

constexpr std::chrono::sys_seconds january_2026{std::chrono::sys_days{std::chrono::year{2026} / 1 / 15}};

}  // namespace

TEST_CASE("the failing example of each rule breaks that rule alone", "[rules]")
{
    for (auto const& rule : all_rules()) {
        if (rule.failing.empty()) continue;
        auto const checked = validate_example(rule.failing, january_2026);
        INFO(rule.name << "\n" << to_text(Check{checked.records, checked.findings, {}, {}}));
        CHECK_FALSE(checked.findings.empty());
        CHECK(std::ranges::all_of(checked.findings, [&](Finding const& found) { return found.rule == rule.name; }));
        CHECK(
            std::ranges::all_of(checked.findings, [&](Finding const& found) { return found.severity == rule.level; }));
        CHECK(std::ranges::none_of(checked.findings, [](Finding const& found) { return found.help.empty(); }));
    }
}

TEST_CASE("the mended example of each rule has no finding", "[rules]")
{
    for (auto const& rule : all_rules()) {
        auto const checked = validate_example(rule.mended, january_2026);
        INFO(rule.name << "\n" << to_text(Check{checked.records, checked.findings, {}, {}}));
        CHECK(checked.findings.empty());
    }
}

TEST_CASE("only what no text can show has no example", "[rules]")
{
    std::set<std::string_view> without;
    for (auto const& rule : all_rules()) {
        CHECK(rule.failing.empty() == rule.mended.empty());
        if (rule.failing.empty()) without.insert(rule.name);
    }
    CHECK(without == std::set<std::string_view>{"not-a-file", "not-text", "not-utf8", "outside-link", "too-large"});
}

TEST_CASE("each rule has a name of its own, a summary and a reason", "[rules]")
{
    std::set<std::string_view> names;
    for (auto const& rule : all_rules()) {
        INFO(rule.name);
        CHECK(names.insert(rule.name).second);
        CHECK(rule.summary.ends_with('.'));
        CHECK(rule.reason.ends_with('.'));
        CHECK(rule_named(rule.name) == &rule);
    }
}

TEST_CASE("the records of the SSS programme have no finding", "[rules]")
{
    std::map<std::string, std::string> files;
    for (auto const& file : embedded::example()) files.emplace(file.path, file.bytes);
    auto const checked = validate(std::move(files), january_2026);
    INFO(to_text(Check{checked.records, checked.findings, {}, {}}));
    CHECK(checked.findings.empty());
    CHECK(checked.records.size() > 70);
}

}  // namespace sss::examples_test
