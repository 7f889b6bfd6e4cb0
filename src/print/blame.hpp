#pragma once

#include "facts/change/blame.hpp"
#include "history/history.hpp"
#include "print/log.hpp"
#include "records/records.hpp"
#include "support/zone.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// What `sss log --blame` prints.
struct BlameFacts {
    Record const& record;
    History const& history;
    Records const& records;  ///< for the names of what is referred to
    Zone const& zone;
    std::span<BlamedValue const> values;
    std::optional<LogScope> scope = {};         ///< where less than all is told
    std::vector<std::string> uncommitted = {};  ///< fields that say something else in the working tree
    bool removed = false;                       ///< the working tree does not hold the record any more
};

/// A row for each field with its value in words, the day it landed, who wrote it and in which commit; below them what
/// the commits say of themselves, newest first. An item of a list that one commit wrote is one row.
/// @param width  columns, 60 at the least
std::string blame_text(BlameFacts const& facts, std::size_t width, bool colour);
std::string blame_markdown(BlameFacts const& facts);
/// `"format": 1`, described by schemas/output/blame.schema.json. Every field by itself.
std::string blame_json(BlameFacts const& facts);

}  // namespace sss
