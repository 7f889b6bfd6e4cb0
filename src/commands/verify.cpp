#include "commands/command_line.hpp"
#include "commands/published.hpp"
#include "commands/report_making.hpp"
#include "commands/text_diff.hpp"
#include "render/made_line.hpp"
#include "render/words.hpp"
#include "support/utf8.hpp"
#include "support/version.hpp"
#include "work/named_file.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

struct VerifyOptions {
    std::vector<std::string> paths;
    std::string template_file;
};

/// Largest report that is read, in bytes.
constexpr std::size_t largest_verified_report = std::size_t{32} << 20;

/// So many lines of a difference are shown, each cut to so many columns.
constexpr std::size_t most_lines = 20;
constexpr std::size_t widest_line = 160;

std::string read_report(std::string const& path, Surroundings const& surroundings)
{
    if (path == "-") {
        auto bytes = surroundings.read_all();
        if (bytes.size() > largest_verified_report) throw Error{"read the report", "it is larger than 32 MiB"};
        return bytes;
    }
    return read_named_file(fmt::format("read the report {}", path), path, largest_verified_report);
}

/// Made again by what it says of its making.
std::string made_again(PublishedMade const& made, std::string_view bytes, VerifyOptions const& verify,
                       CommonOptions common, Surroundings const& surroundings)
{
    auto const options = followed(made, {common.config, verify.template_file});
    common.quiet = true;
    common.output.clear();
    require_commits(options, made, common);
    // Where the report names no day it is of the period's last one: whatever the clock shows, that is over.
    auto later = surroundings;
    later.now = [] { return std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}; };
    auto const past = open_history_view(common, moment(options.history), outside(common, later));
    past.repository.require_whole_history("make a report again");
    auto const report = make_report(past, understand_period(options, past), options, common, later);
    return printed(report, options, past, bytes.find("\033[") != std::string_view::npos);
}

/// What the journey through mail programs and git may change: line ends, and the mark that some editors begin with.
std::string plain_lines(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string plain{text};
    std::size_t to = 0;
    for (std::size_t i = 0; i < plain.size(); ++i)
        if (plain[i] != '\r' || i + 1 == plain.size() || plain[i + 1] != '\n') plain[to++] = plain[i];
    plain.resize(to);
    while (plain.ends_with('\n')) plain.pop_back();
    return plain;
}

/// The first lines that differ: "-" stands in the file, "+" is what its commit gives.
std::string shown_difference(std::string const& file, std::string const& again)
{
    std::istringstream lines{unified_diff("report", file, again)};
    std::string line, out;
    std::size_t shown = 0, more = 0;
    for (int head = 0; head < 2; ++head) std::getline(lines, line);  // the names of the two files
    while (std::getline(lines, line)) {
        if (shown < most_lines)
            out += "  " + truncated(visible(line), widest_line) + '\n';
        else
            ++more;
        ++shown;
    }
    if (more > 0) out += fmt::format("  … and {} more\n", count(static_cast<std::int64_t>(more), "line"));
    return out;
}

/// What is said of the reports, in their order.
struct Answer {
    std::string result;
    std::string remarks;  ///< for standard error
};

ExitStatus verify(std::string const& path, VerifyOptions const& options, CommonOptions const& common,
                  Surroundings const& surroundings, Answer& answer)
{
    auto const name = path == "-" ? std::string{"the report"} : visible(path);
    auto const bytes = read_report(path, surroundings);
    auto const made = read_made(bytes);
    if (!made)
        throw UsageError{fmt::format("{} does not say what it was made from", name),
                         "A report of sss ends with the version, the commit and the command that made it."};
    auto const again = made_again(*made, bytes, options, common, surroundings);
    auto const by_another = made->version != version();
    auto const commit = made->commit.substr(0, 7);
    if (bytes == again || plain_lines(bytes) == plain_lines(again)) {
        answer.result += fmt::format(
            "{}: the same as what commit {} gives{}{}\n", name, commit, bytes == again ? "" : ", but for its line ends",
            by_another ? fmt::format("; sss {} made it, and {} says the same", visible(made->version), version()) : "");
        return ExitStatus::done;
    }
    answer.result += fmt::format("{}: not what commit {} gives\n{}", name, commit,
                                 shown_difference(plain_lines(bytes) + '\n', plain_lines(again) + '\n'));
    if (!common.quiet)
        answer.remarks += by_another
                              ? fmt::format(
                                    "sss: it was made by sss {}, and this is {}: another version may find other words "
                                    "for the same facts\n",
                                    visible(made->version), version())
                              : "sss: somebody has changed the report since it was made (- stands in it, + was made)\n";
    return ExitStatus::findings;
}

void tell(Answer const& answer, CommonOptions const& common, Surroundings const& surroundings)
{
    deliver(answer.result, common, surroundings);
    if (!answer.remarks.empty()) surroundings.complain(answer.remarks);
}

ExitStatus verify_all(VerifyOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    Answer answer;
    if (options.paths.size() == 1) {
        auto const status = verify(options.paths.front(), options, common, surroundings, answer);
        tell(answer, common, surroundings);
        return status;
    }
    auto worst = ExitStatus::done;
    for (auto const& path : options.paths) {
        auto status = ExitStatus::done;
        try {
            status = verify(path, options, common, surroundings, answer);
        } catch (Error const& error) {
            status = error.status();
            surroundings.complain(fmt::format("sss: {}\n", error.what()));
        }
        worst = std::max(worst, status);
    }
    tell(answer, common, surroundings);
    return worst;
}

}  // namespace

void add_verify(CommandLine& line)
{
    auto options = std::make_shared<VerifyOptions>();
    auto const command =
        line.add_command("verify", "Whether a published report is what its commit gives: makes it again",
                         "  sss verify reports/2023/2023-W15.md\n"
                         "  sss verify reports/*/*.md            all that are kept\n"
                         "  curl -s https://programme.example/report.html | sss verify -");
    command.add_option("FILE", options->paths, "The report, in any format; - is standard input")->required();
    command
        .add_option("--template", options->template_file,
                    "The template that it was made with, where it names one: a report's word is not enough to read it")
        ->type_name("TEMPLATE");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return verify_all(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
