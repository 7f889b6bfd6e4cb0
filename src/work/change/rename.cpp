#include "work/change/rename.hpp"

#include "records/propose_id.hpp"
#include "records/references.hpp"
#include "schema/text.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/change/new_record.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t most_named = 10;  ///< records that follow, told by name

/// The new path: in the folder where the record lies. An id that holds slashes is a path itself.
std::string new_path(WorkingTree const& tree, Record const& record, std::string const& name)
{
    if (record.kind->nested_ids) return tree.layout().path_of(*record.kind, name);
    return (std::filesystem::path{record.path()}.parent_path() / (name + ".toml")).generic_string();
}

void refuse_wrong_name(WorkingTree const& tree, Record const& record, std::string const& name)
{
    auto const& kind = *record.kind;
    if (auto const* other = tree.records.find(kind.name, name))
        throw UsageError{fmt::format("the {} '{}' stands already in {}", kind.name, visible(name), other->path())};
    auto const climbs = ("/" + name + "/").find("/../") != std::string::npos;
    auto const slot = climbs || name.empty() ? std::nullopt : tree.layout().slot(new_path(tree, record, name));
    if (!is_id_of(kind, name) || !slot || slot->kind != &kind || slot->id != name) {
        auto const better = slug(name);
        throw UsageError{fmt::format("'{}' cannot be the id of {}", visible(name), schema::with_article(kind.name)),
                         !better.empty() && is_id_of(kind, better)
                             ? fmt::format("'{}' can.", better)
                             : fmt::format("Write {}.", ids_in_words(kind, tree.records))};
    }
    for (auto const& other : tree.records.of(kind))
        if (other.id != record.id && has_alias(other, name))
            throw UsageError{
                fmt::format("'{}' is a former name of {} ({})", visible(name), name_of(other), visible(other.id)),
                fmt::format("Two records would claim one past. Take another id, or first: sss set {} aliases-={}",
                            other.id, name)};
}

/// Where other records, and this one, name it.
struct Naming {
    std::map<Record const*, std::vector<Place>> places;
    std::vector<std::string> doubtful;  ///< records whose reference may mean one of another kind
};

Naming naming(WorkingTree const& tree, Record const& record)
{
    Naming found;
    for (auto const& other : tree.records.all()) {
        if (!other.document.problems.empty())
            throw Error{fmt::format("rename {}", visible(record.id)),
                        fmt::format("{} cannot be read, so nobody knows whether it names it", visible(other.path())),
                        "`sss validate` shows what is wrong there; mend it first."};
        tree.schema(*other.kind)
            .for_each_reference(other.fields(), [&](std::vector<std::string> const& kinds, Value const& value) {
                if (value.string() == nullptr || *value.string() != record.id) return;
                if (std::ranges::find(kinds, record.kind->name) == kinds.end()) return;
                auto const also = std::ranges::any_of(kinds, [&](std::string const& kind) {
                    return kind != record.kind->name && tree.records.find(kind, record.id) != nullptr;
                });
                if (also)
                    found.doubtful.push_back(other.path());
                else
                    found.places[&other].push_back(value.place);
            });
    }
    return found;
}

/// The record's own text under its new name: the old one is kept as an alias, where its kind knows that field.
std::string with_alias(WorkingTree const& tree, Record const& record, std::string const& name)
{
    auto const* field = record.kind->field(keys::aliases);
    if (field == nullptr || field->type != FieldType::array) return record.text;
    std::vector<Assignment> changes{{Assignment::Act::add, {{"aliases", {}}}, record.id, "aliases"}};
    if (has_alias(record, name)) changes.push_back({Assignment::Act::take, {{"aliases", {}}}, name, "aliases"});
    return changed_text(tree, record, changes);
}

std::string followers(Naming const& naming, Record const& record)
{
    std::string text;
    std::size_t told = 0;
    std::vector<Record const*> others;
    for (auto const& [other, places] : naming.places)
        if (other != &record) others.push_back(other);
    std::ranges::sort(others, {}, [](Record const* one) { return one->path(); });
    if (!others.empty())
        text += fmt::format("  {} it and {}:\n",
                            others.size() == 1 ? "1 record names" : fmt::format("{} records name", others.size()),
                            others.size() == 1 ? "follows" : "follow");
    for (auto const* other : others) {
        if (told++ == most_named) {
            text += fmt::format("    and {} more\n", others.size() - most_named);
            break;
        }
        text += fmt::format("    {}\n", visible(other->path()));
    }
    for (auto const& path : naming.doubtful)
        text += fmt::format("  {} is left as it is: there the name may mean a record of another kind\n", visible(path));
    return text;
}

}  // namespace

Rewriting rewriting_for(WorkingTree const& tree, RenameRequest const& request, Outside const&)
{
    auto const& record = sound_record(tree, request.id);
    auto const slash = record.kind->name + "/";
    auto const name =
        !record.kind->nested_ids && request.name.starts_with(slash) ? request.name.substr(slash.size()) : request.name;
    Rewriting what{.lead = {record.kind, name}, .texts = {}};
    if (name == record.id) {
        what.unchanged = "that is its name already";
        return what;
    }
    refuse_wrong_name(tree, record, name);
    auto const named = naming(tree, record);
    for (auto const& [other, places] : named.places)
        what.texts[other->path()] = replaced_texts(other->text, places, record.id, name);
    // The record itself, with references to itself replaced before the alias moves anything.
    auto own = record;
    if (auto const replaced = what.texts.find(record.path()); replaced != what.texts.end())
        own.text = *replaced->second;
    what.texts[record.path()] = std::nullopt;
    what.texts[new_path(tree, record, name)] = with_alias(tree, own, name);
    what.lead_only = true;
    what.reason = request.reason;
    what.aside = followers(named, record);
    if (record.kind->field(keys::aliases) == nullptr)
        what.aside +=
            fmt::format("  The schema of {} has no field 'aliases': the history alone will know the old id.\n",
                        schema::with_article(record.kind->name));
    return what;
}

}  // namespace sss
