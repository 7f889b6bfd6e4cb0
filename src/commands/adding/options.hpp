#pragma once

#include "commands/committing.hpp"
#include "records/sheet/encoding.hpp"
#include "work/change/new_record.hpp"

#include <string>

namespace sss {

/// What `sss add` was asked for.
struct AddOptions {
    std::string kind;
    bool help = false;
    WritingOptions writing;
    bool update = false;      ///< records of the file may stand already
    std::string from;         ///< a file of many records; "-" is standard input
    std::string reason;       ///< for the commit; may be empty
    std::string from_format;  ///< empty: as its name or its text tells
    std::string sheet;        ///< of a workbook; empty: the first visible one
    TextEncoding encoding = TextEncoding::utf8;
    std::string date_format;  ///< of a sheet; empty: as the whole column tells
    AddRequest request;
};

/// The text of a record as it is printed in place of being written: its very bytes go into the file of -o alone.
std::string shown_record(std::string const& text, CommonOptions const& common);

}  // namespace sss
