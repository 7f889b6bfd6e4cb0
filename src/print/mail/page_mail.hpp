#pragma once

#include "pages/page.hpp"
#include "print/mail/mail.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace sss {

/// Who sends a page to whom, and when.
struct MailHead {
    Mailbox from;
    std::vector<Mailbox> to;
    std::chrono::sys_seconds sent;
    std::chrono::seconds offset{0};  ///< how far the programme's time is ahead of UTC then
    std::string topic = {};          ///< tells one page of a programme from another: "2023-W15.2023-04-13.5080aab"
};

/// The page as a message ready for `sendmail -t`: as text and as HTML, the same in both. The same page for the same
/// receivers is the same message, Message-ID included, so that one that is sent twice may be shown once.
std::string page_mail(Page const& page, MailHead const& head);

}  // namespace sss
