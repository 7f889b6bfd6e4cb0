#pragma once

#include "facts/query/listing.hpp"

#include <cstddef>
#include <string>

namespace sss {

struct ListStyle {
    std::size_t width = 0;  ///< columns that the table must fit into; 0: as wide as it needs
    bool colour = false;
};

/// A table, and below it how many records of how many it shows. Where it must fit, texts are cut, the longest first,
/// and marked with an ellipsis; ids and dates stay whole as long as they can.
std::string list_text(Listing const& listing, ListStyle const& style);
std::string list_markdown(Listing const& listing);
/// RFC 4180, with a header of the columns' names. Texts that a spreadsheet would take for a formula get an apostrophe
/// before them, as OWASP advises; characters that act or hide are written out, but line ends and tabs.
std::string list_csv(Listing const& listing);
/// `"format": 1`, described by schemas/output/list.schema.json.
std::string list_json(Listing const& listing);

/// What stands in a cell of list_csv, once its quotes are taken off.
std::string csv_cell_content(FieldPath const& column, Record const& record, Moment const& moment);

/// "3 of 27 milestones", "27 milestones".
std::string counted(Listing const& listing);

}  // namespace sss
