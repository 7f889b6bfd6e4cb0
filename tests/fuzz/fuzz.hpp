#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

/// What the fuzz targets share. A target reads any bytes as its input and aborts where a promise does not hold.
namespace sss::fuzz {

/// Ends the run, so that the fuzzer keeps the input.
inline void promise(bool holds, std::string_view what)
{
    if (holds) return;
    std::cerr << "broken promise: " << what << "\n";
    std::abort();
}

/// An input of several parts, the first ones on lines of their own: "planned\n2018\n…".
class Parts {
public:
    Parts(std::uint8_t const* data, std::size_t size)
        : left_(std::string_view{reinterpret_cast<char const*>(data), size})
    {}

    std::string line()
    {
        auto const end = left_.find('\n');
        auto const taken = std::string{left_.substr(0, end)};
        left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
        return taken;
    }

    /// All before a line "---", which goes too; all that is left where there is none.
    std::string section()
    {
        auto const end = left_.find("\n---\n");
        auto const taken = std::string{left_.substr(0, end)};
        left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 5);
        return taken;
    }

    std::string rest() const { return std::string{left_}; }

private:
    std::string_view left_;
};

}  // namespace sss::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);
