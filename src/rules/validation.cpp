#include "rules/validation.hpp"

#include "rules/rules.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace sss {
namespace {

/// A folder named in the settings that holds nothing: most likely mistyped, and a check of nothing would pass.
std::optional<Finding> empty_folder(Settings const& settings, Records const& records)
{
    if (settings.data.folder == Settings{}.data.folder) return std::nullopt;
    if (!records.all().empty() || !records.findings().empty()) return std::nullopt;
    return Finding{"setting",
                   Severity::error,
                   "sss.toml",
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

Validation validate(Files const& files, std::optional<SettingsFile> settings_file, std::chrono::sys_seconds now,
                    FormerRecords const& former)
{
    auto const habits = read_habits(files, std::move(settings_file), rule_names());
    auto const& settings = habits->settings;
    auto const records = read_records(files, habits->layout, Detail::places);
    auto findings = habits->findings;
    if (auto finding = empty_folder(settings, records)) findings.push_back(std::move(*finding));
    apply_levels(findings, settings.rules);

    Lookup const lookup{records};
    RuleInput const input{records,      habits->layout, habits->schemas, lookup, habits->zone.day_of(now),
                          habits->zone, former};
    std::ranges::move(check_records(input, settings.rules), std::back_inserter(findings));
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
