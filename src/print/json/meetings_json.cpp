#include "print/json/meetings_json.hpp"

namespace sss {

namespace {

Json as_json(Decision const& decision)
{
    return {{"id", decision.id}, {"text", decision.text}};
}

Json as_json(ActionItem const& item)
{
    return {{"id", item.id},
            {"text", item.text},
            {"owner", text_or_null(item.owner)},
            {"due", date_or_null(item.due)},
            {"closed", date_or_null(item.closed)},
            {"closed_by", text_or_null(item.closed_by)}};
}

Json as_json(ActionStanding const& action)
{
    auto json = as_json(action.item);
    json["meeting"] = action.meeting;
    json["meeting_title"] = action.meeting_title;
    json["owner_name"] = text_or_null(action.owner_name);
    json["open_since"] = date_or_null(action.since);
    json["age_days"] = number_or_null(action.age);
    json["overdue_days"] = action.overdue;
    json["before_period"] = action.recorded_late;
    return json;
}

Json as_json(Speaker const& one)
{
    return {{"name", one.name},
            {"office", text_or_null(one.office)},
            {"organisation", text_or_null(one.organisation)},
            {"said", text_or_null(one.said)}};
}

}  // namespace

Json count_or_null(std::optional<RoughCount> const& count)
{
    if (!count) return nullptr;
    return count->sense == RoughCount::Sense::exact ? Json(count->number) : Json(count->text());
}

Json as_json(Rids const& rids)
{
    return {{"raised", count_or_null(rids.raised)},
            {"closed", count_or_null(rids.closed)},
            {"carried_over", count_or_null(rids.carried_over)}};
}

Json as_json(MeetingNews const& meeting)
{
    constexpr std::string_view names[] = {"held", "recorded-late", "completed"};
    auto const planned = meeting.why == MeetingNews::Why::held && !meeting.held;
    auto const why = planned ? std::string_view{"planned"} : names[static_cast<std::size_t>(meeting.why)];
    return {{"id", meeting.id},
            {"title", meeting.title},
            {"why", why},
            {"held", meeting.held},
            {"date", date_or_null(meeting.on)},
            {"place", text_or_null(meeting.place)},
            {"venue", text_or_null(meeting.venue)},
            {"chair", text_or_null(meeting.chair)},
            {"attendance", count_or_null(meeting.attendance)},
            {"speakers", list(meeting.speakers, [](Speaker const& one) { return as_json(one); })},
            {"under_way", meeting.under_way},
            {"rids", as_json(meeting.rids)},
            {"decisions", list(meeting.decisions, [](Decision const& decision) { return as_json(decision); })},
            {"actions", list(meeting.actions, [](ActionItem const& item) { return as_json(item); })},
            {"source", source_or_null(meeting.source)}};
}

Json actions_json(Actions const& actions)
{
    auto const tell = [](ActionStanding const& action) { return as_json(action); };
    return {{"open", actions.open_count},
            {"overdue", actions.overdue_count},
            {"by_owner", list(actions.open,
                              [&](OwnersActions const& owner) {
                                  return Json{{"owner", text_or_null(owner.owner)},
                                              {"name", text_or_null(owner.name)},
                                              {"overdue", owner.overdue},
                                              {"opened_in_period", owner.opened_here},
                                              {"closed_in_period", owner.closed_here},
                                              {"reopened_in_period", owner.reopened_here},
                                              {"actions", list(owner.open, tell)}};
                              })},
            {"opened", list(actions.opened, tell)},
            {"closed", list(actions.closed, tell)},
            {"reopened", list(actions.reopened, [&](ActionStanding const& action) {
                 auto json = tell(action);
                 json["was_closed"] = date_or_null(action.was_closed);
                 return json;
             })}};
}

}  // namespace sss
