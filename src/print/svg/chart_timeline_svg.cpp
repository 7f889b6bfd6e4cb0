#include "print/chart.hpp"
#include "print/svg/time_axis.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;

constexpr double lane_letter = 12;
constexpr double row_height = 20;
constexpr double radius = 5;
constexpr double name_share = .26;    // of the width, that the margin keeps for the name of what lies ahead
constexpr double longest_share = .5;  // of the width, for any name

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

/// A mark with its place and its label.
struct Placed {
    LaneMark const* mark;
    std::string name;
    std::string date;
    double from = 0;  ///< the bar of its days
    double to = 0;
    bool label_left = false;
    double width = 0;  ///< of the label
    std::size_t row = 0;
};

class TimelinePicture {
public:
    TimelinePicture(TimelineChart const& lanes, ChartWords const& words, ChartLook const& look)
        : lanes_(lanes), words_(words), look_(look), heading_(words, look), svg_(begin())
    {}

    std::string draw()
    {
        heading_.draw(svg_, height_);
        legend().draw(svg_, heading_.top());
        auto y = top_;
        for (std::size_t i = 0; i < placed_.size(); ++i) {
            auto const high = lane_height(i);
            if (i % 2 == 0) svg_.rectangle({0, y}, look_.width, high, "band");
            svg_.name({16, y + high / 2 + 4},
                      fitted(lanes_.lanes[i].satellite.empty() ? "Programme" : lanes_.lanes[i].title, 13, left_ - 28),
                      {}, "b");
            y += high;
        }
        axis();
        y = top_;
        for (std::size_t i = 0; i < placed_.size(); ++i) {
            for (auto const& one : placed_[i]) draw(one, y + 6 + row_height * (static_cast<double>(one.row) + 0.5));
            y += lane_height(i);
        }
        return svg_.finish();
    }

private:
    bool names_all() const { return lanes_.marks() <= lanes_named_at_most; }

    double lane_height(std::size_t i) const { return 12 + row_height * static_cast<double>(rows_[i]); }

    Svg begin()
    {
        double widest = text_width("Programme", 13);
        for (auto const& lane : lanes_.lanes) widest = std::max(widest, text_width(lane.title, 13));
        left_ = 16 + std::min(widest, 130.) + 18;
        std::tie(first_, last_) = timeline_chart_days(lanes_);
        right_ = right_edge();
        x_ = {first_, last_, left_, right_};
        for (auto const& lane : lanes_.lanes) place(lane);
        top_ = heading_.top() + legend().height() + 24;
        auto needed = top_;
        for (std::size_t i = 0; i < placed_.size(); ++i) needed += lane_height(i);
        bottom_ = needed;
        height_ = std::max(needed + 44 + heading_.bottom(), look_.height.value_or(0));
        return {look_.id, look_.width, height_, words_.title, described(), look_.styled};
    }

    std::string described() const
    {
        auto text = sss::described(words_, look_);
        for (auto const& lane : lanes_.lanes) {
            text += (text.empty() || text.back() == ' ' ? "" : " ") +
                    (lane.satellite.empty() ? std::string{"Programme"} : lane.title) + ": ";
            auto const most = std::min<std::size_t>(lane.marks.size(), 12);
            for (std::size_t i = 0; i < most; ++i)
                text +=
                    (i == 0 ? "" : ", ") + title_in_lane(lane.marks[i], lane) + ' ' + short_words(lane.marks[i].when);
            if (lane.marks.size() > most) text += fmt::format(" and {} more", lane.marks.size() - most);
            text += '.';
        }
        return text;
    }

    /// What lies ahead has its name behind its mark, away from the line for today: the margin is as wide as that needs,
    /// but no more than half of the picture.
    double right_edge() const
    {
        auto right = look_.width - 18;
        auto const span = static_cast<double>((last_ - first_).count());
        for (auto const& lane : lanes_.lanes)
            for (auto const& mark : lane.marks) {
                if (mark.state != EntryState::ahead) continue;
                auto const share =
                    static_cast<double>((std::min(last_, mark.when.last() + days{1}) - first_).count()) / span;
                auto const label =
                    std::min(text_width(title_in_lane(mark, lane), lane_letter), name_share * look_.width) + 5 +
                    text_width(short_words(mark.when), 11);
                if (share > 0) right = std::min(right, left_ + (look_.width - 4 - radius - 6 - label - left_) / share);
            }
        return std::max(right, left_ + (look_.width - left_) / 2);
    }

