#include "print/json/changes_json.hpp"

#include "support/utf8.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace sss {

using nlohmann::ordered_json;

ordered_json as_json(Value const& value)
{
    if (auto const* text = value.text()) return *text;
    if (auto const* number = value.integer()) return *number;
    if (auto const* number = value.floating())
        return std::isfinite(*number) ? ordered_json(*number) : ordered_json(fmt::format("{}", *number));
    if (auto const* flag = value.boolean()) return *flag;
    if (auto const* array = value.array()) {
        auto list = ordered_json::array();
        for (auto const& one : *array) list.push_back(as_json(one));
        return list;
    }
    if (auto const* table = value.table()) {
        auto object = ordered_json::object();
        for (auto const& member : *table) object[member.key] = as_json(member.value);
        return object;
    }
    return nullptr;
}

ordered_json as_json(LandedCommit const& told, Zone const& zone)
{
    ordered_json commit{{"id", told.commit.id.hex()},
                        {"subject", subject(told.commit)},
                        {"author", told.commit.author.name},
                        {"author_date", iso(told.commit.author.when)},
                        {"landed", told.landed.hex()},
                        {"landed_at", iso(told.landed_at)},
                        {"landed_day", iso(zone.day_of(told.landed_at))}};
    if (told.disbelieved) commit["disbelieved_clock"] = iso(*told.disbelieved);
    if (!told.reason.empty()) commit["reason"] = told.reason;
    if (told.correction) commit["correction"] = true;
    return commit;
}

namespace {

/// @param history  whose commits the change names; nullptr: a net change of no commit
ordered_json change_json(ChangeFacts const& facts, History const* history)
{
    auto const& change = *facts.change;
    constexpr std::string_view types[] = {"added", "removed", "changed"};
    ordered_json json{{"kind", change.record.kind->name}, {"id", change.record.id}, {"title", change.title}};
    if (!change.former_id.empty()) json["former_id"] = change.former_id;
    json["change"] = types[static_cast<std::size_t>(change.type)];
    json["category"] = name(facts.category);
    if (history != nullptr) json["commit"] = history->commits[change.commit].commit.id.hex();
    if (change.content) json["content"] = as_json(Value{*change.content});
    for (auto const& field : facts.fields) {
        ordered_json one{{"path", field.path},
                         {"from", field.from ? as_json(*field.from) : ordered_json(nullptr)},
                         {"to", field.to ? as_json(*field.to) : ordered_json(nullptr)}};
        if (history != nullptr) one["commit"] = history->commits[field.commit].commit.id.hex();
        json["fields"].push_back(std::move(one));
    }
    if (facts.move) {
        auto const& move = *facts.move;
        json["move"] = {{"from", move.from.text()}, {"to", move.to.text()},          {"days", move.slip.days},
                        {"ordinal", move.ordinal},  {"total_days", move.total.days}, {"correction", move.correction}};
        if (move.slip.seconds != 0) json["move"]["seconds"] = move.slip.seconds;
    }
    return json;
}

}  // namespace

ordered_json as_json(ChangeFacts const& facts, History const& history)
{
    return change_json(facts, &history);
}

ordered_json as_json(ChangeFacts const& facts)
{
    return change_json(facts, nullptr);
}

}  // namespace sss
