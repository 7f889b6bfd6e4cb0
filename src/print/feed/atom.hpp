#pragma once

#include "facts/publication/news.hpp"
#include "facts/publication/publication.hpp"

#include <span>
#include <string>

namespace sss {

/// The news of a programme, or of a part of it, as an Atom feed (RFC 4287). The same news give the same bytes on every
/// machine and on every day: what looks like a clock is the landing of a commit.
/// @param items  newest first
std::string news_atom(Publication const& publication, std::span<NewsItem const* const> items);

}  // namespace sss