    bool shows_today() const { return first_ <= lanes_.today && lanes_.today <= last_; }

    /// The label stands right of its mark, else left of it, where it fits without crossing the line for today; else it
    /// is cut, unless too little would be left of it.
    void put_label(Placed& one, std::string const& title, std::vector<std::string> const& others) const
    {
        auto const date = one.date.empty() ? 0 : 5 + text_width(one.date, 11);
        auto const wanted = std::min(text_width(title, lane_letter), longest_share * look_.width) + date;
        auto const begins = std::min(one.from, one.to - radius) - 6;
        auto const ends = one.to + radius + 6;
        auto const all_right = look_.width - 4 - ends;
        auto const all_left = begins - left_;
        auto right = all_right, left = all_left;
        if (shows_today()) {
            auto const today = x_.at(lanes_.today);
            if (ends < today) right = std::min(right, today - 3 - ends);
            if (today < begins) left = std::min(left, begins - today - 3);
        }
        // A label that is cut a little is better than one that crosses the line, but not one that is cut short.
        auto const enough = 0.8 * wanted;
        auto room = right;
        if (wanted > right) {
            one.label_left = left > right && (wanted <= left || left >= enough);
            room = one.label_left ? left : right;
            if (room < enough) {
                one.label_left = all_left > all_right && wanted > all_right;
                room = one.label_left ? all_left : all_right;
            }
        }
        one.name = fitted_apart(title, others, lane_letter, std::min(longest_share * look_.width, room - date));
        one.width = text_width(one.name, lane_letter) + date + 8;
    }

    /// Each mark with its label goes into the first row of its lane where it has room.
    void place(Lane const& lane)
    {
        std::vector<Placed> all;
        std::vector<std::vector<std::pair<double, double>>> rows(1);
        std::vector<std::string> titles;
        for (auto const& mark : lane.marks) titles.push_back(title_in_lane(mark, lane));
        for (auto const& mark : lane.marks) {
            auto const open = mark.state == EntryState::ahead || mark.state == EntryState::late;
            Placed one{&mark, {}, {}, 0, 0, false, 0, 0};
            auto const named = names_all() || mark.state != EntryState::happened;
            if (named && open) one.date = short_words(mark.when);
            one.from = std::max(left_, x_.at(std::max(first_, mark.when.first())));
            one.to = std::min(right_, x_.at(std::min(last_, mark.when.last() + days{1})));
            if (mark.when.first() == mark.when.last()) one.from = one.to = (one.from + one.to) / 2;
            if (named) put_label(one, title_in_lane(mark, lane), titles);
            auto const begins = std::min(one.from, one.to - radius - 1) - (one.label_left ? one.width : 0) - 3;
            auto const ends = one.to + radius + (one.label_left ? 0 : one.width) + 3;
            auto const free = [&](auto const& row) {
                return std::ranges::none_of(
                    row, [&](auto const& other) { return begins < other.second && other.first < ends; });
            };
            while (one.row < rows.size() && !free(rows[one.row])) ++one.row;
            if (one.row == rows.size()) rows.emplace_back();
            rows[one.row].emplace_back(begins, ends);
            all.push_back(std::move(one));
        }
        placed_.push_back(std::move(all));
        rows_.push_back(rows.size());
    }

