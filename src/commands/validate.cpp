#include "commands/typed_path.hpp"
#include "commands/workspace.hpp"
#include "render/findings_json.hpp"
#include "render/findings_text.hpp"
#include "rules/validation.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

struct ValidateOptions {
    std::vector<std::string> paths;
    std::string format = "text";
    std::size_t limit = FindingsText{}.limit;
};

/// Keeps what stands below one of the paths.
void narrow(Validation& checked, std::vector<std::string> const& paths)
{
    if (paths.empty()) return;
    auto const elsewhere = [&](std::string const& file) {
        return std::ranges::none_of(paths, [&](auto const& path) { return is_below(file, path); });
    };
    std::erase_if(checked.records, elsewhere);
    std::erase_if(checked.findings, [&](Finding const& finding) { return elsewhere(finding.file); });
}

ExitStatus run_validate(ValidateOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const root = find_root(common);
    std::vector<std::string> paths;
    for (auto const& path : options.paths) paths.push_back(path_inside(root, common.directory, path));

    auto checked = validate(FolderFiles{root}, named_settings(common), surroundings.now());
    if (checked.records.empty() && checked.findings.empty() && common.config.empty() &&
        !fs::exists(root / "sss.toml") && !fs::is_directory(root / "data"))
        throw Error{fmt::format("check {}", root.string()), "it holds neither sss.toml nor a folder named data",
                    "Name the data repository with -C DIR, or make one with `sss init`."};
    narrow(checked, paths);

    auto const text = options.format == "json"
                          ? to_json(checked.findings, checked.records.size())
                          : to_text(checked.findings, checked.records.size(),
                                    {.colour = in_color(common, surroundings), .limit = options.limit});
    deliver(text, common, surroundings);
    auto const errors = std::ranges::any_of(checked.findings,
                                            [](Finding const& finding) { return finding.severity == Severity::error; });
    return errors ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace

void add_validate(CommandLine& line)
{
    auto options = std::make_shared<ValidateOptions>();
    auto& command = line.add_command("validate", "Whether what is written now is sound: settings, schemas and records",
                                     "  sss validate                         the whole working tree\n"
                                     "  sss validate data/meetings           what is wrong there; all is read\n"
                                     "  sss validate --format json           for other programs");
    command.add_option("PATH", options->paths, "Report only what stands in these files and folders")->type_name("");
    command.add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
    command.add_option("--limit", options->limit, "Print so many findings as text, the worst; 0: all (default 200)")
        ->type_name("N");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_validate(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
