#include "rules/validation.hpp"

#include "records/settings.hpp"
#include "rules/rules.hpp"
#include "schema/schemas.hpp"
#include "support/embedded.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace sss {
namespace {

std::vector<SchemaFile> own_schemas(Files const& files, std::string const& folder)
{
    std::vector<SchemaFile> own;
    for (auto const& name : files.names(folder)) {
        auto const path = folder == "." ? name : folder + "/" + name;
        if (kind_name_of(path).empty()) continue;
        if (auto text = files.read_path(path, largest_document)) own.push_back({path, std::move(*text)});
    }
    return own;
}

/// A folder named in the settings that holds nothing: most likely mistyped, and a check of nothing would pass.
std::optional<Finding> empty_folder(Settings const& settings, Records const& records,
                                    std::optional<SettingsFile> const& file)
{
    if (settings.data.folder == Settings{}.data.folder || !file) return std::nullopt;
    if (!records.all().empty() || !records.findings().empty()) return std::nullopt;
    return Finding{"setting",
                   Severity::error,
                   file->path,
                   {},
                   fmt::format("the data folder '{}' holds no record", settings.data.folder),
                   "look at [data] folder",
                   {}};
}

/// Files that stand in memory alone.
class FilesInMemory : public Files {
public:
    explicit FilesInMemory(std::map<std::string, std::string> files) : files_(std::move(files)) {}

    std::vector<FileEntry> list(Layout const& layout) const override
    {
        std::vector<FileEntry> entries;
        for (auto const& [path, text] : files_)
            if (path.starts_with(layout.data_folder() + "/")) entries.push_back({path, FileEntry::State::file, {}});
        return entries;
    }

    std::string read(FileEntry const& entry, std::size_t) const override { return files_.at(entry.path); }

    std::optional<std::string> read_path(std::string const& path, std::size_t) const override
    {
        auto const found = files_.find(path);
        return found == files_.end() ? std::nullopt : std::optional{found->second};
    }

    std::vector<std::string> names(std::string const& folder) const override
    {
        std::vector<std::string> names;
        for (auto const& [path, text] : files_)
            if (path.starts_with(folder + "/") && path.find('/', folder.size() + 1) == std::string::npos)
                names.push_back(path.substr(folder.size() + 1));
        return names;
    }

private:
    std::map<std::string, std::string> files_;
};

}  // namespace

Validation validate(Files const& files, std::optional<SettingsFile> settings_file, std::chrono::sys_seconds now)
{
    std::vector<Finding> findings;
    if (!settings_file)
        if (auto text = files.read_path("sss.toml", largest_document)) settings_file = {"sss.toml", std::move(*text)};
    auto const settings =
        settings_file ? read_settings(settings_file->path, settings_file->text, findings, rule_names()) : Settings{};

    auto const own = own_schemas(files, settings.data.schemas);
    auto const schemas = Schemas::load(embedded::schemas(), own, settings.data.kinds, findings);
    std::vector<Kind const*> kinds;
    for (auto const& schema : schemas.all()) kinds.push_back(&schema.kind());
    Layout const layout{settings.data.folder, kinds, settings.data.ignore};
    auto const records = read_records(files, layout, Detail::places);
    if (auto finding = empty_folder(settings, records, settings_file)) findings.push_back(std::move(*finding));

    auto const zone = Zone::named(settings.programme.timezone).value_or(Zone::utc());
    Lookup const lookup{records};
    auto of_records = check_records({records, layout, schemas, lookup, zone.day_of(now), zone}, settings.rules);

    apply_levels(findings, settings.rules);
    std::ranges::move(of_records, std::back_inserter(findings));
    sort(findings);
    Validation result{{}, std::move(findings)};
    for (auto const& record : records.all()) result.records.push_back(record.path());
    return result;
}

Validation validate(std::map<std::string, std::string> files, std::chrono::sys_seconds now)
{
    return validate(FilesInMemory{std::move(files)}, std::nullopt, now);
}

std::map<std::string, std::string> files_of_example(std::string_view example)
{
    constexpr std::string_view mark = "--- ";
    std::map<std::string, std::string> files;
    std::string* file = nullptr;
    while (!example.empty()) {
        auto const end = example.find('\n') == std::string_view::npos ? example.size() : example.find('\n') + 1;
        auto const line = example.substr(0, end);
        example.remove_prefix(end);
        if (line.starts_with(mark))
            file = &files[std::string{line.substr(mark.size(), line.size() - mark.size() - 1)}];
        else if (file != nullptr)
            *file += line;
    }
    return files;
}

}  // namespace sss
