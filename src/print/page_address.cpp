#include "print/page_address.hpp"

#include "facts/publication/record_address.hpp"

#include <fmt/format.h>

namespace sss {

std::string encoded_address(std::string_view address)
{
    std::string encoded;
    for (auto const c : address) {
        auto const byte = static_cast<unsigned char>(c);
        auto const plain =
            byte > 0x20 && byte < 0x7f && std::string_view{"\"<>\\^`{|}"}.find(c) == std::string_view::npos;
        encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return encoded;
}

std::string page_address(Publication const& publication, RecordThreads::Thread const& record)
{
    auto const& url = publication.settings.site.url;
    if (url.empty()) return {};
    return encoded_address(url + record_address(*record.kind, record.id));
}

std::string part_address(Publication const& publication, std::string_view ending)
{
    auto const& url = publication.settings.site.url;
    if (url.empty() || publication.address.empty()) return {};
    auto const page = publication.address == "programme" && ending == ".html" ? "index" : publication.address;
    return encoded_address(fmt::format("{}{}{}", url, page, ending));
}

}  // namespace sss
