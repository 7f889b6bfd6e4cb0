#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What the name of a release says of its place among others: "v1.10", "release-2.0-rc1", "2018-04".
struct VersionName {
    std::string family;                ///< what stands before the number, without a `v`: "", "release-"
    std::vector<std::string> numbers;  ///< digits without leading zeros; at least one
    std::string suffix;                ///< "rc1", in small letters; empty: the release itself
    bool later = false;                ///< the suffix comes after the release (post, patch, hotfix), not before it
};

/// Reads a version: numbers with `.`, `-` or `_` between them, a `v` or a word with a separator before them, and behind
/// them what tells a pre-release ("-rc1", "rc1", "-beta.2") or a build ("+7", which counts nothing). A single number
/// without `v` takes a suffix only where that is a usual one (alpha, beta, rc, …), so that `sss-1-cdr` is a name and no
/// version. Nothing where the name is no version.
std::optional<VersionName> read_version(std::string_view name);

/// Among versions of one family: by their numbers, a missing one being 0 (1.2 before 1.10, 1.2 like 1.2.0), a
/// pre-release before its release. Semantic Versioning 2.0.0, section 11, but digits within a word count as numbers
/// (rc2 before rc10) as people mean them.
std::strong_ordering version_order(VersionName const& a, VersionName const& b);

}  // namespace sss
