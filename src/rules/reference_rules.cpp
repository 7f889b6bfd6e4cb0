#include "rules/file_names.hpp"
#include "rules/record_fields.hpp"
#include "rules/table.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

/// "an organisation", "a satellite or an organisation".
std::string one_of(std::vector<std::string> const& kinds)
{
    std::vector<std::string> parts;
    for (auto const& kind : kinds) parts.push_back(with_article(kind));
    return joined(parts, "or");
}

/// What may have been meant by a name that leads nowhere. Each list of kinds is gone through once, and each name that
/// leads nowhere is looked for once, however often it is written.
class Advice {
public:
    explicit Advice(RuleInput const& input) : input_(input) {}

    Sentence const& on(std::vector<std::string> const& kinds, std::string const& id)
    {
        auto const [known, fresh] = given_.try_emplace({kinds, id});
        if (fresh) known->second = made(kinds, id);
        return known->second;
    }

private:
    /// The records that these kinds have.
    struct Names {
        std::vector<std::string_view> ids;
        std::unordered_map<std::string_view, Record const*> others;  ///< titles and other names, the first of each
    };

    /// So many ids are compared with what was written, over all; a file full of wrong names gets no more advice.
    static constexpr std::size_t most_compared = 50'000;

    Names const& names_of(std::vector<std::string> const& kinds)
    {
        auto const [known, fresh] = names_.try_emplace(kinds);
        if (!fresh) return known->second;
        auto& names = known->second;
        for (auto const& kind : kinds) {
            for (auto const& record : input_.records.of(kind)) {
                names.ids.push_back(record.id);
                names.others.emplace(record.title(), &record);
                for (auto const* field : {"short_name", "aliases"}) {
                    auto const* value = find(record.fields(), field);
                    if (value == nullptr) continue;
                    if (value->string() != nullptr) names.others.emplace(*value->string(), &record);
                    if (value->array() == nullptr) continue;
                    for (auto const& item : *value->array())
                        if (item.string() != nullptr) names.others.emplace(*item.string(), &record);
                }
            }
        }
        return names;
    }

    Sentence made(std::vector<std::string> const& kinds, std::string const& id)
    {
        auto const& [ids, others] = names_of(kinds);
        if (auto const called = others.find(id); called != others.end())
            return {"its id is {id}", "id"_arg = sss::quoted(called->second->id)};
        if (compared_ < most_compared) {
            compared_ += ids.size();
            if (auto const near = nearest(id, ids)) return {"did you mean {id}?", "id"_arg = sss::quoted(*near)};
        }
        auto const& kind = kinds.front();
        if (ids.empty())
            return {"there is no {kinds} yet; `sss add {kind}` makes one", "kinds"_arg = joined(kinds, "or"),
                    "kind"_arg = kind};
        if (ids.size() <= 8)
            return {"known: {ids}; `sss add {kind}` makes another",
                    "ids"_arg = joined(std::vector<std::string>{ids.begin(), ids.end()}, "and"), "kind"_arg = kind};
        return {"`sss list {kind}` shows the {number} that there are; `sss add {kind}` makes another",
                "kind"_arg = kind, "number"_arg = ids.size()};
    }

    RuleInput const& input_;
    std::map<std::vector<std::string>, Names> names_;
    std::map<std::pair<std::vector<std::string>, std::string>, Sentence> given_;
    std::size_t compared_ = 0;
};

/// A reference that leads to no record of the kinds that it may name.
struct Dangling {
    Record const& record;
    std::vector<std::string> const& kinds;
    std::string const& id;
    Place place;
};

/// So many are told of one record; the rest are counted.
constexpr std::size_t most_dangling = 1000;

/// What a record has beyond those told: how many, and where they begin.
struct MoreDangling {
    Record const& record;
    std::size_t number = 0;
    Place first;
};

struct DanglingReferences {
    std::vector<Dangling> told;
    std::vector<MoreDangling> more;
};

DanglingReferences dangling_references(RuleInput const& input)
{
    DanglingReferences found;
    for (auto const& record : input.records.all()) {
        auto const* schema = input.schemas.find(record.kind->name);
        if (schema == nullptr) continue;
        std::size_t number = 0;
        Place first_untold;
        schema->for_each_reference(record.fields(), [&](std::vector<std::string> const& kinds, Value const& value) {
            auto const* id = value.string();
            if (id == nullptr) return;
            if (std::ranges::any_of(kinds, [&](auto const& kind) { return input.lookup.find(kind, *id) != nullptr; }))
                return;
            auto const in_force = [&](auto const& kind) { return input.schemas.find(kind) != nullptr; };
            if (std::ranges::none_of(kinds, in_force) || input.lookup.misplaced(*id)) return;
            ++number;
            if (number <= most_dangling) found.told.push_back({record, kinds, *id, value.place});
            if (number == most_dangling + 1) first_untold = value.place;
        });
        if (number > most_dangling) found.more.push_back({record, number - most_dangling, first_untold});
    }
    return found;
}

