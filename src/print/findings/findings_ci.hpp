#pragma once

#include "facts/change/check.hpp"

#include <string>

namespace sss {

/// Workflow commands of GitHub Actions, which it shows as annotations; then what it would not show; then a summary.
std::string to_github(Check const& check);

/// GitLab's Code Quality report: the part of Code Climate's format that it reads.
std::string to_gitlab(Check const& check);

/// JUnit's XML as Jenkins and GitLab read it: a suite a folder, a case a file; what fails the run is a failure.
std::string to_junit(Check const& check);

/// SARIF 2.1.0 (OASIS), in the limits of GitHub's code scanning.
std::string to_sarif(Check const& check);

}  // namespace sss
