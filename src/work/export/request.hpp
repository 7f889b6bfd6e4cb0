#pragma once

#include "work/narrowing_request.hpp"
#include "work/request.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sss {

/// What other programs read.
enum class ExportFormat : std::uint8_t {
    ics,        ///< a calendar
    atom,       ///< a feed of news
    csv,        ///< a folder of tables, one a kind
    json,       ///< records, in one document
    jsonl,      ///< the same, one a line
    sqlite,     ///< the whole history as a database
    datasette,  ///< what Datasette is told of that database
};

/// What is to be exported, in the words of whoever asks.
struct ExportRequest {
    ExportFormat format = ExportFormat::ics;
    MomentRequest moment = {};
    NarrowingRequest narrowing = {};
    bool history = false;  ///< changes too; of a feed all news, not the newest alone
    bool excel = false;    ///< of tables: with a byte order mark
    std::string url = {};  ///< where pages will stand, in place of the settings'; empty: as the settings say
};

/// Whether the result is a folder of files.
inline bool is_folder(ExportFormat format)
{
    return format == ExportFormat::csv;
}

/// One file of an export.
struct ExportedFile {
    std::string name = {};  ///< within the folder; empty: the export is this one file
    std::string bytes = {};
};

}  // namespace sss
