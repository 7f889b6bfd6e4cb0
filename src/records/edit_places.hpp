#pragma once

#include "records/edit.hpp"
#include "records/edit_syntax.hpp"

#include <vector>

namespace sss {

/// A key or header, and which table or value of the record it speaks of.
struct Located {
    Piece piece;
    EditPath table;  ///< that a key stands in; of a header the table that it opens
    EditPath at;     ///< the value of a key; of a header the same as `table`
    bool content() const { return piece.sort != Piece::Sort::blank && piece.sort != Piece::Sort::comment; }
    bool header() const { return piece.sort == Piece::Sort::table || piece.sort == Piece::Sort::item; }
};

/// The pieces of a text with their paths in the record.
std::vector<Located> locate(std::vector<Piece> pieces);

}  // namespace sss
