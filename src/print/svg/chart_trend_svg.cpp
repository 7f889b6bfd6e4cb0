#include "print/chart.hpp"
#include "print/svg/time_axis.hpp"
#include "print/svg/trend_plot.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr double narrow_trend = 480;  // below that a name has no date behind it
constexpr double sample = 26;         // of a line, before its name
constexpr double sample_room = sample + 6;
constexpr double margin_around = 32;  // of a name in the margin; a font that is wider than all we know has some room
constexpr double key_row = 17;
constexpr double key_column = 224;  // at least

/// At the side there is room for the month beside the day; the year stands where it is new.
std::string beside(Tick const& tick)
{
    auto const new_year = !tick.context.empty() && tick.context.back() >= '0' && tick.context.back() <= '9';
    return new_year ? tick.whole : tick.in_year;
}

std::vector<TrendLine const*> all_lines(Trend const& trend)
{
    std::vector<TrendLine const*> lines;
    for (auto const& line : trend.lines) lines.push_back(&line);
    return lines;
}

std::vector<TrendLine const*> named_lines(Trend const& trend)
{
    std::vector<TrendLine const*> lines;
    for (auto const i : most_telling(trend, trend_named_at_most)) lines.push_back(&trend.lines[i]);
    return lines;
}

class TrendPicture {
public:
    TrendPicture(Trend const& trend, ChartWords const& words, ChartLook const& look)
        : trend_(trend),
          words_(words),
          look_(look),
          plot_(trend, all_lines(trend), named_lines(trend)),
          panels_(trend, look.width),
          heading_(words, look)
    {
        for (std::size_t k = 0; k < plot_.count(); ++k) names_.push_back(plot_.named(k).title);
        measure();
        place();
    }

    std::string draw()
    {
        auto const apart = look_.tallest && !panels_.empty();
        auto const below = apart ? 0 : panels_.height();
        auto const height = bottom_ + below_axis() + key_height() + below + heading_.bottom();
        Svg svg{look_.id, look_.width, height, words_.title, told(), look_.styled};
        heading_.draw(svg, height);
        legend().draw(svg, heading_.top());
        axes(svg);
        for (auto const& [from, to] : plot_.diagonal()) svg.line(from, to, "diag");
        std::vector<bool> const named(plot_.count(), true);
        plot_.draw_ground_but(svg, named);
        today(svg);
        // The most telling one is drawn last, before all others.
        for (auto k = plot_.count(); k-- > 0;) plot_.draw_named(svg, k, group(k), draws_baselines());
        for (auto const& label : labels_) draw_trend_label(svg, plot_, label, rules_, group(label.k));
        if (trend_.lines.size() == 1) moves(svg);
        key(svg);
        if (!apart) panels_.draw(svg, bottom_ + below_axis() + key_height());
        auto picture = svg.finish();
        if (!apart) return picture;
        Svg second{look_.id + "-2",     look_.width, panels_.height(), words_.title + ", by satellite",
                   panels_.described(), false};
        panels_.draw(second, 0);
        return picture + second.finish();
    }

private:
    static std::string group(std::size_t k) { return fmt::format("of n{}", k); }
    static double below_axis() { return 44; }

    bool dates() const { return look_.width >= narrow_trend; }

    void measure()
    {
        // A name that would take more than this of the width stands below the picture, whole.
        auto const room = look_.width * .38;
        auto widest = 48.;
        for (std::size_t k = 0; k < plot_.count(); ++k) {
            auto const& line = plot_.named(k);
            auto const needed =
                margin_around +
                trend_label_width(names_[k], dates() ? plot_.date_of(line) : std::string{}, trend_letter);
            if (needed > room) continue;
            plot_.set_frame(0, 1, 1, 0);
            // What ends near the right edge stands in the margin too.
            if (plot_.goes_on(line) || plot_.end_of(line).x > 0.75) widest = std::max(widest, needed);
        }
        rules_.left = 78;
        rules_.right = look_.width - widest;
        rules_.edge = look_.width;
        rules_.dates = dates();
        rules_.furthest = 1.2 * rules_.row;
        rules_.top = heading_.top() + legend().height() + 22;
        top_ = rules_.top;
    }

    /// The labels and what of them stands below the picture, which where the height is given leaves less for the lines.
    void place()
    {
        auto const few = trend_.lines.size() == 1;
        auto const high = few ? 150 : std::max(dates() ? 360. : 300., (rules_.right - rules_.left) * 0.72);
        for (std::size_t rows = 0, tries = 0; tries < 3; ++tries) {
            bottom_ = top_ + high;
            if (look_.height)
                bottom_ = std::max(top_ + 100, *look_.height - below_axis() - heading_.bottom() -
                                                   (look_.tallest ? 0 : panels_.height()) -
                                                   key_row * static_cast<double>(rows));
            rules_.bottom = bottom_;
            plot_.set_frame(rules_.left, rules_.right, top_, bottom_);
            labels_ = trend_labels(plot_, names_, rules_);
            fill_key();
            if (!look_.height || key_rows() <= rows) break;
            rows = key_rows();
        }
    }

