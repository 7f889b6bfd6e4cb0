#pragma once

#include "records/sheet/sheet.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sss {

/// A table out of a workbook.
struct WorkbookSheet {
    Sheet sheet;
    std::string name = {};                 ///< of the sheet
    std::vector<std::string> others = {};  ///< names of those that nobody chose to leave out; hidden ones are no news
};

/// Whether the bytes are those of a zip archive, as workbooks are.
bool is_zip(std::string_view bytes);

/// Reads a sheet of a workbook (.xlsx), as Excel, LibreOffice and others write them: texts, numbers and
/// truths as they are shown in CSV, days by their number formats. A formula is its last value.
///
/// Nothing is trusted: at most 32 MiB of each part are unpacked, a sheet has at most 1,000 columns and two million
/// cells.
/// @param wanted  the name of the sheet, in any case; empty: the first visible one
std::variant<WorkbookSheet, CsvProblem> read_workbook(std::string_view bytes, std::string const& wanted = {});

/// A part of a workbook by its name ("xl/workbook.xml"); nothing where there is none. A problem where it cannot be
/// read.
using WorkbookPart = std::function<std::variant<std::optional<std::string>, CsvProblem>(std::string const& name)>;

/// The same, out of its parts.
std::variant<WorkbookSheet, CsvProblem> read_workbook(WorkbookPart const& part, std::string const& wanted = {});

}  // namespace sss
