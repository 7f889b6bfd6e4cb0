#include "support/plain_letters.hpp"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace sss {

namespace {

std::string mapped_by(std::string_view text, int more)
{
    constexpr std::string_view dotless = "ı";  // a letter of its own to Unicode, so that it has no mark to lose
    utf8proc_uint8_t* mapped = nullptr;
    auto const options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_COMPAT | more);
    auto const size = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owner{mapped, &std::free};
    if (size < 0) return std::string{text};
    std::string result{reinterpret_cast<char const*>(mapped), static_cast<std::size_t>(size)};
    for (std::size_t at = 0; (at = result.find(dotless, at)) != std::string::npos;)
        result.replace(at, dotless.size(), "i");
    return result;
}

}  // namespace

std::string without_marks(std::string_view text)
{
    return mapped_by(text, 0);
}

std::string search_form(std::string_view text)
{
    return mapped_by(text, UTF8PROC_CASEFOLD);
}

}  // namespace sss
