#include "work/report/forecast.hpp"

#include "history/history.hpp"

namespace sss {

Forecasts forecasts_for(HistoryView const& past, Scope const& scope, Sources const& sources, Narrowing const& narrowing)
{
    auto const& configuration = *past.configuration;
    auto const& records = sources.records;
    auto const pasts =
        plan_pasts(sources.history(), configuration.zone, scope.today, configuration.settings.history.correction_days);
    auto const whole = read_standard_records(records);
    auto all = forecasts(pasts, narrowed(whole, Belongs{narrowing, whole}, records), scope.today);
    narrow(all, {});
    all.left_out.clear();  // the report tells of them itself
    return all;
}

}  // namespace sss