    void fill_key()
    {
        key_.clear();
        for (std::size_t k = 0; k < plot_.count(); ++k)
            if (std::ranges::none_of(labels_, [&](TrendLabel const& label) { return label.k == k; })) key_.push_back(k);
        auto widest = key_column;
        for (auto const k : key_)
            widest = std::max(
                widest, sample_room + trend_label_width(names_[k], plot_.date_of(plot_.named(k)), trend_letter) + 14);
        auto const room = look_.width - 32;
        key_columns_ = static_cast<std::size_t>(std::clamp(std::floor(room / widest), 1., 3.));
    }

    std::size_t key_rows() const { return (key_.size() + key_columns_ - 1) / key_columns_; }
    double key_height() const { return key_.empty() ? 0 : 8 + key_row * static_cast<double>(key_rows()); }

    std::string told() const
    {
        auto told = described(words_, look_);
        for (std::size_t k = 0; k < plot_.count(); ++k) {
            auto const& line = plot_.named(k);
            told += (told.empty() || told.back() == ' ' ? "" : " ") + line.title + ": " + count(line.moves, "move") +
                    ", " +
                    (line.end == TrendLine::End::reached     ? "reached "
                     : line.end == TrendLine::End::failed    ? "failed "
                     : line.end == TrendLine::End::cancelled ? "cancelled, last forecast "
                     : line.end == TrendLine::End::removed   ? "removed, last forecast "
                     : line.end == TrendLine::End::dropped   ? "no longer awaited, last forecast "
                                                             : "forecast ") +
                    plot_.date_of(line) + '.';
        }
        return told;
    }

    bool draws_baselines() const { return plot_.count() <= trend_baselines_at_most; }

    /// Whether any baseline is drawn: apart from its line, or it could not be seen.
    bool shows_baseline() const
    {
        if (!draws_baselines()) return false;
        for (std::size_t k = 0; k < plot_.count(); ++k) {
            auto const& line = plot_.named(k);
            if (line.baseline && std::ranges::any_of(plot_.told(line), [&](Forecast const& forecast) {
                    return forecast.date && forecast.date->last() != line.baseline->last();
                }))
                return true;
        }
        return false;
    }

    Legend legend() const
    {
        auto const dash = [](std::string classes) {
            return [classes](Svg& svg, Point at) { svg.line({at.x - 9, at.y}, {at.x + 9, at.y}, classes); };
        };
        // Of those that stand out: what the others are is told by none of these signs.
        auto const any = [&](auto const& test) {
            for (std::size_t k = 0; k < plot_.count(); ++k)
                if (test(plot_.named(k))) return true;
            return false;
        };
        auto const ended = [&](std::initializer_list<TrendLine::End> ends) {
            return any([&](TrendLine const& line) {
                return !plot_.goes_on(line) && std::ranges::find(ends, line.end) != ends.end();
            });
        };
        using enum TrendLine::End;
        Legend legend{look_.width};
        legend.add("forecast", 18, dash("l c5"));
        if (shows_baseline()) legend.add("baseline", 18, dash("base c5"));
        if (ended({reached}))
            legend.add("reached", 10, [](Svg& svg, Point at) { svg.mark(Mark::circle, at, 4.5, "f5"); });
        if (ended({cancelled, removed, dropped}))
            legend.add("given up", 10, [](Svg& svg, Point at) { svg.mark(Mark::cross, at, 5, "m c5"); });
        if (ended({failed})) legend.add("failed", 10, [](Svg& svg, Point at) { svg.mark(Mark::cross, at, 5, "m c5"); });
        if (any([](TrendLine const& line) { return std::ranges::any_of(line.forecasts, &Forecast::correction); }))
            legend.add("put right", 8, [](Svg& svg, Point at) { svg.mark(Mark::circle, at, 3, "m hollow c5"); });
        if (plot_.count() < trend_.lines.size()) legend.add("not named", 18, dash("ground"));
        if (!plot_.diagonal().empty()) legend.add("forecast day = report day", 18, dash("diag"));
        return legend;
    }

