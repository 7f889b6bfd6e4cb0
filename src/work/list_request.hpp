#pragma once

#include "print/listing.hpp"
#include "work/view.hpp"

#include <string>
#include <vector>

namespace sss {

/// Which records are listed, and what of them.
struct ListRequest {
    std::string kind = {};                ///< its name or its folder
    std::vector<std::string> where = {};  ///< filters, all of which hold
    std::string sort = {};                ///< fields with commas between, "-" before one: descending; empty: by id
    std::string columns = {};             ///< likewise; empty: the usual ones of the kind
};

/// The listing, whose records are those of the view. A UsageError that shows what in a filter, a field or a kind cannot
/// be understood.
Listing listing_of(ListRequest const& request, View const& view);

}  // namespace sss
