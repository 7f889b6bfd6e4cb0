#include "render/chart.hpp"
#include "render/time_axis.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;

constexpr double letter = 12;
constexpr double row_height = 20;
constexpr double radius = 5;
constexpr double name_room = 190;

/// Beyond so many marks what has happened is no longer named in the picture.
constexpr std::size_t named_at_most = 300;

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

/// A name within its lane need not say whose it is.
std::string short_title(LaneMark const& mark, Lane const& lane)
{
    if (!lane.satellite.empty() && mark.title.size() > lane.title.size() + 1 && mark.title.starts_with(lane.title) &&
        mark.title[lane.title.size()] == ' ')
        return mark.title.substr(lane.title.size() + 1);
    return mark.title;
}

/// A mark with its place and its label.
struct Placed {
    LaneMark const* mark;
    std::string name;
    std::string date;
    double from = 0;  ///< the bar of its days
    double to = 0;
    bool label_left = false;
    std::size_t row = 0;
};

class LanesPicture {
public:
    LanesPicture(Lanes const& lanes, ChartWords const& words, ChartLook const& look)
        : lanes_(lanes), words_(words), look_(look), heading_(words, notes(), look), svg_(begin())
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
    bool names_all() const { return lanes_.marks() <= named_at_most; }

    std::vector<std::string> notes() const
    {
        auto notes = words_.notes;
        if (!names_all())
            notes.insert(notes.begin(), fmt::format("With {} marks only those ahead, late or cancelled are named; the "
                                                    "table names all.",
                                                    lanes_.marks()));
        return notes;
    }

    double lane_height(std::size_t i) const { return 12 + row_height * static_cast<double>(rows_[i]); }

    Svg begin()
    {
        double widest = text_width("Programme", 13);
        for (auto const& lane : lanes_.lanes) widest = std::max(widest, text_width(lane.title, 13));
        left_ = 16 + std::min(widest, 130.) + 18;
        right_ = look_.width - 18;
        choose_days();
        x_ = {first_, last_, left_, right_};
        for (auto const& lane : lanes_.lanes) place(lane);
        top_ = heading_.top() + legend().height() + 24;
        auto needed = top_;
        for (std::size_t i = 0; i < placed_.size(); ++i) needed += lane_height(i);
        bottom_ = needed;
        height_ = std::max(needed + 44 + heading_.bottom(), look_.height.value_or(0));
        return {look_.id, look_.width, height_, words_.title, described()};
    }

    std::string described() const
    {
        auto text = words_.subtitle + '.';
        for (auto const& lane : lanes_.lanes) {
            text += ' ' + (lane.satellite.empty() ? std::string{"Programme"} : lane.title) + ": ";
            auto const most = std::min<std::size_t>(lane.marks.size(), 12);
            for (std::size_t i = 0; i < most; ++i)
                text += (i == 0 ? "" : ", ") + short_title(lane.marks[i], lane) + ' ' + short_words(lane.marks[i].when);
            if (lane.marks.size() > most) text += fmt::format(" and {} more", lane.marks.size() - most);
            text += '.';
        }
        return text;
    }

    void choose_days()
    {
        auto const& some = lanes_.lanes.front().marks.front().when;
        first_ = some.first();
        last_ = some.last();
        for (auto const& lane : lanes_.lanes)
            for (auto const& mark : lane.marks) {
                first_ = std::min(first_, mark.when.first());
                last_ = std::max(last_, mark.when.last() + days{1});
            }
        if (lanes_.period) {
            first_ = std::max(first_, lanes_.period->first);
            last_ = std::min(last_, lanes_.period->last + days{1});
        }
        // Today belongs there, unless it would push all else into a corner.
        auto const span = std::max(last_ - first_, days{14});
        if (!lanes_.period || lanes_.period->contains(lanes_.today)) {
            if (lanes_.today < first_ && first_ - lanes_.today < span) first_ = lanes_.today;
            if (last_ < lanes_.today && lanes_.today - last_ < span) last_ = lanes_.today;
        }
        auto const pad = std::max((last_ - first_) / 40, days{2});
        first_ -= pad;
        last_ += pad;
    }

