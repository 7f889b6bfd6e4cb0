#include "work/report/promised.hpp"

#include "history/first_landings.hpp"

#include <algorithm>
#include <map>

namespace sss {

std::vector<PromisedReport> promised_reports(HistoryView const& past)
{
    auto const& settings = past.configuration->settings;
    auto const position = past.now ? past.line->find(past.now->id) : std::nullopt;
    if (!settings.publication.every || !position) return {};
    std::map<std::string, Day> published;
    for (auto const& [path, landed] : first_landings(past.repository, *past.line, *position, settings.report.archive)) {
        auto const period = reported_period(path);
        if (period.empty()) continue;
        auto const day = past.line->day(landed);
        auto const [known, fresh] = published.try_emplace(period, day);
        if (!fresh) known->second = std::min(known->second, day);
    }
    return promised_reports(settings.publication, published, past.today, settings.programme.week_starts);
}

}  // namespace sss
