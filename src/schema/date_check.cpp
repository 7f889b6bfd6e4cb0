#include "schema/date_check.hpp"

#include "programme/date.hpp"
#include "schema/text.hpp"
#include "support/zone.hpp"

#include <fmt/format.h>

namespace sss::schema {
namespace {

/// Takes what matches off the front: '0' stands for a digit, everything else for itself.
bool take(std::string_view& text, std::string_view shape)
{
    if (text.size() < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        auto const fits = shape[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == shape[i];
        if (!fits) return false;
    }
    text.remove_prefix(shape.size());
    return true;
}

bool take_date_shape(std::string_view& text)
{
    if (!take(text, "0000")) return false;
    static_cast<void>(take(text, "-00-00") || take(text, "-00") || take(text, "-Q0") || take(text, "-H0"));
    return true;
}

/// True for a text that is written as a date is, so that only the calendar can have refused it.
bool is_written_as_date(std::string_view text)
{
    if (!take_date_shape(text)) return false;
    if (take(text, "/")) return (take(text, "..") || take_date_shape(text)) && (text.empty() || text == "~");
    return text.empty() || text == "~" || take(text, "T00:00") || take(text, " 00:00");
}

DateTrouble not_a_text(Value const& value)
{
    DateTrouble trouble{.message = {"{value} is no date", "value"_key = shown(value)},
                        .help = "write 2018-04-25, or \"2018-04\" if only the month is known"};
    if (auto const* year = value.integer(); year != nullptr && *year >= 1000 && *year <= 9999)
        trouble.help = {"write \"{year}\" if only the year is known", "year"_arg = *year};
    return trouble;
}

}  // namespace

std::optional<DateTrouble> date_trouble(Value const& value)
{
    auto const* text = value.text();
    if (text == nullptr) return not_a_text(value);
    auto const read = parse_date(*text, Zone::utc());
    auto const* problem = std::get_if<DateProblem>(&read);
    if (problem == nullptr) return std::nullopt;
    return DateTrouble{.impossible = is_written_as_date(*text),
                       .message = problem->message,
                       .help = problem->help,
                       .offset = problem->offset,
                       .length = problem->length};
}

}  // namespace sss::schema