    Legend legend() const
    {
        std::set<std::string_view> types;
        std::set<EntryState> states;
        bool vague = false;
        for (auto const& lane : placed_)
            for (auto const& one : lane) {
                types.insert(shape_of(*one.mark).type);
                states.insert(one.mark->state);
                vague = vague || is_bar(one);
            }
        Legend legend{look_.width};
        auto const add = [&](std::string_view words, Mark mark, std::string classes) {
            legend.add(std::string{words}, 11, [=](Svg& svg, Point at) { svg.mark(mark, at, radius, classes); });
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

    void axis()
    {
        auto const room = static_cast<std::size_t>((right_ - left_) / 52);
        for (auto const& tick : time_ticks(first_, last_, room, look_.week_start)) {
            auto const x = x_.at(tick.day);
            svg_.line({x, top_}, {x, bottom_ + 5}, "grid");
            svg_.text({x, bottom_ + 18}, tick.label, "t", Anchor::middle);
            if (!tick.context.empty()) svg_.text({x, bottom_ + 32}, tick.context, "t", Anchor::middle);
        }
        svg_.line({left_, bottom_}, {right_, bottom_}, "axis");
        if (!shows_today()) return;
        auto const x = x_.at(lanes_.today);
        svg_.upright(x, top_ - 4, bottom_, labels_across(x), "now");
        auto const words = look_.now + ", " + short_words(lanes_.today);
        auto const half = text_width(words, 11) / 2;
        svg_.text({std::clamp(x, left_ + half, look_.width - 4 - half), top_ - 8}, words, "t", Anchor::middle);
    }

    /// The heights of the labels that an upright line there would strike through.
    std::vector<std::pair<double, double>> labels_across(double x) const
    {
        std::vector<std::pair<double, double>> gaps;
        auto y = top_;
        for (std::size_t i = 0; i < placed_.size(); ++i) {
            for (auto const& one : placed_[i]) {
                auto const middle = y + 6 + row_height * (static_cast<double>(one.row) + 0.5);
                auto const width = one.width - 8;
                auto const from = one.label_left ? label_at(one) - width : label_at(one);
                if (!one.name.empty() && from - 2 < x && x < from + width + 2)
                    gaps.emplace_back(middle - row_height / 2, middle + row_height / 2);
            }
            y += lane_height(i);
        }
        return gaps;
    }

    double mark_at(Placed const& one) const { return is_bar(one) ? one.to - radius : (one.from + one.to) / 2; }

    /// Where a label begins, or ends where it stands left of its mark.
    double label_at(Placed const& one) const
    {
        auto const x = mark_at(one);
        return one.label_left ? std::min(one.from, x - radius) - 6 : std::max(one.to, x + radius) + 6;
    }

    bool is_bar(Placed const& one) const
    {
        return one.mark->when.first() < one.mark->when.last() && one.to - one.from > 2 * radius;
    }

    static bool is_given_up(LaneMark const& mark)
    {
        return mark.state == EntryState::cancelled || mark.state == EntryState::dropped;
    }

    void draw(Placed const& one, double y)
    {
        auto const& mark = *one.mark;
        constexpr std::string_view said[] = {"reached", "planned", "late, planned",     "cancelled,",
                                             "failed",  "planned", "no longer awaited,"};
        svg_.begin("", fmt::format("{}: {} {}", mark.title, said[static_cast<std::size_t>(mark.state)],
                                   short_words(mark.when)));
        if (is_bar(one))
            svg_.rectangle({one.from, y - 4}, one.to - one.from, 8,
                           mark.state == EntryState::late ? "late-bar soft"
                           : is_given_up(mark)            ? "f5 soft"
                                                          : "f0 soft",
                           3);
        auto const x = mark_at(one);
        if (is_given_up(mark))
            svg_.mark(Mark::cross, {x, y}, radius, "m c5");
        else if (mark.state == EntryState::failed)
            svg_.mark(Mark::cross, {x, y}, radius, "m late");
        else
            svg_.mark(shape_of(mark).mark, {x, y}, radius,
                      mark.state == EntryState::happened ? "f0"
                      : mark.state == EntryState::late   ? "m hollow late"
                                                         : "m hollow c0");
        if (!one.name.empty())
            svg_.name({label_at(one), y + 4}, one.name, one.date, "halo", one.label_left ? Anchor::end : Anchor::start);
        svg_.end();
    }

    TimelineChart const& lanes_;
    ChartWords const& words_;
    ChartLook const& look_;
    Heading heading_;
    Day first_, last_;
    double height_ = 0, top_ = 0, bottom_ = 0, left_ = 0, right_ = 0;
    TimeScale x_{};
    std::vector<std::vector<Placed>> placed_;
    std::vector<std::size_t> rows_;
    Svg svg_;
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
    return TimelinePicture{lanes, words, look}.draw();
}

}  // namespace sss
