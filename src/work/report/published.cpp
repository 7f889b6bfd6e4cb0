#include "work/report/published.hpp"

#include "git/repository.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "work/report/provenance.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <set>

#include <fmt/format.h>

namespace sss {

namespace {

/// More options than these no report was ever made with.
constexpr std::size_t most_arguments = 1000;

bool is_commit_name(std::string_view text)
{
    return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_version(std::string_view text)
{
    return !text.empty() && text.size() <= 40 &&
           text.find_first_not_of("0123456789.-+abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

/// An absolute period, as sss writes it.
std::optional<Period> period_in(std::string const& text, std::chrono::weekday week_starts)
{
    if (text.size() > 32) return std::nullopt;
    auto const parsed = parse_period(text, Day{}, week_starts);
    auto const* period = std::get_if<Period>(&parsed);
    return period != nullptr && period->name == text ? std::optional{*period} : std::nullopt;
}

/// A week may be of any first day: which one, the settings of the commit say.
bool is_period(std::string const& text)
{
    for (unsigned day = 0; day < 7; ++day)
        if (period_in(text, std::chrono::weekday{day})) return true;
    return false;
}

/// A name or an address: nothing in it acts on a terminal or on a message's head.
bool is_plain(std::string const& text)
{
    return !text.empty() && text.size() <= 300 && !first_invalid_utf8(text) && visible(text) == text;
}

std::optional<std::size_t> width_in(std::string const& text)
{
    std::size_t width = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
    if (error != std::errc{} || end != text.data() + text.size() || width < 60 || width > 400) return std::nullopt;
    return width;
}

/// One option that is followed.
struct Followed {
    std::string_view name;
    std::function<bool(std::string const&, ReportRequest&, NamedFiles const&)> take;  ///< false: not of its form
    bool repeated = false;                                                            ///< may stand more than once
};

/// What the command line does not name is not read on a report's word.
bool named_again(std::string const& option, std::string const& value, std::string const& named)
{
    if (value == named) return true;
    throw UsageError{
        fmt::format("the report was made with {} {}, which its commit does not name", option, visible(value)),
        fmt::format("It is read where the command line names it too: sss verify FILE {} {}", option,
                    shell_word(value))};
}

std::array<Followed, 13> const& all_followed()
{
    static std::array<Followed, 13> const all{{
        {"--rev",
         [](auto const& value, auto& request, auto const&) {
             request.moment.revision = value;
             return is_commit_name(value);
         }},
        {"--period",
         [](auto const& value, auto& request, auto const&) {
             request.period = value;
             return is_period(value);
         }},
        {"--as-of",
         [](auto const& value, auto& request, auto const&) {
             request.moment.as_of = parse_day(value);
             return request.moment.as_of.has_value();
         }},
        {"--after",
         [](auto const& value, auto& request, auto const&) {
             request.after = value;
             return is_commit_name(value);
         }},
        {"--format",
         [](auto const& value, auto& request, auto const&) {
             auto const format = format_named(value);
             request.format = format.value_or(Format::text);
             return format && std::ranges::find(report_formats, *format) != report_formats.end();
         }},
        {"--width",
         [](auto const& value, auto& request, auto const&) {
             request.width = width_in(value);
             return request.width.has_value();
         }},
        {"--satellite",
         [](auto const& value, auto& request, auto const&) {
             request.narrowing.satellites.push_back(value);
             return is_plain(value);
         },
         true},
        {"--organisation",
         [](auto const& value, auto& request, auto const&) {
             request.narrowing.organisations.push_back(value);
             return is_plain(value);
         },
         true},
        {"--kind",
         [](auto const& value, auto& request, auto const&) {
             request.narrowing.kinds.push_back(value);
             return is_plain(value);
         },
         true},
        {"--mail-from",
         [](auto const& value, auto& request, auto const&) {
             request.mail_from = value;
             return is_plain(value);
         }},
        {"--mail-to",
         [](auto const& value, auto& request, auto const&) {
             request.mail_to.push_back(value);
             return is_plain(value);
         },
         true},
        {"--config",
         [](auto const& value, auto&, auto const& files) { return named_again("--config", value, files.config); }},
        {"--template",
         [](auto const& value, auto& request, auto const& files) {
             request.template_file = value;
             return named_again("--template", value, files.template_file);
         }},
    }};
    return all;
}

UsageError not_followed(std::string const& argument)
{
    return UsageError{fmt::format("the report names a command that sss does not follow: '{}' in it is none of what "
                                  "a report of this version is made with",
                                  truncated(visible(argument), 60)),
                      "A newer sss may have made it, or somebody has changed its last lines."};
}

}  // namespace

ReportRequest followed(PublishedMade const& made, NamedFiles const& files)
{
    auto const& arguments = made.arguments;
    if (arguments.size() > most_arguments) throw not_followed("so many options");
    if (arguments.empty() || arguments.front() != "report" || !is_version(made.version))
        throw not_followed(arguments.empty() ? "" : arguments.front());
    ReportRequest request;
    request.made_by = made.version;
    std::set<std::string_view> seen;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        auto const& all = all_followed();
        auto const* const option = std::ranges::find(all, arguments[i], &Followed::name);
        if (option == all.end() || i + 1 == arguments.size() ||
            (!seen.insert(option->name).second && !option->repeated))
            throw not_followed(arguments[i]);
        if (!option->take(arguments[i + 1], request, files)) throw not_followed(arguments[i + 1]);
    }
    if (!seen.contains("--rev") || !seen.contains("--period")) throw not_followed("report");
    return request;
}

void require_commits(ReportRequest const& request, PublishedMade const& made, git::Repository const& repository)
{
    for (auto const& commit : {made.commit, request.moment.revision, request.after}) {
        if (commit.empty() || repository.knows(commit + "^{commit}")) continue;
        repository.require_whole_history("make a report again");  // where it says more than that one is missing
        throw Error{"make the report again", fmt::format("its commit {} is not in this repository", commit),
                    "Bring it here with `git fetch --all`; or the report is of another repository: name that one with "
                    "-C DIR."};
    }
    auto const here = replaced_in(repository, repository.resolve(made.commit));
    auto const other = [](std::vector<std::string> const& all, std::vector<std::string> const& those) {
        auto const found = std::ranges::find_if(
            all, [&](std::string const& one) { return std::ranges::find(those, one) == those.end(); });
        return found == all.end() ? std::string{} : *found;
    };
    if (auto const lacking = other(made.replaced, here); !lacking.empty())
        throw Error{"make the report again",
                    fmt::format("it was made where git replaces parts of the history, and this clone lacks {}",
                                truncated(visible(lacking), 90)),
                    lacking.find('^') == std::string::npos
                        ? "Bring it here: git fetch origin 'refs/replace/*:refs/replace/*'"
                        : "It is a graft of the repository that it was made in, which no clone brings; there: git "
                          "replace --convert-graft-file && git push origin 'refs/replace/*'"};
    if (auto const more = other(here, made.replaced); !more.empty())
        throw Error{
            "make the report again",
            fmt::format("git replaces a part of the history here, and not where it was made: {}", truncated(more, 90)),
            "Run it as git without its replacements: GIT_NO_REPLACE_OBJECTS=1 sss verify …"};
}

NarrowingRequest part_of(PublishedMade const& made)
{
    auto const named = [&](std::string_view option) {
        std::vector<std::string> values;
        for (std::size_t i = 1; i + 1 < made.arguments.size(); i += 2)
            if (made.arguments[i] == option) values.push_back(made.arguments[i + 1]);
        return values;
    };
    return {named("--satellite"), named("--organisation"), named("--kind")};
}

std::optional<Day> as_of_day(PublishedMade const& made, std::chrono::weekday week_starts)
{
    auto const value = [&](std::string_view option) -> std::string const* {
        auto const found = std::ranges::find(made.arguments, option);
        return found == made.arguments.end() || found + 1 == made.arguments.end() ? nullptr : &*(found + 1);
    };
    if (auto const* day = value("--as-of")) return parse_day(*day);
    auto const* period = value("--period");
    auto const read = period != nullptr ? period_in(*period, week_starts) : std::nullopt;
    return read ? std::optional{read->last} : std::nullopt;
}

}  // namespace sss
