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

/// What a path on the command line names, relative to the root. Symbolic links on the way there are followed, one at
/// its end is not: it may be what is wrong.
std::string inside(fs::path const& root, std::string const& directory, std::string const& typed)
{
    std::error_code failed;
    auto const path = fs::canonical(directory) / typed;
    if (!fs::exists(fs::symlink_status(path, failed))) throw UsageError{fmt::format("there is no '{}'", typed)};
    auto const name = path.filename();
    auto const last_is_plain = !name.empty() && name != "." && name != "..";
    auto const real = last_is_plain ? fs::canonical(path.parent_path()) / name : fs::canonical(path);
    auto const relative = real.lexically_relative(root).generic_string();
    if (relative == ".." || relative.starts_with("../"))
        throw UsageError{fmt::format("'{}' stands outside the data repository at {}", typed, root.string())};
    return relative;
}

bool is_below(std::string_view file, std::string_view path)
{
    return path == "." || file == path ||
           (file.size() > path.size() && file.starts_with(path) && file[path.size()] == '/');
}

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
    for (auto const& path : options.paths) paths.push_back(inside(root, common.directory, path));

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
