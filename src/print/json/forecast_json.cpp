#include "print/json/forecast_json.hpp"

#include "print/json/changes_json.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Horizon horizon)
{
    constexpr std::array<std::string_view, horizon_count> names = {"beyond-a-year", "year",    "half-year",   "quarter",
                                                                   "month",         "overdue", "long-overdue"};
    return names[static_cast<std::size_t>(horizon)];
}

std::string_view name_of(NoRange why)
{
    constexpr std::string_view names[] = {"too-few", "undated", "unreadable", "reached", "cancelled"};
    return names[static_cast<std::size_t>(why)];
}

Json json_text_or_null(std::string const& text)
{
    return text.empty() ? Json{} : Json(text);
}

Json as_json(ForecastRange const& range)
{
    return {{"first", iso(range.first)}, {"middle", iso(range.middle)},
            {"last", iso(range.last)},   {"cases", range.cases},
            {"rank", range.rank},        {"chance_percent", std::lround(100 * range.chance())}};
}

Json as_json(MilestoneForecast const& one)
{
    auto const dated = one.range || one.why == NoRange::too_few;
    return {{"id", one.id},
            {"title", one.title},
            {"type", json_text_or_null(one.type)},
            {"satellite", json_text_or_null(one.satellite)},
            {"planned", one.plan ? Json(one.plan->text()) : Json{}},
            {"not_before", one.not_before ? Json(one.not_before->text()) : Json{}},
            {"days_ahead", dated ? Json(one.days_ahead) : Json{}},
            {"horizon", dated ? Json(name_of(one.horizon)) : Json{}},
            {"range", one.range ? as_json(*one.range) : Json{}},
            {"why_none", one.range ? Json{} : Json(name_of(one.why))},
            {"cases", one.cases},
            {"cancelled", one.cancelled},
            {"open_beyond", one.open_beyond}};
}

Json as_json(Holds const& holds)
{
    return {{"judged", holds.judged},
            {"held", holds.held},
            {"earlier", holds.earlier},
            {"later", holds.later},
            {"promised_percent", holds.judged > 0 ? Json(std::lround(100 * holds.chances / holds.judged)) : Json{}}};
}

Json as_json(PastRange const& range)
{
    return {{"id", range.id},
            {"title", range.title},
            {"given", iso(range.given)},
            {"horizon", name_of(range.horizon)},
            {"planned", range.plan.text()},
            {"range", as_json(range.range)},
            {"actual", range.actual ? Json(range.actual->text()) : Json{}},
            {"result", range.held()      ? "held"
                       : range.earlier() ? "earlier"
                                         : "later"}};
}

Json as_json(BackTest const& test, bool ranges)
{
    Json json{{"all", as_json(test.all)}, {"milestones", test.milestones}, {"by_horizon", Json::array()}};
    for (std::size_t i = 0; i < horizon_count; ++i) {
        Json row{{"horizon", name_of(static_cast<Horizon>(i))}};
        row.update(as_json(test.by_horizon[i]));
        json["by_horizon"].push_back(std::move(row));
    }
    json["too_few"] = test.too_few;
    json["unfinished"] = test.unfinished;
    json["undecided"] = test.undecided;
    if (!ranges) return json;
    json["ranges"] = Json::array();
    for (auto const& range : test.ranges) json["ranges"].push_back(as_json(range));
    return json;
}

}  // namespace

nlohmann::ordered_json forecast_object(Forecasts const& all, bool ranges)
{
    auto const& reference = all.reference;
    Json json{{"asked_percent", all.percent},
              {"fewest_cases", fewest_cases},
              {"reference",
               {{"cases", reference.cases},
                {"without_plan", reference.without_plan},
                {"rough", reference.rough},
                {"unreadable", reference.unreadable},
                {"cancelled", reference.cancelled}}},
              {"milestones", Json::array()}};
    for (auto const& one : all.milestones) json["milestones"].push_back(as_json(one));
    json["back_test"] = as_json(all.back_test, ranges);
    return json;
}

std::string forecast_json(Forecasts const& all, bool ranges)
{
    Json document{{"format", 1}, {"as_of", iso(all.today)}};
    document.update(forecast_object(all, ranges));
    document["left_out"] = Json::array();
    for (auto const& one : all.left_out) document["left_out"].push_back({{"file", one.path}, {"why", one.why}});
    return dumped(document);
}

}  // namespace sss
