#pragma once

#include "work/change/import.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace sss {

/// A record of many on its way: where it will stand, and where it came from.
struct Arrival {
    std::string where;
    std::string text;
    std::size_t place = 0;  ///< among those of the file that it came from
};

/// The records by the paths at which they will stand; what keeps one from having its id is a problem.
std::map<std::string, Arrival> arrivals(std::vector<Imported>& all, WorkingTree const& tree,
                                        std::vector<std::string>& problems);

}  // namespace sss