/// What history knows of those that no record of any kind has.
std::map<NamedId, FormerRecord> former_records(RuleInput const& input, std::vector<Dangling> const& dangling)
{
    if (!input.former_records) return {};
    std::vector<NamedId> ids;
    for (auto const& [record, kinds, id, place] : dangling)
        if (input.lookup.named(id).empty())
            for (auto const& kind : kinds) ids.emplace_back(kind, id);
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids.empty() ? std::map<NamedId, FormerRecord>{} : input.former_records(input.layout, ids);
}

void unknown_reference(RuleInput const& input, FindingSink& sink)
{
    auto const [dangling, more] = dangling_references(input);
    auto const former = former_records(input, dangling);
    Advice advice{input};
    for (auto const& [record, kinds, id, place] : dangling) {
        auto const name = sss::quoted(id);
        auto was = former.end();
        for (auto kind = kinds.begin(); kind != kinds.end() && was == former.end(); ++kind)
            was = former.find({*kind, id});
        if (was != former.end()) {
            auto const& [now_called, when] = was->second;
            if (now_called.empty())
                sink.add(record, place, {"{kind} {id} was removed", "kind"_arg = was->first.first, "id"_key = name},
                         {"{commit} removed it; name another, or bring it back", "commit"_arg = when});
            else
                sink.add(
                    record, place,
                    {"{kind} {id} is called {now} now", "kind"_arg = was->first.first, "id"_key = name,
                     "now"_arg = sss::quoted(now_called)},
                    {"write {now}; {commit} renamed it", "now"_arg = sss::quoted(now_called), "commit"_arg = when});
            continue;
        }
        auto const others = input.lookup.named(id);
        auto const message =
            others.empty()
                ? Sentence{"unknown {kinds} {id}", "kinds"_arg = joined(kinds, "or"), "id"_key = name}
                : Sentence{"{id} is {kind}, not {kinds}", "id"_key = name,
                           "kind"_arg = with_article(others.front()->kind->name), "kinds"_arg = one_of(kinds)};
        sink.add(record, place, message, advice.on(kinds, id));
    }
    for (auto const& [record, number, first] : more)
        sink.add(record, first,
                 {"{number} more references of this record lead nowhere", "number"_arg = number, "more"_key = ""},
                 "mend those told first");
}

/// What of a name its kind's pattern does not allow.
Sentence what_is_wrong(Kind const& kind, std::string_view id)
{
    if (kind.id_pattern != schema::default_id_pattern)
        return {"its kind asks for {pattern}", "pattern"_arg = kind.id_pattern};
    auto const has = [id](auto const& is) { return std::ranges::any_of(id, is); };
    if (has([](char c) { return c >= 'A' && c <= 'Z'; })) return "it has capital letters";
    if (has([](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return "it has letters beyond a to z";
    if (has([](char c) { return c == ' '; })) return "it has a space";
    if (has([](char c) { return c == '_'; })) return "it has an underscore";
    if (has([](char c) { return c == '.'; })) return "it has a dot";
    if (id.find("--") != std::string_view::npos) return "it has two hyphens in a row";
    if (id.starts_with('-') || id.ends_with('-')) return "a hyphen stands at its edge";
    if (id.empty()) return "nothing stands before .toml";
    return "it has signs other than letters, digits and hyphens";
}

void id_form(RuleInput const& input, FindingSink& sink)
{
    std::map<Kind const*, IdForm> forms;
    for (auto const& record : input.records.all()) {
        auto const& form = forms.try_emplace(record.kind, *record.kind).first->second;
        if (form.fits(record.id)) continue;
        auto const meant = form.meant(record.id);
        auto const taken = meant && input.lookup.find(record.kind->name, *meant) != nullptr;
        sink.add(record, {},
                 {"the file's name gives the id {id}, but {reason}", "id"_key = sss::quoted(record.id),
                  "reason"_arg = what_is_wrong(*record.kind, record.id)},
                 meant && !taken ? Sentence{"rename the file to {id}.toml", "id"_arg = *meant}
                 : record.kind->id_pattern == schema::default_id_pattern
                     ? Sentence{"name it in small letters, digits and hyphens, as sss-1-cdr.toml"}
                     : Sentence{"rename the file"});
    }
}

constexpr std::array reference_table{
    Rule{.name = "unknown-reference",
         .summary = "A record that is named exists, and is of the right kind.",
         .reason = "An owner, a host or a dependency is named by its id. An id that leads nowhere would leave a gap in "
                   "every report, where nobody looks for it.",
         .failing = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
owner = "behang"
--- data/organisations/beihang.toml
name = "Beihang University"
type = "university"
)",
         .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
owner = "beihang"
--- data/organisations/beihang.toml
name = "Beihang University"
type = "university"
)",
         .check = unknown_reference},
    Rule{.name = "id",
         .summary = "A record's file has a name that can be an id.",
         .reason = "The id is the file's name without .toml: it is typed in commands, written in other records and "
                   "becomes the address of a web page. So it has small letters, digits and single hyphens, unless the "
                   "kind's schema says otherwise with x-sss-id.",
         .failing = R"(--- data/milestones/SSS-1_CDR.toml
title = "SSS-1 CDR"
type = "review"
)",
         .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
)",
         .check = id_form},
};

}  // namespace

std::span<Rule const> reference_rules()
{
    return reference_table;
}

}  // namespace sss
