#include "print/csv_text.hpp"

#include "support/utf8.hpp"

#include <algorithm>

namespace sss {

namespace {

/// What begins a formula, behind blanks and quotes; the wide forms too, which some spreadsheets take for the others.
bool begins_formula(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \"'"), text.size()));
    switch (first_code_point(text).value) {
        case '=':
        case '+':
        case '-':
        case '@':
        case 0xFF1D:
        case 0xFF0B:
        case 0xFF0D:
        case 0xFF20: return true;
        default: return false;
    }
}

}  // namespace

std::string csv_cell(std::string_view text)
{
    // A spreadsheet that divides at semicolons does so within a quoted cell too, unless its line begins there.
    std::string safe;
    for (auto rest = text; !rest.empty();) {
        auto const end = std::min(rest.find_first_of("\n\t;"), rest.size());
        auto const part = rest.substr(0, end);
        if (begins_formula(part) || (safe.empty() && rest.front() == '\t')) safe += '\'';
        safe += visible(part);
        if (end < rest.size()) safe += rest[end];
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
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
