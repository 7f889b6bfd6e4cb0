#pragma once

#include "programme/date.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One step of an example of a rule: a commit, and the files that it writes.
struct ExampleStep {
    Day day;
    std::string message;                       ///< of the commit; empty in an example that has none
    std::map<std::string, std::string> files;  ///< by path
};

/// The steps of an example (Rule::failing, Rule::mended), at least one; an example without commits is one step.
std::vector<ExampleStep> steps_of_example(std::string_view example);

/// The files as they stand in the end.
std::map<std::string, std::string> files_of_example(std::string_view example);

/// Whether it has commits.
bool has_commits(std::string_view example);

}  // namespace sss
