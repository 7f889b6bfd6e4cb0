#pragma once

#include "print/listing.hpp"
#include "work/narrowing_request.hpp"
#include "work/view.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Which records are listed, and what of them.
struct ListRequest {
    std::string kind = {};                  ///< its name or its folder, or a sort of items ("action")
    std::vector<std::string> where = {};    ///< filters, all of which hold
    std::string sort = {};                  ///< fields with commas between, "-" before one: descending; empty: by id
    std::string columns = {};               ///< likewise, "+" before one: added to the usual ones; empty: those
    NarrowingRequest narrowing = {};        ///< its types are those of records of the kind; its kinds are not asked
    std::string period = {};                ///< in words: what shares a day with it; empty: all
    std::optional<std::size_t> limit = {};  ///< no more than so many are told
};

/// The listing, whose records are those of the view. Its history is read where a column, a filter or the order asks for
/// what it alone tells, and no more than once; an Error where a clone does not hold it. A UsageError that shows what in
/// a filter, a field or a kind cannot be understood.
Listing listing_of(ListRequest const& request, View const& view);

}  // namespace sss
