#pragma once

#include "programme/finding.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// How many findings there are of each severity.
struct FindingCounts {
    std::array<std::size_t, 3> by_severity{};

    std::size_t& operator[](Severity severity) { return by_severity[static_cast<std::size_t>(severity)]; }
    std::size_t operator[](Severity severity) const { return by_severity[static_cast<std::size_t>(severity)]; }
    std::size_t all() const { return by_severity[0] + by_severity[1] + by_severity[2]; }
};

FindingCounts count_findings(std::span<Finding const> findings);

/// What the rules find in one state and not in another.
struct NewFindings {
    std::vector<Finding> appeared;  ///< in the order given
    std::vector<Finding> older;     ///< found before too, in the order given
    std::size_t mended = 0;         ///< found before, and no longer
};

/// A finding is an older one where its identity is, and it was no less severe before: a level that is raised makes it
/// new. Of several that are alike, those on lines that stood before are the older ones.
/// @param moved  what renamed records and their files are called now, by what they were called (`subject()`)
NewFindings new_findings(std::span<Finding const> before, std::vector<Finding> after,
                         std::map<std::string, std::string> const& moved);

/// A name of each finding that is unique among them, and the same in every run that finds it, on whatever line and in
/// whatever words: 40 hexadecimal digits.
std::vector<std::string> fingerprints(std::span<Finding const> findings);

}  // namespace sss
