#include "print/template/template.hpp"

#include "print/changelog.hpp"
#include "print/template/report_template.hpp"

#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

namespace sss::template_test {

namespace {

TemplateNames const names{"", {"NAME"}, {{"ITEM", {"TEXT"}, {{"PART", {"TEXT"}}}}}};

TemplateValues values(std::string name = "n", std::vector<std::string> items = {})
{
    TemplateValues all{{{"NAME", std::move(name)}}, {}};
    for (auto& item : items) all.sections.push_back({"ITEM", {{{"TEXT", std::move(item)}}, {}}});
    return all;
}

std::string filled(std::string_view source, TemplateValues const& with, TemplateFormat format = TemplateFormat::text)
{
    auto const result = fill_template(source, format, names, with);
    REQUIRE(std::holds_alternative<std::string>(result));
    return std::get<std::string>(result);
}

TemplateProblem problem(std::string_view source)
{
    auto const result = fill_template(source, TemplateFormat::text, names, values());
    REQUIRE(std::holds_alternative<TemplateProblem>(result));
    return std::get<TemplateProblem>(result);
}

}  // namespace

TEST_CASE("the file's name says what escapes", "[render]")
{
    CHECK(template_format("news.html") == TemplateFormat::html);
    CHECK(template_format("news.HTM.tmpl") == TemplateFormat::html);
    CHECK(template_format("feed.atom") == TemplateFormat::xml);
    CHECK(template_format("NEWS.md.tpl") == TemplateFormat::markdown);
    CHECK(template_format("NEWS") == TemplateFormat::text);
    CHECK(template_format("") == TemplateFormat::text);
}

TEST_CASE("a section stands once for each of its kind, and a separator between two", "[render]")
{
    auto const* source = "{{#ITEM}}{{TEXT}}{{#ITEM_separator}}, {{/ITEM_separator}}{{/ITEM}}.";
    CHECK(filled(source, values("n", {"a", "b", "c"})) == "a, b, c.");
    CHECK(filled(source, values()) == ".");
}

TEST_CASE("a variable of a section around is known within", "[render]")
{
    CHECK(filled("{{#ITEM}}{{NAME}}{{TEXT}} {{/ITEM}}", values("n", {"a", "b"})) == "na nb ");
}

TEST_CASE("a line of markers alone leaves no empty line, and empty lines stay", "[render]")
{
    CHECK(filled("x\n\n  {{#ITEM}}  \n{{TEXT}}\n\n{{! said }}\n{{/ITEM}}\ny\n", values("n", {"a"})) == "x\n\na\n\ny\n");
    CHECK(filled("a\n {{! x }} {{#ITEM}} \n{{TEXT}}\n{{/ITEM}}{{! y }}\nb", values("n", {"i"})) == "a\ni\nb");
    CHECK(filled("{{! x }}{{#ITEM}}-{{/ITEM}}\nb", values("n", {"i"})) == "-\nb");
    CHECK(filled("{{#ITEM}}\r\n{{TEXT}}\r\n{{/ITEM}}", values("n", {"a"})) == "a\r\n");
}

TEST_CASE("text is escaped by where it stands in HTML", "[render]")
{
    auto const html = [](std::string_view source, std::string text) {
        return filled(source, values(std::move(text)), TemplateFormat::html);
    };
    CHECK(html("<p>{{NAME}}</p>", "<b>&") == "<p>&lt;b&gt;&amp;</p>");
    CHECK(html("<a href=\"{{NAME}}\">x</a>", "javascript:alert(1)").find("javascript") == std::string::npos);
    CHECK(html("<script>f('{{NAME}}')</script>", "');alert(1)//") == "<script>f('\\x27);alert(1)//')</script>");
    CHECK(html("<p title=\"{{NAME}}\">", "\" onload=\"x").find("\" onload") == std::string::npos);
}

TEST_CASE("text is escaped for Markdown, and made visible in plain text", "[render]")
{
    CHECK(filled("{{NAME}}", values("*a* <b>"), TemplateFormat::markdown) == "\\*a\\* &lt;b&gt;");
    CHECK(filled("{{NAME}}", values("*a*\n\x1b[2J")) == "*a* \\x1b[2J");
}

TEST_CASE("what a record says is never read as a marker", "[render]")
{
    CHECK(filled("{{NAME}}", values("{{TEXT}} {{>x}}")) == "{{TEXT}} {{>x}}");
}

TEST_CASE("mistakes are told with their place", "[render]")
{
    auto const unknown = problem("a\nb {{#ITEM}}{{TXET}}{{/ITEM}}");
    CHECK(unknown.line == 2);
    CHECK(unknown.column == 12);
    CHECK(unknown.help == "Did you mean TEXT?");
    CHECK(problem("{{#PART}}{{/PART}}").message == "there is no section 'PART' outside all sections");
    CHECK(problem("\n{{#ITEM}}").line == 2);
    CHECK(problem("{{/ITEM}}").message == "no section is open that ITEM could close");
    for (auto const* wrong : {"{{", "{{}}", "{{>x}}", "{{NAME:none}}", "{{NAME:x-y}}", "{{=| |=}}", "{{%AUTOESCAPE}}",
                              "{{{NAME}}}", "{{name x}}", "{{NAME_separator}}", "{{#_separator}}{{/_separator}}"})
        CHECK_FALSE(problem(wrong).message.empty());
}

TEST_CASE("a separator has no separator, so that sections stand in each other no deeper than their names", "[render]")
{
    CHECK(problem("{{#ITEM}}{{#ITEM_separator}}{{#ITEM_separator}}{{/ITEM_separator}}{{/ITEM_separator}}{{/ITEM}}")
              .column == 29);
    std::string endless = "{{#ITEM}}";
    for (int i = 0; i < 100'000; ++i) endless += "{{#ITEM_separator}}";
    CHECK_FALSE(problem(endless).message.empty());
}

namespace {

/// Holds the page's table of names against those that there are.
void check_page(std::string const& path, TemplateNames const& known)
{
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    auto page = text.str();
    page = page.substr(page.find("## Templates"));
    page = page.substr(0, page.find("\n## JSON"));
    std::size_t rows = 0;
    auto const tell = [&](auto const& self, TemplateNames const& section, std::string const& where) -> void {
        std::string row = "| `" + (where.empty() ? "everywhere" : where) + "` |";
        for (auto const name : section.variables) row += (row.ends_with("|") ? " `" : ", `") + std::string{name} + "`";
        CAPTURE(row);
        CHECK(page.find(row + " |") != page.npos);
        ++rows;
        for (auto const& one : section.sections)
            // A section's counterpart is told of in a sentence.
            if (!one.name.starts_with("NO_"))
                self(self, one, where + (where.empty() ? "" : " › ") + std::string{one.name});
    };
    tell(tell, known, "");
    std::size_t described = 0;
    for (auto at = page.find("\n| `"); at != page.npos; at = page.find("\n| `", at + 1)) ++described;
    CHECK(described == rows);
}

}  // namespace

TEST_CASE("every name that a changelog's template may use is described on the page, and no other", "[render]")
{
    check_page(SSS_SOURCE_DIR "/docs/commands/changelog.md", changelog_names());
}

TEST_CASE("every name that a report's template may use is described on the page, and no other", "[render]")
{
    check_page(SSS_SOURCE_DIR "/docs/commands/report.md", report_names());
}

TEST_CASE("the golden letter fills in every name of a report", "[render]")
{
    std::ifstream file{SSS_SOURCE_DIR "/tests/golden/report/a-template-of-ones-own/letter.txt"};
    std::ostringstream text;
    text << file.rdbuf();
    auto const letter = text.str();
    auto const look = [&](auto const& self, TemplateNames const& section) -> void {
        for (auto const name : section.variables) {
            CAPTURE(section.name, name);
            CHECK(letter.find("{{" + std::string{name} + "}}") != letter.npos);
        }
        for (auto const& one : section.sections) {
            CAPTURE(one.name);
            CHECK(letter.find("{{#" + std::string{one.name} + "}}") != letter.npos);
            self(self, one);
        }
    };
    look(look, report_names());
}

TEST_CASE("a name in the wrong section is sent to the one below", "[render]")
{
    TemplateNames const tree{"", {}, {{"A", {"X"}}, {"B", {}, {{"C", {"X"}}}}}};
    auto const result = fill_template("{{#B}}{{X}}{{/B}}", TemplateFormat::text, tree, {});
    CHECK(std::get<TemplateProblem>(result).help == "X has its place in the section C.");
}

}  // namespace sss::template_test
