#include "support/uuid.hpp"

#include <array>
#include <uuid/uuid.h>

namespace sss {

std::string uuid_of(std::initializer_list<std::string_view> parts)
{
    static constexpr uuid_t name_space = {0xa1, 0xc1, 0xb6, 0xea, 0xc8, 0x4a, 0x54, 0x7d,
                                          0x93, 0x25, 0x51, 0x46, 0x1e, 0x65, 0xb0, 0x4a};
    std::string name;
    for (auto const& part : parts) name.append(&part == parts.begin() ? "" : "\n").append(part);
    uuid_t uuid;
    uuid_generate_sha1(uuid, name_space, name.data(), name.size());
    std::array<char, UUID_STR_LEN> text{};
    uuid_unparse_lower(uuid, text.data());
    return text.data();
}

}  // namespace sss
