#pragma once

#include <cstdint>
#include <string_view>

namespace sss {

/// FNV-1a of 64 bits: tells texts apart by a short name. Nothing is kept safe by it.
constexpr std::uint64_t short_hash(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (auto const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

}  // namespace sss
