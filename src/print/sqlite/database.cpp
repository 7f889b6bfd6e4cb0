#include "print/sqlite/database.hpp"

#include "support/error.hpp"

#include <algorithm>
#include <sqlite3.h>
#include <string>

namespace sss {

namespace {

// Of the file's head (https://www.sqlite.org/fileformat.html): what tells of its making and not of what it holds.
constexpr std::size_t change_counter = 24, version_valid_for = 92, library_version = 96;
constexpr std::uint32_t strict_tables_since = 3037000;  ///< the library from which on the file can be read

void stamp(std::string& file, std::size_t at, std::uint32_t number)
{
    for (auto shift = 24U; at < file.size(); shift -= 8) {
        file[at++] = static_cast<char>((number >> shift) & 0xFFU);
        if (shift == 0) return;
    }
}

}  // namespace

std::string sql_name(std::string_view name)
{
    std::string quoted{'"'};
    for (auto const c : name) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

void Database::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Database::fail() const
{
    throw Error{"make the database", sqlite3_errmsg(database_.get()), "Nothing is written."};
}

Database::Database()
{
    sqlite3* opened = nullptr;
    auto const status = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    database_.reset(opened);
    if (status != SQLITE_OK) fail();
    run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY");
}

void Database::run(std::string const& sql)
{
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

sqlite3_stmt* Database::prepared(std::string const& table, std::size_t columns)
{
    auto const known = std::ranges::find(statements_, table, &Prepared::table);
    if (known != statements_.end()) return known->statement.get();
    auto sql = "INSERT INTO " + sql_name(table) + " VALUES (";
    for (std::size_t i = 0; i < columns; ++i) sql += i == 0 ? "?" : ", ?";
    sql += ')';
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
    statements_.push_back({table, std::unique_ptr<sqlite3_stmt, Finalize>{statement}});
    return statement;
}

void Database::insert(std::string const& table, std::vector<SqlValue> const& row)
{
    auto* statement = prepared(table, row.size());
    auto const bind = [&](int at, SqlValue const& value) {
        if (auto const* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, at, *number);
        if (auto const* number = std::get_if<double>(&value)) return sqlite3_bind_double(statement, at, *number);
        if (auto const* text = std::get_if<std::string>(&value))
            return sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
        return sqlite3_bind_null(statement, at);
    };
    for (std::size_t i = 0; i < row.size(); ++i)
        if (bind(static_cast<int>(i) + 1, row[i]) != SQLITE_OK) fail();
    if (sqlite3_step(statement) != SQLITE_DONE) fail();
    sqlite3_reset(statement);
}

std::string Database::bytes()
{
    statements_.clear();
    run("VACUUM");
    sqlite3_int64 size = 0;
    std::unique_ptr<unsigned char, void (*)(void*)> const file{sqlite3_serialize(database_.get(), "main", &size, 0),
                                                               sqlite3_free};
    if (!file) fail();
    std::string bytes(file.get(), file.get() + size);
    stamp(bytes, change_counter, 1);
    stamp(bytes, version_valid_for, 1);
    stamp(bytes, library_version, strict_tables_since);
    return bytes;
}

}  // namespace sss
