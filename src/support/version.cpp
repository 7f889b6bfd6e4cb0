#include "support/version.hpp"

std::string_view sss::version()
{
    return SSS_VERSION;
}
