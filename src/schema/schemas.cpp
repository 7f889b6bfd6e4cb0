#include "schema/schemas.hpp"

#include "schema/compile.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace sss {

using namespace schema;
namespace {

struct Source {
    std::string path;
    std::string_view text;
    bool standard = false;
};

bool is_kind_name(std::string_view name)
{
    auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.front() != '-' && name.back() != '-' && std::ranges::all_of(name, letter);
}

Finding problem(std::string path, Sentence message, Sentence help)
{
    return {"schema", Severity::error, std::move(path), {}, std::move(message), std::move(help), {}};
}

bool holds(std::string_view folder, std::string_view path)
{
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace

Schemas Schemas::load(std::span<embedded::File const> standard, std::span<SchemaFile const> own,
                      std::span<std::string const> kinds, std::vector<Finding>& problems)
{
    std::map<std::string, Source, std::less<>> sources;
    for (auto const& file : standard)
        if (auto const name = kind_name_of(file.path); !name.empty())
            sources[std::string{name}] = {std::string{file.path}, file.bytes, true};
    for (auto const& file : own) {
        auto const name = kind_name_of(file.path);
        if (name.empty()) continue;
        if (!is_kind_name(name)) {
            problems.push_back(
                problem(file.path, {"{name} is no name for a kind", "name"_key = schema::quoted(name)},
                        "name the file in small letters, digits and hyphens, as ground-station.schema.json"));
            continue;
        }
        sources[std::string{name}] = {file.path, file.text, false};
    }
    for (auto const& kind : kinds) {
        if (sources.contains(kind)) continue;
        std::vector<std::string> names;
        for (auto const& [name, source] : sources) names.push_back(name);
        auto const meant = nearest(kind, names);
        problems.push_back(problem("sss.toml",
                                   {"the kind {kind} in [data] kinds has no schema", "kind"_key = schema::quoted(kind)},
                                   meant ? Sentence{"did you mean {kind}?", "kind"_arg = schema::quoted(*meant)}
                                         : Sentence{"the kinds are {kinds}", "kinds"_arg = listed(names)}));
    }

    Schemas result;
    for (auto const& [name, source] : sources) {
        if (!kinds.empty() && std::ranges::find(kinds, name) == kinds.end()) continue;
        result.schemas_.push_back(Schema::compile(source.path, source.text, problems));
    }
    std::ranges::stable_sort(result.schemas_, {},
                             [](Schema const& schema) { return standard_rank(schema.kind().name); });

    std::map<std::string_view, Schema const*> folders;
    for (auto const& schema : result.schemas_) {
        auto const [first, is_new] = folders.emplace(schema.kind().folder, &schema);
        if (!is_new)
            problems.push_back(problem(schema.path(),
                                       {"the folder {folder} belongs to the kind {kind} already",
                                        "folder"_key = schema::quoted(schema.kind().folder),
                                        "kind"_key = schema::quoted(first->second->kind().name)},
                                       "give this kind a folder of its own with \"x-sss-folder\""));
    }
    return result;
}

Schema const* Schemas::find(std::string_view kind) const
{
    auto const found = std::ranges::find_if(schemas_, [&](Schema const& schema) { return schema.kind().name == kind; });
    return found == schemas_.end() ? nullptr : &*found;
}

Schema const* Schemas::of_path(std::string_view path) const
{
    Schema const* innermost = nullptr;
    for (auto const& schema : schemas_) {
        auto const& folder = schema.kind().folder;
        if (holds(folder, path) && (innermost == nullptr || folder.size() > innermost->kind().folder.size()))
            innermost = &schema;
    }
    return innermost;
}

}  // namespace sss
