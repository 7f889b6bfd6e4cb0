#include "print/svg/svg.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sss {

std::vector<double> spread(std::vector<double> const& wanted, double height, double top, double bottom)
{
    struct Block {
        double sum;  ///< of what its members want, each less its own place within the block
        std::size_t count;
        double begin() const { return sum / static_cast<double>(count); }
    };
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
    std::vector<Block> blocks;
    for (std::size_t place = 0; place < order.size(); ++place) {
        blocks.push_back({wanted[order[place]] - height * static_cast<double>(place), 1});
        while (blocks.size() > 1 && blocks.back().begin() < blocks[blocks.size() - 2].begin()) {
            auto const last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    // Bounds keep the order, so what they cut off can be clamped.
    auto const lowest = top + height / 2;
    auto const highest = std::max(
        lowest, bottom - height / 2 - height * static_cast<double>(std::max<std::size_t>(order.size(), 1) - 1));
    std::vector<double> places(wanted.size());
    std::size_t place = 0;
    for (auto const& block : blocks)
        for (std::size_t i = 0; i < block.count; ++i, ++place)
            places[order[place]] = std::clamp(block.begin(), lowest, highest) + height * static_cast<double>(place);
    return places;
}

LabelPlaces::LabelPlaces(double left, double top, double right, double bottom) : bounds_{left, top, right, bottom} {}

void LabelPlaces::forbid(double left, double top, double right, double bottom)
{
    taken_.push_back({left, top, right, bottom});
}

void LabelPlaces::avoid(Point from, Point to, double dear)
{
    avoided_.push_back({from, to, dear});
}

double LabelPlaces::cost(Box const& box) const
{
    double cost = 0;
    for (auto const& [from, to, dear] : avoided_) {
        // Clips the line against the box: Liang and Barsky, 1984.
        double enter = 0, leave = 1;
        auto const clip = [&](double direction, double room) {
            if (direction == 0) {
                if (room < 0) leave = -1;
                return;
            }
            auto const at = room / direction;
            if (direction < 0)
                enter = std::max(enter, at);
            else
                leave = std::min(leave, at);
        };
        clip(from.x - to.x, from.x - box.left);
        clip(to.x - from.x, box.right - from.x);
        clip(from.y - to.y, from.y - box.top);
        clip(to.y - from.y, box.bottom - from.y);
        if (enter < leave) cost += dear;
    }
    return cost;
}

std::optional<double> LabelPlaces::cost_of(double left, double top, double right, double bottom) const
{
    auto const inside =
        bounds_.left <= left && right <= bounds_.right && bounds_.top <= top && bottom <= bounds_.bottom;
    auto const free = std::ranges::none_of(taken_, [&](Box const& other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    });
    if (!inside || !free) return std::nullopt;
    return cost({left, top, right, bottom});
}

LabelPlaces::Place LabelPlaces::place(Point beside, double width, double height, double gap, double left_dear,
                                      double dearest)
{
    Place best;
    auto least = dearest;
    for (auto const share : {0., -.5, .5})
        for (auto const right : {true, false}) {
            auto const dy = share * height;
            auto const x = right ? beside.x + gap : beside.x - gap;
            Box const box{right ? x : x - width, beside.y + dy - height / 2, right ? x + width : x,
                          beside.y + dy + height / 2};
            auto const crossing = cost_of(box.left, box.top, box.right, box.bottom);
            if (!crossing) continue;
            auto const its = std::abs(dy) + (right ? 0 : left_dear) + *crossing;
            if (its >= least) continue;
            least = its;
            best = {{x, beside.y + dy}, right ? Anchor::start : Anchor::end, true};
        }
    if (best.found) {
        auto const left = best.anchor == Anchor::start ? best.at.x : best.at.x - width;
        forbid(left, best.at.y - height / 2, left + width, best.at.y + height / 2);
    }
    return best;
}

}  // namespace sss
