#pragma once

#include "facts/change/change_facts.hpp"
#include "facts/publication/publication.hpp"
#include "records/records.hpp"

#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace sss {

/// Records, and where they are asked for the changes of the whole history, for other programs.
struct ExportedRecords {
    Publication const& publication;
    std::vector<Record const*> records = {};  ///< by kind and id
    std::vector<ChangeFacts> changes = {};    ///< in the order of landing; only with a history
    bool history = false;
    std::string commit = {};                   ///< that they stand in; empty: there is none
    std::vector<std::string> unreadable = {};  ///< files that could not be read
};

/// One document, described by schemas/output/export.schema.json.
std::string export_json(ExportedRecords const& exported);

/// A record a line; with a history a change a line instead. Each line is one of the definitions of
/// schemas/output/export.schema.json.
std::string export_jsonl(ExportedRecords const& exported);

/// A change that stands by itself: with what else tells its commit.
nlohmann::ordered_json change_json_alone(ChangeFacts const& facts, Publication const& publication);

/// The description of a folder of tables (Frictionless Data Package): which columns they have and what these mean.
struct DescribedTable {
    Kind const* kind = nullptr;  ///< none of the table of changes
    std::string path = {};       ///< "milestones.csv"
    struct Column {
        std::string name;
        std::string type;  ///< "string", "integer", "number", "boolean", "date", "datetime"
        std::string description;
        std::string pattern = {};  ///< of a text; empty: any
        bool required = false;
        std::string references = {};  ///< the table whose id it names; empty: none
    };
    std::vector<Column> columns = {};
};
std::string datapackage_json(Publication const& publication, std::span<DescribedTable const> tables);

}  // namespace sss
