#include "schema/configuration.hpp"

#include "support/edit_distance.hpp"
#include "support/embedded.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

std::vector<SchemaFile> own_schemas(Files const& files, std::string const& folder)
{
    std::vector<SchemaFile> own;
    if (folder != Settings{}.data.schemas && folder != "." && files.presence(folder) == Presence::nothing)
        throw NotReadable{"read the schemas", fmt::format("there is no folder '{}'", visible(folder)),
                          "[data] schemas of the settings names it: mend the name, or make the folder."};
    for (auto const& name : names_in_own_folder(files, "the schemas", folder)) {
        auto const path = folder == "." ? name : folder + '/' + name;
        if (kind_name_of(path).empty()) continue;
        if (auto text = read_own_file(files, "the schema " + visible(path), path, largest_document))
            own.push_back({path, std::move(*text)});
    }
    return own;
}

/// What [site] leave_out may name of a kind: it, and its fields as users write them.
std::vector<std::string> publishable(Kind const& kind)
{
    std::vector<std::string> names{kind.name};
    for (auto const& field : kind.fields)
        if (auto name = kind.name + '.' + field.plain_path(); name != names.back()) names.push_back(std::move(name));
    return names;
}

/// A name in [site] leave_out that no schema knows leaves nothing out, and what it meant would be published.
void require_known_names(Settings const& settings, std::vector<Kind const*> const& kinds,
                         std::vector<Finding>& findings)
{
    if (settings.site.leave_out.empty()) return;
    std::vector<std::string> known;
    for (auto const* kind : kinds)
        for (auto& name : publishable(*kind)) known.push_back(std::move(name));
    for (auto const& name : settings.site.leave_out) {
        if (std::ranges::find(known, name) != known.end()) continue;
        auto const near = nearest(name, known);
        findings.push_back({"setting",
                            Severity::error,
                            "sss.toml",
                            {},
                            {"'{name}' in [site] leave_out is no kind and no field of one", "name"_key = visible(name)},
                            near ? Sentence{"did you mean '{name}'?", "name"_arg = *near}
                                 : Sentence{"write a kind, as \"supplier\", or a field, as \"milestone.notes\""},
                            {}});
    }
}

}  // namespace

std::unique_ptr<Configuration const> read_configuration(Files const& files, std::optional<SettingsFile> file,
                                                        std::span<std::string const> known_rules)
{
    std::vector<Finding> findings;
    if (!file)
        if (auto text = read_own_file(files, "the settings", "sss.toml", largest_document))
            file = {"sss.toml", std::move(*text)};
    auto settings = file ? read_settings(file->path, file->text, findings, known_rules) : Settings{};
    auto own = own_schemas(files, settings.data.schemas);
    auto schemas = Schemas::load(embedded::schemas(), own, settings.data.kinds, findings);
    std::vector<Kind const*> kinds;
    for (auto const& schema : schemas.all()) kinds.push_back(&schema.kind());
    require_known_names(settings, kinds, findings);
    // A zone that does not exist is among the findings; days are UTC's until it is mended.
    auto zone = Zone::named(settings.programme.timezone).value_or(Zone::utc());
    Layout layout{settings.data.folder, std::move(kinds), settings.data.ignore, zone};
    return std::make_unique<Configuration const>(Configuration{std::move(settings), std::move(zone), std::move(schemas),
                                                               std::move(layout), std::move(findings), std::move(own)});
}

}  // namespace sss
