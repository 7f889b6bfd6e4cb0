#pragma once

#include "facts/change/changelog_facts.hpp"
#include "pages/page.hpp"
#include "words/changelog_words.hpp"

namespace sss {

/// The page of a changelog: a section a period or release, the newest first, in it a list for each sort of change.
Page changelog_page(ChangelogFacts const& facts, Subjects subjects = Subjects::left_out);

}  // namespace sss
