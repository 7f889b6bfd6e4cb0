#pragma once

#include "facts/query/listing.hpp"
#include "work/query/list_request.hpp"

#include <functional>

namespace sss {

/// Which of the records or items of a listing are of the part that is asked for: of satellites, organisations and
/// types, and with a day in a period. An item is its owner's, and of the satellites of the record that holds it. A
/// UsageError where one of these is not known, or where the kind has no types or no days.
/// @param kind   that is listed; must outlive the result, as must the view
/// @param items  of which it is; nullptr: of records
std::function<bool(Record const&)> listed_part(ListRequest const& request, Kind const& kind, ListedItems const* items,
                                               View const& view);

}  // namespace sss
