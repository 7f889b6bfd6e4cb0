#include "print/sqlite/programme_sqlite.hpp"

#include "facts/change/change_facts.hpp"
#include "facts/standard_records.hpp"
#include "history/member_changes.hpp"
#include "history/moves.hpp"
#include "print/json/changes_json.hpp"
#include "print/sqlite/views.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::string_view tables_sql = R"(
CREATE TABLE programme (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE days (day TEXT PRIMARY KEY, ends_at TEXT NOT NULL) STRICT;
CREATE TABLE commits (commit_id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, landed_at TEXT NOT NULL, landed_day TEXT NOT NULL,
  landed_with TEXT NOT NULL, author TEXT, authored_at TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT, correction INTEGER NOT NULL, disbelieved_clock TEXT) STRICT;
CREATE TABLE records (record INTEGER PRIMARY KEY, kind TEXT NOT NULL, first_id TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL,
  born TEXT NOT NULL REFERENCES commits(commit_id), ended TEXT REFERENCES commits(commit_id), UNIQUE (kind, first_id)) STRICT;
CREATE TABLE versions (record INTEGER NOT NULL REFERENCES records(record), number INTEGER NOT NULL, commit_id TEXT NOT NULL REFERENCES commits(commit_id),
  id TEXT NOT NULL, title TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, content TEXT NOT NULL, PRIMARY KEY (record, number)) STRICT;
CREATE TABLE changes (change INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES records(record), commit_id TEXT NOT NULL REFERENCES commits(commit_id),
  sort TEXT NOT NULL, category TEXT NOT NULL, id TEXT NOT NULL, former_id TEXT, field TEXT, was TEXT, became TEXT) STRICT;
CREATE TABLE moves (move INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES records(record), commit_id TEXT NOT NULL REFERENCES commits(commit_id),
  from_text TEXT NOT NULL, from_last TEXT NOT NULL, to_text TEXT NOT NULL, to_last TEXT NOT NULL, days INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  total_days INTEGER NOT NULL, first_planned TEXT, correction INTEGER NOT NULL) STRICT;
CREATE TABLE actions (record INTEGER NOT NULL REFERENCES records(record), meeting TEXT NOT NULL, action TEXT NOT NULL, text TEXT, owner TEXT,
  owner_record INTEGER REFERENCES records(record), due TEXT, due_first TEXT, due_last TEXT, due_precision TEXT, closed TEXT, closed_first TEXT, closed_last TEXT,
  closed_precision TEXT, closed_by TEXT, is_open INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (record, position)) STRICT;
CREATE TABLE actions_versions (record INTEGER NOT NULL, number INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, meeting TEXT NOT NULL, action TEXT NOT NULL, text TEXT,
  owner TEXT, owner_record INTEGER REFERENCES records(record), due TEXT, due_first TEXT, due_last TEXT, due_precision TEXT, closed TEXT, closed_first TEXT,
  closed_last TEXT, closed_precision TEXT, closed_by TEXT, is_open INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (record, number, position),
  FOREIGN KEY (record, number) REFERENCES versions(record, number)) STRICT;
CREATE TABLE refs (ref INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES records(record), field TEXT NOT NULL, target_id TEXT NOT NULL,
  target INTEGER REFERENCES records(record)) STRICT;
CREATE TABLE texts (record INTEGER PRIMARY KEY REFERENCES records(record), title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5(title, body, content="texts", content_rowid="record");
)";

constexpr std::string_view indexes_sql = R"(
CREATE INDEX changes_of ON changes (record);
CREATE INDEX changes_in ON changes (commit_id);
CREATE INDEX moves_of ON moves (record);
CREATE INDEX refs_to ON refs (target);
CREATE INDEX versions_from ON versions (valid_from);
INSERT INTO search(search) VALUES ('rebuild');
PRAGMA user_version = 1;
)";

SqlValue visible_or_null(std::string const& text)
{
    return text.empty() ? SqlValue{} : SqlValue{visible(text)};
}

SqlValue in_text(SharedValue const& value)
{
    if (!value) return {};
    auto const cell = sql_value(&*value);
    if (auto const* number = std::get_if<std::int64_t>(&cell))
        return value->boolean() != nullptr ? std::string{*number != 0 ? "true" : "false"} : std::to_string(*number);
    if (auto const* number = std::get_if<double>(&cell)) return nlohmann::json(*number).dump();
    return cell;
}

