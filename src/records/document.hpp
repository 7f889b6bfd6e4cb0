#pragma once

#include "programme/finding.hpp"
#include "programme/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

struct Neighbour;

/// The limits that keep a hostile record from stalling the tool; meeting one is a finding that names it.
inline constexpr std::size_t largest_document = 1024 * 1024;  ///< bytes
inline constexpr std::size_t deepest_nesting = 64;            ///< tables and arrays within each other

/// One TOML file, read: every key and value knows its place, and what could not be read is said.
struct Document {
    std::string path;  ///< relative to the repository's root, with forward slashes; names the file in findings
    Table root;
    std::vector<Finding> problems;  ///< syntax errors, impossible dates, limits; empty: the file was read whole
    std::vector<Finding> newer;     ///< what a reader of TOML 1.0 would refuse, and one of TOML 1.1 takes

    /// False where part of the file could not be read, so that a missing field proves nothing.
    bool whole = true;
};

/// Reads TOML 1.1, and says what of it TOML 1.0 does not have. Never throws for what the text holds: all that is wrong
/// becomes a problem of the document, and what can still be read is. A byte order mark is accepted; CRLF is accepted.
Document parse_document(std::string path, std::string_view text);

/// Reads only what is said, without places and without recovery: for the thousands of old versions of a record that
/// history compares. Takes TOML 1.1. Returns false (and an unspecified table) where the text is not TOML or meets a
/// limit.
/// @param neighbour  what is known by the version before (see toml_tree.hpp)
bool parse_values(std::string_view text, Table& into, Neighbour* neighbour = nullptr);

/// Line `number` (from 1) of the text without its line end; empty where there is no such line.
std::string_view line_of(std::string_view text, std::uint32_t number);

}  // namespace sss
