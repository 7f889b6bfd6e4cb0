#include "facts/publication/record_address.hpp"

#include "support/short_hash.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sss {

namespace {

/// File systems take 255 bytes; an ending and a temporary name need some of them.
constexpr std::size_t longest_part = 180;

std::string address_part(std::string_view part)
{
    std::string plain;
    for (auto const c : part) {
        auto const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        auto const inner = (c == '.' || c == '_') && !plain.empty();
        plain += letter || inner ? std::string(1, c) : fmt::format("~{:02x}", static_cast<unsigned char>(c));
    }
    if (plain.size() <= longest_part) return plain;
    plain.resize(longest_part - 17);
    return fmt::format("{}~{:016x}", plain, short_hash(part));  // two that begin alike are told apart
}

}  // namespace

std::string record_address(std::string_view folder, std::string_view id, std::string_view ending)
{
    // A kind of one's own may lie in a folder that is called as one of the site's own.
    constexpr std::array<std::string_view, 6> own{"actions", "data", "lists", "news", "reports", "timeline"};
    auto const taken = std::ranges::find(own, folder.substr(0, folder.find('/'))) != own.end();
    auto address = (taken ? "kind-" : "") + std::string{folder};
    for (std::size_t begin = 0; begin <= id.size();) {
        auto const end = std::min(id.find('/', begin), id.size());
        address += '/' + address_part(id.substr(begin, end - begin));
        begin = end + 1;
    }
    return address += ending;
}

}  // namespace sss
