#include "fuzz.hpp"
#include "programme/date.hpp"
#include "programme/date_shift.hpp"
#include "programme/period.hpp"
#include "programme/version_name.hpp"
#include "support/zone.hpp"

using namespace sss;
using sss::fuzz::promise;

/// A line that is a date, a distance, a period or nothing of them.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto parts = fuzz::Parts{data, size};
    auto const text = parts.line();
    auto const other = parts.rest();
    auto const read = parse_date(text, Zone::utc());
    if (auto const* problem = std::get_if<DateProblem>(&read)) {
        promise(!problem->message.empty() && !problem->help.empty(), "a problem says what is wrong and how to mend it");
        promise(problem->offset + problem->length <= text.size(), "a problem stands within the text");
    } else {
        auto const& date = std::get<Date>(read);
        auto const again = parse_date(date.text(), Zone::utc());
        promise(std::holds_alternative<Date>(again) && std::get<Date>(again) == date, "a date's text is that date");
        promise(date.first() <= date.last(), "a date begins before it ends");
        promise(!before(date, date) && !surely_before(date, date), "no date is before itself");
        if (auto const shift = parse_shift(other); shift && std::holds_alternative<DateShift>(*shift)) {
            auto const moved = shifted(date, std::get<DateShift>(*shift), Zone::utc());
            if (auto const* later = std::get_if<Date>(&moved)) {
                promise(later->precision() == date.precision(), "a moved date is known as exactly as before");
                slip(date, *later);
            }
        }
        if (auto const second = parse_date(other, Zone::utc()); std::holds_alternative<Date>(second)) {
            auto const& b = std::get<Date>(second);
            promise(!(before(date, b) && before(b, date)), "of two dates only one is before the other");
            promise(slip(date, b).days == -slip(b, date).days, "a slip there is a gain back");
        }
    }
    auto const day = *parse_day("2018-04-25");
    for (auto const begin : {std::chrono::Monday, std::chrono::Sunday}) {
        auto const period = parse_period(text, day, begin);
        auto const* found = std::get_if<Period>(&period);
        if (found == nullptr) continue;
        promise(found->first <= found->last, "a period begins before it ends");
        auto const again = parse_period(found->name, day, begin);
        promise(std::holds_alternative<Period>(again) && std::get<Period>(again) == *found,
                "a period's name is that period");
    }
    return 0;
}
