#pragma once

#include "facts/report/progress.hpp"
#include "print/mail/mail.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace sss {

/// Who sends a report to whom, and when.
struct MailHead {
    Mailbox from;
    std::vector<Mailbox> to;
    std::chrono::sys_seconds sent;
    std::chrono::seconds offset{0};  ///< how far the programme's time is ahead of UTC then
};

/// The report as a message ready for `sendmail -t`: as text and as HTML, the same in both. The same report for the same
/// receivers is the same message, Message-ID included, so that one that is sent twice may be shown once.
std::string report_mail(ProgressReport const& report, MailHead const& head);

}  // namespace sss
