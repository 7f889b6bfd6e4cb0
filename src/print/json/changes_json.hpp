#pragma once

#include "facts/change/change_facts.hpp"
#include "history/history.hpp"
#include "print/json/json_text.hpp"
#include "support/zone.hpp"

#include <nlohmann/json.hpp>

namespace sss {

/// A value of a record as JSON: dates and times as their text, numbers that JSON cannot hold (inf, nan) as text.
nlohmann::ordered_json as_json(Value const& value);

/// {"id", "subject", "author", "author_date", "landed", "landed_at", "landed_day", "disbelieved_clock"?, "reason"?,
/// "correction"?}
nlohmann::ordered_json as_json(LandedCommit const& commit, Zone const& zone);

/// {"kind", "id", "title", "former_id"?, "change", "category", "commit", "content"?, "fields"?, "move"?}
nlohmann::ordered_json as_json(ChangeFacts const& facts, History const& history);

/// The same for a net change of no commit: without "commit".
nlohmann::ordered_json as_json(ChangeFacts const& facts);

}  // namespace sss
