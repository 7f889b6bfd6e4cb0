#include "facts/query/back_references.hpp"

#include "facts/query/field_path.hpp"

#include <algorithm>
#include <map>

namespace sss {

namespace {

/// The paths of a kind's fields that may name a record of `target`.
std::vector<FieldPath> paths_to(Kind const& kind, Kind const& target)
{
    std::vector<FieldPath> paths;
    for (auto const& field : kind.fields) {
        if (std::ranges::find(field.references, target.name) == field.references.end()) continue;
        auto path = read_field_path(field.plain_path(), kind, {});
        if (auto* understood = std::get_if<FieldPath>(&path)) paths.push_back(std::move(*understood));
    }
    return paths;
}

}  // namespace

BackReferences::BackReferences(Records const& records)
{
    Moment const moment{records, {}};
    struct Naming {
        FieldPath path;
        std::vector<std::string> const* kinds;
    };
    std::map<Kind const*, std::vector<Naming>> known;
    for (auto const& record : records.all()) {
        auto const [naming, fresh] = known.try_emplace(record.kind);
        if (fresh)
            for (auto const& field : record.kind->fields) {
                if (field.references.empty()) continue;
                auto path = read_field_path(field.plain_path(), *record.kind, {});
                if (auto* understood = std::get_if<FieldPath>(&path))
                    naming->second.push_back({std::move(*understood), &field.references});
            }
        for (auto const& [path, kinds] : naming->second)
            for (auto const& value : values_of(path, record, moment)) {
                auto const* id = value.string();
                if (id == nullptr) continue;
                for (auto const& kind : *kinds) {
                    auto& who = by_named_[{kind, *id}];
                    if (who.empty() || who.back().record != &record || who.back().path != path.text)
                        who.push_back({&record, path.text});
                }
            }
    }
}

std::vector<BackReference> const& BackReferences::of(std::string_view kind, std::string_view id) const
{
    static std::vector<BackReference> const nobody;
    auto const found = by_named_.find(std::pair{std::string{kind}, std::string{id}});
    return found == by_named_.end() ? nobody : found->second;
}

std::vector<BackReference> back_references(Record const& named, Records const& records)
{
    Moment const moment{records, {}};
    std::map<Kind const*, std::vector<FieldPath>> known;
    std::vector<BackReference> found;
    for (auto const& record : records.all()) {
        auto const [paths, fresh] = known.try_emplace(record.kind);
        if (fresh) paths->second = paths_to(*record.kind, *named.kind);
        for (auto const& path : paths->second) {
            auto const values = values_of(path, record, moment);
            auto const names = std::ranges::any_of(
                values, [&](Value const& value) { return value.string() != nullptr && *value.string() == named.id; });
            if (names) found.push_back({&record, path.text});
        }
    }
    return found;
}

}  // namespace sss
