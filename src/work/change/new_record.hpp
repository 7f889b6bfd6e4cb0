#pragma once

#include "work/change/objection.hpp"
#include "work/change/working_tree.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sss {

/// What is known of a record that is to be added.
struct AddRequest {
    std::string id;                                           ///< empty: to be proposed
    std::vector<std::pair<std::string, std::string>> fields;  ///< name as typed without dashes, and text, in order
    std::vector<std::string> problems;                        ///< sentences
};

std::vector<std::string> names_of_kinds(Schemas const& schemas);

/// The schema of the kind of this name; a UsageError with a suggestion where there is none.
Schema const& schema_of(Schemas const& schemas, std::string const& kind);

/// The record that the request makes. What cannot be taken is added to `problems`.
/// @param today  of the programme: what days are counted from
Table record_of(AddRequest const& request, Schema const& schema, Records const& records, Day today,
                std::vector<std::string>& problems);

/// Whether the fields of a table are fields of the kind.
bool has_members(Kind const& kind, Field const& field);

/// Required in every record, not only where its table stands.
bool always_required(Kind const& kind, Field const& field);

/// Required fields that the record lacks, in the schema's order: those of the record itself, and of the tables that it
/// has or must have.
std::vector<Field const*> missing_fields(Kind const& kind, Table const& record);

/// Puts in what the schema says where a required field is left out.
void fill_defaults(Kind const& kind, Table& record);

/// The id that its schema makes of the record; empty where none can be made.
std::string proposed_id(WorkingTree const& tree, Kind const& kind, Table const& record);

/// How ids of the kind are written, in words, with one as an example: "small Latin letters, digits and hyphens, as in
/// sss-1-cdr".
std::string ids_in_words(Kind const& kind, Records const& records);

/// Why this cannot be the id of a new record; nothing where it can.
std::optional<Objection> objection_to_id(WorkingTree const& tree, Kind const& kind, std::string const& id);

/// The record's text, its keys in the order of the schema.
std::string text_of(Table const& record, Kind const& kind);

}  // namespace sss
