#include "work/site/site_figures.hpp"

#include "print/html/report_figures.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace sss {

namespace {

/// A picture of a page is drawn to the day on which something of it changed last: what goes on from there nobody
/// has said, and the page says the same tomorrow.
ChartLook look_of(char const* id)
{
    ChartLook look;
    look.id = id;
    look.heading = look.styled = false;
    look.now = "last change";
    return look;
}

Trend trend_on(Day day, std::vector<TrendLine> lines)
{
    Trend one;
    one.today = day;
    one.lines = std::move(lines);
    return one;
}

/// The day on which the dates of a milestone were told last: a note of it changes no other page.
Day last_dated(SiteFacts const& site, std::uint32_t thread)
{
    auto last = site.landed(site.thread(thread).birth);
    for (auto const* one : site.past_of(thread)) {
        auto const dated = [](FieldChange const& field) {
            return field.path == keys::planned || field.path == keys::actual || field.path.starts_with(keys::cancelled);
        };
        if (one->change->type != ChangeType::changed || std::ranges::any_of(one->fields, dated))
            last = std::max(last, site.landed(one->change->commit));
    }
    return last;
}

/// How the dates of its milestones moved, those that moved furthest, and where they lie.
std::vector<Figure> figures_of_satellite(SiteFacts const& site, Record const& record, std::uint32_t changed)
{
    auto const itself_thread = site.thread_of(record);
    auto last = itself_thread ? site.landed(site.thread(*itself_thread).birth) : site.landed(changed);
    std::vector<TrendLine> lines;
    for (auto const& milestone : site.state.milestones) {
        if (milestone.satellite != record.id) continue;
        auto const* itself = site.records().find(kinds::milestone, milestone.id);
        auto const thread = itself != nullptr ? site.thread_of(*itself) : std::nullopt;
        if (thread) last = std::max(last, last_dated(site, *thread));
        if (auto const moved = site.trends.find(milestone.id); moved != site.trends.end())
            lines.push_back(moved->second);
    }
    std::ranges::stable_sort(lines, std::ranges::greater{}, &TrendLine::days_moved);
    if (lines.size() > trend_named_at_most) lines.resize(trend_named_at_most);
    std::vector<Figure> figures;
    if (!lines.empty()) figures.push_back(trend_figure(trend_on(last, std::move(lines)), {}, look_of("trend")));
    auto const lanes = timeline_chart({.state = site.state,
                                       .whole = site.publication.whole,
                                       .moves = site.moves,
                                       .zone = site.zone(),
                                       .today = last,
                                       .takes = [&](Milestone const& one) { return one.satellite == record.id; }});
    if (!lanes.lanes.empty()) figures.push_back(timeline_figure(lanes, {}, look_of("timeline")));
    return figures;
}

}  // namespace

std::vector<Figure> figures_of(SiteFacts const& site, Record const& record, std::optional<std::uint32_t> changed)
{
    std::vector<Figure> figures;
    if (!changed) return figures;
    if (record.kind->name == kinds::satellite) figures = figures_of_satellite(site, record, *changed);
    auto const moved = record.kind->name == kinds::milestone ? site.trends.find(record.id) : site.trends.end();
    if (moved != site.trends.end()) {
        auto look = look_of("trend");
        look.height = 260;
        figures.push_back(trend_figure(trend_on(site.landed(*changed), {moved->second}), {}, look));
    }
    for (auto& figure : figures) figure = without_numbers(std::move(figure));
    return figures;
}

}  // namespace sss
