#include "records/scaffold.hpp"

#include "history/try_history.hpp"
#include "records/settings.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace sss::scaffold_test {

namespace {

std::string const& file(std::vector<ScaffoldFile> const& files, std::string_view path)
{
    auto const found = std::ranges::find(files, path, &ScaffoldFile::path);
    if (found == files.end()) throw std::runtime_error{"no such file"};
    return found->bytes;
}

}  // namespace

TEST_CASE("a new data repository's settings are sound, and say every default", "[records]")
{
    auto text = file(scaffold(embedded::schemas()), "sss.toml");
    std::vector<Finding> findings;
    auto const as_written = read_settings("sss.toml", text, findings);
    CHECK(findings.empty());
    // Each default, once its comment sign is taken away, is a setting that is understood.
    std::string uncommented;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("# ") && line.find(" = ") != std::string::npos &&
            line.find_first_of(" ", 2) == line.find(" = "))
            line = line.substr(2);
        uncommented += line + '\n';
    }
    auto const spelled_out = read_settings("sss.toml", uncommented, findings);
    for (auto const& finding : findings) UNSCOPED_INFO(finding.message.text());
    CHECK(findings.empty());
    CHECK(spelled_out.history.correction_days == as_written.history.correction_days);
    CHECK(spelled_out.report.upcoming_days == as_written.report.upcoming_days);
}

TEST_CASE("a new data repository has a folder for each standard kind and its schema for editors", "[records]")
{
    auto const files = scaffold(embedded::schemas());
    for (auto const& schema : standard_schemas().all()) {
        auto const& kind = schema.kind();
        CHECK(file(files, "data/" + kind.folder + "/.gitkeep").empty());
        CHECK_FALSE(file(files, "schemas/standard/" + kind.name + ".schema.json").empty());
        CHECK(file(files, ".taplo.toml").find("data/" + kind.folder + "/**/*.toml") != std::string::npos);
        CHECK(file(files, "tombi.toml").find("schemas/standard/" + kind.name + ".schema.json") != std::string::npos);
    }
    CHECK_NOTHROW(table_of(file(files, ".taplo.toml")));
    CHECK_NOTHROW(table_of(file(files, "tombi.toml")));
}

TEST_CASE("the workflow fetches the whole history", "[records]")
{
    CHECK(file(scaffold(embedded::schemas()), ".github/workflows/records.yml").find("fetch-depth: 0") !=
          std::string::npos);
}

}  // namespace sss::scaffold_test
