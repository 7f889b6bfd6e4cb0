#pragma once

#include "programme/value.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace sss {

/// A number as papers give it: exactly, as a bound (">40", "<20"), or about ("~40").
struct RoughCount {
    enum class Sense : std::uint8_t { exact, more, fewer, about };

    RoughCount() = default;
    RoughCount(std::int64_t exactly) : number(exactly) {}  // NOLINT: a number is a count
    RoughCount(std::int64_t bound, Sense how) : number(bound), sense(how) {}

    std::int64_t number = 0;
    Sense sense = Sense::exact;

    bool operator==(RoughCount const&) const = default;

    /// As a record writes it: "40", ">40".
    std::string text() const;
};

/// Of a number that is not below 0, or a text as above; nothing of any other value.
std::optional<RoughCount> read_count(Value const& value);

/// What is surely known of a sum or a difference: "more than 40" and 335 are more than 375. Numbers that are too large
/// end at the largest.
RoughCount sum(RoughCount a, RoughCount b);
RoughCount difference(RoughCount a, RoughCount b);

}  // namespace sss
