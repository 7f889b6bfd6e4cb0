#include "print/chart.hpp"
#include "print/svg/time_axis.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;

/// So many owners have a bar of their own; what the others have open is one bar more.
constexpr std::size_t owners_at_most = 8;
constexpr double owner_row = 20;
constexpr double panel = 190;   // how many are open
constexpr double flow_up = 52;  // opened and closed, each, with their numbers

/// "6", "6, 2 overdue", "6, all overdue".
std::string owner_words(OwnerOpen const& owner, std::string_view unit = {})
{
    auto const open = fmt::format("{}{}{}", owner.open, unit.empty() ? "" : " ", unit);
    if (owner.overdue == 0) return open;
    if (owner.overdue == owner.open) return open + (owner.open == 1 ? ", overdue" : ", all overdue");
    return fmt::format("{}, {} overdue", open, owner.overdue);
}

class ActionPicture {
public:
    ActionPicture(ActionFlow const& flow, ChartWords const& words, ChartLook const& look)
        : flow_(flow),
          words_(words),
          look_(look),
          heading_(words, look),
          rows_(action_rows(flow, look.week_start)),
          owners_(some_owners()),
          svg_(begin())
    {}

    std::string draw()
    {
        heading_.draw(svg_, height_);
        open();
        opened_and_closed();
        owners();
        return svg_.finish();
    }

private:
    std::string open_today() const
    {
        auto const& last = flow_.points.back();
        return fmt::format("At its end {} open and {} overdue.", last.open(), last.overdue);
    }

    std::vector<OwnerOpen> some_owners() const
    {
        auto owners = flow_.owners;
        if (owners.size() <= owners_at_most) return owners;
        OwnerOpen rest{"…", fmt::format("{} others", owners.size() - owners_at_most + 1), 0, 0};
        for (auto i = owners_at_most - 1; i < owners.size(); ++i) {
            rest.open += owners[i].open;
            rest.overdue += owners[i].overdue;
        }
        owners.resize(owners_at_most - 1);
        owners.push_back(rest);
        return owners;
    }

    Svg begin()
    {
        first_ = flow_.points.front().day;
        last_ = flow_.points.back().day;
        if (last_ - first_ < days{2}) {
            first_ -= days{1};
            last_ += days{1};
        }
        for (auto const& point : flow_.points) most_ = std::max(most_, point.open());
        for (auto const& row : rows_) busiest_ = std::max({busiest_, row.opened, row.closed});
        ticks_ = number_ticks(most_, 5);
        while (ticks_.back() > most_) ticks_.pop_back();
        left_ = 24 + text_width(fmt::format("{:.0f}", ticks_.back()), 11);
        right_ = look_.width - 130;
        x_ = {first_, last_, left_, right_};
        top_ = heading_.top() + 22;
        auto const below = 2 * flow_up + 84 +
                           (owners_.empty() ? 0 : 40 + owner_row * static_cast<double>(owners_.size())) +
                           heading_.bottom();
        height_ = std::max(look_.height.value_or(top_ + panel + below), top_ + 80 + below);
        base_ = height_ - below;
        auto text = described(words_, look_) + open_today();
        for (auto const& owner : owners_)
            text +=
                fmt::format(" {}: {}.", owner.owner.empty() ? "Nobody named" : owner.name, owner_words(owner, "open"));
        return {look_.id, look_.width, height_, words_.title, text, look_.styled};
    }

    double height_of(double value) const { return base_ - (base_ - top_) * value / most_; }

    std::vector<Point> steps(auto const& value) const
    {
        std::vector<Point> line;
        for (auto const& point : flow_.points) {
            auto const y = height_of(value(point));
            if (!line.empty() && line.back().y != y) line.push_back({x_.at(point.day), line.back().y});
            line.push_back({x_.at(point.day), y});
        }
        return line;
    }

    void area(std::vector<Point> line, std::string_view classes)
    {
        auto const from = line.front().x;
        line.push_back({line.back().x, base_});
        line.push_back({from, base_});
        svg_.polygon(line, classes);
    }

    void open()
    {
        svg_.text({16, top_ - 10}, "open actions", "t");
        for (auto const value : ticks_) {
            svg_.line({left_, height_of(value)}, {right_, height_of(value)}, value == 0 ? "axis" : "grid");
            svg_.text({left_ - 8, height_of(value) + 4}, fmt::format("{:.0f}", value), "t", Anchor::end);
        }
        auto const all = steps([](ActionPoint const& point) { return point.open(); });
        auto const late = steps([](ActionPoint const& point) { return point.overdue; });
        auto const any_late =
            std::ranges::any_of(flow_.points, [](ActionPoint const& point) { return point.overdue > 0; });
        area(all, "f0 soft");
        if (any_late) area(late, "late-bar soft");
        svg_.polyline(all, "l c0");
        if (any_late) svg_.polyline(late, "l late d1");
        std::vector<double> wishes{all.back().y};
        if (any_late) wishes.push_back(late.back().y);
        auto const places = spread(wishes, 16, top_ - 8, base_ + 8);
        auto const& last = flow_.points.back();
        label(places[0], "l c0", fmt::format("{} open", last.open()));
        if (any_late) label(places[1], "l late d1", fmt::format("{} overdue", last.overdue));
    }

