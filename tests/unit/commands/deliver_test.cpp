#include "commands/command_line.hpp"
#include "history/try_history.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

namespace sss::deliver_test {
namespace fs = std::filesystem;

namespace {

std::string contents(fs::path const& path)
{
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("a result that is what stands in the file already leaves the file alone", "[commands]")
{
    ScratchFolder const folder;
    CommonOptions options;
    options.output = (folder.path() / "CHANGELOG.md").string();
    deliver("one\n", options, {});
    auto const long_ago = fs::last_write_time(options.output) - std::chrono::hours{48};
    fs::last_write_time(options.output, long_ago);

    deliver("one\n", options, {});
    CHECK(fs::last_write_time(options.output) == long_ago);
    deliver("on\n", options, {});
    CHECK(fs::last_write_time(options.output) != long_ago);
    CHECK(contents(options.output) == "on\n");
    deliver("one\n", options, {});
    CHECK(contents(options.output) == "one\n");
}

}  // namespace sss::deliver_test
