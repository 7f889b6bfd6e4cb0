#include "commands/command_line.hpp"
#include "print/text/columns.hpp"
#include "print/text/text_diff.hpp"
#include "schema/text.hpp"
#include "support/utf8.hpp"
#include "support/version.hpp"
#include "words/words.hpp"
#include "work/named_file.hpp"
#include "work/report/verification.hpp"

#include <algorithm>
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
        auto bytes = surroundings.read_all(largest_verified_report);
        if (bytes.size() > largest_verified_report) throw Error{"read the report", "it is larger than 32 MiB"};
        return bytes;
    }
    return read_named_file(fmt::format("read the report {}", path), path, largest_verified_report);
}

/// The lines cut alike, so that where they differ is seen: what they share before it is left out where that is long.
std::vector<std::string> cut_alike(std::vector<std::string> lines)
{
    constexpr std::size_t kept_before = 40;
    std::size_t shared = 1;
    auto const same = [&](std::string const& line) {
        return shared < line.size() && shared < lines.front().size() && line[shared] == lines.front()[shared];
    };
    while (lines.size() == 2 && same(lines[1])) ++shared;
    for (auto& line : lines) {
        auto from =
            shared > kept_before + 1 && display_width(line) > widest_line ? shared - kept_before : std::size_t{1};
        while (from < line.size() && schema::is_continuation(line[from])) ++from;
        line = truncated(line.substr(0, 1) + (from > 1 ? "…" : "") + line.substr(from), widest_line);
    }
    return lines;
}

/// The first lines that differ: "-" stands in the file, "+" is what its commit gives.
std::string shown_difference(std::string const& file, std::string const& again)
{
    std::istringstream lines{unified_diff("report", file, again)};
    std::string line, out;
    std::vector<std::string> all;
    for (int head = 0; head < 2; ++head) std::getline(lines, line);  // the names of the two files
    while (std::getline(lines, line)) all.push_back(visible(line));
    auto const more = all.size() - std::min(all.size(), most_lines);
    all.resize(all.size() - more);
    for (std::size_t i = 0; i < all.size();) {
        auto const pair = i + 1 < all.size() && all[i].starts_with('-') && all[i + 1].starts_with('+');
        auto const end = i + (pair ? 2U : 1U);
        for (auto const& one :
             cut_alike({all.begin() + static_cast<std::ptrdiff_t>(i), all.begin() + static_cast<std::ptrdiff_t>(end)}))
            out += "  " + one + '\n';
        i = end;
    }
    if (more > 0) out += fmt::format("  … and {} more\n", count(static_cast<std::int64_t>(more), "line"));
    return out;
}

/// What is said of the reports, in their order.
struct Answer {
    std::string result;
    std::string remarks;  ///< for standard error
};

ExitStatus verify_one(std::string const& path, VerifyOptions const& options, CommonOptions const& common,
                      Surroundings const& surroundings, Answer& answer)
{
    auto const name = path == "-" ? std::string{"the report"} : visible(path);
    auto const found = verify(name, read_report(path, surroundings), {common.config, options.template_file}, common,
                              outside(common, surroundings));
    auto const commit = found.made.commit.substr(0, 7);
    if (found.outcome != Verification::Outcome::another) {
        answer.result += fmt::format("{}: the same as what commit {} gives{}{}\n", name, commit,
                                     found.outcome == Verification::Outcome::same ? "" : ", but for its line ends",
                                     found.by_another_version ? fmt::format("; sss {} made it, and {} says the same",
                                                                            visible(found.made.version), version())
                                                              : "");
        return ExitStatus::done;
    }
    answer.result += fmt::format("{}: not what commit {} gives\n{}", name, commit,
                                 shown_difference(found.stands + '\n', found.again + '\n'));
    if (!common.quiet)
        answer.remarks += found.by_another_version
                              ? fmt::format(
                                    "sss: it was made by sss {}, and this is {}: another version may find other words "
                                    "for the same facts\n",
                                    visible(found.made.version), version())
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
        auto const status = verify_one(options.paths.front(), options, common, surroundings, answer);
        tell(answer, common, surroundings);
        return status;
    }
    auto worst = ExitStatus::done;
    for (auto const& path : options.paths) {
        auto status = ExitStatus::done;
        try {
            status = verify_one(path, options, common, surroundings, answer);
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
