#include "print/chart.hpp"
#include "print/svg/time_axis.hpp"
#include "print/svg/timeline_layout.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;

struct Shape {
    std::string_view type;
    Mark mark;
    std::string_view words;
};
constexpr Shape shapes[] = {{"review", Mark::circle, "review"},
                            {"launch", Mark::triangle, "launch"},
                            {"test", Mark::diamond, "test"},
                            {"delivery", Mark::square, "delivery"},
                            {"contract", Mark::down, "contract"},
                            {"operation", Mark::hexagon, "operation"},
                            {"", Mark::star, "other"}};

Shape const& shape_of(LaneMark const& mark)
{
    auto const found = std::ranges::find(shapes, std::string_view{mark.type}, &Shape::type);
    return found == std::end(shapes) ? shapes[std::size(shapes) - 1] : *found;
}

/// What all parts of a timeline have in common.
class TimelinePictures {
public:
    TimelinePictures(TimelineChart const& chart, ChartWords const& words, ChartLook const& look)
        : chart_(chart),
          words_(words),
          look_(look),
          heading_(words, look),
          layout_(timeline_layout(chart, timeline_chart_days(chart), look.width, chart.marks() <= lanes_named_at_most))
    {
        auto const room = static_cast<std::size_t>((layout_.right - layout_.left) / 52);
        ticks_ = time_ticks(layout_.first, layout_.last, room, look_.week_start);
    }

    std::string draw()
    {
        auto const around = above(true) + below(true);
        auto const tallest = look_.tallest ? std::max(*look_.tallest - around, 1.) : std::numeric_limits<double>::max();
        parts_ = timeline_parts(layout_, tallest);
        std::string pictures;
        for (std::size_t i = 0; i < parts_.size(); ++i) pictures += part(i);
        return pictures;
    }

private:
    bool shows_today() const { return layout_.shows(chart_.today); }

    bool has_context() const
    {
        return std::ranges::any_of(ticks_, [](Tick const& tick) { return !tick.context.empty(); });
    }

    /// The height above the rows: heading and legend of the first part, the days and today.
    double above(bool first) const
    {
        auto const begin = first ? heading_.top() + legend().height() : 0;
        return begin + 22 + (has_context() ? 14 : 0) + (shows_today() ? 15 : 0);
    }

    double below(bool last) const { return 30 + (has_context() ? 14 : 0) + (last ? heading_.bottom() : 0); }

    std::string part(std::size_t i)
    {
        auto const& strips = parts_[i];
        auto const first = i == 0;
        auto const last = i + 1 == parts_.size();
        top_ = above(first);
        bottom_ = top_;
        for (auto const& strip : strips) bottom_ += strip.height;
        auto height = bottom_ + below(last);
        if (parts_.size() == 1) height = std::max(height, look_.height.value_or(0));
        auto const id = first ? look_.id : fmt::format("{}-{}", look_.id, i + 1);
        auto const title =
            parts_.size() == 1 ? words_.title : fmt::format("{} ({} of {})", words_.title, i + 1, parts_.size());
        Svg svg{id, look_.width, height, title, described(strips, first), look_.styled && first};
        if (first) {
            heading_.draw(svg, height);
            legend().draw(svg, heading_.top());
        }
        auto y = top_;
        for (auto const& strip : strips) {
            name_lane(svg, strip, y);
            y += strip.height;
        }
        axis(svg, strips);
        y = top_;
        for (auto const& strip : strips) {
            for (auto const& one : layout_.lanes[strip.lane].marks)
                if (holds(strip, one)) draw_mark(svg, one, row_at(strip, y, one.row));
            y += strip.height;
        }
        return svg.finish();
    }

    static bool holds(TimelineStrip const& strip, PlacedMark const& one)
    {
        return strip.first_row <= one.row && one.row < strip.first_row + strip.rows;
    }

    /// The middle of a row of a strip that begins at `y`.
    double row_at(TimelineStrip const& strip, double y, std::size_t row) const
    {
        return y + layout_.title_height(strip.lane) + 6 +
               timeline_row * (static_cast<double>(row - strip.first_row) + 0.5);
    }

    double label_at(PlacedMark const& one, double mark) const
    {
        return one.label == PlacedMark::Label::below ? mark + timeline_below : mark;
    }

    void name_lane(Svg& svg, TimelineStrip const& strip, double y) const
    {
        if (strip.lane % 2 == 0) svg.rectangle({0, y}, look_.width, strip.height, "band");
        y += layout_.narrow ? 17 : 6 + timeline_row / 2 + 4;
        for (auto const& line : layout_.lanes[strip.lane].title) {
            svg.name({16, y}, line, {}, "b");
            y += 16;
        }
    }

