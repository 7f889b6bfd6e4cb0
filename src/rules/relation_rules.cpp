#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

/// What the records name of each kind.
struct Named {
    std::set<NamedId> ids;                        ///< kind and id, named by a record of another id
    std::set<std::string, std::less<>> mistyped;  ///< kinds of which something is named that is not there
};

Named named_in(RuleInput const& input)
{
    Named named;
    for (auto const& record : input.records.all()) {
        auto const* schema = input.schemas.find(record.kind->name);
        if (schema == nullptr) continue;
        if (!record.document.whole)
            named.mistyped.insert({std::string{kinds::organisation}, std::string{kinds::satellite}});
        schema->for_each_reference(record.fields(), [&](std::vector<std::string> const& kinds, Value const& value) {
            auto const* id = value.string();
            if (id == nullptr || *id == record.id) return;
            auto const found =
                std::ranges::any_of(kinds, [&](auto const& kind) { return input.lookup.find(kind, *id) != nullptr; });
            if (!found) named.mistyped.insert(kinds.begin(), kinds.end());
            for (auto const& kind : kinds) named.ids.emplace(kind, *id);
        });
    }
    return named;
}

/// Organisations that stand for nothing: no member, no record names them, and no source tells of them.
void unnamed_organisations(RuleInput const& input, Named const& named, FindingSink& sink)
{
    auto const organisations = input.records.of(kinds::organisation);
    // A repository that begins with its organisations has nothing yet that could name them.
    if (input.records.all().size() == organisations.size()) return;
    for (auto const& record : organisations) {
        auto const has = [&](std::string_view field) { return find(record.fields(), field) != nullptr; };
        if (named.ids.contains({std::string{kinds::organisation}, record.id}) || has("membership") || has("sources"))
            continue;
        sink.add(record, place_of(record.fields(), keys::name),
                 {"no record names {title}, and it is no member of the programme",
                  "title"_key = sss::quoted(record.title())},
                 "name it where it owns, hosts or takes part, write its 'membership', or remove it");
    }
}

void satellites_without_milestone(RuleInput const& input, FindingSink& sink)
{
    std::set<std::string_view> with_milestone;
    for (auto const& milestone : input.records.of(kinds::milestone))
        if (auto const* satellite = string_at(milestone.fields(), keys::satellite)) with_milestone.insert(*satellite);
    if (with_milestone.empty()) return;
    for (auto const& record : input.records.of(kinds::satellite)) {
        if (with_milestone.contains(record.id)) continue;
        sink.add(record, place_of(record.fields(), keys::name),
                 {"{title} has no milestone", "title"_key = sss::quoted(record.title())},
                 {"`sss add milestone --satellite {id}` makes one: its launch, undated, is a beginning",
                  "id"_arg = record.id});
    }
}

void unnamed(RuleInput const& input, FindingSink& sink)
{
    if (input.records.of(kinds::organisation).empty() && input.records.of(kinds::satellite).empty()) return;
    // Where a name leads nowhere, that is the mistake: it may be the one that is missing here.
    auto const named = named_in(input);
    if (!named.mistyped.contains(kinds::organisation)) unnamed_organisations(input, named, sink);
    if (!named.mistyped.contains(kinds::satellite)) satellites_without_milestone(input, sink);
}