/// All texts within a value, one a line.
void add_words(std::string& words, Value const& value)
{
    if (auto const* text = value.string()) words.append(words.empty() ? "" : "\n").append(*text);
    if (auto const* items = value.array())
        for (auto const& item : *items) add_words(words, item);
    if (auto const* members = value.table())
        for (auto const& member : *members) add_words(words, member.value);
}

class ProgrammeWriter {
public:
    explicit ProgrammeWriter(SqliteRequest const& request)
        : request_(request),
          whole_(request.publication.whole),
          threads_(request.publication.threads),
          changes_of_(threads_.threads.size())
    {
        tables_ = kind_tables(request.kinds, request.shows);
    }

    std::string write()
    {
        learn_names();
        database_.run("BEGIN");
        database_.run(std::string{tables_sql});
        for (auto const& table : tables_) create(table);
        write_programme();
        write_days();
        write_commits();
        write_records();
        write_changes();
        write_moves();
        database_.run(std::string{indexes_sql});
        database_.run(views_sql(tables_));
        database_.run("COMMIT");
        return database_.bytes();
    }

private:
    void create(KindTable const& table)
    {
        database_.run(fmt::format(
            "CREATE TABLE {} (record INTEGER PRIMARY KEY REFERENCES records(record), id TEXT NOT NULL{}) STRICT",
            sql_name(table.name()), table.columns_sql()));
        database_.run(
            fmt::format("CREATE TABLE {} (record INTEGER NOT NULL REFERENCES records(record), number INTEGER NOT NULL, "
                        "valid_from TEXT NOT NULL, valid_to TEXT, id TEXT "
                        "NOT NULL{}, PRIMARY KEY (record, number), FOREIGN KEY (record, number) REFERENCES "
                        "versions(record, number)) STRICT",
                        sql_name(table.name() + "_versions"), table.columns_sql()));
    }

    /// From when on which record bore which id.
    void learn_names()
    {
        for (std::size_t i = 0; i < whole_.changes.size(); ++i) {
            auto const thread = threads_.of_change[i];
            changes_of_[thread].push_back(static_cast<std::uint32_t>(i));
            names_[whole_.changes[i].record].emplace_back(whole_.changes[i].commit, thread);
        }
    }

    /// The record that bore an id when a commit had landed; the one that bore it first, where it came only later.
    SqlValue record_named(std::vector<std::string> const& kinds, std::string const& id, std::uint32_t commit) const
    {
        for (auto const& name : kinds) {
            auto const kind = std::ranges::find(request_.kinds, name, [](Kind const* one) { return one->name; });
            if (kind == request_.kinds.end()) continue;
            auto const known = names_.find({*kind, id});
            if (known == names_.end()) continue;
            std::uint32_t thread = known->second.front().second;
            for (auto const& [from, bearer] : known->second)
                if (from <= commit) thread = bearer;
            return std::int64_t{thread} + 1;
        }
        return {};
    }

    std::string const& commit_id(std::uint32_t commit) const { return commit_ids_[commit]; }
    std::string landed(std::uint32_t commit) const { return iso(whole_.commits[commit].landed_at); }

    void write_programme()
    {
        auto const& of = request_.publication;
        auto const add = [&](char const* name, std::string const& value) {
            database_.insert("programme", {std::string{name}, value});
        };
        add("commit", request_.commit);
        add("correction_days", std::to_string(of.settings.history.correction_days));
        add("description", of.description);
        add("id", of.programme_id);
        add("leaves_out", of.leaves_out ? "1" : "0");
        add("license", of.settings.site.license);
        add("name", of.name);
        add("part", fmt::format("{}", fmt::join(of.parts, ", ")));
        add("timezone", whole_.zone.name());
    }

    /// Every day from the first landing to the last, so that a state can be asked for by its day.
    void write_days()
    {
        if (whole_.commits.empty()) return;
        auto day = whole_.zone.day_of(whole_.commits.front().landed_at);
        auto const last = whole_.zone.day_of(whole_.commits.back().landed_at);
        for (; day <= last; day += std::chrono::days{1})
            database_.insert("days", {iso(day), iso(whole_.zone.end_of(day))});
    }

