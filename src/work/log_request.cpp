#include "work/log_request.hpp"

#include "programme/asked_day.hpp"
#include "programme/period.hpp"
#include "support/edit_distance.hpp"
#include "work/named_period.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include <fmt/format.h>

namespace sss {

namespace {

/// One end of a stretch: a run of days, or a revision.
using End = std::variant<Period, SinceRevision>;

End end_of(std::string const& typed, HistoryView const& past)
{
    auto const period = parse_period(typed, past.today, past.configuration->settings.programme.week_starts);
    if (auto const* days = std::get_if<Period>(&period)) return *days;
    if (auto const* since = std::get_if<SinceRevision>(&period)) return *since;
    return SinceRevision{typed};
}

/// The commits that the one looked at holds and this revision does not.
std::unordered_set<git::Oid> after(std::string_view option, std::string const& revision, HistoryView const& past)
{
    git::Oid id;
    try {
        id = past.repository.resolve(revision);
    } catch (UsageError const&) {
        throw UsageError{
            fmt::format("{} takes a day, a period or a revision, and '{}' is none of them", option, revision),
            AskedDay::read('-' + revision)
                ? fmt::format("What is counted from today begins with its sign: {} -{}", option, revision)
                : fmt::format("Write it as in {0} 2018-06-01, {0} -3d, {0} last-month or {0} HEAD~10.", option)};
    }
    if (!past.now) return {};
    auto const commits = past.repository.reachable(past.now->id, id);
    return {commits.begin(), commits.end()};
}

/// "since:v1": it has no end.
bool is_since(std::optional<std::string> const& period)
{
    return period && period->starts_with("since:");
}

bool ever_changed(FieldPattern const& pattern, History const& history)
{
    LogFilter filter;
    filter.fields.push_back(pattern);
    auto const facts = change_facts(history.changes, {}, history.zone);
    return !filtered(facts, filter, history, Zone::utc()).empty();
}

/// What records once said of themselves and no schema knows.
std::set<std::string> former_fields(History const& history, std::span<Kind const* const> kinds)
{
    std::set<std::string> names;
    for (auto const& change : history.changes) {
        if (std::ranges::find(kinds, change.record.kind) == kinds.end()) continue;
        for (auto const& member : change.members) names.insert(member.key);
        if (change.content)
            for (auto const& member : *change.content) names.insert(member.key);
    }
    return names;
}

void require_known(FieldPattern const& pattern, History const& history, std::span<Kind const* const> kinds)
{
    if (std::ranges::any_of(kinds, [&](Kind const* kind) { return pattern.known_to(*kind); })) return;
    if (ever_changed(pattern, history)) return;
    auto names = typed_fields(kinds);
    std::optional<std::string> near;
    for (auto const& name : names)  // of who leaves out where the field stands in
        if (name.ends_with('.' + pattern.text())) near = near ? *near + "' or '" + name : name;
    if (!near) {
        for (auto const& name : former_fields(history, kinds)) names.push_back(name);
        near = nearest(pattern.text(), names);
    }
    std::string list;
    if (kinds.size() == 1)
        for (auto const& name : typed_fields(kinds))
            if (name.find('.') == std::string::npos) list += (list.empty() ? "" : ", ") + name;
    throw UsageError{fmt::format("{} has or had a field '{}'",
                                 kinds.size() == 1 ? "no " + kinds.front()->name : "no record", pattern.text()),
                     near            ? fmt::format("Did you mean '{}'?", *near)
                     : !list.empty() ? fmt::format("There are {}.", list)
                                     : ""};
}

}  // namespace

LogFilter read_filter(LogRequest const& request, HistoryView const& past, History const& history,
                      std::span<Kind const* const> kinds)
{
    LogFilter filter;
    for (auto const& field : request.fields) {
        filter.fields.emplace_back(field);
        require_known(filter.fields.back(), history, kinds);
    }
    if (request.author) {
        if (request.author->empty()) throw UsageError{"--author takes a part of a name or of a mail address"};
        filter.author = *request.author;
    }
    if (!request.period.empty()) {
        auto const named = named_period("--period", request.period, past);
        if (auto const* days = std::get_if<Period>(&named)) {
            filter.first = days->first;
            filter.last = days->last;
        } else {
            filter.among = after("--period", std::get<SinceRevision>(named).revision, past);
        }
    }
    if (request.since) {
        auto const end = end_of(*request.since, past);
        if (auto const* days = std::get_if<Period>(&end)) filter.first = days->first;
        if (auto const* from = std::get_if<SinceRevision>(&end)) filter.among = after("--since", from->revision, past);
    }
    if (request.until) {
        auto const end = end_of(*request.until, past);
        if (auto const* days = std::get_if<Period>(&end)) filter.last = days->last;
        if (auto const* to = std::get_if<SinceRevision>(&end)) filter.without = after("--until", to->revision, past);
    }
    return filter;
}

LogScope scope_of(LogRequest const& request, HistoryView const& past, std::size_t of)
{
    auto const read = [&](std::optional<std::string> const& typed, Day Period::*day) -> std::optional<LogEnd> {
        if (!typed) return std::nullopt;
        auto const end = end_of(*typed, past);
        if (auto const* days = std::get_if<Period>(&end)) return LogEnd{days->*day, {}};
        return LogEnd{std::nullopt, std::get<SinceRevision>(end).revision};
    };
    auto const period = request.period.empty() ? std::nullopt : std::optional{request.period};
    LogScope scope{request.fields, request.author.value_or(""), read(period ? period : request.since, &Period::first),
                   read(is_since(period) ? std::nullopt
                        : period         ? period
                                         : request.until,
                        &Period::last),
                   of};
    auto const& part = request.narrowing;
    for (auto const& [name, ids] :
         {std::pair{"satellite", &part.satellites}, std::pair{"organisation", &part.organisations},
          std::pair{"kind", &part.kinds}, std::pair{"type", &part.types}})
        if (!ids->empty()) scope.parts.emplace_back(name, *ids);
    return scope;
}

}  // namespace sss
