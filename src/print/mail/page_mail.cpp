#include "print/mail/page_mail.hpp"

#include "print/html/page_html.hpp"
#include "print/text/page_text.hpp"
#include "words/change_words.hpp"

namespace sss {

namespace {

/// A mail program shows this many columns without breaking lines, and so does an answer that quotes them.
constexpr std::size_t mail_text_width = 76;

std::string subject_of(Page const& page)
{
    constexpr std::size_t longest_half = 120;
    auto const name = in_plain(page.name);
    // A language may put the name elsewhere.
    if (!page.title.starts_with(name)) return one_line(page.title, longest_half);
    // A plain hyphen, for which a name in plain letters need not be encoded.
    auto rest = one_line(page.title.substr(name.size()), longest_half);
    constexpr std::string_view dash = "–";
    for (auto at = rest.find(dash); at != std::string::npos; at = rest.find(dash)) rest.replace(at, dash.size(), "-");
    return one_line(name, longest_half) + rest;
}

}  // namespace

std::string page_mail(Page const& page, MailHead const& head)
{
    return mail_message({.from = head.from,
                         .to = head.to,
                         .subject = subject_of(page),
                         .sent = head.sent,
                         .offset = head.offset,
                         .topic = head.topic,
                         .text = page_text(page, {.width = mail_text_width, .colour = false}),
                         .html = page_html_for_mail(page)});
}

}  // namespace sss
