#include "commands/command_line.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/site/site_publishing.hpp"
#include "work/site/working_site.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include <fmt/format.h>

namespace sss {

namespace {

struct SiteOptions {
    HistoryOptions history;
    SiteRequest request;
    bool check = false;
    bool watch = false;
};

std::string changes_text(SiteChanges const& changes)
{
    std::string text;
    for (auto const& path : changes.written) text += "write  " + visible(path) + '\n';
    for (auto const& path : changes.removed) text += "remove " + visible(path) + '\n';
    return text;
}

std::string folder_of(MadeSite const& site, CommonOptions const& common)
{
    if (common.output.empty() && site.folder.empty())
        throw UsageError{"a bare repository has no folder for pages", "Name one: sss site -o DIR"};
    return common.output.empty() ? std::filesystem::proximate(site.folder).string() : common.output;
}

/// Makes the pages anew whenever something that they are made of has changed, until it is ended by a signal.
[[noreturn]] void watch(SiteOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    constexpr std::chrono::milliseconds often{250};
    auto around = outside(common, surroundings);
    auto const say = around.remark;
    // What a build leaves out is told again where it is something else than before, and so is what fails.
    std::string seen, remarks, failure;
    for (auto made = false;; std::this_thread::sleep_for(often)) {
        std::string now;
        around.remark = [&now](std::string_view text) { now += text; };
        // What fails once pages were made may be mended by the next key that somebody presses: it is told, and nothing
        // ends.
        try {
            auto state = state_of_working_site(common);
            if (seen == state) continue;
            seen = std::move(state);
            auto const site = make_working_site(options.request, common, around, surroundings.scratch_folder());
            auto const folder = folder_of(site, common);
            auto const changes = publish_site(site, folder);
            if (now != remarks) say(now);
            remarks = std::move(now);
            say(fmt::format("sss: {}/index.html: {} written, {} removed\n", visible(folder),
                            count(std::ssize(changes.written), "file"), changes.removed.size()));
            made = true;
            failure.clear();
        } catch (Error const& error) {
            if (!made) throw;
            auto words = visible_lines(with_remedy(visible(error.what()), error.remedy()));
            if (words != failure) surroundings.complain(words);
            failure = std::move(words);
        }
    }
}

ExitStatus run_site(SiteOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.watch) {
        auto const asked = moment(options.history);
        if (asked.as_of || !asked.revision.empty())
            throw UsageError{"--watch tells of the working tree as it stands", "Leave --as-of and --rev out."};
        watch(options, common, surroundings);
    }
    auto request = options.request;
    request.moment = moment(options.history);
    auto const around = outside(common, surroundings);
    auto const site = make_site(request, common, around);
    auto const folder = folder_of(site, common);
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
    deliver_written(folder + "/index.html\n", "The site is written", to_output, surroundings);
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
    auto const check = command.add_flag("--check", options->check,
                                        "List what a build would change, and end with 1 where that is anything");
    command
        .add_flag("--watch", options->watch,
                  "Make the pages anew while records are edited, what is not committed included; ends with Ctrl-C")
        .excludes(check);
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