    void axes(Svg& svg) const
    {
        auto const steps = static_cast<std::size_t>((bottom_ - top_) / 36);
        for (auto const& tick : time_ticks(plot_.up().first, plot_.up().last, steps, look_.week_start)) {
            auto const y = plot_.y().at(tick.day);
            svg.line({rules_.left, y}, {rules_.right, y}, "grid");
            svg.text({rules_.left - 8, y + 4}, beside(tick), "t", Anchor::end);
        }
        auto const room = static_cast<std::size_t>((rules_.right - rules_.left) / 44);
        for (auto const& tick : time_ticks(plot_.across().first, plot_.across().last, room, look_.week_start)) {
            auto const x = plot_.x().at(tick.day);
            svg.line({x, bottom_}, {x, bottom_ + 5}, "axis");
            svg.text({x, bottom_ + 18}, tick.label, "t", Anchor::middle);
            if (!tick.context.empty()) svg.text({x, bottom_ + 32}, tick.context, "t", Anchor::middle);
        }
        svg.line({rules_.left, bottom_}, {rules_.right, bottom_}, "axis");
        svg.text({16, top_ - 10}, "forecast for", "t");
        svg.text({16, bottom_ + 18}, "told on", "t");
    }

    /// The line for today, with gaps where a name crosses it.
    void today(Svg& svg) const
    {
        if (!plot_.shows_today()) return;
        auto const right = rules_.right;
        svg.text({right, top_ - 10}, look_.now, "t", Anchor::middle);
        std::vector<std::pair<double, double>> across;
        for (auto const& label : labels_)
            if (!label.margin && label.at.x < right + 2 && right - 2 < label.at.x + label.width)
                across.emplace_back(label.at.y - rules_.row / 2, label.at.y + rules_.row / 2);
        svg.upright(right, top_ - 5, bottom_, across, "now");
    }

    /// Of a single line: how far each move went, beside its step.
    void moves(Svg& svg) const
    {
        auto const& line = plot_.named(0);
        auto const stood = plot_.told(line);
        LabelPlaces places{rules_.left, top_ - 4, rules_.right - 2, bottom_};
        for (auto const& label : labels_)
            places.forbid(label.at.x - 4, label.at.y - 10, label.at.x + label.width + 4, label.at.y + 10);
        for (auto const& mark : plot_.marks_of(line)) places.forbid(mark.x - 4, mark.y - 4, mark.x + 4, mark.y + 4);
        for (auto const& piece : plot_.steps(line))
            for (std::size_t i = 1; i < piece.size(); ++i) places.avoid(piece[i - 1], piece[i]);
        std::optional<Date> before;
        for (auto const& forecast : stood) {
            if (before && forecast.date && forecast.move > 0) {
                auto const days = (forecast.date->last() - before->last()).count();
                auto const said = signed_text(days) + (std::abs(days) == 1 ? " day" : " days");
                Point const at{plot_.x().at(forecast.told), plot_.y().at(forecast.date->last())};
                // Left of a step that rises nothing of the line can be.
                auto const place = places.place(at, text_width(said, 11), 12, 6, -3, 12);
                if (place.found) svg.text({place.at.x, place.at.y + 4}, said, "t halo", place.anchor);
            }
            if (forecast.date) before = forecast.date;
        }
    }

    /// What found no room beside its line, below the picture.
    void key(Svg& svg) const
    {
        auto const column = (look_.width - 32) / static_cast<double>(key_columns_);
        auto const rows = key_rows();
        for (std::size_t i = 0; i < key_.size(); ++i) {
            auto const k = key_[i];
            Point const at{16 + column * static_cast<double>(i / rows),
                           bottom_ + below_axis() + 8 + key_row * static_cast<double>(i % rows)};
            auto const date = plot_.date_of(plot_.named(k));
            auto const room = column - sample_room - trend_label_width({}, date, trend_letter) - 6;
            svg.begin("key");
            svg.line(at, {at.x + sample, at.y}, plot_.classes(k));
            svg.mark(line_mark(k), {at.x + sample / 2, at.y}, 3, fill_class(k));
            svg.name({at.x + sample_room, at.y + 4}, fitted_apart(names_[k], names_, trend_letter, room), date, "");
            svg.end();
        }
    }

    Trend const& trend_;
    ChartWords const& words_;
    ChartLook const& look_;
    TrendPlot plot_;
    TrendPanels panels_;
    Heading heading_;
    std::vector<std::string> names_;  ///< of the named lines
    TrendLabelRules rules_;
    double top_ = 0, bottom_ = 0;
    std::vector<TrendLabel> labels_;
    std::vector<std::size_t> key_;  ///< the named lines without a label
    std::size_t key_columns_ = 1;
};

}  // namespace

std::string trend_svg(Trend const& trend, ChartWords const& words, ChartLook const& look)
{
    if (trend.lines.empty()) return empty_picture(words, look);
    return TrendPicture{trend, words, look}.draw();
}

}  // namespace sss
