#include "records/toml/refusal.hpp"

#include "records/document.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace sss {
namespace {

std::string hexadecimal(char byte)
{
    return fmt::format("{:02X}", static_cast<unsigned char>(byte));
}

}  // namespace

bool is_forbidden_control(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == '\x7f';
}

std::optional<Refusal> refuse(std::string_view text)
{
    if (text.size() > largest_document) {
        return Refusal{"too-large",
                       {"the file has more than {most} bytes (1 MiB), the most that a record may have",
                        "most"_arg = largest_document},
                       "keep large material elsewhere and name its address under sources"};
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return Refusal{"not-utf8", "the file is stored as UTF-16", "store it as UTF-8"};
    }
    auto const controls = static_cast<std::size_t>(std::ranges::count_if(text, is_forbidden_control));
    auto const nul = text.find('\0');
    auto const invalid = first_invalid_utf8(text);
    if (nul != std::string_view::npos || controls * (invalid ? 20 : 4) > text.size()) {
        auto const first = static_cast<std::size_t>(std::ranges::find_if(text, is_forbidden_control) - text.begin());
        auto const at = std::min(nul, invalid ? std::min(*invalid, first) : first);
        return Refusal{"not-text",
                       {"the file is no text: it holds the byte {byte}", "byte"_key = hexadecimal(text[at])},
                       "a record is a TOML file in UTF-8",
                       at};
    }
    if (invalid) {
        return Refusal{"not-utf8",
                       {"the byte {byte} is not UTF-8", "byte"_key = hexadecimal(text[*invalid])},
                       "store the file as UTF-8; it was probably written in another encoding",
                       *invalid};
    }
    if (text.find('\n') == std::string_view::npos && text.find('\r') < text.size() - 1 && !text.empty()) {
        return Refusal{"syntax", "the lines end with a carriage return alone",
                       "end every line with a line feed, or with CR LF", text.find('\r')};
    }
    return std::nullopt;
}

}  // namespace sss
