#pragma once

#include "print/made_line.hpp"
#include "work/report/making.hpp"

namespace sss {

/// The files that whoever asks names beside the report.
struct NamedFiles {
    std::string config;
    std::string template_file;
};

/// The options that a published report says it was made with. Its words are anyone's: only options that say what is
/// reported of, and how, are followed, each once and each with a value of the form that sss writes. A file that it
/// names
/// (settings, a template) is read only where whoever asks names the same. Throws UsageError.
ReportRequest followed(PublishedMade const& made, NamedFiles const& files);

/// Throws the Error that says what to do where the repository does not hold a commit that the report was made from.
void require_commits(ReportRequest const& request, PublishedMade const& made, git::Repository const& repository);

/// The last day that a published report tells of; nothing where its words do not say.
std::optional<Day> as_of_day(PublishedMade const& made, std::chrono::weekday week_starts);

/// The part of the programme that it says to be narrowed to, as it was called when it was made.
NarrowingRequest part_of(PublishedMade const& made);

}  // namespace sss