    void write_commits()
    {
        for (std::size_t i = 0; i < whole_.commits.size(); ++i) {
            auto const& told = whole_.commits[i];
            commit_ids_.push_back(told.commit.id.hex());
            database_.insert("commits", {commit_ids_.back(), static_cast<std::int64_t>(i), iso(told.landed_at),
                                         iso(whole_.zone.day_of(told.landed_at)), told.landed.hex(),
                                         visible_or_null(told.commit.author.name), iso(told.commit.author.when),
                                         visible(subject(told.commit)), visible_or_null(told.reason),
                                         std::int64_t{told.correction ? 1 : 0},
                                         told.disbelieved ? SqlValue{iso(*told.disbelieved)} : SqlValue{}});
        }
    }

    KindTable const& table_of(Kind const& kind) const
    {
        return *std::ranges::find_if(tables_, [&](KindTable const& table) { return &table.kind() == &kind; });
    }

    /// Each record with all of its versions, and what stands in its own right.
    void write_records()
    {
        for (std::uint32_t thread = 0; thread < threads_.threads.size(); ++thread) {
            auto const& of = threads_.threads[thread];
            auto const& last = whole_.changes[changes_of_[thread].back()];
            database_.insert(
                "records", {std::int64_t{thread} + 1, of.kind->name, of.name(), of.id, last.title, commit_id(of.birth),
                            of.stands ? SqlValue{} : SqlValue{commit_id(last.commit)}});
            if (request_.wanted(thread)) write_versions(thread);
        }
    }

    void write_versions(std::uint32_t thread)
    {
        Table fields;
        std::int64_t number = 0;
        auto const& steps = changes_of_[thread];
        for (std::size_t i = 0; i < steps.size(); ++i) {
            auto const& change = whole_.changes[steps[i]];
            if (change.type == ChangeType::removed) continue;
            fields = change.content ? *change.content : with_changes(fields, change.members, Side::after);
            auto const until =
                i + 1 < steps.size() ? SqlValue{landed(whole_.changes[steps[i + 1]].commit)} : SqlValue{};
            write_version(thread, ++number, change, fields, until);
        }
        auto const& last = whole_.changes[steps.back()];
        std::string words;
        for (auto const& member : last.type == ChangeType::removed && last.content ? *last.content : fields)
            add_words(words, member.value);
        database_.insert("texts", {std::int64_t{thread} + 1, last.title, words});
        if (last.type != ChangeType::removed) write_present(thread, last, fields);
    }

    KindTable::Resolve resolve_at(std::uint32_t commit) const
    {
        return [this, commit](std::vector<std::string> const& kinds, std::string const& id) {
            return record_named(kinds, id, commit);
        };
    }

    void write_version(std::uint32_t thread, std::int64_t number, Change const& change, Table const& fields,
                       SqlValue const& until)
    {
        auto const record = std::int64_t{thread} + 1;
        auto const from = landed(change.commit);
        database_.insert("versions", {record, number, commit_id(change.commit), change.record.id, change.title, from,
                                      until, sql_value_of(fields)});
        auto const& table = table_of(*change.record.kind);
        std::vector<SqlValue> row{record, number, from, until, change.record.id};
        table.append(row, fields, whole_.zone, resolve_at(change.commit));
        database_.insert(table.name() + "_versions", row);
        if (change.record.kind->name != kinds::meeting) return;
        for_each_action(fields, change, [&](std::vector<SqlValue> action) {
            std::vector<SqlValue> whole{record, number, from, until};
            std::ranges::move(action, std::back_inserter(whole));
            database_.insert("actions_versions", whole);
        });
    }

    void write_present(std::uint32_t thread, Change const& last, Table const& fields)
    {
        auto const record = std::int64_t{thread} + 1;
        auto const& table = table_of(*last.record.kind);
        auto const now = static_cast<std::uint32_t>(whole_.commits.size());
        std::vector<SqlValue> row{record, last.record.id};
        table.append(row, fields, whole_.zone, resolve_at(now));
        database_.insert(table.name(), row);
        for (auto const& value : finest_values(*last.record.kind, fields)) write_references(record, value, now);
        if (last.record.kind->name != kinds::meeting) return;
        for_each_action(fields, last, [&](std::vector<SqlValue> action) {
            std::vector<SqlValue> whole{record};
            std::ranges::move(action, std::back_inserter(whole));
            database_.insert("actions", whole);
        });
    }

    void write_references(std::int64_t record, FieldValue const& value, std::uint32_t now)
    {
        if (value.field == nullptr || value.field->references.empty()) return;
        auto ids = value.value->strings();
        if (auto const* text = value.value->string()) ids.push_back(*text);
        for (auto const& id : ids)
            database_.insert("refs", {++refs_, record, value.path, id, record_named(value.field->references, id, now)});
    }

