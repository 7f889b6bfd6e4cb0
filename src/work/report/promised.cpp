#include "work/report/promised.hpp"

#include "history/first_landings.hpp"

#include <algorithm>
#include <map>

namespace sss {

namespace {

/// @param landings  where each file of the archive first stood
/// @param position  on the line, of the landing that is the newest
std::vector<PromisedReport> promised_by(std::map<std::string, std::size_t> const& landings, FirstParentLine const& line,
                                        std::size_t position, Settings const& settings, Day today)
{
    std::map<std::string, Day> published;
    for (auto const& [path, landed] : landings) {
        if (landed < position) continue;  // it came later
        auto const period = reported_period(path);
        if (period.empty()) continue;
        auto const day = line.day(landed);
        auto const [known, fresh] = published.try_emplace(period, day);
        if (!fresh) known->second = std::min(known->second, day);
    }
    return promised_reports(settings.publication, published, today, settings.programme.week_starts);
}

}  // namespace

std::vector<PromisedReport> promised_reports(HistoryView const& past)
{
    return past.now ? promised_reports(past, *past.now, past.today) : std::vector<PromisedReport>{};
}

std::vector<PromisedReport> promised_reports(HistoryView const& past, git::Commit const& now, Day today)
{
    auto const& settings = past.configuration->settings;
    auto const position = settings.publication.every ? past.line->find(now.id) : std::nullopt;
    if (!position) return {};
    // Many reports ask, each as of another day: the line is looked at once.
    auto& landings = *past.kept_since;
    if (!landings) landings = first_landings(past.repository, *past.line, 0, settings.report.archive);
    return promised_by(*landings, *past.line, *position, settings, today);
}

std::vector<PromisedReport> promised_reports(git::Repository const& repository, FirstParentLine const& line,
                                             git::Oid const& now, Settings const& settings, Day today)
{
    auto const position = settings.publication.every ? line.find(now) : std::nullopt;
    if (!position) return {};
    auto const landings = first_landings(repository, line, *position, settings.report.archive);
    return promised_by(landings, line, *position, settings, today);
}

}  // namespace sss
