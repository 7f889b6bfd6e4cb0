#include "print/mail/mail.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

namespace sss::mail_test {

namespace {

Message message()
{
    return {.from = {"Programme Office", "office@example.org"},
            .to = {{"", "partners@example.org"}},
            .subject = "Week 15",
            .sent = std::chrono::sys_days{std::chrono::year{2023} / 4 / 13},
            .topic = "2023-W15.5080aab",
            .text = "Hello\n",
            .html = "<p>Hello</p>\n"};
}

Mailbox read(std::string_view text)
{
    auto const result = read_mailbox(text);
    REQUIRE(std::holds_alternative<Mailbox>(result));
    return std::get<Mailbox>(result);
}

std::vector<std::string> lines_of(std::string const& text)
{
    std::istringstream stream{text};
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

bool short_ascii_lines(std::string const& text)
{
    return std::ranges::all_of(lines_of(text), [](std::string const& line) {
        return line.size() <= 76 && std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; });
    });
}

std::string head_of(Message const& message)
{
    auto const all = mail_message(message);
    return all.substr(0, all.find("\n\n") + 1);
}

}  // namespace

TEST_CASE("a mailbox is an address, with or without a name", "[mail]")
{
    CHECK(read("office@example.org") == Mailbox{"", "office@example.org"});
    CHECK(read(" Programme Office  <office@example.org> ") == Mailbox{"Programme Office", "office@example.org"});
    CHECK(read("\"Office, the \\\"one\\\"\" <a.b+c@x-y.example>") ==
          Mailbox{"Office, the \"one\"", "a.b+c@x-y.example"});
    CHECK(read("秘书处 <office@example.org>").name == "秘书处");
    CHECK(read("<office@example.org>") == Mailbox{"", "office@example.org"});
}

TEST_CASE("what no mail system takes is no mailbox, and the advice says why", "[mail]")
{
    for (auto const* text :
         {"", "office", "@example.org", "office@", "a b@example.org", "a@b@c", "a..b@example.org", ".a@example.org",
          "a@-x.example", "a@x..example", "Name office@example.org", "a@example.org\nBcc: b@example.org",
          "a@exämple.org", "a@example.org, b@example.org", "x <a@example.org>\x7f", "\xFF <a@example.org>"})
        CHECK(std::holds_alternative<MailboxProblem>(read_mailbox(text)));
    auto const help = [](std::string_view text) { return std::get<MailboxProblem>(read_mailbox(text)).help; };
    CHECK(help("a@x.example; b@x.example").find("several") != std::string::npos);
    CHECK(help("A <a@x.example>, B <b@x.example>").find("several") != std::string::npos);
    CHECK(help("a@exämple.org").find("xn--") != std::string::npos);
}

TEST_CASE("quoted-printable keeps what is plain and encodes what is not", "[mail]")
{
    CHECK(quoted_printable("a = b\n") == "a =3D b\n");
    CHECK(quoted_printable("é\n") == "=C3=A9\n");
    CHECK(quoted_printable("blank at the end \n\tx") == "blank at the end=20\n=09x");
    CHECK(quoted_printable("") == "");
    CHECK(quoted_printable("no line end") == "no line end");
}

TEST_CASE("a line of exactly 76 characters stands, and a longer one is broken softly", "[mail]")
{
    CHECK(quoted_printable(std::string(76, 'x') + "\n") == std::string(76, 'x') + "\n");
    CHECK(quoted_printable(std::string(77, 'x')) == std::string(75, 'x') + "=\nxx");
    std::string chinese;
    for (int i = 0; i < 40; ++i) chinese += "卫星";
    CHECK(short_ascii_lines(quoted_printable(chinese)));
}

TEST_CASE("neither sendmail nor a mailbox finds the message's end within it", "[mail]")
{
    CHECK(quoted_printable(".\n") == "=2E\n");
    CHECK(quoted_printable("From here on\n") == "=46rom here on\n");
    auto const after_break = quoted_printable(std::string(75, 'x') + ".\n");
    CHECK(after_break.find("\n.\n") == after_break.npos);
    auto const folded = quoted_printable(std::string(75, 'x') + "From x\n");
    CHECK(folded.find("\nFrom ") == folded.npos);
}

