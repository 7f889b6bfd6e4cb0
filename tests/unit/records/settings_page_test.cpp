#include "records/settings.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::settings_page_test {

TEST_CASE("the page of settings names every key with its default and its meaning", "[settings][docs]")
{
    std::ifstream file{SSS_SOURCE_DIR "/docs/settings.md"};
    std::string const page{std::istreambuf_iterator<char>{file}, {}};

    for (auto const& row : setting_rows()) {
        CAPTURE(row.section, row.key);
        CHECK(page.find(fmt::format("## [{}]", row.section)) != std::string::npos);
        CHECK(page.find(fmt::format("| `{}` | `{}` | {} |", row.key, row.fallback, row.description)) !=
              std::string::npos);
    }
}

}  // namespace sss::settings_page_test
