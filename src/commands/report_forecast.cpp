#include "commands/report_forecast.hpp"

#include "history/history.hpp"

namespace sss {

Forecasts forecasts_for(Past const& past, Scope const& scope, Records const& records, Narrowing const& narrowing)
{
    auto const& habits = *past.habits;
    auto const history = scope.to ? read_history(past.repository, habits.layout, scope.to->id) : History{};
    auto const pasts = plan_pasts(history, habits.zone, scope.today, habits.settings.history.correction_days);
    auto const whole = read_state(records);
    auto all = forecasts(pasts, narrowed(whole, Belongs{narrowing, whole}, records), scope.today);
    narrow(all, {});
    all.left_out.clear();  // the report tells of them itself
    return all;
}

}  // namespace sss
