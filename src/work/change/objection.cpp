#include "work/change/objection.hpp"

#include <fmt/format.h>

namespace sss {

std::string Objection::text() const
{
    return help.empty() ? message : fmt::format("{}; {}", message, help);
}

}  // namespace sss
