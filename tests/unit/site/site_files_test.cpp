#include "site/site_files.hpp"

#include <catch2/catch.hpp>

namespace sss::site_files_test {

TEST_CASE("a manifest names each file once, in the order of their paths, and reads back", "[site]")
{
    std::vector<SiteFile> const files{{"b/c.html", "x"}, {"a.html", "y"}, {"b/c.html", "x"}};

    CHECK(site_manifest(files) == "a.html\nb/c.html\n");
    CHECK(read_site_manifest(site_manifest(files)) == std::set<std::string>{"a.html", "b/c.html"});
    CHECK(read_site_manifest("").empty());
    CHECK(read_site_manifest("no line end") == std::set<std::string>{"no line end"});
}

TEST_CASE("a manifest cannot name what is no file of a site", "[site]")
{
    for (auto const* strange : {"../x", "/etc/passwd", "a/../../x", ".git/config", "a/.hidden", "a//b", "a/", ".", "..",
                                "a\\b", "a\tb", "site-files.txt"})
    {
        INFO(strange);
        CHECK(read_site_manifest(std::string{strange} + "\nfine.html\n") == std::set<std::string>{"fine.html"});
    }
}

TEST_CASE("two files meet where their paths are alike, or differ in capitals alone", "[site]")
{
    auto const met =
        site_collisions(std::vector<SiteFile>{{"a/X.html", ""}, {"a/y.html", ""}, {"a/x.html", ""}, {"a/y.html", ""}});

    REQUIRE(met.size() == 2);
    CHECK(met[0].one == "a/X.html");
    CHECK(met[0].other == "a/x.html");
    CHECK(met[1].other == "a/y.html");
    CHECK(site_collisions(std::vector<SiteFile>{{"a.html", ""}, {"a.json", ""}}).empty());
}

TEST_CASE("a stylesheet is named by what it holds", "[site]")
{
    CHECK(stylesheet_name("a { }") == stylesheet_name("a { }"));
    CHECK(stylesheet_name("a { }") != stylesheet_name("b { }"));
    CHECK(stylesheet_name("").size() == std::string_view{"style-0123456789abcdef.css"}.size());
}

TEST_CASE("a map for search engines has the pages alone, by their whole addresses", "[site]")
{
    auto const map =
        sitemap(std::vector<SiteFile>{{"b.html", ""}, {"404.html", ""}, {"a b&c.html", ""}, {"x.json", ""}},
                "https://p.example/s/");

    CHECK(map.find("<loc>https://p.example/s/a%20b&amp;c.html</loc>") <
          map.find("<loc>https://p.example/s/b.html</loc>"));
    CHECK(map.find("404") == std::string::npos);
    CHECK(map.find("x.json") == std::string::npos);
}

}  // namespace sss::site_files_test
