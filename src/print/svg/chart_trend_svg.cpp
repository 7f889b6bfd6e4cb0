#include "print/chart.hpp"
#include "print/svg/time_axis.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;

constexpr std::size_t baselines_at_most = 8;

constexpr double trend_letter = 12;  // size of a label
constexpr double row = 15;           // height of a label
constexpr std::size_t few = 4;       // named lines, whose names have more room
constexpr double sample = 22;        // of a line, before its name
constexpr double sample_room = sample + 5;
constexpr Mark marks[] = {Mark::circle, Mark::square, Mark::triangle, Mark::diamond, Mark::down, Mark::hexagon};

struct Domain {
    Day first;
    Day last;

    void take(Day day)
    {
        first = std::min(first, day);
        last = std::max(last, day);
    }
    void widen(int least)
    {
        auto const more = std::max(0, (least - static_cast<int>((last - first).count()) + 1) / 2);
        first -= days{more};
        last += days{more};
    }
};

/// The report dates of the picture.
Domain across(Trend const& trend)
{
    Domain domain{trend.lines.front().forecasts.front().told, trend.lines.front().forecasts.front().told};
    auto until = domain.first;
    for (auto const& line : trend.lines) {
        domain.take(line.forecasts.front().told);
        until = std::max(until, line.ends(trend.today));
    }
    if (trend.period) domain.first = std::max(domain.first, trend.period->first);
    domain.take(trend.period ? std::min({until, trend.period->last, trend.today}) : until);
    domain.first = std::min(domain.first, domain.last - days{2});
    return domain;
}

/// At the side there is room for the month beside the day; the year stands where it is new.
std::string beside(Tick const& tick)
{
    auto const new_year = !tick.context.empty() && tick.context.back() >= '0' && tick.context.back() <= '9';
    return new_year ? tick.whole : tick.in_year;
}

/// Forecasts that were told while the milestone was still ahead.
std::vector<Forecast> drawn(TrendLine const& line, Day until)
{
    std::vector<Forecast> kept;
    for (auto const& forecast : line.forecasts)
        if (forecast.told <= until) kept.push_back(forecast);
    return kept;
}

class TrendPicture {
public:
    TrendPicture(Trend const& trend, ChartWords const& words, ChartLook const& look)
        : trend_(trend),
          words_(words),
          look_(look),
          named_(most_telling(trend, trend_named_at_most)),
          titles_(named_titles()),
          across_(across(trend)),
          up_(heights()),
          heading_(words, look),
          svg_(begin())
    {}

    std::string draw()
    {
        heading_.draw(svg_, height_);
        legend().draw(svg_, heading_.top());
        axes();
        diagonal();
        for (std::size_t i = 0; i < trend_.lines.size(); ++i)
            if (!series(i)) grey(trend_.lines[i]);
        for (std::size_t k = 0; k < named_.size(); ++k) line(trend_.lines[named_[k]], k);
        labels();
        return svg_.finish();
    }

private:
    std::optional<std::size_t> series(std::size_t i) const
    {
        auto const found = std::ranges::find(named_, i);
        return found == named_.end() ? std::nullopt : std::optional<std::size_t>{found - named_.begin()};
    }

    Day until(TrendLine const& line) const { return std::min(line.ends(trend_.today), across_.last); }

    /// Whether the line goes on beyond the right edge.
    bool goes_on(TrendLine const& line) const
    {
        return line.end == TrendLine::End::open || line.ends(trend_.today) > across_.last;
    }

    /// The forecast dates of the picture, the corner of the diagonal included.
    Domain heights() const
    {
        Domain domain{across_.last, across_.last};
        for (auto const& line : trend_.lines) {
            for (auto const& forecast : drawn(line, until(line)))
                if (forecast.date) domain.take(forecast.date->last());
            if (line.held() && !goes_on(line)) domain.take(line.ends(trend_.today));
        }
        for (auto const i : named_)
            if (trend_.lines[i].baseline) domain.take(trend_.lines[i].baseline->last());
        // The diagonal's beginning too, where that does not push the lines into a corner.
        if (across_.first < domain.first && (domain.first - across_.first) * 2 < domain.last - domain.first)
            domain.take(across_.first);
        domain.widen(4);
        return domain;
    }

