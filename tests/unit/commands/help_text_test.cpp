#include "commands/help_text.hpp"

#include "support/utf8.hpp"

#include <sstream>
#include <string>

#include <catch2/catch.hpp>

using namespace sss;

namespace {

std::string help_at(std::size_t columns)
{
    CLI::App app{"What it is for", "sss"};
    auto const text = std::make_shared<HelpText>();
    text->set_width(columns);
    app.formatter(text);
    std::string what, heap, range;
    app.add_option("RANGE", range, "A period or a revision");
    auto* quiet = app.add_option("-q,--quiet", what, "Say nothing but what somebody has asked for by name");
    quiet->type_name("WORD");
    app.add_option("--a-very-long-name-of-an-option", heap, "Gather")
        ->type_name("HEAP")
        ->check(CLI::IsMember({"day", "week"}))
        ->excludes(quiet);
    return app.help();
}

}  // namespace

TEST_CASE("help is broken at the width of the terminal, within bounds", "[help]")
{
    for (std::size_t const columns : {20U, 60U, 80U, 120U, 300U}) {
        std::istringstream lines{help_at(columns)};
        for (std::string line; std::getline(lines, line);)
            CHECK(display_width(line) <= std::min(std::max(columns, HelpText::narrowest), HelpText::widest));
    }
}

TEST_CASE("an option's line tells its names and one word for what it takes", "[help]")
{
    auto const help = help_at(60);

    CHECK(help.find("\n  -q, --quiet WORD          Say nothing but what somebody\n"
                    "                            has asked for by name\n") != std::string::npos);
    CHECK(help.find("\n  --a-very-long-name-of-an-option HEAP\n                            Gather\n") !=
          std::string::npos);
    CHECK(help.find("{day") == std::string::npos);
    CHECK(help.find("Excludes") == std::string::npos);
    CHECK(help.find("\nArguments:\n  RANGE                     A period or a revision\n") != std::string::npos);
}
