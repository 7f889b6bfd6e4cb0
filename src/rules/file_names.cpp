#include "rules/file_names.hpp"

#include "support/plain_letters.hpp"

#include <variant>

namespace sss {
namespace {

/// Small letters, digits and single hyphens; empty where another script leaves too little to make an id of.
std::string plain(std::string_view name, bool nested)
{
    std::string id;
    for (char const c : without_marks(name)) {
        if (static_cast<unsigned char>(c) >= 0x80) return {};
        auto const small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        auto const kept = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || (nested && small == '/');
        if (kept)
            id += small;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

}  // namespace

IdForm::IdForm(Kind const& kind) : nested_(kind.nested_ids)
{
    auto const compiled = patterns_.compile("^(?:" + kind.id_pattern + ")$");
    if (auto const* pattern = std::get_if<schema::Pattern const*>(&compiled)) pattern_ = *pattern;
}

bool IdForm::fits(std::string_view id) const
{
    return pattern_ == nullptr || pattern_->found_in(id);
}

std::optional<std::string> IdForm::meant(std::string_view name) const
{
    auto id = plain(name, nested_);
    if (id.empty() || !fits(id)) return std::nullopt;
    return id;
}

}  // namespace sss
