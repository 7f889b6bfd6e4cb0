#include "facts/report/satellite_groups.hpp"

#include "support/natural_order.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

namespace sss {

namespace {

void add(Tally& sum, Tally const& part)
{
    sum.count += part.count;
    sum.weight += part.weight;
}

bool by_name(SatelliteStanding const* a, SatelliteStanding const* b)
{
    return natural_order(a->name, b->name) < 0;
}

std::vector<SatelliteStanding const*> all_by_name(std::span<SatelliteStanding const> satellites)
{
    std::vector<SatelliteStanding const*> all;
    for (auto const& one : satellites) all.push_back(&one);
    std::ranges::stable_sort(all, by_name);
    return all;
}

/// The reviews of ECSS-M-ST-10C Rev.1 in their order.
constexpr std::array<std::string_view, 13> review_order{"MDR", "PRR", "SRR", "PDR", "CDR", "QR", "AR",
                                                        "ORR", "FRR", "LRR", "CRR", "ELR", "MCR"};

/// Of codes as "PRR and PDR" the rank of the last one; 0 where none was held.
std::size_t rank_of_reviews(std::string_view codes)
{
    std::size_t rank = 0;
    for (std::size_t i = 0; i < review_order.size(); ++i)
        if (codes.find(review_order[i]) != std::string_view::npos) rank = i + 1;
    return rank;
}

/// Before the launch what was passed and held tells satellites apart; afterwards where they are.
auto key_of(SatelliteStanding const& satellite)
{
    auto const before = satellite.where == Whereabouts::before_launch;
    return std::tuple{satellite.where, before ? satellite.phase : std::string{},
                      before ? rank_of_reviews(satellite.held_review) : 0,
                      before ? satellite.held_review : std::string{}, before && satellite.held_review_failed};
}

}  // namespace

int days_behind(SatelliteStanding const& satellite, Day today, int tolerance_days)
{
    if (satellite.next && satellite.next->planned && is_late(*satellite.next->planned, today))
        return static_cast<int>((today - satellite.next->planned->last()).count());
    auto const ahead = satellite.where == Whereabouts::before_launch && satellite.launch_behind;
    return ahead && satellite.launch_behind->direction() > 0 && satellite.launch_behind->days > tolerance_days
               ? satellite.launch_behind->days
               : 0;
}

std::vector<SatelliteGroup> satellite_groups(std::span<SatelliteStanding const> satellites, Day today,
                                             int tolerance_days)
{
    std::map<decltype(key_of(satellites.front())), SatelliteGroup> groups;
    for (auto const* one : all_by_name(satellites)) {
        auto& group = groups[key_of(*one)];
        group.satellites.push_back(one);
        add(group.reached, one->reached);
        add(group.total, one->total);
        group.behind += days_behind(*one, today, tolerance_days) > 0 ? 1 : 0;
    }
    std::vector<SatelliteGroup> in_order;
    for (auto& [key, group] : groups) in_order.push_back(std::move(group));
    return in_order;
}

std::vector<SatelliteStanding const*> by_need(std::span<SatelliteStanding const> satellites, Day today,
                                              int tolerance_days)
{
    auto all = all_by_name(satellites);
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [&](SatelliteStanding const* one) { return days_behind(*one, today, tolerance_days); });
    return all;
}

}  // namespace sss
