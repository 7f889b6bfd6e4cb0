#pragma once

#include "facts/publication/site_facts.hpp"
#include "pages/page.hpp"

namespace sss {

/// What the page of a record of a standard kind says first: its state in a sentence, and the tables that only its kind
/// has. Nothing of other kinds.
void add_own_sections(Page& page, SiteFacts const& site, Record const& record);

/// Whether the lists of things that records of the kind hold have tables of their own there.
bool has_own_items(Kind const& kind);

}  // namespace sss
