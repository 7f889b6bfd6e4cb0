#pragma once

#include "facts/change/changelog_facts.hpp"
#include "pages/page.hpp"

namespace sss {

/// The page of a changelog: a section a period or release, the newest first, in it a list for each sort of change.
Page changelog_page(ChangelogFacts const& facts);

}  // namespace sss