TEST_CASE("a field of ASCII is folded at blanks, any other is encoded without splitting a character", "[mail]")
{
    CHECK(header_text("Week 15", 9) == "Week 15");
    CHECK(header_text("Progrès", 9) == "=?UTF-8?Q?Progr=C3=A8s?=");
    CHECK(header_text("a =?b?=", 9).starts_with("=?UTF-8?Q?"));
    CHECK(header_text(std::string(60, 'a') + " bbb cc ccccc", 9) == std::string(60, 'a') + " bbb cc\n ccccc");
    CHECK(header_text(std::string(80, 'a'), 9).find("?=\n =?UTF-8?Q?") != std::string::npos);
    std::string name;
    for (int i = 0; i < 30; ++i) name += "星";
    for (auto const& line : lines_of(header_text(name, 9))) {
        CHECK(line.size() <= 76);
        CHECK(std::ranges::count(line, '=') % 3 == 2);  // the two of the word, and three for each character
    }
}

TEST_CASE("a message has the fields that it needs, each once, and short lines", "[mail]")
{
    auto const all = mail_message(message());
    CHECK(
        all.starts_with("From: Programme Office <office@example.org>\nTo: partners@example.org\nSubject: Week 15\n"
                        "Date: Thu, 13 Apr 2023 00:00:00 +0000\nMessage-ID: <2023-W15.5080aab."));
    CHECK(all.find("@example.org>\nMIME-Version: 1.0\n") != all.npos);
    CHECK(short_ascii_lines(all));
    CHECK(all == mail_message(message()));
}

TEST_CASE("another text, subject or receiver is another message", "[mail]")
{
    auto const same = mail_message(message());
    auto const id = [](std::string const& all) { return all.substr(all.find("Message-ID"), 80); };
    auto text = message(), subject = message(), receiver = message();
    text.text += "more\n";
    subject.subject = "Week 16";
    receiver.to.push_back({"", "b@example.org"});
    for (auto const& other : {text, subject, receiver}) CHECK(id(mail_message(other)) != id(same));
}

TEST_CASE("no text puts a field of its own into the head", "[mail]")
{
    auto hostile = message();
    hostile.subject = "x\nBcc: victim@example.org\r\n\r\nbody";
    hostile.from.name = "a\nBcc: victim@example.org";
    hostile.topic = "a\nBcc: victim@example.org";
    for (auto const& line : lines_of(head_of(hostile))) CHECK_FALSE(line.starts_with("Bcc"));
    CHECK(short_ascii_lines(head_of(hostile)));
}

TEST_CASE("no part holds the boundary", "[mail]")
{
    auto all = mail_message(message());
    auto const at = all.find("boundary=\"") + 10;
    auto const boundary = all.substr(at, all.find('"', at) - at);
    CHECK(boundary.starts_with("=_"));
    auto copy = message();
    copy.text = "--" + boundary + "--\n";
    CHECK(quoted_printable(copy.text).find("=_") == std::string::npos);
}

TEST_CASE("the time of a message is the sender's local one", "[mail]")
{
    auto local = message();
    local.sent = std::chrono::sys_days{std::chrono::year{2023} / 4 / 12} + std::chrono::hours{16};
    local.offset = std::chrono::hours{8};
    CHECK(head_of(local).find("Date: Thu, 13 Apr 2023 00:00:00 +0800\n") != std::string::npos);
    local.offset = -std::chrono::minutes{570};
    CHECK(head_of(local).find("Date: Wed, 12 Apr 2023 06:30:00 -0930\n") != std::string::npos);
    local.offset = std::chrono::seconds{29143};  // the local mean time of Shanghai
    CHECK(head_of(local).find("Date: Wed, 12 Apr 2023 16:00:00 +0000\n") != std::string::npos);
}

}  // namespace sss::mail_test
