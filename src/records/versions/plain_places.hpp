#pragma once

#include "programme/value.hpp"
#include "records/versions/plain_text.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace sss {

/// The way to a member of a record: places in tables and lists, from the root on, down to its own in its table.
using MemberWay = std::vector<std::uint32_t>;

/// Where the members stand that the statements of a text made. None at all where one of them is not found there, or
/// where there are very many tables.
/// @param members  one for each of the statements
std::vector<MemberWay> plain_places(PlainText const& text, Table const& root, std::span<Table::Handle const> members);

/// Puts a member in the place of another one, and leaves whatever else shares the tables on the way as it is.
void put_member(Table& root, std::span<std::uint32_t const> way, Table::Handle member);

}  // namespace sss
