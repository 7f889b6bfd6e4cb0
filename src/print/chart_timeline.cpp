#include "print/chart.hpp"
#include "print/record_text.hpp"
#include "print/svg/time_axis.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

constexpr int lane_cells = 60;  // of a lane in characters, whatever the terminal's width
constexpr std::size_t named_in_a_note = 6;

std::string_view name(EntryState state)
{
    constexpr std::string_view names[] = {"reached", "planned", "late", "cancelled", "failed", "planned", "dropped"};
    return names[static_cast<std::size_t>(state)];
}

std::string standing(LaneMark const& mark)
{
    if (mark.state == EntryState::late) return days_in_words(mark.days_late) + " late";
    if (mark.state == EntryState::failed) return mark.type == "launch" ? "launch failed" : "held, failed";
    if (mark.state == EntryState::dropped) return "no longer awaited";
    return std::string{name(mark.state)};
}

/// "SSS-1 launch (not before 16 July 2018)".
std::string undated_in_words(UndatedMilestone const& one, Escaper escape)
{
    return escape(one.title) + (one.not_before ? " (" + in_words(*one.not_before) + ')' : "");
}

struct Span {
    Day first;
    Day last;
};

Span span_of(TimelineChart const& lanes)
{
    Span span{Day::max(), Day::min()};
    for (auto const& lane : lanes.lanes)
        for (auto const& mark : lane.marks) {
            span.first = std::min(span.first, mark.when.first());
            span.last = std::max(span.last, mark.when.last());
        }
    if (lanes.period) {
        span.first = std::max(span.first, lanes.period->first);
        span.last = std::min(span.last, lanes.period->last);
    }
    return span;
}

class LaneText {
public:
    explicit LaneText(TimelineChart const& lanes) : lanes_(lanes), span_(span_of(lanes))
    {
        for (auto const& lane : lanes.lanes)
            label_ = std::max(label_, display_width(truncated(terminal_line(lane_title(lane)), 16)));
    }

    std::string told() const
    {
        auto text = axis();
        for (auto const& lane : lanes_.lanes)
            text += padded(truncated(terminal_line(lane_title(lane)), 16), label_) + "  " + cells(lane) + '\n';
        if (span_.first <= lanes_.today && lanes_.today <= span_.last) {
            std::string under(label_ + 2 + static_cast<std::size_t>(cell(lanes_.today)), ' ');
            text += under + "↑ today\n";
        }
        return text;
    }

private:
    int cell(Day day) const
    {
        auto const days = std::max<long>((span_.last - span_.first).count(), 1);
        return static_cast<int>(
            std::clamp<long>((day - span_.first).count() * lane_cells / (days + 1), 0, lane_cells - 1));
    }

    std::string axis() const
    {
        std::string line(label_ + 2, ' ');
        for (auto const& tick : time_ticks(span_.first, span_.last, 6)) {
            auto const at = label_ + 2 + static_cast<std::size_t>(cell(tick.day));
            auto const words = "│" + tick.whole;
            if (display_width(line) > at || at + display_width(words) > label_ + 2 + lane_cells + 8) continue;
            line += std::string(at - display_width(line), ' ') + words + ' ';
        }
        line.erase(line.find_last_not_of(' ') + 1);
        return line + '\n';
    }

    /// Of several marks in one cell the number, up to 9.
    std::string cells(Lane const& lane) const
    {
        std::vector<std::string> line(lane_cells, " ");
        std::vector<int> marks(lane_cells, 0);
        for (auto const& mark : lane.marks)
            for (auto at = cell(mark.when.first()); at <= cell(mark.when.last()); ++at)
                line[static_cast<std::size_t>(at)] = "─";
        for (auto const& mark : lane.marks) {
            auto const at = static_cast<std::size_t>(cell(mark.when.last()));
            ++marks[at];
            line[at] = marks[at] > 9                         ? "+"
                       : marks[at] > 1                       ? std::to_string(marks[at])
                       : mark.state == EntryState::late      ? "!"
                       : mark.state == EntryState::cancelled ? "×"
                       : mark.state == EntryState::dropped   ? "×"
                       : mark.state == EntryState::failed    ? "✗"
                       : mark.type == "launch"               ? (mark.state == EntryState::happened ? "▲" : "△")
                                                             : (mark.state == EntryState::happened ? "●" : "○");
        }
        std::string text;
        for (auto const& one : line) text += one;
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    }

    TimelineChart const& lanes_;
    Span span_;
    std::size_t label_ = 0;
};

Json mark_json(LaneMark const& mark)
{
    return {{"id", mark.id},
            {"title", mark.title},
            {"type", mark.type.empty() ? Json{} : Json(mark.type)},
            {"reviews", mark.reviews},
            {"when", mark.when.text()},
            {"first", iso(mark.when.first())},
            {"last", iso(mark.when.last())},
            {"state", name(mark.state)},
            {"days_late", mark.days_late}};
}

}  // namespace

std::string lane_title(Lane const& lane)
{
    return lane.satellite.empty() ? "Programme" : lane.title;
}

std::string title_without_owner(std::string const& title, std::string const& owner)
{
    auto const its = title.size() > owner.size() + 1 && title.starts_with(owner) && title[owner.size()] == ' ';
    return its ? title.substr(owner.size() + 1) : title;
}

std::string title_in_lane(LaneMark const& mark, Lane const& lane)
{
    return lane.satellite.empty() ? mark.title : title_without_owner(mark.title, lane.title);
}

