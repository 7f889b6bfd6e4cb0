#pragma once

#include "facts/publication/site_facts.hpp"

#include <cstdint>
#include <string>

namespace sss {

/// A record with all its past, beside its page. `"schema_version": 1`, described by
/// schemas/output/site-record.schema.json: every field is always there, of one type, or null.
std::string site_record_json(SiteFacts const& site, Record const& record);

/// What a build was made from: the one file of a site that names its commit and its day.
std::string site_json(std::string const& commit, Day day, std::string const& version, std::size_t pages);

}  // namespace sss
