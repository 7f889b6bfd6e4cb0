#include "work/report/provenance.hpp"

#include "git/tree.hpp"
#include "schema/schema.hpp"
#include "support/version.hpp"

#include <algorithm>
#include <tuple>

namespace sss {

namespace {

/// What tells whether two commits hold the same settings and schemas, and call people alike; nothing where it cannot be
/// told by names alone.
std::optional<std::string> configuration_in(git::Repository const& repository, git::Commit const& commit,
                                            std::string const& schemas_folder)
{
    auto const& tree = commit.tree;
    auto names = repository.mailmap_of(commit.id).hex() + '\n';
    if (auto const settings = git::entry_at_path(repository, tree, "sss.toml")) {
        if (settings->type == git::TreeEntry::Type::link) return std::nullopt;
        names += settings->id.hex();
    }
    auto const folder = git::entry_at_path(repository, tree, schemas_folder);
    if (!folder) return names;
    if (folder->type != git::TreeEntry::Type::folder) return std::nullopt;
    git::Tree const schemas{repository, folder->id};
    for (auto const& entry : schemas.entries())
        if (!kind_name_of(entry.name).empty()) (names += '\n').append(entry.name).append(" ").append(entry.id.hex());
    return names;
}

/// Whether the records tell of all that a report is narrowed to: some of it may have come later than they did.
bool knows_all(Records const& records, Narrowing const& narrowing)
{
    auto const known = [&](std::string_view kind) {
        return [&records, kind](std::string const& id) { return id.empty() || records.find(kind, id) != nullptr; };
    };
    return std::ranges::all_of(narrowing.satellites, known(kinds::satellite)) &&
           std::ranges::all_of(narrowing.organisations, known(kinds::organisation));
}

}  // namespace

ReproducingRevision::ReproducingRevision(HistoryView const& past) : past_(past), former_ids_(past)
{
    if (past.tip)
        configuration_ = configuration_in(past.repository, *past.tip, past.configuration->settings.data.schemas);
}

git::Oid ReproducingRevision::revision(git::Commit const& snapshot)
{
    if (!configuration_) return past_.tip->id;
    // Seen from the snapshot alone, a clock that later commits prove wrong would be believed.
    auto const position = past_.line->find(snapshot.id);
    if (position && !past_.line->same_from(*position)) return past_.tip->id;
    if (configuration_in(past_.repository, snapshot, past_.configuration->settings.data.schemas) == configuration_)
        return snapshot.id;
    if (!oldest_alike_) oldest_alike_ = oldest_alike();
    return *oldest_alike_;
}

git::Oid ReproducingRevision::oldest_alike() const
{
    auto oldest = *past_.tip;
    while (!oldest.parents.empty()) {
        auto parent = past_.repository.commit(oldest.parents.front());
        if (configuration_in(past_.repository, parent, past_.configuration->settings.data.schemas) != configuration_)
            break;
        oldest = std::move(parent);
    }
    return oldest.id;
}

std::vector<std::string> replaced_in(git::Repository const& repository, git::Oid const& commit)
{
    std::vector<std::string> told;
    for (auto const& one : repository.replaced_in(commit))
        told.push_back(one.original.hex() + (one.graft ? "^=" : "=") + one.by);
    return told;
}

Provenance provenance_of(ProvenanceInput const& input, ReportRequest const& request, ReproducingRevision& reproducing)
{
    auto const& scope = input.scope;
    Provenance made;
    made.version = request.made_by.empty() ? std::string{version()} : request.made_by;
    if (!input.snapshot) return made;
    auto const add = [&](char const* option, std::string value) {
        made.arguments.emplace_back(option);
        made.arguments.push_back(std::move(value));
    };
    made.arguments.emplace_back("report");
    auto const known = knows_all(input.records, input.narrowing);
    made.replaced = replaced_in(reproducing.past().repository, input.snapshot->id);
    add("--rev", (known ? reproducing.revision(*input.snapshot) : reproducing.tip()).hex());
    add("--period", scope.period.name);
    if (scope.today != scope.period.last) add("--as-of", iso(scope.today));
    if (scope.after) add("--after", scope.from->id.hex());
    for (auto const& id : input.narrowing.satellites) add("--satellite", id.empty() ? "none" : id);
    for (auto const& id : input.narrowing.organisations) add("--organisation", id.empty() ? "none" : id);
    for (auto const& kind : input.narrowing.kinds) add("--kind", kind);
    if (request.format != Format::text) add("--format", std::string{name_of(request.format)});
    if (request.format == Format::text && request.width.value_or(usual_width) != usual_width)
        add("--width", std::to_string(*request.width));
    if (!request.mail_from.empty()) add("--mail-from", request.mail_from);
    for (auto const& receiver : request.mail_to) add("--mail-to", receiver);
    for (auto const& [option, name, file] :
         {std::tuple{"--template", "the template ", &request.template_file},
          std::tuple{"--config", "the settings file ", &reproducing.past().settings_file}})
    {
        if (file->empty()) continue;
        add(option, *file);
        made.beside.push_back(name + *file);
    }
    return made;
}

}  // namespace sss
