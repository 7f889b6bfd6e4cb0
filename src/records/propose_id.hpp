#pragma once

#include "programme/kind.hpp"
#include "programme/value.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace sss {

/// Small Latin letters, digits and single hyphens out of any text: "TÜBİTAK UZAY" is "tubitak-uzay". Letters of other
/// scripts are left out; the result may be empty. At most sixty bytes, cut between words.
std::string slug(std::string_view text);

/// An id for a new record, made from what it says: from its short name or else its title; where letters of that have no
/// plain Latin ones, from its satellite, its city, its review codes or its type ("sss-1-cdr"), as far as it has them,
/// and else from what is left of the title. A record that begins on a day (`x-sss-date: start`) gets the month before
/// it
/// ("2018-04-ankara-review"). Where the id is taken a number follows, from 2 on. Empty where nothing can be made of the
/// record, or the kind's ids are of another form.
std::string propose_id(Kind const& kind, Table const& record, Zone const& zone,
                       std::function<bool(std::string const&)> const& taken);

/// Whether the kind's ids may be written so. A pattern that the engine cannot read admits every id.
bool is_id_of(Kind const& kind, std::string_view id);

}  // namespace sss
