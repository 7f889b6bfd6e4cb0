#include "print/mail/report_mail.hpp"

#include "print/html/report_html.hpp"
#include "print/text/report_text.hpp"
#include "words/change_words.hpp"
#include "words/report_words.hpp"

namespace sss {

namespace {

/// A mail program shows this many columns without breaking lines, and so does an answer that quotes them.
constexpr std::size_t mail_text_width = 76;

std::string subject(ProgressReport const& report)
{
    constexpr std::size_t longest_name = 120;
    auto const name =
        report.programme.empty() ? std::string{"Progress report"} : one_line(report.programme, longest_name);
    // A plain hyphen, for which a name in plain letters need not be encoded.
    auto period = one_line(period_and_part(report), longest_name);
    constexpr std::string_view dash = "–";
    for (auto at = period.find(dash); at != std::string::npos; at = period.find(dash))
        period.replace(at, dash.size(), "-");
    return name + ": " + period;
}

/// "2023-W15.2023-04-13.5080aab", of the period, the day and the commit.
std::string topic(ProgressReport const& report)
{
    auto text = report.period.name + '.' + iso(report.today);
    if (report.snapshot) text += '.' + report.snapshot->brief();
    return text;
}

}  // namespace

std::string report_mail(ProgressReport const& report, MailHead const& head)
{
    return mail_message({.from = head.from,
                         .to = head.to,
                         .subject = subject(report),
                         .sent = head.sent,
                         .offset = head.offset,
                         .topic = topic(report),
                         .text = report_text(report, {.width = mail_text_width, .colour = false}),
                         .html = report_html_for_mail(report)});
}

}  // namespace sss
