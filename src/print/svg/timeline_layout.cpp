#include "print/svg/timeline_layout.hpp"

#include "print/chart.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace sss {

namespace {

using std::chrono::days;

constexpr double title_letter = 13;
constexpr double title_line = 16;
constexpr double widest_title = .26;  // of the width, beside a lane
constexpr double narrow_below = 480;  // pixels; there a lane's title stands above it
constexpr double name_share = .26;    // of the width, that the margin keeps for the name of what lies ahead
constexpr double edge = 4;            // between a label and the edge of the picture
constexpr double label_gap = 6;       // between a mark and its label
constexpr double label_margin = 8;    // behind a label
constexpr double date_letter = 11;
constexpr double date_gap = 5;
constexpr std::size_t title_lines = 3;  // at most

double date_width(std::string const& date)
{
    return date.empty() ? 0 : date_gap + text_width(date, date_letter);
}

/// What lies ahead has its name behind its mark, away from the line for today: the margin is as wide as that needs, but
/// no more than half of the picture, or a third of a narrow one, where names may stand below their marks.
double right_edge(TimelineChart const& chart, TimelineLayout const& layout)
{
    auto const width = layout.width;
    auto right = width - 18;
    auto const span = static_cast<double>((layout.last - layout.first).count());
    for (auto const& lane : chart.lanes)
        for (auto const& mark : lane.marks) {
            if (mark.state != EntryState::ahead) continue;
            auto const day = std::min(layout.last, mark.when.last() + days{1});
            auto const share = static_cast<double>((day - layout.first).count()) / span;
            auto const label = std::min(text_width(title_in_lane(mark, lane), timeline_letter), name_share * width) +
                               date_width(short_words(mark.when));
            auto const free = width - edge - timeline_radius - label_gap - label - layout.left;
            if (share > 0) right = std::min(right, layout.left + free / share);
        }
    return std::max(right, layout.left + (width - layout.left) * (layout.narrow ? 2. / 3 : 1. / 2));
}

/// One lane's marks, each with its label, in rows.
class LaneRows {
public:
    LaneRows(TimelineLayout const& layout, Lane const& lane, Day today, bool name_all)
        : layout_(layout), lane_(lane), name_all_(name_all)
    {
        if (layout.shows(today)) today_ = layout.x.at(today);
        for (auto const& mark : lane.marks) titles_.push_back(title_in_lane(mark, lane));
    }

    std::pair<std::vector<PlacedMark>, std::size_t> placed()
    {
        std::vector<PlacedMark> all;
        for (std::size_t i = 0; i < lane_.marks.size(); ++i) {
            auto one = on_its_days(lane_.marks[i]);
            if (name_all_ || one.mark->state != EntryState::happened) put_label(one, titles_[i]);
            put_in_row(one);
            all.push_back(std::move(one));
        }
        return {std::move(all), rows_.size()};
    }

private:
    using Extent = std::pair<double, double>;

    PlacedMark on_its_days(LaneMark const& mark) const
    {
        PlacedMark one;
        one.mark = &mark;
        one.from = std::max(layout_.left, layout_.x.at(std::max(layout_.first, mark.when.first())));
        one.to = std::min(layout_.right, layout_.x.at(std::min(layout_.last, mark.when.last() + days{1})));
        if (mark.when.first() == mark.when.last()) one.from = one.to = (one.from + one.to) / 2;
        one.x = one.is_bar() ? one.to - timeline_radius : (one.from + one.to) / 2;
        return one;
    }

    /// Where a label of this width would stand; nothing where it would leave the picture.
    std::optional<Extent> extent(PlacedMark const& one, PlacedMark::Label label, double width) const
    {
        auto const right_end = layout_.width - edge;
        auto const begins = std::max(one.to, one.x + timeline_radius) + label_gap;
        auto const ends = std::min(one.from, one.x - timeline_radius) - label_gap;
        Extent found;
        if (label == PlacedMark::Label::right)
            found = {begins, begins + width};
        else if (label == PlacedMark::Label::left)
            found = {ends - width, ends};
        else
            found.first = std::clamp(one.x - width / 2, layout_.left, std::max(layout_.left, right_end - width)),
            found.second = found.first + width;
        if (found.first < layout_.left || right_end < found.second) return std::nullopt;
        return found;
    }

    bool crosses_today(Extent const& extent) const
    {
        return today_ && extent.first - 3 < *today_ && *today_ < extent.second + 3;
    }

    /// The whole name with its date beside the mark, without crossing the line for today where that can be; then
    /// crossing it; then without the date; then below the mark; cut at last.
    void put_label(PlacedMark& one, std::string const& title)
    {
        using enum PlacedMark::Label;
        auto const& mark = *one.mark;
        auto const open = mark.state == EntryState::ahead || mark.state == EntryState::late;
        auto const date = open ? short_words(mark.when) : std::string{};
        auto const name = text_width(title, timeline_letter);
        auto const take = [&](PlacedMark::Label label, std::string const& behind, bool crossing) {
            auto const found = extent(one, label, name + date_width(behind));
            if (!found || (!crossing && crosses_today(*found))) return false;
            one.name = title;
            one.date = behind;
            one.label = label;
            std::tie(one.text_from, one.text_to) = *found;
            return true;
        };
        for (auto const& behind : {date, std::string{}}) {
            for (auto const crossing : {false, true})
                for (auto const label : {right, left})
                    if (take(label, behind, crossing)) return;
            if (behind.empty()) break;
        }
        if (take(below, date, true) || take(below, {}, true)) return;
        one.label = below;
        one.name = fitted_apart(title, titles_, timeline_letter, layout_.width - edge - layout_.left);
        one.text_from = layout_.left;
        one.text_to = layout_.left + text_width(one.name, timeline_letter);
    }

