#include "print/mail/mail.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t line_length = 76;  // RFC 2045 for quoted-printable, RFC 2047 for lines with encoded words

/// What an address may take at most (RFC 5321, 4.5.3.1).
constexpr std::size_t longest_local_part = 64, longest_address = 254, longest_mail_label = 63;

bool is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What an unquoted_mail_word word may hold (RFC 5322, 3.2.3).
bool is_atom_character(char c)
{
    return is_alphanumeric(c) || std::string_view{"!#$%&'*+-/=?^_`{|}~"}.find(c) != std::string_view::npos;
}

bool is_printable(char c)
{
    return c >= ' ' && c <= '~';
}

std::string as_hex(char c)
{
    return fmt::format("={:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
}

/// Words between dots, each of them not empty.
template <typename Accepts>
bool is_dotted(std::string_view text, Accepts accepts)
{
    for (std::size_t begin = 0;;) {
        auto const end = std::min(text.find('.', begin), text.size());
        auto const word = text.substr(begin, end - begin);
        if (word.empty() || !accepts(word)) return false;
        if (end == text.size()) return true;
        begin = end + 1;
    }
}

bool is_local_part(std::string_view text)
{
    return text.size() <= longest_local_part &&
           is_dotted(text, [](std::string_view word) { return std::ranges::all_of(word, is_atom_character); });
}

bool is_domain(std::string_view text)
{
    return is_dotted(text, [](std::string_view label) {
        return label.size() <= longest_mail_label && label.front() != '-' && label.back() != '-' &&
               std::ranges::all_of(label, [](char c) { return is_alphanumeric(c) || c == '-'; });
    });
}

bool is_address(std::string_view text)
{
    auto const at = text.find('@');
    return at != std::string_view::npos && text.size() <= longest_address && is_local_part(text.substr(0, at)) &&
           is_domain(text.substr(at + 1));
}

std::string_view trimmed_blanks(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// A name without its quotation marks.
std::string unquoted_mail_word(std::string_view name)
{
    if (name.size() < 2 || name.front() != '"' || name.back() != '"') return std::string{name};
    std::string plain;
    for (std::size_t i = 1; i + 1 < name.size(); ++i) {
        if (name[i] == '\\' && i + 2 < name.size()) ++i;
        plain += name[i];
    }
    return plain;
}

/// As RFC 2047 calls it: encodes so few characters that the word is right in a name as well as in a subject.
std::string encoded_word_part(std::string_view character)
{
    if (character == " ") return "_";
    if (character.size() == 1 &&
        (is_alphanumeric(character[0]) || std::string_view{"!*+-/"}.find(character[0]) != std::string_view::npos))
        return std::string{character};
    std::string part;
    for (auto const c : character) part += as_hex(c);
    return part;
}

std::string encoded_words(std::string_view text, std::size_t column)
{
    constexpr std::string_view opening = "=?UTF-8?Q?", closing = "?=";
    auto words = std::string{opening};
    auto length = column + opening.size();
    while (!text.empty()) {
        auto const size = std::max<std::size_t>(first_code_point(text).length, 1);
        auto const part = encoded_word_part(text.substr(0, size));
        if (length + part.size() + closing.size() > line_length) {
            words += fmt::format("{}\n {}", closing, opening);
            length = 1 + opening.size();
        }
        words += part;
        length += part.size();
        text.remove_prefix(size);
    }
    return words += closing;
}

/// Text that a head field holds as it is: ASCII that cannot be taken for encoded words, with blanks to fold it at.
bool is_plain(std::string_view text)
{
    constexpr std::size_t longest_word = 60;
    std::size_t word = 0, longest = 0;
    for (auto const c : text) longest = std::max(longest, word = c == ' ' ? 0 : word + 1);
    return std::ranges::all_of(text, is_printable) && text.find("=?") == std::string_view::npos &&
           text == trimmed_blanks(text) && longest <= longest_word;
}

/// Broken before blanks, which begin the next line.
std::string folded(std::string_view text, std::size_t column)
{
    std::string lines;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find(' ', text.find_first_not_of(' ', begin)), text.size());
        auto const word = text.substr(begin, end - begin);  // with the blanks before it
        if (begin > 0 && column + word.size() > line_length) {
            lines += '\n';
            column = 0;
        }
        lines += word;
        column += word.size();
        begin = end;
    }
    return lines;
}

