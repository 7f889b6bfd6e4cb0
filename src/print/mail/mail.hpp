#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A message as `sendmail -t` takes it (RFC 5322, MIME: RFC 2045 to 2049): pure ASCII, lines of at most 76 characters
/// but for addresses that are longer, and lines that end as the machine's own do (LF), because sendmail, and not we,
/// makes CRLF of them on the wire. The same message gives the same bytes.
namespace sss {

/// A person or an office that sends or receives.
struct Mailbox {
    std::string name;     ///< "Programme Office", in any script; may be empty
    std::string address;  ///< "office@example.org"

    bool operator==(Mailbox const&) const = default;
};

/// Why a text is no mailbox.
struct MailboxProblem {
    std::string message;
    std::string help;
};

/// Reads `office@example.org`, `Programme Office <office@example.org>` or `"Office, Programme" <office@example.org>`.
/// An address is what RFC 5321 lets every mail system take: ASCII, without quotes, comments or a bare host number.
std::variant<Mailbox, MailboxProblem> read_mailbox(std::string_view text);

struct Message {
    Mailbox from;
    std::vector<Mailbox> to;
    std::string subject;
    std::chrono::sys_seconds sent;
    std::chrono::seconds offset{0};  ///< how far the sender's local time is ahead of UTC then
    std::string
        topic;         ///< begins the Message-ID: letters, digits, dots and hyphens of it are kept ("2023-W15.5080aab")
    std::string text;  ///< for readers of plain text; UTF-8
    std::string html;  ///< the same for those who show HTML; UTF-8
};

/// The whole message. Whatever its texts hold, no head field comes of it but those that are meant, and no part ends
/// before its end.
std::string mail_message(Message const& message);

/// Text as quoted-printable (RFC 2045, 6.7), its lines ended by LF. Never a line of one dot, where sendmail would see
/// the message's end, nor one that begins with "From ", where a mailbox would.
std::string quoted_printable(std::string_view text);

/// What a head field says, from `column` of its first line on: as it is where that is ASCII, folded at blanks, else as
/// encoded words (RFC 2047), none of which splits a character.
std::string header_text(std::string_view text, std::size_t column);

}  // namespace sss
