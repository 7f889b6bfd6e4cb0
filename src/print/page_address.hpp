#pragma once

#include "facts/publication/publication.hpp"

#include <string>
#include <string_view>

namespace sss {

/// An address with what cannot stand in one percent-encoded (RFC 3986).
std::string encoded_address(std::string_view address);

/// Where the page of a record stands, as a whole address; empty where the programme's pages stand nowhere.
std::string page_address(Publication const& publication, RecordThreads::Thread const& record);

/// The same of the page that tells of all that is published together, with this ending: ".atom"; empty likewise, and
/// where no page tells of just that part.
std::string part_address(Publication const& publication, std::string_view ending);

}  // namespace sss
