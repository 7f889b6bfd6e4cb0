#include "programme/kind.hpp"

#include <algorithm>
#include <array>

namespace sss {

std::string Field::plain_path() const
{
    auto plain = path;
    for (std::size_t at = 0; (at = plain.find("[]", at)) != std::string::npos;) plain.erase(at, 2);
    return plain;
}

Field const* Kind::field(std::string_view path) const
{
    auto const found = std::ranges::find(fields, path, &Field::path);
    return found == fields.end() ? nullptr : &*found;
}

std::span<std::string_view const> standard_kinds()
{
    static constexpr std::array names{kinds::milestone, kinds::meeting, kinds::satellite, kinds::statement,
                                      kinds::organisation};
    return names;
}

std::size_t standard_rank(std::string_view kind)
{
    auto const names = standard_kinds();
    return static_cast<std::size_t>(std::ranges::find(names, kind) - names.begin());
}

}  // namespace sss
