#include "site/logo.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace sss;

TEST_CASE("a plain picture stands for a programme", "[logo]")
{
    for (auto const* svg :
         {R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" fill="#0b5fff"/></svg>)x",
          R"x(<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><defs><linearGradient id="g"/></defs>)x"
          R"x(<rect fill="url(#g)"/><style>rect { fill: url("#g") }</style></svg>)x",
          R"x(<svg xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#g"/></svg>)x",
          R"x(<svg><image href="data:image/png;base64,AAAA"/></svg>)x"})
    {
        INFO(svg);
        CHECK(logo_problem("logo.svg", svg) == std::nullopt);
    }
    CHECK(logo_problem("logo.png", std::string{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR....", 20}) == std::nullopt);
}

TEST_CASE("a picture in which something runs, or which asks for something elsewhere, is refused", "[logo]")
{
    for (auto const* svg : {"",
                            "no picture",
                            "<html/>",
                            "<svg>",
                            "<svg><script>1</script></svg>",
                            "<svg><SCRIPT/></svg>",
                            "<svg xmlns:x=\"http://www.w3.org/2000/svg\"><x:script/></svg>",
                            "<svg onload=\"a()\"/>",
                            "<svg><g OnClick=\"a()\"/></svg>",
                            "<svg><a href=\"https://a.example\"/></svg>",
                            "<svg><image href=\"https://a.example/b.png\"/></svg>",
                            "<svg xmlns:l=\"http://www.w3.org/1999/xlink\"><image l:href=\"//a.example/b\"/></svg>",
                            "<svg><image href=\"data:image/svg+xml;base64,AAAA\"/></svg>",
                            "<svg><use href=\"javascript:a()\"/></svg>",
                            "<svg><foreignObject/></svg>",
                            "<svg><animate attributeName=\"href\" to=\"javascript:a()\"/></svg>",
                            "<svg><animateTransform/></svg>",
                            "<svg><set/></svg>",
                            "<svg><style>@import 'https://a.example';</style></svg>",
                            "<svg><rect fill=\"url(https://a.example/#g)\"/></svg>",
                            "<svg><rect style=\"fill: URL( 'x.svg' )\"/></svg>",
                            "<svg><style><![CDATA[a { b: u\\72l(x) }]]></style></svg>",
                            "<svg><desc>office@a.example</desc></svg>",
                            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>",
                            "<?xml-stylesheet href=\"https://a.example\"?><svg/>"})
    {
        INFO(svg);
        CHECK(logo_problem("logo.svg", svg));
    }
    CHECK(logo_problem("logo.png", "GIF89a"));
    CHECK(logo_problem("logo.png", std::string(largest_logo + 1, 'x')));
}

TEST_CASE("a picture's address is that of its content", "[logo]")
{
    CHECK(logo_name("art/logo.svg", "a").ends_with(".svg"));
    CHECK(logo_name("art/logo.svg", "a") == logo_name("logo.svg", "a"));
    CHECK(logo_name("logo.svg", "a") != logo_name("logo.svg", "b"));
}