/// The name of a mailbox as a head field writes it: atoms, a quoted string, or encoded words.
std::string phrase(std::string_view name, std::size_t column)
{
    if (!is_plain(name) || column + name.size() + 2 > line_length) return encoded_words(visible(name), column);
    if (std::ranges::all_of(name, [](char c) { return is_atom_character(c) || c == ' '; })) return std::string{name};
    std::string quoted = "\"";
    for (auto const c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted += '"';
}

std::string mailbox_field(std::string_view name, std::vector<Mailbox> const& mailboxes)
{
    auto field = fmt::format("{}: ", name);
    auto column = field.size();
    for (std::size_t i = 0; i < mailboxes.size(); ++i) {
        auto const& mailbox = mailboxes[i];
        if (i > 0) {
            field += ",\n ";
            column = 1;
        }
        if (mailbox.name.empty()) {
            field += mailbox.address;
            continue;
        }
        auto const words = phrase(mailbox.name, column);
        auto const last_line = words.size() - (words.find('\n') == std::string::npos ? 0 : words.rfind('\n') + 1);
        auto const breaks = column + last_line + mailbox.address.size() + 3 > line_length;
        field += fmt::format("{}{}<{}>", words, breaks ? "\n " : " ", mailbox.address);
    }
    return field += '\n';
}

/// "Thu, 13 Apr 2023 00:00:00 +0800".
std::string date_time(std::chrono::sys_seconds moment, std::chrono::seconds offset)
{
    constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    using std::chrono::minutes;
    if (offset % minutes{1} != std::chrono::seconds{0}) offset = std::chrono::seconds{0};  // cannot be written
    auto const local = moment + offset;
    auto const day = std::chrono::floor<std::chrono::days>(local);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time{local - day};
    auto const ahead = std::chrono::duration_cast<minutes>(std::chrono::abs(offset)).count();
    return fmt::format("{}, {} {} {:04} {:02}:{:02}:{:02} {}{:02}{:02}",
                       weekdays.at(std::chrono::weekday{day}.c_encoding()), static_cast<unsigned>(date.day()),
                       months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       offset.count() < 0 ? '-' : '+', ahead / 60, ahead % 60);
}

/// FNV-1a: tells messages apart, protects nothing.
std::uint64_t fingerprint(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (auto const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

/// Letters, digits and hyphens, with single dots between them: what stands on the left of a Message-ID.
std::string dotted(std::string_view topic)
{
    std::string plain;
    for (auto const c : topic) {
        if (is_alphanumeric(c) || c == '-')
            plain += c;
        else if (c == '.' && !plain.empty() && plain.back() != '.')
            plain += c;
    }
    if (!plain.empty() && plain.back() != '.') plain += '.';
    return plain;
}

std::string part(std::string_view boundary, std::string_view type, std::string_view content)
{
    return fmt::format("--{}\nContent-Type: {}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{}\n",
                       boundary, type, quoted_printable(content));
}

}  // namespace

std::variant<Mailbox, MailboxProblem> read_mailbox(std::string_view text)
{
    static constexpr std::string_view help = "Write office@example.org or \"Programme Office <office@example.org>\".";
    auto const acts =
        std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
    if (acts || first_invalid_utf8(text))
        return MailboxProblem{fmt::format("'{}' holds what no address may hold", visible(text)), std::string{help}};
    auto const whole = trimmed_blanks(text);
    auto const opens = whole.rfind('<');
    auto const named = opens != std::string_view::npos && whole.ends_with('>');
    auto const address = trimmed_blanks(named ? whole.substr(opens + 1, whole.size() - opens - 2) : whole);
    auto const name = named ? trimmed_blanks(whole.substr(0, opens)) : std::string_view{};
    auto const quoted = name.size() > 1 && name.front() == '"' && name.back() == '"';
    auto const two_in_name = !quoted && name.find_first_of("<>@;") != std::string_view::npos;
    auto const several =
        two_in_name || (std::ranges::count(whole, '@') > 1 && whole.find_first_of(",;") != std::string_view::npos);
    if (is_address(address) && !two_in_name)
        return Mailbox{named ? unquoted_mail_word(trimmed_blanks(whole.substr(0, opens))) : std::string{},
                       std::string{address}};
    auto const foreign = std::ranges::any_of(address, [](char c) { return static_cast<unsigned char>(c) > '~'; });
    return MailboxProblem{fmt::format("'{}' is no address", visible(address)),
                          several ? "It looks like several: give each one by itself."
                          : foreign
                              ? "An address has ASCII letters alone; a domain in another script is written as xn--…"
                              : std::string{help}};
}

std::string quoted_printable(std::string_view text)
{
    std::string coded;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto const line = text.substr(begin, end - begin);
        std::size_t length = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            auto const c = line[i];
            auto const last = i + 1 == line.size();
            auto const misread = (i == 0 && (line == "." || line.starts_with("From "))) || (c == ' ' && last);
            auto const unit = is_printable(c) && c != '=' && !misread ? std::string{c} : as_hex(c);
            if (length + unit.size() + (last ? 0 : 1) > line_length) {
                coded += "=\n";
                length = 0;
            }
            // After a soft break a line begins anew.
            auto const alone = length == 0 && i > 0 && (unit == "." || line.substr(i).starts_with("From "));
            auto const& written = alone ? as_hex(c) : unit;
            coded += written;
            length += written.size();
        }
        if (end < text.size()) coded += '\n';
        begin = end + 1;
    }
    return coded;
}

std::string header_text(std::string_view text, std::size_t column)
{
    return is_plain(text) ? folded(text, column) : encoded_words(visible(text), column);
}

std::string mail_message(Message const& message)
{
    auto head = mailbox_field("From", {message.from});
    head += mailbox_field("To", message.to);
    constexpr std::string_view subject = "Subject: ";
    head += fmt::format("{}{}\n", subject, header_text(message.subject, subject.size()));
    head += fmt::format("Date: {}\n", date_time(message.sent, message.offset));

    auto const mark = fmt::format("{:016x}", fingerprint(head + message.text + '\0' + message.html));
    auto const domain = message.from.address.substr(message.from.address.find('@') + 1);
    // In quoted-printable a "=" is followed by two hexadecimal digits or the line's end, so that no part can hold this.
    auto const boundary = "=_" + mark;
    return fmt::format(
        "{}Message-ID: <{}{}@{}>\n"
        "MIME-Version: 1.0\n"
        "Auto-Submitted: auto-generated\n"
        "Content-Language: en\n"
        "Content-Type: multipart/alternative; boundary=\"{}\"\n"
        "\n"
        "{}{}--{}--\n",
        head, dotted(message.topic), mark, domain, boundary, part(boundary, "text/plain", message.text),
        part(boundary, "text/html", message.html), boundary);
}

}  // namespace sss
