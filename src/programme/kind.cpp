#include "programme/kind.hpp"

#include <algorithm>

namespace sss {

Field const* Kind::field(std::string_view path) const
{
    auto const found = std::ranges::find(fields, path, &Field::path);
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace sss
