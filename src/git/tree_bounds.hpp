#pragma once

#include "git/oid.hpp"
#include "support/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sss::git {

/// A folder of a commit in which a walk would never end.
class Boundless : public Error {
public:
    Boundless(std::string const& attempt, std::string const& reason, std::string const& remedy)
        : Error(attempt, reason, remedy)
    {}
};

/// What a walk over trees may meet. Trees name each other by their bytes, so a few hundred bytes of them can spell
/// thousands of folders within each other, or millions of paths; no file system takes the ones, and nobody meant the
/// others. A walk that meets them stops with a Boundless that names the path and the remedy.
class TreeBounds {
public:
    /// The longest path that a walk enters: what Linux calls PATH_MAX.
    static constexpr std::size_t longest_path = 4096;
    /// Fewer names than these are never too many.
    static constexpr std::size_t always_allowed = 250'000;
    /// How often each may stand in one comparison, on the average of more than those.
    static constexpr std::size_t most_copies = 16;

    /// One name is met. @param pair  in which comparison; what comes again in another one is no copy
    void meet(std::string_view path, std::uint32_t pair, Oid const& before, Oid const& after);

private:
    void count_copies(std::string_view path);

    std::vector<std::uint64_t> met_;
    std::size_t next_count_ = always_allowed;
};

}  // namespace sss::git
