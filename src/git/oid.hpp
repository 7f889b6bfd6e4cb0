#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <functional>
#include <string>

namespace sss::git {

/// The name of a git object: 20 bytes of SHA-1. All zero: no object.
struct Oid {
    std::array<unsigned char, 20> bytes{};

    auto operator<=>(Oid const&) const = default;
    explicit operator bool() const { return *this != Oid{}; }

    /// All 40 hexadecimal digits.
    std::string hex() const { return digits(40); }
    /// The first seven: what people read.
    std::string brief() const { return digits(7); }

private:
    std::string digits(std::size_t count) const
    {
        static constexpr char alphabet[] = "0123456789abcdef";
        std::string text(count, '0');
        for (std::size_t i = 0; i < count; ++i) text[i] = alphabet[i % 2 == 0 ? bytes[i / 2] >> 4 : bytes[i / 2] & 15];
        return text;
    }
};

}  // namespace sss::git

template <>
struct std::hash<sss::git::Oid> {
    std::size_t operator()(sss::git::Oid const& oid) const noexcept
    {
        std::size_t value = 0;  // the bytes are a cryptographic hash already: any eight of them will do
        std::memcpy(&value, oid.bytes.data(), sizeof value);
        return value;
    }
};
