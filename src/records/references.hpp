#pragma once

#include "programme/value.hpp"
#include "records/records.hpp"

#include <span>
#include <string>
#include <string_view>

namespace sss {

/// The text with the texts at these places replaced by another one: only their bytes change, and each keeps its sort of
/// quotes where it can.
/// @param places  of texts that are `from`, as a document of this text gives them
/// Throws Error where one of them does not stand there as such, so that nothing is damaged.
std::string replaced_texts(std::string_view text, std::span<Place const> places, std::string_view from,
                           std::string_view to);

/// Whether the record had this id before, or goes by this name beside (field `aliases`).
bool has_alias(Record const& record, std::string_view name);

}  // namespace sss
