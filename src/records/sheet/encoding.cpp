#include "records/sheet/encoding.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// What Windows-1252 puts where Latin-1 has control characters (0x80 to 0x9F); 0: nothing.
constexpr std::array<char16_t, 32> western{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                           0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Where Windows-1254, the Turkish one, differs from it.
constexpr std::array<std::pair<unsigned char, char16_t>, 8> turkish{{{0x8E, 0},
                                                                     {0x9E, 0},
                                                                     {0xD0, 0x011E},
                                                                     {0xDD, 0x0130},
                                                                     {0xDE, 0x015E},
                                                                     {0xF0, 0x011F},
                                                                     {0xFD, 0x0131},
                                                                     {0xFE, 0x015F}}};

char32_t meaning(unsigned char byte, TextEncoding encoding)
{
    if (encoding == TextEncoding::windows_1254) {
        auto const found = std::ranges::find(turkish, byte, &std::pair<unsigned char, char16_t>::first);
        if (found != turkish.end()) return found->second;
    }
    return byte >= 0x80 && byte < 0xA0 ? western[byte - 0x80U] : byte;
}

std::uint32_t line_at(std::string_view text, std::size_t at)
{
    return 1 + static_cast<std::uint32_t>(std::ranges::count(text.substr(0, at), '\n'));
}

std::variant<std::string, CsvProblem> of_one_byte(std::string_view bytes, TextEncoding encoding)
{
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto const byte = static_cast<unsigned char>(bytes[at]);
        auto const letter = meaning(byte, encoding);
        if (letter == 0)
            return CsvProblem{line_at(bytes, at), fmt::format("the byte 0x{:02x} is no letter in this encoding", byte),
                              "look how the file was saved, or save it as \"CSV UTF-8\""};
        text += encode_utf8(letter);
    }
    return text;
}

std::variant<std::string, CsvProblem> of_two_bytes(std::string_view bytes, bool big)
{
    std::string text;
    auto const wrong = [&] {
        return CsvProblem{line_at(text, text.size()), "this text is cut, or no UTF-16",
                          "save it again, best as \"CSV UTF-8\""};
    };
    auto const unit = [&](std::size_t at) {
        auto const first = static_cast<unsigned char>(bytes[at]);
        auto const second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big ? first * 256U + second : second * 256U + first);
    };
    if (bytes.size() % 2 != 0) return wrong();
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        auto letter = unit(at);
        if (letter >= 0xDC00 && letter < 0xE000) return wrong();
        if (letter >= 0xD800 && letter < 0xDC00) {
            auto const low = at + 2 < bytes.size() ? unit(at + 2) : 0;
            if (low < 0xDC00 || low >= 0xE000) return wrong();
            letter = 0x10000 + ((letter - 0xD800) << 10U) + (low - 0xDC00);
            at += 2;
        }
        text += encode_utf8(letter);
    }
    return text;
}

}  // namespace

std::variant<std::string, CsvProblem> as_utf8(std::string_view bytes, TextEncoding said)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xff\xfe"sv)) return of_two_bytes(bytes.substr(2), false);
    if (bytes.starts_with("\xfe\xff"sv)) return of_two_bytes(bytes.substr(2), true);
    auto const marked = bytes.starts_with("\xef\xbb\xbf"sv);
    if (!marked && said == TextEncoding::utf16) return of_two_bytes(bytes, false);
    if (!marked && said != TextEncoding::utf8) return of_one_byte(bytes, said);
    if (marked) bytes.remove_prefix(3);
    if (auto const wrong = first_invalid_utf8(bytes))
        return CsvProblem{line_at(bytes, *wrong), "this text is not UTF-8",
                          "say how it was saved, as in --encoding windows-1254 (Turkish) or windows-1252 (Western "
                          "Europe), or save it as \"CSV UTF-8\""};
    return std::string{bytes};
}

}  // namespace sss
