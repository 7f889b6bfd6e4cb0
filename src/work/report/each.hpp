#pragma once

#include "work/report/making.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sss {

/// A report for everybody: who gets one, and where.
struct EachRequest {
    std::string kind = {};    ///< "organisation" or "satellite"
    std::string folder = {};  ///< in which each stands as ID.md
    bool if_changed = false;  ///< who has nothing new gets none, whatever is open
};

/// What became of it.
struct EachOutcome {
    std::vector<std::string> written = {};      ///< files, as they are named from where the folder is
    std::size_t without_matter = 0;             ///< of whom nothing is open, and nothing new is told: they get none
    std::vector<std::string> unreachable = {};  ///< ids of those who would get a message and have no address
};

/// Writes for each organisation, or satellite, the report that is narrowed to it, one file each; the history is read
/// once for all of them. Who is named in the request's narrowing gets one, or else everybody on record. A message goes
/// to `mail_to`, or else to the address in the organisation's `contact`, and without any it is not written.
/// @param request  in a format, not by a template
EachOutcome write_each(EachRequest const& each, HistoryView const& past, Scope const& scope,
                       ReportRequest const& request, Outside const& outside);

/// The id as the name of a file, with which no two ids share one: what is no plain letter, digit or hyphen is written
/// by its code ("_5f" for an underline).
std::string as_file_name(std::string const& id);

/// "`.md`", of a format in which reports are kept.
std::string const& report_ending(Format format);

}  // namespace sss
