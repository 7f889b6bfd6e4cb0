#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace sss {

/// What stands in a cell of a table; nothing: NULL.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A name in SQL, quoted.
std::string sql_name(std::string_view name);

/// A database in memory, for writing one whole file. Throws Error where SQLite fails, which only a lack of memory
/// explains.
class Database {
public:
    Database();

    /// Runs statements that give no rows.
    void run(std::string const& sql);
    /// A row of a table. @param table  its name; its columns are given all, in their order
    void insert(std::string const& table, std::vector<SqlValue> const& row);
    /// The file, the same for the same content wherever it is made: packed in the order of keys, and with the counters
    /// and the library's version that SQLite writes into its head set to fixed numbers.
    std::string bytes();

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    struct Prepared {
        std::string table;
        std::unique_ptr<sqlite3_stmt, Finalize> statement;
    };
    [[noreturn]] void fail() const;
    sqlite3_stmt* prepared(std::string const& table, std::size_t columns);

    std::unique_ptr<sqlite3, Close> database_;
    std::vector<Prepared> statements_;
};

}  // namespace sss