    /// The actions of a meeting as its record lists them, whether they can be read whole or not.
    template <typename Take>
    void for_each_action(Table const& fields, Change const& change, Take const& take) const
    {
        auto const& kind = *change.record.kind;
        std::int64_t position = 0;
        for (auto const* item : tables_at(fields, keys::action)) {
            auto const* owner = string_at(*item, keys::owner);
            auto const* closed = find(*item, keys::closed);
            std::vector<SqlValue> row{change.record.id, item_text(*item, keys::id), item_text(*item, keys::text),
                                      item_text(*item, keys::owner)};
            if (std::holds_alternative<std::monostate>(row[1])) row[1] = std::string{};
            row.push_back(owner != nullptr && kind.field("action[].owner") != nullptr
                              ? record_named(kind.field("action[].owner")->references, *owner, change.commit)
                              : SqlValue{});
            for (auto const key : {keys::due, keys::closed}) {
                row.push_back(item_text(*item, key));
                append_date(row, date_at(*item, key, whole_.zone));
            }
            row.push_back(item_text(*item, keys::closed_by));
            row.emplace_back(std::int64_t{closed == nullptr ? 1 : 0});
            row.emplace_back(++position);
            take(std::move(row));
        }
    }

    static SqlValue item_text(Table const& item, std::string_view key)
    {
        auto const* value = find(item, key);
        auto const* text = value != nullptr ? value->text() : nullptr;
        return text != nullptr ? SqlValue{*text} : SqlValue{};
    }

    static SqlValue sql_value_of(Table const& fields)
    {
        Value const whole{fields};
        return sql_value(&whole);
    }

    void write_changes()
    {
        auto const facts =
            change_facts(whole_.changes, moves(whole_, request_.publication.settings.history.correction_days),
                         whole_.zone, RenamesFollowed::of_steps(whole_.changes));
        constexpr std::array<std::string_view, 3> sorts{"added", "removed", "changed"};
        std::int64_t row = 0;
        for (auto const& one : facts) {
            auto const& change = *one.change;
            auto const thread = threads_.of_change[static_cast<std::size_t>(one.change - whole_.changes.data())];
            if (!request_.wanted(thread)) continue;
            auto const add = [&](SqlValue field, SqlValue was, SqlValue became) {
                database_.insert("changes",
                                 {++row, std::int64_t{thread} + 1, commit_id(change.commit),
                                  std::string{sorts.at(static_cast<std::size_t>(change.type))},
                                  std::string{name(one.category)}, change.record.id, visible_or_null(change.former_id),
                                  std::move(field), std::move(was), std::move(became)});
            };
            if (change.type != ChangeType::changed || one.fields.empty()) add({}, {}, {});
            if (change.type != ChangeType::changed) continue;
            for (auto const& field : one.fields) add(field.path, in_text(field.from), in_text(field.to));
        }
    }

    void write_moves()
    {
        std::int64_t row = 0;
        std::size_t at = 0;
        for (auto const& move : moves(whole_, request_.publication.settings.history.correction_days)) {
            while (whole_.changes[at].commit != move.commit || whole_.changes[at].record != move.record) ++at;
            if (!request_.wanted(threads_.of_change[at])) continue;
            database_.insert(
                "moves",
                {++row, std::int64_t{threads_.of_change[at]} + 1, commit_id(move.commit), move.from.text(),
                 iso(move.from.last()), move.to.text(), iso(move.to.last()), std::int64_t{move.slip.days},
                 std::int64_t{move.ordinal}, std::int64_t{move.total.days},
                 move.first ? SqlValue{move.first->text()} : SqlValue{}, std::int64_t{move.correction ? 1 : 0}});
        }
    }

    SqliteRequest const& request_;
    History const& whole_;
    RecordThreads const& threads_;
    std::vector<std::vector<std::uint32_t>> changes_of_;  ///< of each thread, in their order
    std::map<RecordKey, std::vector<std::pair<std::uint32_t, std::uint32_t>>, RecordKeyLess> names_;
    std::vector<KindTable> tables_;
    std::vector<std::string> commit_ids_;
    std::int64_t refs_ = 0;
    Database database_;
};

}  // namespace

std::string programme_sqlite(SqliteRequest const& request)
{
    return ProgrammeWriter{request}.write();
}

}  // namespace sss