    /// The first row where the mark and its label have room.
    void put_in_row(PlacedMark& one)
    {
        auto const right_of_text = one.name.empty() ? 0 : one.text_to + label_margin;
        Extent const wanted{std::min(one.from, one.x - timeline_radius - 1) - 3,
                            std::max(one.to + timeline_radius + 3, right_of_text)};
        Extent const needed{one.name.empty() ? wanted.first : std::min(wanted.first, one.text_from - 3), wanted.second};
        auto const free = [&](std::size_t row) {
            return row >= rows_.size() || std::ranges::none_of(rows_[row], [&](Extent const& other) {
                       return needed.first < other.second && other.first < needed.second;
                   });
        };
        while (!free(one.row) || !free(one.last_row())) ++one.row;
        if (rows_.size() <= one.last_row()) rows_.resize(one.last_row() + 1);
        for (auto row = one.row; row <= one.last_row(); ++row) rows_[row].push_back(needed);
    }

    TimelineLayout const& layout_;
    Lane const& lane_;
    bool name_all_;
    std::optional<double> today_;
    std::vector<std::string> titles_;
    std::vector<std::vector<Extent>> rows_;
};

double strip_height(TimelineLayout const& layout, std::size_t lane, std::size_t rows)
{
    auto const high = 12 + timeline_row * static_cast<double>(rows);
    if (layout.narrow) return layout.title_height(lane) + high;
    return std::max(high, 12 + title_line * static_cast<double>(layout.lanes[lane].title.size()));
}

}  // namespace

bool PlacedMark::is_bar() const
{
    return mark->when.first() < mark->when.last() && to - from > 2 * timeline_radius;
}

double TimelineLayout::title_height(std::size_t lane) const
{
    return narrow ? 6 + title_line * static_cast<double>(lanes[lane].title.size()) : 0;
}

TimelineLayout timeline_layout(TimelineChart const& chart, std::pair<Day, Day> days_shown, double width, bool name_all)
{
    TimelineLayout layout;
    layout.width = width;
    layout.narrow = width < narrow_below;
    std::tie(layout.first, layout.last) = days_shown;
    double widest = 0;
    for (auto const& lane : chart.lanes) widest = std::max(widest, text_width(lane_title(lane), title_letter));
    auto const room = layout.narrow ? width - 16 - edge : widest_title * width;
    layout.left = layout.narrow ? 16 : 16 + std::min(widest, room) + 18;
    layout.right = right_edge(chart, layout);
    layout.x = {layout.first, layout.last, layout.left, layout.right};
    for (auto const& lane : chart.lanes) {
        PlacedLane placed{&lane, fitted_lines(lane_title(lane), title_letter, room), {}, 0};
        if (placed.title.size() > title_lines) {
            placed.title.resize(title_lines);
            placed.title.back() = fitted(placed.title.back() + " …", title_letter, room);
        }
        std::tie(placed.marks, placed.rows) = LaneRows{layout, lane, chart.today, name_all}.placed();
        layout.lanes.push_back(std::move(placed));
    }
    return layout;
}

namespace {

/// As much in each part as goes in.
std::vector<std::vector<TimelineStrip>> filled_parts(TimelineLayout const& layout, double tallest)
{
    std::vector<std::vector<TimelineStrip>> parts(1);
    auto room = tallest;
    auto const put = [&](std::size_t lane, std::size_t first_row, std::size_t rows) {
        auto const height = strip_height(layout, lane, rows);
        parts.back().push_back({lane, first_row, rows, height});
        room -= height;
    };
    for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
        auto const& lane = layout.lanes[i];
        if (strip_height(layout, i, lane.rows) <= room) {
            put(i, 0, lane.rows);
            continue;
        }
        if (!parts.back().empty()) {
            parts.emplace_back();
            room = tallest;
        }
        // A name below its mark stays with it.
        std::vector<bool> joined(lane.rows, false);
        for (auto const& mark : lane.marks)
            if (mark.row < mark.last_row()) joined[mark.last_row()] = true;
        for (std::size_t row = 0; row < lane.rows;) {
            auto end = row;
            for (auto last = row + 1; last <= lane.rows; ++last) {
                if (strip_height(layout, i, last - row) > room && end > row) break;
                if (last == lane.rows || !joined[last]) end = last;
            }
            if (row > 0) {
                parts.emplace_back();
                room = tallest;
            }
            put(i, row, end - row);
            row = end;
        }
    }
    return parts;
}

}  // namespace

std::vector<std::vector<TimelineStrip>> timeline_parts(TimelineLayout const& layout, double tallest)
{
    auto parts = filled_parts(layout, tallest);
    if (parts.size() == 1) return parts;
    // No more parts than need be, and none of them much lower than the others.
    for (auto enough = tallest, low = tallest / 2; enough - low > timeline_row / 2;) {
        auto const middle = (enough + low) / 2;
        auto tried = filled_parts(layout, middle);
        if (tried.size() > parts.size()) {
            low = middle;
        } else {
            enough = middle;
            parts = std::move(tried);
        }
    }
    return parts;
}

}  // namespace sss
