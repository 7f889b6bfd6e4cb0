#pragma once

#include "facts/standard_records.hpp"
#include "programme/date.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sss {

/// How a milestone stands to one that it needs.
enum class Order {
    too_early,    ///< it surely comes before what it needs
    in_order,     ///< it begins after what it needs has ended
    overlapping,  ///< both are exact, and it begins before what it needs has ended
    unknown,      ///< one of the two is known too roughly to tell
    undated,      ///< it has no date
    unreadable,   ///< its date, or its record, cannot be read
};

/// How a date stands to the date of what is needed.
struct Precedence {
    Order order = Order::undated;
    int margin = 0;      ///< days from the last day of the needed one to the first day of the one that needs it
    bool exact = false;  ///< both dates are: otherwise the margin is the least that it can be
};

Precedence precedence(Date const& needing, Date const& needed);

/// In which order some of one day are told, as indices: what is needed before what needs it, otherwise as they came. Of
/// a circle, whichever came first.
/// @param needs  of each, by index, those of them that it needs
std::vector<std::size_t> needs_first(std::vector<std::vector<std::size_t>> const& needs);

/// Which of some milestones each needs by its own record, as indices. An empty id is none.
std::vector<std::vector<std::size_t>> needs_among(StandardRecords const& state,
                                                  std::vector<std::string_view> const& ids);

/// Puts what is needed before what needs it among neighbours that end on one day, whatever their ids.
/// @param last  the day on which an item ends
/// @param id    the id of a milestone; empty: the item is none
template <typename Item, typename Last, typename Id>
void put_needs_first(std::vector<Item>& items, StandardRecords const& state, Last last, Id id)
{
    for (auto day = items.begin(); day != items.end();) {
        auto const end = std::find_if(day, items.end(), [&](Item const& one) { return last(one) != last(*day); });
        if (end - day > 1) {
            std::vector<std::string_view> ids;
            for (auto at = day; at != end; ++at) ids.push_back(id(*at));
            auto const needs = needs_among(state, ids);
            if (std::ranges::any_of(needs, [](auto const& some) { return !some.empty(); })) {
                std::vector<Item> told;
                for (auto const index : needs_first(needs))
                    told.push_back(std::move(day[static_cast<std::ptrdiff_t>(index)]));
                std::ranges::move(told, day);
            }
        }
        day = end;
    }
}

/// Known to the day at both ends, and not said with "about".
bool exact(Date const& date);

/// When it took place, or is expected; nothing for one that is undated, unreadable or given up.
std::optional<Date> expected_on(Milestone const& milestone);
/// When those that need it have waited for it long enough. What failed satisfies nobody: its plan counts where it lies
/// after that day.
std::optional<Date> satisfied_on(Milestone const& milestone);

/// The one that those wait for who need this one: itself, or where it failed the one that repeats it.
/// @param find  a milestone by its id, or nullptr
Milestone const& standing_for(Milestone const& milestone,
                              std::function<Milestone const*(std::string const&)> const& find);

}  // namespace sss
