#pragma once

#include "facts/chart/action_flow.hpp"
#include "facts/chart/burnup.hpp"
#include "facts/chart/timeline_chart.hpp"
#include "facts/chart/trend.hpp"
#include "print/html/markup.hpp"
#include "print/record_text.hpp"
#include "print/svg/svg.hpp"
#include "programme/period.hpp"
#include "words/report/report_words.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

/// What all charts have in common: how they are asked for, their words and their tables.
namespace sss {

/// How a picture is made.
struct ChartLook {
    std::string id = "chart";      ///< before the ids within, so that several stand on one page
    bool heading = true;           ///< with its title within; false where a page says it above
    double width = 720;            ///< in pixels of CSS
    std::optional<double> height;  ///< nothing: as high as what it holds needs
    std::chrono::weekday week_start = std::chrono::Monday;
    std::string now = "today";           ///< what its last day is called, where it is drawn for one of the past
    bool styled = true;                  ///< with its rules of style within; false where the page has them
    std::optional<double> tallest = {};  ///< a picture that would be higher becomes several; nothing: one, however high
};

/// A table of what a chart shows, in words.
struct ChartTable {
    enum class Column : std::uint8_t {
        name,   ///< text out of a record
        words,  ///< ours
        number,
    };
    std::vector<std::string> titles;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< not yet safe for any format
};

/// So many lines of a trend have names in its picture (see docs/commands/chart.md); the others stay grey.
inline constexpr std::size_t trend_named_at_most = 15;
/// Baselines of more named lines than these would hide the lines, and are not drawn.
inline constexpr std::size_t trend_baselines_at_most = 8;
/// So many satellites have a small picture of their own below a trend that has more lines than can be named.
inline constexpr std::size_t trend_panels_at_most = 12;

/// Beyond so many marks the picture of a timeline no longer names what has happened.
inline constexpr std::size_t lanes_named_at_most = 300;

/// The chart's title, what it says first, how it is to be read, and what it leaves out: sentences.
struct ChartWords {
    std::string title;                 ///< "Milestone trend"
    std::string subtitle;              ///< "12 milestones, reported from 10 April 2023 to 22 November 2026"
    std::string reading;               ///< how to read the picture, in one line
    std::vector<std::string> picture;  ///< what the picture alone does not show or name; often empty
    std::vector<std::string> method;   ///< what exactly is counted, by which clock
    std::vector<std::string> notes;    ///< what is not in the chart, and why; often empty
};

/// The title and what is not in the picture, within a picture that stands alone. Where a page says both, nothing.
class Heading {
public:
    Heading(ChartWords const& words, ChartLook const& look);

    double top() const;     ///< what stands above the picture's own part
    double bottom() const;  ///< what stands below it
    void draw(Svg& svg, double height) const;

private:
    ChartWords const& words_;
    ChartLook const& look_;
    std::vector<std::string> subtitle_;
    std::vector<std::string> lines_;
};

/// What the signs of a picture mean, in as many lines as the width needs.
class Legend {
public:
    explicit Legend(double width) : width_(width) {}

