#include "work/site/past_reports.hpp"

#include <utility>

namespace sss {

PastReports::PastReports(ExportMaterial const& material)
    : material_(material),
      past_(material.past()),
      slices_(material.whole(), *past_.line, material.settings().history.correction_days),
      reproducing_(past_)
{
    find_months();
}

Scope PastReports::scope_of(Period const& period, Day today, std::optional<std::size_t> from,
                            std::optional<std::size_t> to) const
{
    Scope scope{period, today, {}, {}};
    if (to) scope.to = past_.repository.commit(past_.line->landing(*to)->id);
    if (from) scope.from = past_.repository.commit(past_.line->landing(*from)->id);
    return scope;
}

ProgressReport PastReports::report(Month const& month, Records const& records)
{
    PeriodStory story;
    auto const& discretion = material_.discretion();
    auto const& scope = month.scope;
    story.history = slices_.exact() ? slices_.stretch(month.from, *month.to)
                                    : discretion.published(read_history(
                                          past_, scope.to, scope.from ? std::optional{scope.from->id} : std::nullopt));
    story.moves = slices_.moves_in(*story.history);
    tell_beginning(story, scope, past_, with_records_);
    if (!records.all().empty()) with_records_ = scope.to->tree;
    Sources const sources{records, [&]() -> History const& { return material_.whole(); }};
    ReportRequest request;
    request.period = scope.period.name;
    return report_of(past_, scope, story, sources, request, reproducing_);
}

void PastReports::find_months()
{
    auto const& line = *past_.line;
    auto const week_start = material_.settings().programme.week_starts;
    if (material_.whole().commits.empty()) return;
    auto const begin = material_.whole().zone.day_of(material_.whole().commits.front().landed_at);
    for (auto period = period_of(begin, PeriodUnit::month, week_start); period.last < past_.today;
         period = next(period, week_start))
    {
        auto const from = line.landed_by(period.first - std::chrono::days{1});
        auto const to = line.landed_by(period.last);
        if (!to) continue;
        months_.push_back({scope_of(period, period.last, from, to), from, to});
    }
}

std::vector<Period> PastReports::months() const
{
    std::vector<Period> periods;
    for (auto const& month : months_) periods.push_back(month.scope.period);
    return periods;
}

void PastReports::tell_months(std::function<void(ProgressReport const&)> const& tell)
{
    std::vector<git::Oid> trees;
    for (auto const& month : months_) trees.push_back(past_.line->landing(*month.to)->tree);
    auto const& layout = past_.configuration->layout;
    Snapshots snapshots{past_.repository, layout, trees,
                        [&](Records records) { return material_.discretion().published(std::move(records), layout); }};
    for (auto const& month : months_) tell(report(month, snapshots.next()));
}

ProgressReport PastReports::now()
{
    auto const& line = *past_.line;
    auto const period = period_of(past_.today, PeriodUnit::month, material_.settings().programme.week_starts);
    auto const from = line.landed_by(period.first - std::chrono::days{1});
    auto const to = past_.now ? line.find(past_.now->id) : std::nullopt;
    return report({scope_of(period, past_.today, from, to), from, to}, material_.records());
}

}  // namespace sss
