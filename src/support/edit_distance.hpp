#pragma once

#include <concepts>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Damerau–Levenshtein distance (optimal string alignment: insert, delete, replace, swap two neighbours; no part is
/// edited twice), over bytes. Never more than `limit + 1`: what lies further away is not worth the exact number.
/// Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.2.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// How far `candidate` is from what was written, for ranking suggestions; nothing where it is no plausible intent.
/// Capitals do not count. Slips of up to a third of the word's length (at least one) are near, and so is a beginning
/// of at least three characters.
std::optional<std::size_t> nearness(std::string_view wrong, std::string_view candidate);

/// The candidate that was probably meant, for "did you mean"; the first of several that are equally near. Nothing where
/// none is near.
template <std::ranges::input_range Candidates>
requires std::convertible_to<std::ranges::range_reference_t<Candidates>, std::string_view> std::optional<std::string>
nearest(std::string_view wrong, Candidates&& candidates)
{
    std::optional<std::string> best;
    std::size_t best_distance = 0;
    for (auto&& candidate : candidates) {
        std::string_view const name = candidate;
        auto const distance = nearness(wrong, name);
        if (distance && (!best || *distance < best_distance)) {
            best = std::string{name};
            best_distance = *distance;
        }
    }
    return best;
}

}  // namespace sss