ChartWords timeline_chart_words(TimelineChart const& lanes, std::string const& programme, Escaper escape)
{
    ChartWords words;
    words.title = programme.empty() ? "Timeline" : "Timeline: " + escape(programme);
    if (lanes.lanes.empty()) {
        words.subtitle = lanes.period ? "No milestone has a date in " + in_words(*lanes.period)
                                      : std::string{"No milestone has a date yet"};
    } else {
        std::size_t reached = 0, late = 0, cancelled = 0, failed = 0, dropped = 0;
        for (auto const& lane : lanes.lanes)
            for (auto const& mark : lane.marks) {
                reached += mark.state == EntryState::happened ? 1 : 0;
                late += mark.state == EntryState::late ? 1 : 0;
                cancelled += mark.state == EntryState::cancelled ? 1 : 0;
                failed += mark.state == EntryState::failed ? 1 : 0;
                dropped += mark.state == EntryState::dropped ? 1 : 0;
            }
        auto const all = lanes.marks();
        words.subtitle =
            fmt::format("{} on {}: {} reached, {} ahead{}{}{}{}", count(static_cast<std::int64_t>(all), "milestone"),
                        in_words(lanes.today), reached, all - reached - late - cancelled - failed - dropped,
                        late > 0 ? fmt::format(", {} late", late) : "",
                        cancelled > 0 ? fmt::format(", {} cancelled", cancelled) : "",
                        failed > 0 ? fmt::format(", {} held and failed", failed) : "",
                        dropped > 0 ? fmt::format(", {} no longer awaited", dropped) : "");
        words.reading =
            "A mark stands at the day on which a milestone was reached, or else at the last day of its plan; a bar is "
            "as long as the date is vague, or as the event took.";
        if (all > lanes_named_at_most)
            words.picture.push_back(fmt::format("Of {} marks only those ahead, late or cancelled are named.", all));
        auto const [first, last] = timeline_chart_days(lanes);
        if (lanes.today < first || last < lanes.today)
            words.picture.push_back(fmt::format("Today, {}, lies beyond the picture.", in_words(lanes.today)));
    }
    if (!lanes.undated.empty()) {
        std::vector<std::string> titles;
        for (auto const& one : lanes.undated) titles.push_back(undated_in_words(one, escape));
        words.notes.push_back(fmt::format(
            "{} undated: {}.",
            count(static_cast<std::int64_t>(titles.size()), "milestone") + (titles.size() == 1 ? " is" : " are"),
            some_names(titles, named_in_a_note)));
    }
    if (lanes.outside > 0)
        words.notes.push_back(fmt::format(
            "{} outside these days.",
            count(static_cast<std::int64_t>(lanes.outside), "milestone") + (lanes.outside == 1 ? " lies" : " lie")));
    return words;
}

ChartTable timeline_chart_table(TimelineChart const& lanes)
{
    using enum ChartTable::Column;
    ChartTable table{{"Milestone", "Satellite", "Type", "When", "State"}, {name, name, words, words, words}, {}};
    for (auto const& lane : lanes.lanes)
        for (auto const& mark : lane.marks)
            table.rows.push_back({mark.title, lane_title(lane), mark.type, short_words(mark.when), standing(mark)});
    return table;
}

std::string timeline_chart_text(TimelineChart const& lanes, ChartWords const& words, TextLook const& look)
{
    std::string body;
    if (!lanes.lanes.empty()) {
        body = LaneText{lanes}.told() + "\n" +
               paragraph(
                   "● reached, ○ planned, ▲ △ the same of a launch, ! late, × cancelled or no longer awaited, ✗ "
                   "failed, ─ the days that it may "
                   "be; 2 to 9, and + for more: so many marks fall together") +
               '\n';
        for (auto const& lane : lanes.lanes) {
            body += styled(terminal_line(lane_title(lane)), Style::bold, look.colour) + '\n';
            std::vector<sss::Row> rows;
            for (auto const& mark : lane.marks)
                rows.push_back({"",
                                {{short_words(mark.when)},
                                 {terminal_line(title_in_lane(mark, lane))},
                                 {standing(mark), mark.state == EntryState::late ? Style::bad : Style::plain}},
                                {}});
            body += columns(rows, 2, look.width, look.colour);
        }
    }
    return chart_text(words, body, look.colour);
}

Json timeline_chart_json(TimelineChart const& lanes)
{
    Json json{{"format", 1},
              {"chart", "timeline"},
              {"as_of", iso(lanes.today)},
              {"period", lanes.period ? Json(lanes.period->name) : Json{}},
              {"lanes", Json::array()},
              {"undated", Json::array()},
              {"not_before", Json::array()},
              {"outside", lanes.outside}};
    for (auto const& one : lanes.undated) {
        json["undated"].push_back(one.title);
        if (one.not_before)
            json["not_before"].push_back({{"id", one.id}, {"title", one.title}, {"date", one.not_before->text()}});
    }
    for (auto const& lane : lanes.lanes) {
        auto marks = Json::array();
        for (auto const& mark : lane.marks) marks.push_back(mark_json(mark));
        json["lanes"].push_back({{"satellite", lane.satellite.empty() ? Json{} : Json(lane.satellite)},
                                 {"title", lane.title.empty() ? Json{} : Json(lane.title)},
                                 {"marks", std::move(marks)}});
    }
    return json;
}

std::string timeline_chart_csv(TimelineChart const& lanes)
{
    auto text = csv_line({"satellite", "id", "title", "type", "when", "first", "last", "state", "days_late"});
    for (auto const& lane : lanes.lanes)
        for (auto const& mark : lane.marks)
            text += csv_line({lane.satellite, mark.id, mark.title, mark.type, mark.when.text(), iso(mark.when.first()),
                              iso(mark.when.last()), std::string{name(mark.state)}, std::to_string(mark.days_late)});
    return text;
}

}  // namespace sss