    std::string date_of(TrendLine const& line) const
    {
        if (line.held()) return short_words(*line.actual);
        auto const stood = drawn(line, until(line));
        for (auto i = stood.size(); i-- > 0;)
            if (stood[i].date) return short_words(*stood[i].date);
        return {};
    }

    /// What stands behind a name: its date, where there is room for more than names.
    std::string aside_of(TrendLine const& line) const { return look_.width < 480 ? std::string{} : date_of(line); }

    /// A name as it stands in the picture.
    std::string shown(TrendLine const& line, double room) const
    {
        return fitted_apart(line.title, titles_, trend_letter, room);
    }

    std::vector<std::string> named_titles() const
    {
        std::vector<std::string> titles;
        for (auto const i : named_) titles.push_back(trend_.lines[i].title);
        return titles;
    }

    /// Of a name; a longer one is cut.
    double room() const { return look_.width / (named_.size() <= few && look_.width >= 480 ? 3 : 4); }

    double label_width(TrendLine const& line) const { return label_width(line, room()); }

    double label_width(TrendLine const& line, double room) const
    {
        return sample_room + text_width(shown(line, room), trend_letter) + 5 + text_width(aside_of(line), 11);
    }

    Svg begin()
    {
        double widest = 48;
        std::size_t open = 0;
        for (auto const i : named_) {
            auto const& line = trend_.lines[i];
            if (!goes_on(line)) {
                // At the right edge a label stands in the margin too.
                auto const share = static_cast<double>((until(line) - across_.first).count()) /
                                   static_cast<double>((across_.last - across_.first).count());
                if (share > 0.75) widest = std::max(widest, label_width(line) + 24 - (1 - share) * 400);
                continue;
            }
            ++open;
            widest = std::max(widest, label_width(line) + 24);
        }
        top_ = heading_.top() + legend().height() + 22;
        auto const below = 44 + heading_.bottom();
        left_ = 78;
        right_ = look_.width - widest;
        auto const least = std::max(360., static_cast<double>(open) * row + 40);
        auto const height = look_.height.value_or(top_ + std::max(least, (right_ - left_) * 0.72) + below);
        bottom_ = height - below;
        height_ = height;
        x_ = {across_.first, across_.last, left_ + 8, right_};
        y_ = {up_.first, up_.last, bottom_ - 14, top_ + 8};
        auto told = described(words_, look_);
        for (auto const i : named_) {
            auto const& line = trend_.lines[i];
            told += (told.empty() || told.back() == ' ' ? "" : " ") + line.title + ": " + count(line.moves, "move") +
                    ", " +
                    (line.end == TrendLine::End::reached     ? "reached "
                     : line.end == TrendLine::End::failed    ? "failed "
                     : line.end == TrendLine::End::cancelled ? "cancelled, last forecast "
                     : line.end == TrendLine::End::removed   ? "removed, last forecast "
                     : line.end == TrendLine::End::dropped   ? "no longer awaited, last forecast "
                                                             : "forecast ") +
                    date_of(line) + '.';
        }
        return {look_.id, look_.width, height, words_.title, told, look_.styled};
    }

    Legend legend() const
    {
        auto const dash = [](std::string classes) {
            return [classes](Svg& svg, Point at) { svg.line({at.x - 9, at.y}, {at.x + 9, at.y}, classes); };
        };
        auto const any = [&](auto const& test) { return std::ranges::any_of(trend_.lines, test); };
        Legend legend{look_.width};
        legend.add("forecast", 18, dash("l c5"));
        if (baselines() > 0) legend.add("baseline", 18, dash("base c5"));
        if (any([](TrendLine const& line) { return line.end == TrendLine::End::reached; }))
            legend.add("reached", 10, [](Svg& svg, Point at) { svg.mark(Mark::circle, at, 4.5, "f5"); });
        if (any([](TrendLine const& line) {
                return line.end == TrendLine::End::cancelled || line.end == TrendLine::End::removed ||
                       line.end == TrendLine::End::dropped;
            }))
            legend.add("given up", 10, [](Svg& svg, Point at) { svg.mark(Mark::cross, at, 5, "m c5"); });
        if (any([](TrendLine const& line) { return line.end == TrendLine::End::failed; }))
            legend.add("failed", 10, [](Svg& svg, Point at) { svg.mark(Mark::cross, at, 5, "m c5"); });
        if (any([](TrendLine const& line) { return std::ranges::any_of(line.forecasts, &Forecast::correction); }))
            legend.add("put right", 8, [](Svg& svg, Point at) { svg.mark(Mark::circle, at, 3, "m hollow c5"); });
        if (named_.size() < trend_.lines.size()) legend.add("not named", 18, dash("other"));
        legend.add("forecast day = report day", 18, dash("diag"));
        return legend;
    }

