#pragma once

#include "programme/finding.hpp"
#include "programme/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss::schema {

inline constexpr std::size_t largest_schema = 1024 * 1024;  ///< bytes
inline constexpr std::size_t deepest_schema = 64;           ///< objects and arrays within each other

/// Reads JSON as a tree of our values, so that every key and value of a schema knows its place. What TOML has no word
/// for, `null`, becomes Unreadable; whole numbers beyond 64 bits become floats.
/// Syntax errors, repeated keys and the limits above become findings of rule "schema" on the file `path`; where nothing
/// could be read, nothing is returned.
std::optional<Value> parse_json(std::string const& path, std::string_view text, std::vector<Finding>& problems);

/// A finding of rule "schema", with the line of the text that it speaks of.
Finding schema_finding(Severity severity, std::string path, std::string_view text, Place place, Sentence message,
                       Sentence help = {});

}  // namespace sss::schema
