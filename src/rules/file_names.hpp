#pragma once

#include "programme/kind.hpp"
#include "schema/pattern.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sss {

/// What the ids of one kind look like.
class IdForm {
public:
    explicit IdForm(Kind const& kind);

    bool fits(std::string_view id) const;

    /// The id that was probably meant by a name that does not fit: "SSS 1_CDR" gives "sss-1-cdr", "türkiye" gives
    /// "turkiye". Nothing where that would not fit either.
    std::optional<std::string> meant(std::string_view name) const;

private:
    schema::Patterns patterns_;
    schema::Pattern const* pattern_ = nullptr;  ///< nullptr: the schema's own problem, told there; everything fits
    bool nested_ = false;
};

}  // namespace sss