    std::string described(std::vector<TimelineStrip> const& strips, bool first) const
    {
        auto text = first ? sss::described(words_, look_) : std::string{};
        for (auto const& strip : strips) {
            auto const& lane = *layout_.lanes[strip.lane].lane;
            text += (text.empty() || text.back() == ' ' ? "" : " ") + lane_title(lane) + ": ";
            auto const most = std::min<std::size_t>(lane.marks.size(), 12);
            for (std::size_t i = 0; i < most; ++i)
                text +=
                    (i == 0 ? "" : ", ") + title_in_lane(lane.marks[i], lane) + ' ' + short_words(lane.marks[i].when);
            if (lane.marks.size() > most) text += fmt::format(" and {} more", lane.marks.size() - most);
            text += '.';
        }
        return text;
    }

    Legend legend() const
    {
        std::set<std::string_view> types;
        std::set<EntryState> states;
        bool vague = false;
        for (auto const& lane : layout_.lanes)
            for (auto const& one : lane.marks) {
                types.insert(shape_of(*one.mark).type);
                states.insert(one.mark->state);
                vague = vague || one.is_bar();
            }
        Legend legend{look_.width};
        auto const add = [&](std::string_view words, Mark mark, std::string classes) {
            legend.add(std::string{words}, 11,
                       [=](Svg& svg, Point at) { svg.mark(mark, at, timeline_radius, classes); });
        };
        for (auto const& shape : shapes)
            if (types.contains(shape.type)) add(shape.words, shape.mark, "f5");
        if (states.contains(EntryState::happened)) add("reached", Mark::circle, "f0");
        if (states.contains(EntryState::ahead)) add("planned", Mark::circle, "m hollow c0");
        if (states.contains(EntryState::late)) add("late", Mark::circle, "m hollow late");
        if (states.contains(EntryState::cancelled)) add("cancelled", Mark::cross, "m c5");
        if (states.contains(EntryState::dropped)) add("no longer awaited", Mark::cross, "m c5");
        if (states.contains(EntryState::failed)) add("failed", Mark::cross, "m late");
        if (vague)
            legend.add("from its first day to its last", 22, [](Svg& svg, Point at) {
                svg.rectangle({at.x - 11, at.y - 4}, 22, 8, "f0 soft", 3);
            });
        return legend;
    }

    /// The days stand above the lanes and below them, so that no eye has to travel over all of them.
    void axis(Svg& svg, std::vector<TimelineStrip> const& strips) const
    {
        for (auto const& tick : ticks_) {
            auto const x = layout_.x.at(tick.day);
            svg.line({x, top_ - 5}, {x, bottom_ + 5}, "grid");
            auto const label = within(x, tick.label);
            svg.text({label, top_ - 9}, tick.label, "t", Anchor::middle);
            svg.text({label, bottom_ + 18}, tick.label, "t", Anchor::middle);
            if (tick.context.empty()) continue;
            auto const context = within(x, tick.context);
            svg.text({context, top_ - 23}, tick.context, "t", Anchor::middle);
            svg.text({context, bottom_ + 32}, tick.context, "t", Anchor::middle);
        }
        svg.line({layout_.left, top_}, {layout_.right, top_}, "axis");
        svg.line({layout_.left, bottom_}, {layout_.right, bottom_}, "axis");
        if (!shows_today()) return;
        auto const x = layout_.x.at(chart_.today);
        auto const high = top_ - (has_context() ? 38 : 24);
        auto gaps = labels_across(x, strips);
        for (auto const& tick : ticks_) days_across(x, tick, gaps);
        svg.upright(x, high + 4, bottom_, gaps, "now");
        auto const words = look_.now + ", " + short_words(chart_.today);
        svg.text({within(x, words), high}, words, "t", Anchor::middle);
    }

    /// The middle of words that would best stand at `x`, so that they stay in the picture.
    double within(double x, std::string_view words) const
    {
        auto const half = text_width(words, 11) / 2;
        return std::clamp(x, 4 + half, std::max(4 + half, look_.width - 4 - half));
    }

    /// The line for today does not strike through the name of a day.
    void days_across(double x, Tick const& tick, std::vector<std::pair<double, double>>& gaps) const
    {
        auto const at = layout_.x.at(tick.day);
        if (std::abs(at - x) < text_width(tick.label, 11) / 2 + 2) gaps.emplace_back(top_ - 20, top_ - 5);
        if (!tick.context.empty() && std::abs(at - x) < text_width(tick.context, 11) / 2 + 2)
            gaps.emplace_back(top_ - 34, top_ - 19);
    }

