#include "programme/rough_count.hpp"

#include "programme/whole_number.hpp"
#include "support/saturating.hpp"

#include <charconv>
#include <string_view>

namespace sss {

namespace {

using Sense = RoughCount::Sense;

constexpr std::string_view signs = "=><~";  // in the order of Sense

Sense opposite(Sense sense)
{
    if (sense == Sense::more) return Sense::fewer;
    return sense == Sense::fewer ? Sense::more : sense;
}

Sense together(Sense a, Sense b)
{
    if (a == b || b == Sense::exact) return a;
    return a == Sense::exact ? b : Sense::about;
}

}  // namespace

std::string RoughCount::text() const
{
    auto digits = std::to_string(number);
    return sense == Sense::exact ? digits : signs[static_cast<std::size_t>(sense)] + digits;
}

std::optional<RoughCount> read_count(Value const& value)
{
    if (auto const number = whole_number(value)) return *number < 0 ? std::nullopt : std::optional<RoughCount>{*number};
    auto const* text = value.string();
    if (text == nullptr || text->size() < 2) return std::nullopt;
    auto const sign = signs.find(text->front());
    if (sign == std::string_view::npos || sign == 0) return std::nullopt;
    std::int64_t number = 0;
    auto const* end = text->data() + text->size();
    auto const [stop, error] = std::from_chars(text->data() + 1, end, number);
    if (error != std::errc{} || stop != end || number < 0) return std::nullopt;
    return RoughCount{number, static_cast<Sense>(sign)};
}

RoughCount sum(RoughCount a, RoughCount b)
{
    return {saturating_sum(a.number, b.number), together(a.sense, b.sense)};
}

RoughCount difference(RoughCount a, RoughCount b)
{
    return {saturating_difference(a.number, b.number), together(a.sense, opposite(b.sense))};
}

}  // namespace sss
