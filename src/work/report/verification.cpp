#include "work/report/verification.hpp"

#include "support/version.hpp"
#include "work/report/making.hpp"

#include <chrono>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

std::string made_again(PublishedMade const& made, std::string_view bytes, NamedFiles const& files,
                       ProgrammeRequest const& programme, Outside outside)
{
    auto const request = followed(made, files);
    auto repository = open_repository(programme);
    require_commits(request, made, repository);
    outside.remark = [](std::string_view) {};
    outside.follow = nullptr;
    // Where the report names no day it is of the period's last one: whatever the clock shows, that is over.
    outside.now = [] { return std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}; };
    auto const past = open_history_view(std::move(repository), programme, request.moment, outside);
    past.repository.require_whole_history("make a report again");
    auto const report = make_report(past, understand_period(request, past), request, outside);
    return printed(report, request, past, bytes.find("\033[") != std::string_view::npos);
}

/// What the journey through mail programs and git may change: line ends, and the mark that some editors begin with.
std::string plain_lines(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string plain{text};
    std::size_t to = 0;
    for (std::size_t i = 0; i < plain.size(); ++i)
        if (plain[i] != '\r' || i + 1 == plain.size() || plain[i + 1] != '\n') plain[to++] = plain[i];
    plain.resize(to);
    while (plain.ends_with('\n')) plain.pop_back();
    return plain;
}

}  // namespace

Verification verify(std::string const& name, std::string_view bytes, NamedFiles const& files,
                    ProgrammeRequest const& programme, Outside const& outside)
{
    auto made = read_made(bytes);
    if (!made)
        throw UsageError{fmt::format("{} does not say what it was made from", name),
                         "A report of sss ends with the version, the commit and the command that made it."};
    auto const again = made_again(*made, bytes, files, programme, outside);
    Verification found;
    found.by_another_version = made->version != version();
    found.made = *std::move(made);
    found.stands = plain_lines(bytes);
    found.again = plain_lines(again);
    found.outcome = bytes == again                ? Verification::Outcome::same
                    : found.stands == found.again ? Verification::Outcome::same_but_line_ends
                                                  : Verification::Outcome::another;
    return found;
}

}  // namespace sss
