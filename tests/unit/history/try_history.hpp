#pragma once

#include "git/writer.hpp"
#include "history/history.hpp"
#include "history/member_changes.hpp"
#include "programme/date.hpp"
#include "records/document.hpp"
#include "records/layout.hpp"
#include "schema/schemas.hpp"
#include "scratch_folder.hpp"
#include "support/embedded.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The standard kinds.
inline Schemas const& standard_schemas()
{
    static Schemas const schemas = [] {
        std::vector<Finding> findings;
        return Schemas::load(embedded::schemas(), {}, {}, findings);
    }();
    return schemas;
}

inline Kind const& kind_named(std::string_view name)
{
    for (auto const& schema : standard_schemas().all())
        if (schema.kind().name == name) return schema.kind();
    throw std::runtime_error{"no such kind"};
}

inline Layout standard_layout()
{
    std::vector<Kind const*> kinds;
    for (auto const& schema : standard_schemas().all()) kinds.push_back(&schema.kind());
    return Layout{"data", std::move(kinds)};
}

inline Table table_of(std::string_view toml)
{
    Table table;
    if (!parse_values(toml, table)) throw std::runtime_error{"the test's TOML is broken"};
    return table;
}

/// A history made of milestones, told without a repository: each call is a commit that landed at noon UTC of its day.
struct TestHistory {
    History history;

    TestHistory& commit(std::string_view day, std::string reason = {}, bool correction = false)
    {
        LandedCommit told;
        told.commit.id.bytes[0] = static_cast<unsigned char>(history.commits.size() + 1);
        told.commit.author.name = "Ada";
        told.landed = told.commit.id;
        told.landed_at = *parse_day(day) + std::chrono::hours{12};
        told.reason = std::move(reason);
        told.correction = correction;
        history.commits.push_back(told);
        return *this;
    }

    TestHistory& add(std::string const& id, std::string_view toml, std::string_view kind = "milestone")
    {
        auto& change = next(id, kind);
        change.type = ChangeType::added;
        change.content = std::make_shared<Table const>(table_of(toml));
        now[{change.record.kind, id}] = *change.content;
        return *this;
    }

    TestHistory& remove(std::string const& id, std::string_view kind = "milestone")
    {
        auto& change = next(id, kind);
        change.type = ChangeType::removed;
        change.content = std::make_shared<Table const>(now[{change.record.kind, id}]);
        now.erase({change.record.kind, id});
        return *this;
    }

    TestHistory& change(std::string const& id, std::string_view toml, std::string const& former = {},
                        std::string_view kind = "milestone")
    {
        auto& one = next(id, kind);
        one.former_id = former;
        RecordKey const before{one.record.kind, former.empty() ? id : former};
        auto const after = table_of(toml);
        one.members = member_changes(*one.record.kind, now[before], after);
        for (auto& member : one.members) member.commit = one.commit;
        now.erase(before);
        now[one.record] = after;
        return *this;
    }

    std::map<RecordKey, Table, RecordKeyLess> now;

private:
    Change& next(std::string const& id, std::string_view kind)
    {
        Change change;
        change.record = {&kind_named(kind), id};
        change.title = id;
        change.commit = static_cast<std::uint32_t>(history.commits.size() - 1);
        history.changes.push_back(std::move(change));
        return history.changes.back();
    }
};

/// Who signs in tests: at noon UTC of a day.
inline git::Signature ada(std::string_view day)
{
    return {"Ada", "ada@programme.example", *parse_day(day) + std::chrono::hours{12}, 0};
}

}  // namespace sss