    /// @param room  of the sign, which `sign` draws around the middle of its place
    void add(std::string words, double room, std::function<void(Svg&, Point)> sign);
    double height() const { return 18 * static_cast<double>(lines_); }
    void draw(Svg& svg, double top) const;

private:
    struct Item {
        std::string words;
        double room;
        std::function<void(Svg&, Point)> sign;
        double x;
        std::size_t line;
    };
    double width_;
    std::vector<Item> items_;
    double next_ = 16;
    std::size_t lines_ = 1;
};

/// How a picture's description begins: with its first sentence, unless a page says it below the picture.
std::string described(ChartWords const& words, ChartLook const& look);

/// A picture that says that there is nothing to draw.
std::string empty_picture(ChartWords const& words, ChartLook const& look);

/// The periods by which a table tells of these days: the finest of day, week, month, quarter, year that makes no more
/// than `most`; years where even they are more.
std::vector<Period> table_periods(Day first, Day last, std::size_t most, std::chrono::weekday week_start);

/// "2022", and "2022 so far" of a period that is not over.
std::string period_label(Period const& period, Day today);

/// A table as HTML: a caption, headings with their scope, numbers of the class `number`; rows become cards on a narrow
/// screen (`figure_style`).
Html table_html(ChartTable const& table, std::string const& caption);
/// How a chart is told in a terminal or a pipe.
struct TextLook {
    bool colour = false;
    std::size_t width = 80;  ///< columns; names are cut only where there is no room for them
};

/// As plain text, columns aligned, as wide as they need.
std::string table_text(ChartTable const& table, TextLook const& look);
/// The title, the first sentence, what is in between, and the notes.
std::string chart_text(ChartWords const& words, std::string const& body, bool colour);

/// Text of our own in lines of at most 80 columns.
std::string paragraph(std::string const& text);

/// A line of CSV (RFC 4180, lines end with LF): cells that hold commas, quotes or line ends are quoted, control
/// characters made visible, and text that a spreadsheet would take for a formula begins with an apostrophe.
std::string csv_line(std::vector<std::string> const& cells);

ChartWords trend_words(Trend const& trend, std::string const& programme, Escaper escape);
ChartTable trend_table(Trend const& trend);
std::string trend_svg(Trend const& trend, ChartWords const& words, ChartLook const& look);
nlohmann::ordered_json trend_json(Trend const& trend);
std::string trend_csv(Trend const& trend);
/// For a terminal: a line a milestone, with its course in characters.
std::string trend_text(Trend const& trend, ChartWords const& words, TextLook const& look);

/// What a burn-up adds up.
enum class Measure : std::uint8_t {
    count,   ///< milestones
    weight,  ///< their weights
};

ChartWords burnup_words(Burnup const& burnup, Measure measure, std::string const& programme, Escaper escape);
/// "Of 82 that the baselines promised by then 11 are not reached.", of the last day; empty where they promised none.
std::string against_baselines(Burnup const& burnup, Measure measure);
ChartTable burnup_table(Burnup const& burnup, Measure measure, std::chrono::weekday week_start);
std::string burnup_svg(Burnup const& burnup, Measure measure, ChartWords const& words, ChartLook const& look);
nlohmann::ordered_json burnup_json(Burnup const& burnup);
std::string burnup_csv(Burnup const& burnup);
std::string burnup_text(Burnup const& burnup, Measure measure, ChartWords const& words, std::chrono::weekday week_start,
                        TextLook const& look);

/// What a lane is called: its satellite's name, or "Programme".
std::string lane_title(Lane const& lane);

/// A name within its lane need not say whose it is: "launch" in the lane of SSS-1 for "SSS-1 launch".
std::string title_in_lane(LaneMark const& mark, Lane const& lane);
std::string title_without_owner(std::string const& title, std::string const& owner);

/// The first and last day of a timeline's picture, which hold today where that pushes nothing into a corner.
std::pair<Day, Day> timeline_chart_days(TimelineChart const& lanes);

ChartWords timeline_chart_words(TimelineChart const& lanes, std::string const& programme, Escaper escape);
ChartTable timeline_chart_table(TimelineChart const& lanes);
/// One picture, or several below each other where it would be higher than `ChartLook::tallest`.
std::string timeline_chart_svg(TimelineChart const& lanes, ChartWords const& words, ChartLook const& look);
nlohmann::ordered_json timeline_chart_json(TimelineChart const& lanes);
std::string timeline_chart_csv(TimelineChart const& lanes);
std::string timeline_chart_text(TimelineChart const& lanes, ChartWords const& words, TextLook const& look);

/// What a period brought, and what stood at its end.
struct ActionRow {
    Period period;
    int opened = 0;
    int closed = 0;
    int open = 0;
    int overdue = 0;
};
std::vector<ActionRow> action_rows(ActionFlow const& flow, std::chrono::weekday week_start);

ChartWords action_words(ActionFlow const& flow, std::string const& programme, Escaper escape);
ChartTable action_table(ActionFlow const& flow, std::chrono::weekday week_start);
ChartTable owner_table(ActionFlow const& flow);
std::string action_svg(ActionFlow const& flow, ChartWords const& words, ChartLook const& look);
nlohmann::ordered_json action_json(ActionFlow const& flow);
std::string action_csv(ActionFlow const& flow);
std::string action_text(ActionFlow const& flow, ChartWords const& words, std::chrono::weekday week_start,
                        TextLook const& look);

}  // namespace sss
