#pragma once

#include "programme/kind.hpp"
#include "records/records.hpp"
#include "words/said.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Says what the fields of a record hold, for a page of its own: dates in words, records by their titles, numbers with
/// their units.
class FieldWords {
public:
    /// @param records  as they stand: names of what is referred to
    explicit FieldWords(Records const& records) : records_(records) {}

    /// What the schema calls it; else "Mass", from "mass_kg"; "Orbit altitude", from "orbit.altitude_km".
    static Said label(Kind const& kind, std::string_view path);

    /// A line each: one, but for lists of tables.
    /// @param path  as the schema knows it: "planned", "orbit.altitude_km", "action[].due"
    std::vector<Said> lines(Kind const& kind, std::string const& path, Value const& value) const;
    /// All on one line.
    Said value(Kind const& kind, std::string const& path, Value const& value) const;

    /// A record by what people call it; the id itself, and that there is none, where no record of these kinds has it.
    Said record(std::vector<std::string> const& kinds, std::string const& id) const;
    Said record(std::string_view kind, std::string const& id) const;
    static Said record(Record const& record);

private:
    Said members(Kind const& kind, std::string const& path, Table const& table) const;

    Records const& records_;
};

/// A text of several lines in its paragraphs, without the marks of headings and lists.
std::vector<Said> paragraphs_of(std::string_view markdown);

}  // namespace sss
