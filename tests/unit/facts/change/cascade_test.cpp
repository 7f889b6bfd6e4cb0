#include "facts/change/cascade.hpp"

#include "schema/schemas.hpp"
#include "support/embedded.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::cascade_test {

namespace {

/// Milestones as lines "id | planned | needs needs", "=" before a date that was reached.
class Programme {
public:
    explicit Programme(std::vector<std::string> const& lines)
    {
        std::vector<Finding> none;
        schemas_ = std::make_unique<Schemas>(Schemas::load(embedded::schemas(), {}, {}, none));
        auto const& kind = schemas_->find("milestone")->kind();
        layout_ = std::make_unique<Layout>("data", std::vector<Kind const*>{&kind});
        std::vector<Record> all;
        for (auto const& line : lines) {
            auto const first = line.find(" | ");
            auto const second = line.find(" | ", first + 3);
            auto const id = line.substr(0, first);
            auto date = line.substr(first + 3, second - first - 3);
            auto text = fmt::format("title = \"{}\"\ntype = \"test\"\n", id);
            if (date.starts_with('='))
                text += fmt::format("actual = \"{}\"\n", date.substr(1));
            else if (date == "cancelled")
                text += "cancelled = { date = 2018-01-01, reason = \"x\" }\n";
            else if (date != "-")
                text += fmt::format("planned = \"{}\"\n", date);
            std::string needs;
            for (auto const& need : words(line.substr(second + 3))) needs += fmt::format("\"{}\",", need);
            text += fmt::format("depends_on = [{}]\n", needs);
            all.push_back({&kind, id, text, parse_document(fmt::format("data/milestones/{}.toml", id), text)});
        }
        records_ = Records{*layout_, std::move(all), {}};
    }

    /// "b 2018-06-01→2018-06-15 after a; c in order 3", in the order of the result.
    std::string after(std::string const& id, std::string const& to) const
    {
        auto const chain = cascade(records_, id, std::get<Date>(parse_date(to, Zone::utc())));
        std::string said;
        for (auto const& one : chain.pushed)
            said += fmt::format("{} {}→{} after {}; ", one.id, one.from.text(), one.to.text(), one.because);
        for (auto const& one : chain.stays) said += fmt::format("{} {}; ", one.id, why(one));
        return said;
    }

private:
    static std::vector<std::string> words(std::string const& text)
    {
        std::vector<std::string> all;
        for (std::size_t at = 0; at < text.size();) {
            auto const end = std::min(text.find(' ', at), text.size());
            if (end > at) all.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        return all;
    }

    static std::string why(Stays const& one)
    {
        switch (one.why) {
            case Stays::Why::in_order: return fmt::format("in order {}", one.margin);
            case Stays::Why::rough: return "rough";
            case Stays::Why::too_early: return "too early";
            case Stays::Why::undated: return "undated after " + one.because;
            case Stays::Why::reached: return "reached";
            case Stays::Why::unreadable: return "unreadable";
            case Stays::Why::circle: return "circle";
        }
        return {};
    }

    std::unique_ptr<Schemas> schemas_;
    std::unique_ptr<Layout> layout_;
    Records records_;
};

}  // namespace

TEST_CASE("those that need it are pushed by the least that keeps the order", "[cascade]")
{
    Programme const programme{{"a | 2018-05-01 | ", "b | 2018-06-01 | a", "c | 2018-06-05/2018-06-07 | b"}};
    CHECK(programme.after("a", "2018-06-15") ==
          "b 2018-06-01→2018-06-15 after a; c 2018-06-05/2018-06-07→2018-06-15/2018-06-17 after b; ");
}

TEST_CASE("margin is used up before anything is pushed, and ends the chain", "[cascade]")
{
    Programme const programme{{"a | 2018-05-01 | ", "b | 2018-06-01 | a", "c | 2018-06-02 | b"}};
    CHECK(programme.after("a", "2018-05-20") == "b in order 12; ");
    CHECK(programme.after("a", "2018-06-01") == "b in order 0; ");
    CHECK(programme.after("a", "2018-06-02") == "b 2018-06-01→2018-06-02 after a; c in order 0; ");
    CHECK(programme.after("a", "2018-04-01") == "b in order 61; ");
}

TEST_CASE("of several needs the last one counts", "[cascade]")
{
    Programme const programme{
        {"a | 2018-05-01 | ", "b | 2018-06-01 | a", "c | 2018-05-02 | a", "d | 2018-06-03 | b c a"}};
    CHECK(programme.after("a", "2018-06-10") ==
          "b 2018-06-01→2018-06-10 after a; c 2018-05-02→2018-06-10 after a; d 2018-06-03→2018-06-10 after a; ");
}

TEST_CASE("rough and missing dates are told, not guessed, and pass on what they wait for", "[cascade]")
{
    Programme const programme{{"a | 2018-05-01 | ", "b | - | a", "c | 2018-06-01 | b", "d | 2018-06 | a",
                               "e | 2018-05 | a", "f | 2018-06-20 | d", "g | 2018-Q4 | a"}};
    CHECK(programme.after("a", "2018-06-15") ==
          "c 2018-06-01→2018-06-15 after a; f 2018-06-20→2018-06-30 after d; b undated after a; d rough; e too early; "
          "g in order 108; ");
}

TEST_CASE("what is reached or cancelled waits for nothing", "[cascade]")
{
    Programme const programme{
        {"a | 2018-05-01 | ", "b | =2018-05-02 | a", "c | 2018-05-03 | b", "d | cancelled | a", "e | 2018-05-04 | d"}};
    CHECK(programme.after("a", "2018-06-15") == "b reached; ");
}

TEST_CASE("a circle is named and ends", "[cascade]")
{
    Programme const programme{
        {"a | 2018-05-01 | c", "b | 2018-05-02 | a c", "c | 2018-05-03 | b", "x | 2018-05-04 | x a"}};
    CHECK(programme.after("a", "2018-06-15") == "b circle; c circle; x circle; ");
}

}  // namespace sss::cascade_test
