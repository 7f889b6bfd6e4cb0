#include "work/changelog_making.hpp"

#include "facts/change/part_of_changes.hpp"
#include "history/history.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/by_name.hpp"
#include "work/history_view.hpp"
#include "work/range.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// Up to this many tags stand in a sentence; the others are counted.
constexpr std::size_t named_at_most = 5;

std::string named(std::vector<std::string> const& tags)
{
    std::vector<std::string> shown_tags;
    for (std::size_t i = 0; i < std::min(tags.size(), named_at_most); ++i) shown_tags.push_back(visible(tags[i]));
    auto list = fmt::format("{}", fmt::join(shown_tags, ", "));
    if (tags.size() > named_at_most) list += fmt::format(" and {} more", tags.size() - named_at_most);
    return list;
}

/// Whoever looks for a tag should not have to guess why it opens no section.
void remark_tags(Releases const& releases, bool all_of_the_branch, Outside const& outside)
{
    auto const say = [&](std::vector<std::string> const& tags, std::string_view why) {
        if (tags.empty()) return;
        outside.remark(fmt::format(
            "sss: {} {}: {}\n", count(static_cast<std::int64_t>(tags.size()), "tag"),
            fmt::format(fmt::runtime(why), tags.size() == 1 ? "stands" : "stand", tags.size() == 1 ? "opens" : "open"),
            named(tags)));
    };
    if (releases.all.empty()) outside.remark("sss: no commit of this stretch is tagged\n");
    if (all_of_the_branch) say(releases.elsewhere, "{} outside this branch's past and {} no section");
}

std::string_view name_of(Within within)
{
    switch (within) {
        case Within::satellite: return "satellite";
        case Within::kind: return "kind";
        case Within::owner: return "owner";
        case Within::category: break;
    }
    return "category";
}

/// The programme's name, and to which part of it this is narrowed, as it was typed.
std::string title_of(std::string const& programme, NarrowingRequest const& part)
{
    std::string of;
    for (auto const& [what, ids] :
         {std::pair{"satellite", &part.satellites}, std::pair{"organisation", &part.organisations},
          std::pair{"kind", &part.kinds}, std::pair{"type", &part.types}})
        if (!ids->empty()) of += fmt::format("{}{} {}", of.empty() ? "" : ", ", what, fmt::join(*ids, " or "));
    if (of.empty()) return programme;
    return fmt::format("{} ({})", programme.empty() ? "programme" : programme, of);
}

}  // namespace

void tell_changelog(StoryRequest const& asked, ProgrammeRequest const& programme, Outside const& outside,
                    std::function<void(ChangelogFacts const&)> const& tell)
{
    auto const past = open_history_view(programme, asked.moment, outside);
    auto const range = understand_range(asked.range, past);
    if (!range.advice.empty()) outside.remark("sss: " + range.advice + "\n");
    auto const end = range.to ? std::optional{past.repository.commit(*range.to)} : past.now;
    auto const& configuration = *past.configuration;
    auto const records = records_of(past, end);
    auto history = read_history(past, end, range.from);
    remark_gaps(history, configuration.zone, outside);

    ChangelogRequest request;
    request.within = asked.within;
    request.steps = asked.steps;
    request.correction_days = configuration.settings.history.correction_days;
    request.week_start = configuration.settings.programme.week_starts;
    request.told = {range.first, range.last, 0};
    if (range.from && !history.changes.empty()) {  // "third move" counts those before the range too
        auto before = read_history(past.repository, configuration.layout, *past.line, *range.from);
        request.told.first_commit = static_cast<std::uint32_t>(before.commits.size());
        history = continued(std::move(before), history);
    }
    if (asked.narrowing.any()) {
        require_milestone_types(asked.narrowing.types, configuration.layout, read_standard_records(records));
        PartOfChanges const part{read_narrowing(asked.narrowing, past, records), asked.narrowing.types, records,
                                 history.changes};
        LastNames const names{history};
        std::erase_if(history.changes, [&](Change const& change) { return !part.takes(change, &names); });
    }
    Releases releases;
    if (!asked.by) {
        auto const until = past.as_of ? std::optional{configuration.zone.end_of(past.today)} : std::nullopt;
        if (end) releases = find_releases(past.repository, {end->id, range.from, until}, *past.line);
        remark_tags(releases, asked.range.empty() && asked.moment.revision.empty() && !past.as_of, outside);
        request.releases = &releases;
    } else {
        request.by = *asked.by;
    }
    auto const changelog = make_changelog(history, records, configuration.zone, request);
    ChangelogFacts const facts{title_of(configuration.settings.programme.name, asked.narrowing),
                               changelog,
                               history,
                               records,
                               configuration.zone,
                               std::string{asked.by ? name_of(*asked.by) : "tag"},
                               std::string{name_of(asked.within)},
                               Glossary{configuration.settings.terms}};
    tell(facts);
}

}  // namespace sss