    /// The heights of the labels that an upright line there would strike through.
    std::vector<std::pair<double, double>> labels_across(double x, std::vector<TimelineStrip> const& strips) const
    {
        std::vector<std::pair<double, double>> gaps;
        auto y = top_;
        for (auto const& strip : strips) {
            if (layout_.narrow)
                for (std::size_t i = 0; i < layout_.lanes[strip.lane].title.size(); ++i)
                    if (x < 18 + text_width(layout_.lanes[strip.lane].title[i], 13))
                        gaps.emplace_back(y + 16 * static_cast<double>(i) + 4, y + 16 * static_cast<double>(i) + 21);
            for (auto const& one : layout_.lanes[strip.lane].marks) {
                if (!holds(strip, one) || one.name.empty()) continue;
                if (x <= one.text_from - 2 || one.text_to + 2 <= x) continue;
                auto const middle = label_at(one, row_at(strip, y, one.row));
                gaps.emplace_back(middle - 8, middle + 8);
            }
            y += strip.height;
        }
        return gaps;
    }

    static bool is_given_up(LaneMark const& mark)
    {
        return mark.state == EntryState::cancelled || mark.state == EntryState::dropped;
    }

    void draw_mark(Svg& svg, PlacedMark const& one, double y) const
    {
        auto const& mark = *one.mark;
        constexpr std::string_view said[] = {"reached", "planned", "late, planned",     "cancelled,",
                                             "failed",  "planned", "no longer awaited,"};
        svg.begin("of", fmt::format("{}: {} {}", mark.title, said[static_cast<std::size_t>(mark.state)],
                                    short_words(mark.when)));
        if (one.is_bar())
            svg.rectangle({one.from, y - 4}, one.to - one.from, 8,
                          mark.state == EntryState::late ? "late-bar soft"
                          : is_given_up(mark)            ? "f5 soft"
                                                         : "f0 soft",
                          3);
        Point const at{one.x, y};
        if (is_given_up(mark))
            svg.mark(Mark::cross, at, timeline_radius, "m c5");
        else if (mark.state == EntryState::failed)
            svg.mark(Mark::cross, at, timeline_radius, "m late");
        else
            svg.mark(shape_of(mark).mark, at, timeline_radius,
                     mark.state == EntryState::happened ? "f0"
                     : mark.state == EntryState::late   ? "m hollow late"
                                                        : "m hollow c0");
        if (!one.name.empty()) {
            auto const left = one.label == PlacedMark::Label::left;
            svg.name({left ? one.text_to : one.text_from, label_at(one, y) + 4}, one.name, one.date, "halo",
                     left ? Anchor::end : Anchor::start);
        }
        svg.end();
    }

    TimelineChart const& chart_;
    ChartWords const& words_;
    ChartLook const& look_;
    Heading heading_;
    TimelineLayout layout_;
    std::vector<Tick> ticks_;
    std::vector<std::vector<TimelineStrip>> parts_;
    double top_ = 0, bottom_ = 0;  ///< of the part that is drawn
};

}  // namespace

std::pair<Day, Day> timeline_chart_days(TimelineChart const& lanes)
{
    auto const& some = lanes.lanes.front().marks.front().when;
    auto first = some.first();
    auto last = some.last();
    for (auto const& lane : lanes.lanes)
        for (auto const& mark : lane.marks) {
            first = std::min(first, mark.when.first());
            last = std::max(last, mark.when.last() + days{1});
        }
    if (lanes.period) {
        first = std::max(first, lanes.period->first);
        last = std::min(last, lanes.period->last + days{1});
    }
    // Today belongs there, unless it would push all else into a corner.
    auto const span = std::max(last - first, days{14});
    if (!lanes.period || lanes.period->contains(lanes.today)) {
        if (lanes.today < first && first - lanes.today < span) first = lanes.today;
        if (last < lanes.today && lanes.today - last < span) last = lanes.today;
    }
    auto const pad = std::max((last - first) / 40, days{2});
    return {first - pad, last + pad};
}

std::string timeline_chart_svg(TimelineChart const& lanes, ChartWords const& words, ChartLook const& look)
{
    if (lanes.lanes.empty()) return empty_picture(words, look);
    return TimelinePictures{lanes, words, look}.draw();
}

}  // namespace sss