/// A text as two people would both write it: without regard to capitals and to spaces in number.
std::string plainly(std::string_view text)
{
    std::string plain;
    for (auto const c : text) {
        if (c == ' ' || c == '\t') {
            if (!plain.empty() && plain.back() != ' ') plain += ' ';
        } else {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    if (plain.ends_with(' ')) plain.pop_back();
    return plain;
}

/// The codes of a milestone's reviews, in one order.
std::string reviews_of(Record const& milestone)
{
    std::vector<std::string> codes;
    auto const* reviews = find(milestone.fields(), keys::reviews);
    if (reviews == nullptr || reviews->array() == nullptr) return {};
    for (auto const& code : *reviews->array())
        if (code.string() != nullptr) codes.push_back(*code.string());
    std::ranges::sort(codes);
    return codes.empty() ? std::string{} : joined(codes, "and");
}

void duplicate_milestone(RuleInput const& input, FindingSink& sink)
{
    using Key = std::pair<std::string, std::string>;  // satellite, and what is meant twice
    std::map<Key, Record const*> titles, reviews;
    for (auto const& record : input.records.of(kinds::milestone)) {
        auto const& fields = record.fields();
        auto const* title = string_at(fields, keys::title);
        if (find(fields, keys::cancelled) != nullptr || title == nullptr) continue;
        auto const* satellite = string_at(fields, keys::satellite);
        auto const of = satellite == nullptr ? std::string{} : *satellite;
        auto const [same, first] = titles.try_emplace({of, plainly(*title)}, &record);
        if (!first) {
            sink.add(record, place_of(fields, keys::title),
                     {"{other} has the same title and satellite", "other"_key = sss::quoted(same->second->id),
                      "field"_key = "title"},
                     "say in the titles what sets them apart, or cancel or remove one");
            continue;
        }
        // A review that was held may be held again.
        auto const codes = reviews_of(record);
        if (codes.empty() || find(fields, keys::actual) != nullptr) continue;
        auto const [open, alone] = reviews.try_emplace({of, codes}, &record);
        if (alone) continue;
        sink.add(record, place_of(fields, keys::reviews),
                 {"{codes} is to come in {other} too", "codes"_arg = codes, "other"_key = sss::quoted(open->second->id),
                  "field"_key = "reviews"},
                 "cancel or remove one, or name in 'reviews' what sets them apart");
    }
}

void duplicate_organisation(RuleInput const& input, FindingSink& sink)
{
    std::map<std::string, Record const*> names;
    for (auto const& record : input.records.of(kinds::organisation)) {
        auto const* name = string_at(record.fields(), keys::name);
        if (name == nullptr) continue;
        auto const [same, first] = names.try_emplace(plainly(*name), &record);
        if (first) continue;
        sink.add(record, place_of(record.fields(), keys::name),
                 {"{other} has the same name", "other"_key = sss::quoted(same->second->id)},
                 "keep one and let all records name that; `sss list` finds those that name the other");
    }
}

constexpr std::array relation_table{
    Rule{.name = "unnamed",
         .level = Severity::note,
         .summary = "What stands in the records belongs to something.",
         .reason = "An organisation that no record names is a leftover, or its id is mistyped where it should be "
                   "named. Members of the programme (with 'membership') stand for themselves, and what has 'sources' "
                   "is documented for its own sake. A satellite without any milestone, beside others that have "
                   "some, is in no report.",
         .failing = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
owner = "beihang"
--- data/organisations/beihang.toml
name = "Beihang University"
type = "university"
--- data/organisations/buaa.toml
name = "Beijing University of Aeronautics and Astronautics"
type = "university"
)",
         .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
owner = "beihang"
--- data/organisations/beihang.toml
name = "Beihang University"
type = "university"
aliases = ["Beijing University of Aeronautics and Astronautics"]
)",
         .check = unnamed},
    Rule{.name = "duplicate-milestone",
         .level = Severity::warning,
         .summary = "A milestone stands there once.",
         .reason =
             "Two people add the launch under two ids, and from then on each moves one of them. Milestones of one "
             "satellite (or of none) need titles of their own, whatever their capitals; and of two open ones "
             "that are the same reviews one is too many. A review that was held may be held again, and what is "
             "cancelled does not count.",
         .failing = R"(--- data/milestones/sss-3-launch-2.toml
title = "SSS-3 Launch"
type = "other"
planned = 2027-05-01
--- data/milestones/sss-3-launch.toml
title = "SSS-3 launch"
type = "other"
planned = 2027-04-14
)",
         .mended = R"(--- data/milestones/sss-3-launch.toml
title = "SSS-3 launch"
type = "other"
planned = 2027-04-14
)",
         .check = duplicate_milestone},
    Rule{.name = "duplicate-organisation",
         .level = Severity::warning,
         .summary = "An organisation stands there once.",
         .reason =
             "With two records of one organisation each knows half of what it owns and where it takes part. Names "
             "are compared without regard to capitals.",
         .failing = R"(--- data/organisations/beihang.toml
name = "Beihang University"
type = "university"
--- data/organisations/buaa.toml
name = "Beihang university"
type = "university"
)",
         .mended = R"(--- data/organisations/beihang.toml
name = "Beihang University"
type = "university"
aliases = ["buaa"]
)",
         .check = duplicate_organisation},
};

}  // namespace

std::span<Rule const> relation_rules()
{
    return relation_table;
}

}  // namespace sss