    std::size_t baselines() const
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(named_, [&](std::size_t i) { return trend_.lines[i].baseline.has_value(); }));
    }

    void axes()
    {
        auto const steps = static_cast<std::size_t>((bottom_ - top_) / 36);
        for (auto const& tick : time_ticks(up_.first, up_.last, steps, look_.week_start)) {
            auto const y = y_.at(tick.day);
            svg_.line({left_, y}, {right_, y}, "grid");
            svg_.text({left_ - 8, y + 4}, beside(tick), "t", Anchor::end);
        }
        auto const room = static_cast<std::size_t>((right_ - left_) / 44);
        for (auto const& tick : time_ticks(across_.first, across_.last, room, look_.week_start)) {
            auto const x = x_.at(tick.day);
            svg_.line({x, bottom_}, {x, bottom_ + 5}, "axis");
            svg_.text({x, bottom_ + 18}, tick.label, "t", Anchor::middle);
            if (!tick.context.empty()) svg_.text({x, bottom_ + 32}, tick.context, "t", Anchor::middle);
        }
        svg_.line({left_, bottom_}, {right_, bottom_}, "axis");
        svg_.text({16, top_ - 10}, "forecast for", "t");
        svg_.text({16, bottom_ + 18}, "told on", "t");
        if (shows_today()) svg_.text({right_ + 4, top_ - 8}, look_.now, "t");
    }

    bool shows_today() const { return across_.last == trend_.today; }

    void diagonal()
    {
        auto const from = std::max(across_.first, up_.first);
        auto const to = std::min(across_.last, up_.last);
        if (from < to) svg_.line({x_.at(from), y_.at(from)}, {x_.at(to), y_.at(to)}, "diag");
    }

    /// The steps of a line, cut where it had no date for a time.
    std::vector<std::vector<Point>> steps(TrendLine const& line) const
    {
        std::vector<std::vector<Point>> pieces(1);
        auto const stood = drawn(line, until(line));
        for (std::size_t i = 0; i < stood.size(); ++i) {
            if (!stood[i].date) {
                if (!pieces.back().empty()) pieces.emplace_back();
                continue;
            }
            auto const y = y_.at(stood[i].date->last());
            pieces.back().push_back({x_.at(stood[i].told), y});
            pieces.back().push_back({x_.at(i + 1 < stood.size() ? stood[i + 1].told : until(line)), y});
        }
        if (line.held() && !goes_on(line) && !pieces.back().empty()) pieces.back().push_back(end_of(line));
        if (pieces.back().empty()) pieces.pop_back();
        return pieces;
    }

    Point end_of(TrendLine const& line) const
    {
        auto const end = until(line);
        if (line.held() && !goes_on(line)) return {x_.at(end), y_.at(end)};
        auto const stood = drawn(line, end);
        for (auto i = stood.size(); i-- > 0;)
            if (stood[i].date) return {x_.at(end), y_.at(stood[i].date->last())};
        return {x_.at(end), bottom_};
    }

    void grey(TrendLine const& line)
    {
        svg_.begin("", line.title + ", " + date_of(line));
        for (auto const& piece : steps(line)) svg_.polyline(piece, "other");
        if (line.end == TrendLine::End::reached && !goes_on(line)) svg_.mark(Mark::circle, end_of(line), 2.5, "otherf");
        if (!goes_on(line) && line.end != TrendLine::End::reached) svg_.mark(Mark::cross, end_of(line), 3, "other");
        svg_.end();
    }

    void line(TrendLine const& line, std::size_t k)
    {
        auto const stroke = fmt::format("c{}", k % line_colours);
        auto const fill = fmt::format("f{}", k % line_colours);
        svg_.begin("", fmt::format("{}: {}", line.title, date_of(line)));
        auto const stood = drawn(line, until(line));
        if (line.baseline && !stood.empty()) {
            auto const y = y_.at(line.baseline->last());
            auto const from = x_.at(stood.front().told);
            auto const to = x_.at(until(line));
            // Many of them would hide the lines: then only where they begin is shown.
            svg_.line({from, y}, {baselines() <= baselines_at_most ? to : std::min(to, from + 24), y},
                      "base " + stroke);
        }
        for (auto const& piece : steps(line)) svg_.polyline(piece, fmt::format("l {} d{}", stroke, k % line_dashes));
        auto const mark = marks[k % std::size(marks)];
        for (auto const& forecast : stood) {
            if (!forecast.date) continue;
            Point const at{x_.at(forecast.told), y_.at(forecast.date->last())};
            vague(forecast, at.x, stroke);
            put(mark, at, 3, forecast.correction ? "m hollow " + stroke : fill, k);
        }
        if (line.end == TrendLine::End::reached && !goes_on(line)) put(Mark::circle, end_of(line), 4.5, fill, k);
        if (!goes_on(line) && line.end != TrendLine::End::reached)
            svg_.mark(Mark::cross, end_of(line), 5, "m " + stroke);
        svg_.end();
    }

    /// A mark of line `k`, or a ring around those of other lines that stand there already.
    void put(Mark mark, Point at, double radius, std::string const& classes, std::size_t k)
    {
        std::set<std::size_t> others;
        for (auto const& [other, whose] : marked_)
            if (whose != k && std::abs(other.x - at.x) < 1.5 && std::abs(other.y - at.y) < 1.5) others.insert(whose);
        marked_.emplace_back(at, k);
        if (others.empty()) return svg_.mark(mark, at, radius, classes);
        auto const ring = radius + 3 * static_cast<double>(std::min<std::size_t>(others.size(), 3));
        svg_.mark(mark, at, ring, fmt::format("l c{}", k % line_colours));
    }

    /// How far the marks reach that stand there.
    double reach(Point at) const
    {
        std::set<std::size_t> there;
        for (auto const& [other, whose] : marked_)
            if (std::abs(other.x - at.x) < 1.5 && std::abs(other.y - at.y) < 1.5) there.insert(whose);
        return 4.5 + 3 * static_cast<double>(std::min<std::size_t>(there.size(), 4) - (there.empty() ? 0 : 1));
    }

    void name(Point at, TrendLine const& line, double room)
    {
        svg_.name({at.x, at.y + 4}, shown(line, room), aside_of(line), "halo");
    }

    /// A name behind a sample of its line.
    void label(Point at, TrendLine const& line, double room)
    {
        auto const k = *series(static_cast<std::size_t>(&line - trend_.lines.data()));
        svg_.line(at, {at.x + sample, at.y}, fmt::format("l c{} d{}", k % line_colours, k % line_dashes));
        svg_.mark(marks[k % std::size(marks)], {at.x + sample / 2, at.y}, 3, fmt::format("f{}", k % line_colours));
        name({at.x + sample_room, at.y}, line, room);
    }

    /// All the days that a vague forecast may mean.
    void vague(Forecast const& forecast, double x, std::string const& stroke)
    {
        auto const from = y_.at(std::max(forecast.date->first(), up_.first));
        auto const to = y_.at(forecast.date->last());
        if (from - to < 6) return;
        svg_.line({x, from}, {x, to}, "vague " + stroke);
        svg_.line({x - 3, from}, {x + 3, from}, "vague " + stroke);
    }

    void labels()
    {
        LabelPlaces places{left_ + 1, top_ - 14, look_.width - 2, bottom_ - 1};
        std::vector<double> wishes;
        std::vector<std::size_t> open;
        for (auto const i : named_) {
            if (!goes_on(trend_.lines[i])) continue;
            open.push_back(i);
            wishes.push_back(end_of(trend_.lines[i]).y);
        }
        auto const spots = spread(wishes, row, top_ - row / 2, bottom_);
        for (std::size_t k = 0; k < open.size(); ++k) {
            svg_.polyline({{right_ + 2, wishes[k]}, {right_ + 6, wishes[k]}, {right_ + 12, spots[k]}}, "lead");
            label({right_ + 15, spots[k]}, trend_.lines[open[k]], room());
            places.forbid(right_ + 1, spots[k] - row / 2, look_.width, spots[k] + row / 2);
        }
        if (shows_today()) places.avoid({right_, top_}, {right_, bottom_}, 60);
        for (auto const& line : trend_.lines)
            for (auto const& piece : steps(line))
                for (std::size_t i = 1; i < piece.size(); ++i) places.avoid(piece[i - 1], piece[i]);
        for (auto const i : named_)
            if (!goes_on(trend_.lines[i])) {
                auto const end = end_of(trend_.lines[i]);
                auto const r = reach(end);
                places.forbid(end.x - r, end.y - r, end.x + r, end.y + r);
            }
        std::vector<std::pair<double, double>> across;
        for (auto const i : named_) {
            if (goes_on(trend_.lines[i])) continue;
            auto const at = label_at_end(trend_.lines[i], places);
            if (at && at->first < right_ + 2 && right_ - 2 < at->second.x)
                across.emplace_back(at->second.y - row / 2, at->second.y + row / 2);
        }
        for (auto const& [at, whose] : marked_)
            if (right_ - at.x < 4) across.emplace_back(at.y - 5, at.y + 5);
        if (shows_today()) svg_.upright(right_, top_ - 4, bottom_, across, "now");
    }

    /// The label of a line that ends within the picture: where it begins, and where it ends.
    std::optional<std::pair<double, Point>> label_at_end(TrendLine const& line, LabelPlaces& places)
    {
        auto const end = end_of(line);
        // What fits right of the point need not be longer and go to the left.
        auto const beside = look_.width - 16 - end.x - sample_room - text_width(aside_of(line), 11);
        auto room = look_.width / 2;
        auto const fits = beside >= std::min(text_width(line.title, trend_letter), this->room());
        if (fits) room = std::min(room, beside);
        auto const dear = fits ? 20 : 6;
        auto const gap = reach(end) + 4.5;
        auto place = places.place(end, label_width(line, room), row, gap, dear);
        for (; !place.found && room > 60; place = places.place(end, label_width(line, room), row, gap, dear))
            room *= 0.7;
        if (!place.found) return std::nullopt;
        // Beside its own mark a sample would look like the line going on; among rings it tells whose the name is.
        auto const sampled = place.moved || reach(end) > 4.5;
        auto const width = label_width(line, room) - (sampled ? 0 : sample_room);
        auto const from = place.anchor == Anchor::start ? place.at.x : place.at.x - width;
        if (place.moved) {
            auto const side = place.anchor == Anchor::start ? -2 : 2;
            svg_.line({end.x - 2 * side, end.y}, {place.at.x + side, place.at.y}, "lead");
        }
        if (sampled)
            label({from, place.at.y}, line, room);
        else
            name({from, place.at.y}, line, room);
        return std::pair{from, Point{from + width, place.at.y}};
    }

    Trend const& trend_;
    ChartWords const& words_;
    ChartLook const& look_;
    std::vector<std::size_t> named_;
    std::vector<std::string> titles_;
    std::vector<std::pair<Point, std::size_t>> marked_;  ///< where marks stand already, and of which line
    Domain across_;
    Domain up_;
    Heading heading_;
    double height_ = 0, top_ = 0, left_ = 0, right_ = 0, bottom_ = 0;
    TimeScale x_{}, y_{};
    Svg svg_;
};

}  // namespace

std::string trend_svg(Trend const& trend, ChartWords const& words, ChartLook const& look)
{
    if (trend.lines.empty()) return empty_picture(words, look);
    return TrendPicture{trend, words, look}.draw();
}

}  // namespace sss
