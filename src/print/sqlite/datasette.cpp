#include "print/sqlite/datasette.hpp"

#include "print/json/json_text.hpp"
#include "print/sqlite/kind_table.hpp"
#include "words/sqlite_words.hpp"

#include <algorithm>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view database = "programme";  ///< the name of the file without its ending

/// A table of a kind: its columns are described as the schema describes the fields.
Json table_of(KindTable const& table, bool versions)
{
    auto columns = Json::object();
    for (auto const& column : table.columns())
        if (auto text = column_words(column.field->path, column.name, *column.field); !text.empty())
            columns[column.name] = std::move(text);
    Json told{{"description", kind_table_words(table.kind().name, versions)}};
    auto const title = table.kind().title_field;
    if (!versions && std::ranges::find(table.columns(), title, &KindTable::Column::name) != table.columns().end())
        told["label_column"] = title;
    if (!columns.empty()) told["columns"] = std::move(columns);
    return told;
}

}  // namespace

std::string datasette_metadata(SqliteRequest const& request, std::string const& title)
{
    auto tables = Json::object();
    for (auto const& [name, words] : sqlite_table_words()) tables[std::string{name}] = Json{{"description", words}};
    tables["records"]["label_column"] = "title";
    tables["commits"]["label_column"] = "subject";
    for (auto const* hidden : {"texts", "search"}) tables[hidden]["hidden"] = true;
    for (auto const& table : kind_tables(request.kinds, request.shows)) {
        tables[table.name()] = table_of(table, false);
        tables[table.name() + "_versions"] = table_of(table, true);
    }
    return dumped({{"title", title.empty() ? "The whole history of the programme" : title},
                   {"description", sqlite_words()},
                   {"databases", {{std::string{database}, {{"tables", std::move(tables)}}}}}});
}

}  // namespace sss