    void label(double y, std::string_view classes, std::string const& words)
    {
        svg_.line({right_ + 6, y}, {right_ + 24, y}, classes);
        svg_.text({right_ + 29, y + 4}, words, "");
    }

    /// Bars above and below a line: a bar a period, as wide as the period.
    void opened_and_closed()
    {
        auto const middle = base_ + 28 + flow_up;
        auto const scale = (flow_up - 14) / std::max(busiest_, 1);
        auto const bottom = middle + flow_up + 4;
        for (auto const& row : rows_) {
            auto const from = x_.at(std::max(row.period.first, first_));
            auto const to = x_.at(std::min(row.period.last + days{1}, last_));
            if (to <= from) continue;
            auto const gap = std::min(2., (to - from) / 6);
            auto const high = row.opened * scale;
            auto const deep = row.closed * scale;
            auto const width = to - from - 2 * gap;
            svg_.line({from, bottom}, {from, bottom + 3}, "axis");
            if (row.opened > 0) {
                svg_.rectangle({from + gap, middle - high}, width, high, "f0 soft");
                svg_.rectangle({from + gap, middle - high}, width, high, "m other");
                number(row.opened, {(from + to) / 2, middle - high - 4}, to - from);
            }
            if (row.closed > 0) {
                svg_.rectangle({from + gap, middle}, width, deep, "m other");
                number(row.closed, {(from + to) / 2, middle + deep + 12}, to - from);
            }
        }
        svg_.line({left_, middle}, {right_, middle}, "axis");
        svg_.text({right_ + 6, middle - flow_up / 2 + 4}, "opened", "");
        svg_.text({right_ + 6, middle + flow_up / 2 + 4}, "closed", "");
        if (!rows_.empty()) svg_.text({right_ + 6, middle + 4}, "in " + unit(), "t");
        svg_.line({left_, bottom}, {right_, bottom}, "axis");
        // No finer than the bars, so that both have the same edges.
        auto const room = std::min(static_cast<std::size_t>((right_ - left_) / 44), rows_.size() + 1);
        for (auto const& tick : time_ticks(first_, last_, room, look_.week_start)) {
            auto const x = x_.at(tick.day);
            svg_.line({x, bottom}, {x, bottom + 5}, "axis");
            svg_.text({x, bottom + 18}, tick.label, "t", Anchor::middle);
            if (!tick.context.empty()) svg_.text({x, bottom + 32}, tick.context, "t", Anchor::middle);
        }
        owners_top_ = bottom + 52;
    }

    void number(int value, Point at, double room)
    {
        auto const words = std::to_string(value);
        if (text_width(words, 11) <= room + 6) svg_.text(at, words, "t", Anchor::middle);
    }

    std::string unit() const
    {
        constexpr std::string_view units[] = {"a day", "a week", "a month", "a quarter", "half a year", "a year"};
        auto const sort = static_cast<std::size_t>(rows_.front().period.unit);
        return std::string{sort < std::size(units) ? units[sort] : "these days"};
    }

    void owners()
    {
        if (owners_.empty()) return;
        svg_.text({16, owners_top_}, "open today, by owner", "t");
        double widest = 0;
        auto most = 1;
        auto const name_of = [](OwnerOpen const& owner) {
            return fitted(owner.owner.empty() ? "no owner named" : owner.name, 12, 190);
        };
        for (auto const& owner : owners_) {
            widest = std::max(widest, text_width(name_of(owner), 12));
            most = std::max(most, owner.open);
        }
        auto const from = 16 + widest + 12;
        auto const unit = std::min(24., std::max(look_.width - from - 150, 24.) / most);
        auto y = owners_top_ + 10;
        for (auto const& owner : owners_) {
            svg_.name({16, y + 13}, name_of(owner), {}, "");
            svg_.rectangle({from, y + 3}, owner.open * unit, 12, "f0 soft");
            if (owner.overdue > 0) svg_.rectangle({from, y + 3}, owner.overdue * unit, 12, "m hatch late");
            svg_.text({from + owner.open * unit + 8, y + 13}, owner_words(owner), "t");
            y += owner_row;
        }
    }

    ActionFlow const& flow_;
    ChartWords const& words_;
    ChartLook const& look_;
    Heading heading_;
    std::vector<ActionRow> rows_;
    std::vector<OwnerOpen> owners_;
    Day first_, last_;
    int most_ = 1, busiest_ = 1;
    std::vector<double> ticks_;
    double height_ = 0, top_ = 0, base_ = 0, left_ = 0, right_ = 0, owners_top_ = 0;
    TimeScale x_{};
    Svg svg_;
};

}  // namespace

std::string action_svg(ActionFlow const& flow, ChartWords const& words, ChartLook const& look)
{
    if (flow.points.empty()) return empty_picture(words, look);
    return ActionPicture{flow, words, look}.draw();
}

}  // namespace sss
