#include "commands/command_line.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/site/site_publishing.hpp"

#include <filesystem>
#include <memory>
#include <string>

#include <fmt/format.h>

namespace sss {

namespace {

struct SiteOptions {
    HistoryOptions history;
    SiteRequest request;
    bool check = false;
};

std::string changes_text(SiteChanges const& changes)
{
    std::string text;
    for (auto const& path : changes.written) text += "write  " + visible(path) + '\n';
    for (auto const& path : changes.removed) text += "remove " + visible(path) + '\n';
    return text;
}

ExitStatus run_site(SiteOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.moment = moment(options.history);
    auto const around = outside(common, surroundings);
    auto const site = make_site(request, common, around);
    if (common.output.empty() && site.folder.empty())
        throw UsageError{"a bare repository has no folder for pages", "Name one: sss site -o DIR"};
    auto const folder = common.output.empty() ? std::filesystem::proximate(site.folder).string() : common.output;
    auto to_output = common;
    to_output.output.clear();
    if (options.check) {
        auto const changes = compare_site(site, folder);
        deliver(changes_text(changes), to_output, surroundings);
        return changes.any() ? ExitStatus::findings : ExitStatus::done;
    }
    auto const changes = publish_site(site, folder);
    around.remark(fmt::format("sss: {} in {}: {} written, {} removed, {} as they were\n",
                              count(static_cast<std::int64_t>(site.pages), "page"), visible(folder),
                              count(std::ssize(changes.written), "file"), std::ssize(changes.removed),
                              changes.unchanged));
    deliver(folder + "/index.html\n", to_output, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_site(CommandLine& line)
{
    auto options = std::make_shared<SiteOptions>();
    auto const command =
        line.add_command("site", "The programme's web site, as a folder of pages",
                         "  sss site                                     into the folder of the settings\n"
                         "  sss site -o public                           into another one\n"
                         "  sss site --check                             what a build would change; 1 where anything\n"
                         "  sss site --as-of 2018-06-01 -o then          as it would have been on that day");
    command.add_flag("--check", options->check,
                     "List what a build would change, and end with 1 where that is anything");
    command.add_option("--base", options->request.url, "Where the pages will stand, in place of [site] url")
        ->type_name("URL");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_site(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