    /// Each mark with its label goes into the first row of its lane where it has room.
    void place(Lane const& lane)
    {
        std::vector<Placed> all;
        std::vector<std::vector<std::pair<double, double>>> rows(1);
        for (auto const& mark : lane.marks) {
            auto const open = mark.state == EntryState::ahead || mark.state == EntryState::late;
            Placed one{&mark, {}, {}, 0, 0, false, 0};
            if (names_all() || mark.state != EntryState::happened) {
                one.name = fitted(short_title(mark, lane), letter, name_room);
                if (open) one.date = short_words(mark.when);
            }
            one.from = std::max(left_, x_.at(std::max(first_, mark.when.first())));
            one.to = std::min(right_, x_.at(std::min(last_, mark.when.last() + days{1})));
            if (mark.when.first() == mark.when.last()) one.from = one.to = (one.from + one.to) / 2;
            auto const width = one.name.empty() ? 0
                                                : text_width(one.name, letter) +
                                                      (one.date.empty() ? 0 : 5 + text_width(one.date, 11)) + 8;
            one.label_left = better_left(one, width);
            auto const begins = std::min(one.from, one.to - radius - 1) - (one.label_left ? width : 0) - 3;
            auto const ends = one.to + radius + (one.label_left ? 0 : width) + 3;
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

    /// Where the label would leave the picture, or be crossed by the line for today though there is room at the left.
    bool better_left(Placed const& one, double width) const
    {
        auto const ends = one.to + radius + width;
        if (ends > look_.width - 4) return true;
        auto const today = x_.at(lanes_.today);
        return one.to + radius < today && today < ends && std::min(one.from, one.to - radius) - width > left_;
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
        if (lanes_.today < first_ || last_ < lanes_.today) return;
        auto const x = x_.at(lanes_.today);
        svg_.line({x, top_ - 4}, {x, bottom_}, "now");
        auto const words = "today, " + short_words(lanes_.today);
        auto const half = text_width(words, 11) / 2;
        svg_.text({std::clamp(x, left_ + half, look_.width - 4 - half), top_ - 8}, words, "t", Anchor::middle);
    }

    bool is_bar(Placed const& one) const
    {
        return one.mark->when.first() < one.mark->when.last() && one.to - one.from > 2 * radius;
    }

    void draw(Placed const& one, double y)
    {
        auto const& mark = *one.mark;
        constexpr std::string_view said[] = {"reached", "planned", "late, planned", "cancelled,"};
        svg_.begin("", fmt::format("{}: {} {}", mark.title, said[static_cast<std::size_t>(mark.state)],
                                   short_words(mark.when)));
        if (is_bar(one))
            svg_.rectangle({one.from, y - 4}, one.to - one.from, 8,
                           mark.state == EntryState::late        ? "late-bar soft"
                           : mark.state == EntryState::cancelled ? "f5 soft"
                                                                 : "f0 soft",
                           3);
        auto const x = is_bar(one) ? one.to - radius : (one.from + one.to) / 2;
        if (mark.state == EntryState::cancelled)
            svg_.mark(Mark::cross, {x, y}, radius, "m c5");
        else
            svg_.mark(shape_of(mark).mark, {x, y}, radius,
                      mark.state == EntryState::happened ? "f0"
                      : mark.state == EntryState::late   ? "m hollow late"
                                                         : "m hollow c0");
        if (!one.name.empty()) {
            auto const at = one.label_left ? std::min(one.from, x - radius) - 6 : std::max(one.to, x + radius) + 6;
            svg_.name({at, y + 4}, one.name, one.date, "halo", one.label_left ? Anchor::end : Anchor::start);
        }
        svg_.end();
    }

    Lanes const& lanes_;
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

std::string lanes_svg(Lanes const& lanes, ChartWords const& words, ChartLook const& look)
{
    if (lanes.lanes.empty()) return empty_picture(words, look);
    return LanesPicture{lanes, words, look}.draw();
}

}  // namespace sss
