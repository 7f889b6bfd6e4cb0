#include "print/diff.hpp"
#include "print/findings/findings_json.hpp"
#include "print/json/changes_json.hpp"

#include <array>
#include <string_view>

namespace sss {

using nlohmann::ordered_json;

namespace {

ordered_json as_json(StateName const& state)
{
    return {{"name", state.name}, {"commit", state.commit ? ordered_json(state.commit->hex()) : ordered_json(nullptr)}};
}

ordered_json as_json(Touched const& touched)
{
    constexpr std::array<std::string_view, 6> orders{"too-early", "in-order", "overlapping",
                                                     "unknown",   "undated",  "unreadable"};
    ordered_json json{{"id", touched.id},
                      {"title", touched.title},
                      {"path", touched.path},
                      {"steps", touched.steps},
                      {"date", touched.date ? ordered_json(touched.date->text()) : ordered_json(nullptr)},
                      {"reached", touched.reached},
                      {"order", orders.at(static_cast<std::size_t>(touched.order))},
                      {"too_early_before", touched.before}};
    if (touched.date) {
        json["margin_days"] = touched.margin;
        json["exact"] = touched.exact;
    }
    return json;
}

ordered_json list_of(std::vector<Touched> const& all)
{
    auto list = ordered_json::array();
    for (auto const& one : all) list.push_back(as_json(one));
    return list;
}

ordered_json as_json(Impact const& impact)
{
    ordered_json json{{"kind", impact.record.kind->name},
                      {"id", impact.record.id},
                      {"title", impact.title},
                      {"satellite", impact.satellite.empty() ? ordered_json(nullptr) : ordered_json(impact.satellite)},
                      {"owner", impact.owner.empty() ? ordered_json(nullptr) : ordered_json(impact.owner)},
                      {"from", impact.from.text()},
                      {"to", impact.to.text()},
                      {"days", impact.slip.days},
                      {"was_reached", impact.was_reached},
                      {"is_reached", impact.is_reached},
                      {"late", impact.late},
                      {"became_late", impact.became_late}};
    if (impact.slip.seconds != 0) json["seconds"] = impact.slip.seconds;
    if (impact.plan) {
        json["reasons"] = impact.plan->reasons;
        json["committed"] = impact.plan->committed;
        json["steps"] = impact.plan->steps;
    }
    json["too_early"] = list_of(impact.too_early);
    json["next"] = list_of(impact.next);
    json["more_too_early"] = impact.more_too_early;
    json["more_next"] = impact.more_next;
    json["only_directly"] = impact.directly;
    json["needed"] = list_of(impact.needed);
    json["unknown"] = impact.unknown;
    json["meetings"] = ordered_json::array();
    for (auto const& meeting : impact.meetings)
        json["meetings"].push_back({{"id", meeting.id},
                                    {"title", meeting.title},
                                    {"when", meeting.when ? ordered_json(meeting.when->text()) : ordered_json(nullptr)},
                                    {"held", meeting.held}});
    return json;
}

}  // namespace

std::string diff_json(Difference const& difference)
{
    ordered_json document{{"format", 1},
                          {"before", as_json(difference.before)},
                          {"after", as_json(difference.after)},
                          {"today", iso(difference.today)},
                          {"moves", ordered_json::array()},
                          {"became_late", ordered_json::array()},
                          {"changes", ordered_json::array()}};
    for (auto const& impact : difference.impacts.moved) document["moves"].push_back(as_json(impact));
    for (auto const& late : difference.impacts.late)
        document["became_late"].push_back({{"id", late.id}, {"title", late.title}, {"planned", late.planned.text()}});
    for (auto const& facts : difference.facts) document["changes"].push_back(sss::as_json(facts));
    document["findings"] = nullptr;
    if (difference.findings) {
        document["findings"] = {{"new", ordered_json::array()}, {"mended", difference.findings->mended}};
        for (auto const& finding : difference.findings->appeared)
            document["findings"]["new"].push_back(as_json(finding));
    }
    document["unreadable"] = difference.unreadable;
    document["renames_sought"] = difference.renames_sought;
    return dumped(document);
}

}  // namespace sss
