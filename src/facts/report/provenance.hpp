#pragma once

#include <string>
#include <vector>

namespace sss {

/// What made a report, and how it is made again. The commit of its records is the report's snapshot.
struct Provenance {
    std::string version;                 ///< of sss: "0.1.0"; empty: not said
    std::vector<std::string> arguments;  ///< of sss, `report` first, in one canonical form: days and periods absolute,
                                         ///< commits by their full names, defaults left out
    /// What git replaces in the history that was read, and no clone brings by itself: "OBJECT=BY" by full names, of a
    /// graft "COMMIT^=PARENT,PARENT".
    std::vector<std::string> replaced;
    std::vector<std::string> beside;  ///< what no commit holds of it: "the settings file mine.toml"
};

}  // namespace sss
