#include "commands/report_forecast.hpp"

#include "history/history.hpp"

namespace sss {

Forecasts forecasts_for(Past const& past, Scope const& scope, Sources const& sources, Narrowing const& narrowing)
{
    auto const& habits = *past.habits;
    auto const& records = sources.records;
    auto const pasts = plan_pasts(sources.history(), habits.zone, scope.today, habits.settings.history.correction_days);
    auto const whole = read_state(records);
    auto all = forecasts(pasts, narrowed(whole, Belongs{narrowing, whole}, records), scope.today);
    narrow(all, {});
    all.left_out.clear();  // the report tells of them itself
    return all;
}

}  // namespace sss
