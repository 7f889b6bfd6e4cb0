#include "facts/story.hpp"

#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::told_once_test {

namespace {

/// A made-up past of half a year whose minutes grow and whose dates are put right, taken back and known roughly.
class MadeUp {
public:
    explicit MadeUp(unsigned seed) : random_(seed)
    {
        story.on("2017-12-20", {somebody});
        for (auto day = *parse_day("2018-01-03"); day < *parse_day("2018-06-01"); day += std::chrono::days{below(9)}) {
            Records changed;
            for (int i = 0; i < 3; ++i) change(day, changed);
            story.on(iso(day), changed);
        }
    }

    Story story;

    std::int64_t raised() const
    {
        std::int64_t sum = 0;
        for (auto const& [id, meeting] : meetings_) sum += meeting.raised;
        return sum;
    }

private:
    using Records = std::vector<std::pair<std::string, std::string>>;
    struct Minutes {
        std::string head;
        Day begin;
        int raised = 0;
        std::vector<std::string> closed;  ///< of each action; empty: open
    };

    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    std::string roughly(Day day) { return below(3) > 0 ? iso(day) : '"' + iso(day).substr(0, 7) + '"'; }

    void change(Day day, Records& changed)
    {
        auto const number = std::to_string(below(4));
        auto const name = "m" + number;
        auto const key = (below(3) == 0 ? "milestone/" : "meeting/") + name;
        if (std::ranges::find(changed, key, &std::pair<std::string, std::string>::first) != changed.end()) return;
        if (key.starts_with("milestone/")) {
            auto const actual = below(3) == 0 ? "" : "actual = " + roughly(day - std::chrono::days{below(20)}) + '\n';
            changed.emplace_back(key, milestone(name, actual));
            return;
        }
        auto& meeting =
            meetings_.try_emplace(name, started(below(3), day - std::chrono::days{below(30) - 10})).first->second;
        grow(meeting, day);
        changed.emplace_back(key, text_of(meeting));
    }

    static Minutes started(int sort, Day begin)
    {
        auto const head = "title = \"M\"\nstart = ";
        if (sort == 0) return {head + iso(begin) + '\n', begin, 0, {}};
        if (sort == 1) return {head + iso(begin) + "\nend = " + iso(begin + std::chrono::days{8}) + '\n', begin, 0, {}};
        auto const month = iso(begin).substr(0, 7);
        return {head + fmt::format("\"{}\"\n", month), *parse_day(month + "-01"), 0, {}};
    }

    void grow(Minutes& meeting, Day day)
    {
        if (day < meeting.begin) return;
        meeting.raised = std::max(std::min(meeting.raised, 1), meeting.raised + below(9) - 2);
        if (below(2) == 0) meeting.closed.emplace_back();
        if (meeting.closed.empty()) return;
        auto& closed = meeting.closed[static_cast<std::size_t>(below(static_cast<int>(meeting.closed.size())))];
        closed = closed.empty() ? roughly(day - std::chrono::days{below(20)}) : "";
    }

    static std::string text_of(Minutes const& meeting)
    {
        auto text = meeting.head;
        if (meeting.raised > 0) text += fmt::format("[rids]\nraised = {}\n", meeting.raised);
        for (std::size_t i = 0; i < meeting.closed.size(); ++i) {
            text += fmt::format("[[action]]\nid = \"a{}\"\ntext = \"Do\"\n", i);
            if (!meeting.closed[i].empty()) text += "closed = " + meeting.closed[i] + '\n';
        }
        return text;
    }

    std::mt19937 random_;
    std::map<std::string, Minutes> meetings_;
};

}  // namespace

TEST_CASE("what neighbouring periods tell adds up to what stands at their end", "[report][property]")
{
    for (unsigned seed = 0; seed < 40; ++seed) {
        MadeUp const past{seed};
        std::int64_t raised = 0;
        int open = 0;
        int reached = 0;
        for (int week = 1; week <= 26; ++week) {
            auto const report = past.story.report(fmt::format("2018-W{:02}", week));
            auto const& actions = report.actions;
            INFO("seed " << seed << ", " << report.period.name);
            open += static_cast<int>(actions.opened.size()) - static_cast<int>(actions.closed.size()) +
                    static_cast<int>(actions.reopened.size());
            CHECK(open == actions.open_count);
            reached += static_cast<int>(report.achieved.size()) - static_cast<int>(report.reopened.size());
            CHECK(reached == report.standing.reached.count);
            raised += report.rids.total.raised.value_or(0).number;
        }
        CHECK(raised == past.raised());
    }
}

}  // namespace sss::told_once_test
