#include "support/zone.hpp"

#include "support/edit_distance.hpp"
#include "support/error.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <date/tz.h>
#include <fmt/format.h>

namespace sss {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;

namespace {

/// Opened on first use, then kept by the library.
date::tzdb const& database()
{
    try {
        return date::get_tzdb();
    } catch (std::exception const& failure) {
        throw Error{"read the time zones of this machine", failure.what(), "Install the package tzdata."};
    }
}

/// The smallest that any package has: those who only need a few zones leave out links to former names, not zones.
constexpr std::size_t fewest_zones = 200;

/// Nothing where there is no such zone; an Error where that is the machine's fault, who has hardly any.
date::time_zone const* find_zone(std::string_view name)
{
    auto const& zones = database().zones;
    auto const found =
        std::ranges::lower_bound(zones, name, {}, [](auto const& zone) { return std::string_view{zone.name()}; });
    if (found != zones.end() && found->name() == name) return &*found;
    if (zones.size() < fewest_zones)
        throw Error{fmt::format("find the time zone {}", visible(name)),
                    zones.empty() ? std::string{"this machine has no time zones"}
                                  : fmt::format("this machine has {} time zones and not some 400", zones.size()),
                    "Install the package tzdata."};
    return nullptr;
}

/// Before every date that sss takes.
sys_seconds beginning()
{
    return sys_days{year{0} / 1 / 1};
}

}  // namespace

Zone const& Zone::utc()
{
    static Zone const zone{"UTC", {{beginning(), seconds{0}}}};
    return zone;
}

std::optional<Zone> Zone::named(std::string_view name)
{
    if (name == "UTC") return utc();
    auto const* const zone = find_zone(name);
    if (zone == nullptr) return {};
    try {
        std::vector<Span> spans;
        auto const end = sys_seconds{sys_days{year{9999} / 12 / 31}};
        for (auto at = beginning(); at < end;) {
            auto const info = zone->get_info(at);
            if (spans.empty() || spans.back().offset != info.offset) spans.push_back({at, info.offset});
            if (info.end <= at) break;  // the library's way to say: for ever
            at = info.end;
        }
        return Zone{std::string{name}, std::move(spans)};
    } catch (std::exception const& failure) {
        throw Error{"read the time zone " + std::string{name}, failure.what(), "Reinstall the package tzdata."};
    }
}

seconds Zone::offset_at(sys_seconds moment) const
{
    auto const after = std::ranges::upper_bound(*spans_, moment, {}, &Span::begin);
    return after == spans_->begin() ? after->offset : std::prev(after)->offset;
}

sys_days Zone::day_of(sys_seconds moment) const
{
    // Near the ends of what sss knows the day may lie beyond the years 1 to 9999.
    return std::clamp(std::chrono::floor<days>(moment + offset_at(moment)), sys_days{year{1} / 1 / 1},
                      sys_days{year{9999} / 12 / 31});
}

sys_seconds Zone::end_of(sys_days day) const
{
    // The latest span that reaches local midnight's near side decides: its own last second before that midnight, or
    // the second before the next span where the clocks jump over midnight.
    auto const midnight = sys_seconds{day + days{1}};
    auto until = sys_seconds::max();
    for (auto span = spans_->rbegin(); span != spans_->rend(); ++span) {
        auto const last = std::min(until, midnight - span->offset) - seconds{1};
        if (last >= span->begin) return last;
        until = span->begin;
    }
    return midnight - spans_->front().offset - seconds{1};
}

sys_seconds Zone::start_of(sys_days day) const
{
    auto const midnight = sys_seconds{day};
    for (std::size_t i = 0; i < spans_->size(); ++i) {
        auto const until = i + 1 < spans_->size() ? (*spans_)[i + 1].begin : sys_seconds::max();
        auto const first = std::max((*spans_)[i].begin, midnight - (*spans_)[i].offset);
        if (first < until) return first;
    }
    return midnight - spans_->back().offset;
}

std::string Zone::time_of_day(sys_seconds moment) const
{
    auto const minutes = std::chrono::floor<std::chrono::minutes>(moment + offset_at(moment) - day_of(moment)).count();
    auto const two = [](auto value) {
        return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
    };
    return two(minutes / 60) + ':' + two(minutes % 60);
}

namespace {

/// Lower case, with what people put for the database's underscore.
std::string folded(std::string_view name)
{
    std::string out{name};
    for (auto& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '-') c = '_';
    }
    return out;
}

/// Capitals whose zone bears another city's name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> capitals = {{{"beijing", "Asia/Shanghai"},
                                                                                    {"islamabad", "Asia/Karachi"},
                                                                                    {"ankara", "Europe/Istanbul"},
                                                                                    {"hanoi", "Asia/Ho_Chi_Minh"},
                                                                                    {"delhi", "Asia/Kolkata"},
                                                                                    {"washington", "America/New_York"},
                                                                                    {"bern", "Europe/Zurich"},
                                                                                    {"z", "UTC"}}};

/// "UTC+8" is Etc/GMT-8: the database counts these hours westward, against every other custom.
std::string fixed_offset_zone(std::string_view name)
{
    auto const folded_name = folded(name.substr(0, 3));
    if (name.size() < 5 || name.size() > 6 || (folded_name != "utc" && folded_name != "gmt")) return {};
    if (name[3] != '+' && name[3] != '-') return {};
    auto const zone = std::string{"Etc/GMT"} + (name[3] == '+' ? '-' : '+') + std::string{name.substr(4)};
    return find_zone(zone) != nullptr ? zone : std::string{};
}

}  // namespace

std::vector<std::string> nearest_zones(std::string_view name)
{
    constexpr std::size_t most = 3;
    constexpr std::size_t longest_name = 64;
    if (name.empty() || name.size() > longest_name) return {};
    if (auto zone = fixed_offset_zone(name); !zone.empty()) return {std::move(zone)};
    auto const wanted = folded(name);
    auto const wanted_city = wanted.substr(wanted.find_last_of('/') + 1);
    for (auto const& [city, zone] : capitals) {
        if (wanted_city == city && find_zone(zone) != nullptr) return {std::string{zone}};
    }

    std::vector<std::pair<std::size_t, std::string>> candidates;
    for (auto const& zone : database().zones) {
        auto const known = folded(zone.name());
        auto const city = std::string_view{known}.substr(known.find_last_of('/') + 1);
        // One slip in three letters is still a likeness; a wrong continent counts as one slip.
        auto const limit = std::max(wanted_city.size() / 3, std::size_t{1});
        auto const distance =
            std::min(edit_distance(wanted, known, limit), 1 + edit_distance(wanted_city, city, limit));
        if (distance <= limit) candidates.emplace_back(distance, zone.name());
    }
    std::ranges::sort(candidates);
    if (!candidates.empty()) {  // what is far worse than the best only distracts
        std::erase_if(candidates, [best = candidates.front().first](auto const& one) { return one.first > best + 1; });
    }
    std::vector<std::string> names;
    for (auto const& [distance, zone] : candidates) {
        if (names.size() < most) names.push_back(zone);
    }
    return names;
}

}  // namespace sss
