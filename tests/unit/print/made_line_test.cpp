#include "print/made_line.hpp"

#include "support/shell_word.hpp"

#include <catch2/catch.hpp>

namespace sss::made_line_test {

namespace {

std::string const commit(40, 'a');
std::vector<std::string> const arguments{"report", "--rev", commit, "--period", "2023-W15", "--as-of", "2023-04-13"};

std::string foot(std::size_t width)
{
    return "Made by sss 0.1.0 from commit " + commit + ":\n" + wrapped_command(arguments, width) + '\n';
}

}  // namespace

TEST_CASE("a report's last lines say how it is made again, however narrow they are printed", "[made]")
{
    for (std::size_t const width : {40U, 60U, 80U, 100U, 400U}) {
        INFO(width);
        auto const made = read_made("Programme\n\n" + foot(width));
        REQUIRE(made);
        CHECK(made->format == "text");
        CHECK(made->version == "0.1.0");
        CHECK(made->commit == commit);
        CHECK(made->arguments == arguments);
    }
}

TEST_CASE("a command that is broken over lines stays within the width where its words do", "[made]")
{
    auto const text = wrapped_command(arguments, 80);

    CHECK(text == "sss report --rev " + commit + " --period 2023-W15 \\\n    --as-of 2023-04-13");
    CHECK(wrapped_command(arguments, 200) == command_line_of(arguments));
}

TEST_CASE("how a report was made is read whatever became of its line ends", "[made]")
{
    std::string crlf = "\xEF\xBB\xBFProgramme\r\n";
    for (auto const c : foot(60)) crlf += c == '\n' ? std::string{"\r\n"} : std::string{c};

    auto const made = read_made(crlf);

    REQUIRE(made);
    CHECK(made->arguments == arguments);
}

TEST_CASE("blanks within a word of the command are the word's own", "[made]")
{
    auto named = arguments;
    named.insert(named.end(), {"--mail-from", "A  B <a@programme.example>"});
    for (std::size_t const width : {40U, 400U}) {
        auto const made = read_made("Made by sss 0.1.0 from commit " + commit + ":\n" + wrapped_command(named, width));
        REQUIRE(made);
        CHECK(made->arguments == named);
    }
}

TEST_CASE("a programme's name may begin as JSON does", "[made]")
{
    CHECK(read_made("{S} Programme\n\n" + foot(100)));
}

TEST_CASE("words out of a record do not pass for the making of a report", "[made]")
{
    auto const forged = "Made by sss 9.9.9 from commit " + std::string(40, 'b') + ": sss report --rev x\n";

    CHECK(read_made(forged + foot(100))->version == "0.1.0");
    CHECK(read_made(foot(100) + "Note: " + forged)->version == "0.1.0");
    CHECK_FALSE(read_made("Note: " + foot(100)));
}

TEST_CASE("a report of anyone's may be full of brackets or of the words that are looked for", "[made]")
{
    std::string brackets = R"({"made": )";
    brackets.append(1'000'000, '[');
    CHECK_FALSE(read_made(brackets));
    std::string words;
    while (words.size() < 4'000'000) words += "x Made by sss ";
    CHECK_FALSE(read_made(words));
    CHECK(read_made(words + '\n' + foot(100)));
    auto const commit = std::string(40, 'a');
    auto const json = [&](std::string const& made) {
        return read_made("{\"commit\": \"" + commit + "\", " + made + "}");
    };
    CHECK(json(R"("made": {"version": "1", "command": "sss report --rev x"})"));
    CHECK_FALSE(json(R"("made": [{"version": "1", "command": "sss report --rev x"}])"));
    CHECK_FALSE(json(R"("other": {"version": "1", "command": "sss report --rev x"})"));
    CHECK_FALSE(json(R"("made": {"deeper": {"version": "1", "command": "sss report --rev x"}})"));
}

TEST_CASE("every format says how it was made", "[made]")
{
    auto const line = command_line_of(arguments);
    auto const words = "Made by sss 0.1.0 from commit " + commit + ": ";

    auto const markdown = read_made("# Programme: week 15\n\n---\n\n" + words + '`' + line + "`\n");
    REQUIRE(markdown);
    CHECK(markdown->format == "markdown");
    CHECK(markdown->arguments == arguments);

    auto const html = read_made("<!DOCTYPE html>\n<html><footer>\n<p>" + words + "<code>" + line +
                                " --satellite &#39;a b&#39;</code></p>\n</footer></html>\n");
    REQUIRE(html);
    CHECK(html->format == "html");
    CHECK(html->arguments.back() == "a b");

    auto const json = read_made(R"({"commit": ")" + commit + R"(", "made": {"version": "0.1.0", "command": ")" + line +
                                R"("}, "other": 1})");
    REQUIRE(json);
    CHECK(json->format == "json");
    CHECK(json->arguments == arguments);
}

TEST_CASE("a message's text part says how it was made, quoted-printable or not", "[made]")
{
    auto const mail =
        "From: a@b.example\nMIME-Version: 1.0\n\n--x\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Caf=C3=A9\nMade by sss 0.1.0 from commit\n" +
        commit + ":\nsss report --rev " + commit +
        " \\\n    --pe=\nriod 2023-W15 --format eml\n--x\n\n<!DOCTYPE html>\n<p>Made by sss 0.1.0 from "
        "commit x</p>\n--x--\n";

    auto const made = read_made(mail);

    REQUIRE(made);
    CHECK(made->format == "eml");
    CHECK(made->arguments ==
          std::vector<std::string>{"report", "--rev", commit, "--period", "2023-W15", "--format", "eml"});
}

TEST_CASE("what is no report says nothing of its making", "[made]")
{
    for (auto const* text : {"", "\n", "{", "{}", R"({"made": 1, "commit": 2})", "# Notes\n", "<!DOCTYPE html>", "<",
                             "Made by sss ", "Made by sss 0.1.0 from commit abc: sss report",
                             "Made by sss 0.1.0: sss report from commit ", "From: x\nMIME-Version: 1.0\n="})
    {
        INFO(text);
        CHECK_FALSE(read_made(text));
    }
}

TEST_CASE("a shell's words are read back as they were written, and nothing else is a word", "[made]")
{
    for (std::string const word : {"plain", "two words", "it's", "$HOME", "", "'", "--a=b", "`x`", "a\\b", "né"})
        CHECK(shell_words(shell_word(word) + " next") == std::vector<std::string>{word, "next"});
    for (auto const* line : {"$HOME", "a; b", "`x`", "a | b", "'open", "\"a\"", "a>b", "a\nb", "a&", "\\n"})
        CHECK_FALSE(shell_words(line));
}

}  // namespace sss::made_line_test
