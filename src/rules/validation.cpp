#include "rules/validation.hpp"

#include "history/compare.hpp"
#include "rules/example.hpp"
#include "rules/look_back.hpp"
#include "rules/rules.hpp"
#include "rules/waivers.hpp"
#include "rules/weakened.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace sss {
namespace {

/// The hour at which the commits of an example are made.
constexpr std::chrono::hours noon{12};

/// A folder named in the settings that holds nothing: most likely mistyped, and a check of nothing would pass.
std::optional<Finding> empty_folder(Settings const& settings, Records const& records)
{
    static Settings::Data const untouched;
    if (settings.data.folder == untouched.folder) return std::nullopt;
    if (!records.all().empty() || !records.findings().empty()) return std::nullopt;
    return Finding{"setting",
                   Severity::error,
                   "sss.toml",
                   {},
                   {"the data folder '{folder}' holds no record", "folder"_key = settings.data.folder},
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
            if (path.starts_with(layout.data_folder() + "/")) entries.push_back({path, FileEntry::Type::file, {}});
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

    Presence presence(std::string const& path) const override
    {
        if (files_.contains(path)) return Presence::file;
        auto const below = files_.lower_bound(path + "/");
        return below != files_.end() && below->first.starts_with(path + "/") ? Presence::folder : Presence::nothing;
    }

    std::vector<std::string> folders(std::string const&) const override { return {}; }

private:
    std::map<std::string, std::string> files_;
};

/// The commits of an example as a history.
JudgedHistory past_of_steps(std::vector<ExampleStep> const& steps, Configuration const& configuration)
{
    History history;
    std::map<std::string, std::string> files;
    Records before;
    for (auto const& step : steps) {
        for (auto const& [path, text] : step.files) files[path] = text;
        auto after = read_records(FilesInMemory{files}, configuration.layout, Detail::values);
        git::Commit commit;
        commit.id = git::name_of_bytes(iso(step.day) + step.message);
        commit.message = step.message;
        history = continued(std::move(history), landed(std::move(commit), Day{step.day} + noon,
                                                       compare(configuration.layout, before, after).changes));
        before = std::move(after);
    }
    auto judged = whole_past(std::move(history));
    judged.correction_days = configuration.settings.history.correction_days;
    auto const& settings = configuration.settings;
    judged.stale_days = settings.report.stale_days;
    // The example ends with its last commit: nobody knows what came after it.
    auto const kept = settings.report.archive + '/';
    std::map<std::string, Day> published;
    for (auto const& step : steps)
        for (auto const& [path, text] : step.files)
            if (path.starts_with(kept)) published.try_emplace(reported_period(path), step.day);
    judged.promised =
        promised_reports(settings.publication, published, steps.back().day, settings.programme.week_starts);
    return judged;
}

}  // namespace

namespace {

/// What the settings, the schemas and the rules find. @param findings  of the settings and schemas themselves
Validation validate(Configuration const& configuration, std::vector<Finding> findings, Files const& files,
                    std::chrono::sys_seconds now, FormerRecords const& former, AskJudgedHistory const& ask)
{
    auto const& settings = configuration.settings;
    auto const records = read_records(files, configuration.layout, Detail::places);
    if (auto finding = empty_folder(settings, records)) findings.push_back(std::move(*finding));
    apply_levels(findings, settings.rules);

    Lookup const lookup{records};
    auto const judged = ask ? ask(configuration, records) : std::nullopt;
    RuleInput const input{records,
                          configuration.layout,
                          configuration.schemas,
                          lookup,
                          configuration.zone.day_of(now),
                          configuration.zone,
                          former,
                          judged ? &*judged : nullptr,
                          settings.plan.margin_days,
                          settings.data.toml == "1.1"};
    std::ranges::move(check_records(input, settings.rules), std::back_inserter(findings));
    auto waived = set_waived_aside(findings, input, settings);
    sort(findings);
    Validation result{{}, std::move(findings), std::move(waived), {}};
    for (auto const& record : records.all()) {
        result.records.push_back(record.path());
        auto& kinds = result.kinds;
        if (kinds.empty() || kinds.back().kind != record.kind->name) {
            auto const& folder = record.kind->folder;
            kinds.push_back({record.kind->name, folder.substr(folder.rfind('/') + 1), 0});
        }
        ++kinds.back().records;
    }
    return result;
}

}  // namespace

Validation validate(Files const& files, std::optional<SettingsFile> settings, std::chrono::sys_seconds now,
                    FormerRecords const& former, AskJudgedHistory const& ask)
{
    auto const configuration = read_configuration(files, std::move(settings), rule_names());
    return validate(*configuration, configuration->findings, files, now, former, ask);
}

Validation validate_by(Configuration const& configuration, Files const& files, std::chrono::sys_seconds now,
                       FormerRecords const& former, AskJudgedHistory const& ask)
{
    return validate(configuration, {}, files, now, former, ask);
}

Validation validate(std::map<std::string, std::string> files, std::chrono::sys_seconds now)
{
    return validate(FilesInMemory{std::move(files)}, std::nullopt, now);
}

Validation validate_example(std::string_view example, std::chrono::sys_seconds now)
{
    auto const past = [&](Configuration const& configuration, Records const&) -> std::optional<JudgedHistory> {
        if (!has_commits(example)) return std::nullopt;
        return past_of_steps(steps_of_example(example), configuration);
    };
    FilesInMemory const files{files_of_example(example)};
    auto checked = validate(files, std::nullopt, now, {}, past);
    if (!has_commits(example)) return checked;
    // As a branch that parted at the first commit.
    auto const before =
        read_configuration(FilesInMemory{steps_of_example(example).front().files}, std::nullopt, rule_names());
    auto const after = read_configuration(files, std::nullopt, rule_names());
    auto const text = files.read_path("sss.toml", largest_document);
    std::ranges::move(
        weakened(*before, *after, text ? std::optional{SettingsFile{"sss.toml", *text}} : std::nullopt, {}),
        std::back_inserter(checked.findings));
    sort(checked.findings);
    return checked;
}

}  // namespace sss
