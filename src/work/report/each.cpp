#include "work/report/each.hpp"

#include "facts/report/quiet.hpp"
#include "print/mail/mail.hpp"
#include "support/atomic_file.hpp"
#include "support/links.hpp"
#include "support/utf8.hpp"
#include "work/report/provenance.hpp"

#include <filesystem>
#include <map>
#include <utility>
#include <variant>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

std::vector<std::string>& ids_in(NarrowingRequest& narrowing, std::string_view kind)
{
    return kind == kinds::satellite ? narrowing.satellites : narrowing.organisations;
}

/// Whether there is anything in it for whom it is made.
bool has_matter(ProgressReport const& report, bool if_changed)
{
    if (if_changed) return !nothing_new(report);
    return report.standing.reached.count < report.standing.total.count || report.actions.open_count > 0 ||
           !report.meetings.coming.empty() || !nothing_new(report);
}

/// To whom the message goes; nobody where no address is known.
std::vector<std::string> receivers(ReportRequest const& request, Record const* record)
{
    if (!request.mail_to.empty()) return request.mail_to;
    auto const* contact = record == nullptr ? nullptr : string_at(record->fields(), "contact");
    if (contact == nullptr || std::holds_alternative<MailboxProblem>(read_mailbox(*contact))) return {};
    return {*contact};
}

}  // namespace

std::string as_file_name(std::string const& id)
{
    std::string name;
    for (auto const c : id) {
        auto const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        name += plain ? std::string(1, c) : fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
    return name.empty() ? "_none" : name;
}

std::string const& report_ending(Format format)
{
    static std::map<Format, std::string> const endings{{Format::text, ".txt"},
                                                       {Format::markdown, ".md"},
                                                       {Format::json, ".json"},
                                                       {Format::html, ".html"},
                                                       {Format::mail, ".eml"}};
    return endings.at(format);
}

EachOutcome write_each(EachRequest const& each, HistoryView const& past, Scope const& scope,
                       ReportRequest const& request, Outside const& outside)
{
    auto const records = records_beside(past, snapshot_of(scope, past));
    auto narrowing = request.narrowing;
    auto ids = std::exchange(ids_in(narrowing, each.kind), {});
    if (ids.empty())
        for (auto const& record : records.of(each.kind)) ids.push_back(record.id);
    std::vector<ReportRequest> requests;
    for (auto const& id : ids) {
        auto one = request;
        ids_in(one.narrowing, each.kind) = {id};
        requests.push_back(std::move(one));
    }
    EachOutcome outcome;
    if (requests.empty()) return outcome;
    make_folders(each.folder);
    sweep(each.folder);
    make_reports(past, scope, requests, outside,
                 [&](std::size_t at, ProgressReport const& report, Sources const& sources) {
                     auto& asked = requests[at];
                     if (!has_matter(report, each.if_changed)) {
                         ++outcome.without_matter;
                         return;
                     }
                     if (asked.format == Format::mail) {
                         asked.mail_to = receivers(request, records.find(each.kind, ids[at]));
                         if (asked.mail_to.empty()) {
                             outcome.unreachable.push_back(ids[at]);
                             return;
                         }
                     }
                     auto const name = as_file_name(ids[at]) + report_ending(asked.format);
                     write_whole(fs::path{each.folder} / name, printed(report, asked, past, false, &sources));
                     outcome.written.push_back((fs::path{each.folder} / name).generic_string());
                 });
    return outcome;
}

}  // namespace sss
