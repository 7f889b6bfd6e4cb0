#pragma once

#include "programme/value.hpp"
#include "records/versions/plain_places.hpp"
#include "records/versions/plain_text.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Reads the versions of one record one after the other, so that each costs what is new in it: where the text before
/// has a statement of the same bytes, its value is taken from there, and the library is given a placeholder to judge in
/// its stead, or nothing at all where no key and no header changed; and what is equal to the letter is kept once for
/// all versions.
class VersionReader {
public:
    /// What the text says, as parse_values() tells it, keys in the same order; nothing where it is not TOML or meets a
    /// limit. The texts must stay where they are as long as there is more to read.
    std::shared_ptr<Table const> read(std::string_view text);

private:
    using Members = std::vector<Table::Handle>;

    bool read_changed_values(PlainText const& plain, Table& into, Members& members);
    bool read_what_is_new(std::string_view text, PlainText const& plain, Table& into, Members& members);
    bool read_whole(std::string_view text, PlainText const& plain, Table& into, Members& members) const;
    Table::Handle known(std::string_view bytes, std::size_t& near) const;

    std::shared_ptr<Table const> before_;  ///< the last version that could be read
    PlainText text_;                       ///< how its text is made
    Members members_;                      ///< which each of its statements made; none where that is not known
    std::vector<MemberWay> places_;        ///< where they stand, once it was asked
    std::string reduced_;
};

}  // namespace sss
