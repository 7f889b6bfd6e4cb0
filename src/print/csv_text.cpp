#include "print/csv_text.hpp"

#include "records/csv.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <string_view>

namespace sss {

std::string csv_content(std::string_view text)
{
    std::string shown;
    for (auto rest = text; !rest.empty();) {
        auto const end = std::min(rest.find_first_of("\n\t;"), rest.size());
        shown += visible(rest.substr(0, end));
        if (end < rest.size()) shown += rest[end];
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return shown.empty() ? shown : csv_guarded(shown);
}

std::string csv_cell(std::string_view text)
{
    auto const safe = csv_content(text);
    if (safe.find_first_of(",;\"\n\t'") == std::string::npos && !safe.starts_with(' ') && !safe.ends_with(' '))
        return safe;
    std::string quoted{'"'};
    for (auto const c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace sss
