#include "facts/query/field_path.hpp"

#include "programme/outcome.hpp"
#include "support/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

namespace sss {

namespace {

struct Word {
    std::string_view name;
    StateWord word;
};

constexpr std::array words{
    Word{"late", StateWord::late},           Word{"achieved", StateWord::achieved}, Word{"undated", StateWord::undated},
    Word{"cancelled", StateWord::cancelled}, Word{"open", StateWord::open},         Word{"failed", StateWord::failed},
    Word{"reached", StateWord::achieved},    Word{"dropped", StateWord::dropped},   Word{"lost", StateWord::lost}};

constexpr std::array<std::string_view, 3> of_every_record{"id", "kind", "file"};

/// The field of a table that has one of these roles, by its key within the table; empty where there is none.
std::string_view key_of_role(Kind const& kind, std::string_view prefix, DateRole role, DateRole other)
{
    for (auto const& field : kind.fields) {
        if (field.role != role && field.role != other) continue;
        std::string_view const path = field.path;
        if (!path.starts_with(prefix)) continue;
        auto const key = path.substr(prefix.size());
        if (key.find_first_of(".[") == std::string_view::npos) return key;
    }
    return {};
}

std::string_view planned_key(Kind const& kind, std::string_view prefix)
{
    return key_of_role(kind, prefix, DateRole::planned, DateRole::due);
}

std::string_view reached_key(Kind const& kind, std::string_view prefix)
{
    return key_of_role(kind, prefix, DateRole::actual, DateRole::closed);
}

/// The names of the fields directly in a table.
std::vector<std::string> names_in(Kind const& kind, std::string_view prefix)
{
    std::vector<std::string> names;
    for (auto const& field : kind.fields) {
        std::string_view const path = field.path;
        if (!path.starts_with(prefix)) continue;
        auto const key = path.substr(prefix.size());
        if (!key.empty() && key.find_first_of(".[") == std::string_view::npos) names.emplace_back(key);
    }
    return names;
}

/// A place in a schema that a path has come to: a table of a kind, or of several where a reference may name either.
struct Spot {
    Kind const* kind;
    std::string prefix;
};

std::string list_of(std::vector<std::string> const& names)
{
    constexpr std::size_t most = 30;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) list += (i == 0 ? "" : ", ") + names[i];
    return names.size() > most ? list + " …" : list;
}

bool has_states(Kind const& kind)
{
    return !planned_key(kind, "").empty() || !reached_key(kind, "").empty();
}

/// Satellites and meetings have no plan that could be late, and yet they can be given up.
bool can_be_cancelled(Kind const& kind, std::string_view prefix)
{
    return kind.field(std::string{prefix} + "cancelled") != nullptr;
}

/// What other records alone say of it: its launch.
bool can_be_lost(Kind const& kind, std::string_view prefix)
{
    return kind.name == kinds::satellite && prefix.empty();
}

/// The word that says most of a record; of one that has no dates of its own only that it was given up or lost.
std::string_view state_of(Record const& record, Moment const& moment)
{
    auto const& kind = *record.kind;
    if (can_be_cancelled(kind, "") && holds(StateWord::cancelled, record.fields(), kind, "", moment))
        return name(StateWord::cancelled);
    if (can_be_lost(kind, "") && holds(StateWord::lost, record.fields(), kind, "", moment))
        return name(StateWord::lost);
    if (!has_states(kind)) return {};
    for (auto const word : {StateWord::failed, StateWord::dropped, StateWord::achieved, StateWord::late,
                            StateWord::undated, StateWord::open})
        if (holds(word, record.fields(), *record.kind, "", moment)) return name(word);
    return {};
}

class Reader {
public:
    Reader(std::string_view text, Kind const& kind, std::span<Kind const* const> kinds, std::size_t offset)
        : text_(text), kinds_(kinds), offset_(offset), spots_{{&kind, ""}}
    {}

    std::variant<FieldPath, TextProblem> read()
    {
        path_.text = text_;
        std::size_t from = 0;
        while (true) {
            auto const to = std::min(text_.find('.', from), text_.size());
            auto const part = text_.substr(from, to - from);
            auto const last = to == text_.size();
            if (part.empty())
                return TextProblem{"a field's name is missing here", "Dots stand between names, as in satellite.lead.",
                                   offset_ + from, 0};
            if (auto problem = step(part, from, last)) return *problem;
            if (last) return path_;
            from = to + 1;
        }
    }

private:
    TextProblem problem(std::string message, std::string help, std::string_view part, std::size_t from) const
    {
        return {std::move(message), std::move(help), offset_ + from, part.size()};
    }

    std::optional<TextProblem> step(std::string_view part, std::size_t from, bool last)
    {
        path_.parts.emplace_back(part);
        std::vector<Spot> next;
        Field const* field = nullptr;
        for (auto const& spot : spots_) {
            auto const* here = spot.kind->field(spot.prefix + std::string{part});
            if (here == nullptr) continue;
            field = field == nullptr ? here : field;
            path_.many = path_.many || here->type == FieldType::array;
            for (auto const& name : here->references)
                for (auto const* kind : kinds_)
                    if (kind->name == name) next.push_back({kind, ""});
            if (here->references.empty()) {
                auto const items = here->type == FieldType::array;
                next.push_back({spot.kind, here->path + (items ? "[]." : ".")});
            }
        }
        if (field == nullptr) return derived(part, from, last);
        if (!last) {
            auto const inner = field->type == FieldType::array ? field->item_type : field->type;
            auto const leads_on = !field->references.empty() || inner == FieldType::table;
            if (!leads_on)
                return problem(fmt::format("'{}' holds no fields of its own", part),
                               "A dot leads into a table, or through a reference to another record.", part, from);
        }
        path_.field = field;
        spots_ = std::move(next);
        return std::nullopt;
    }

    /// What no schema has: id, kind, file and the words.
    std::optional<TextProblem> derived(std::string_view part, std::size_t from, bool last)
    {
        auto const& spot = spots_.front();
        auto const word = std::ranges::find(words, part, &Word::name);
        auto const general =
            spot.prefix.empty() && (std::ranges::find(of_every_record, part) != of_every_record.end() ||
                                    (part == "state" && (has_states(*spot.kind) || can_be_cancelled(*spot.kind, ""))));
        if (word == words.end() && !general) return unknown(part, from);
        if (!last)
            return problem(fmt::format("'{}' holds no fields of its own", part), "It can only stand at the end.", part,
                           from);
        path_.field = nullptr;
        if (general) return std::nullopt;
        auto const says = std::ranges::any_of(spots_, [&](Spot const& one) {
            if (word->word == StateWord::cancelled && can_be_cancelled(*one.kind, one.prefix)) return true;
            if (word->word == StateWord::lost) return can_be_lost(*one.kind, one.prefix);
            return !planned_key(*one.kind, one.prefix).empty() || !reached_key(*one.kind, one.prefix).empty();
        });
        if (!says)
            return problem(
                fmt::format("'{}' says nothing of {}", part,
                            spot.prefix.empty() ? "records of the kind " + spot.kind->name : path_.text),
                word->word == StateWord::lost
                    ? "Only a satellite is; of a milestone's: satellite.lost."
                    : "It needs a planned or an actual date, as milestones have, or a due date, as the actions of a "
                      "meeting do (action.late).",
                part, from);
        path_.word = word->word;
        return std::nullopt;
    }

    TextProblem unknown(std::string_view part, std::size_t from) const
    {
        std::vector<std::string> names;
        for (auto const& spot : spots_) {
            for (auto& name : names_in(*spot.kind, spot.prefix)) names.push_back(std::move(name));
            if (!spot.prefix.empty()) continue;
            names.insert(names.end(), of_every_record.begin(), of_every_record.end());
            if (has_states(*spot.kind) || can_be_cancelled(*spot.kind, "")) names.emplace_back("state");
        }
        auto candidates = names;
        for (auto const& word : words) candidates.emplace_back(word.name);
        auto const near = nearest(part, candidates);
        auto const& spot = spots_.front();
        auto where = spot.kind->name;
        if (!spot.prefix.empty()) {
            auto inner = spot.prefix.substr(0, spot.prefix.size() - 1);
            if (inner.ends_with("[]")) inner.resize(inner.size() - 2);
            where = inner + " of " + where;
        }
        return problem(fmt::format("{} has no field '{}'", where, part),
                       near ? fmt::format("Did you mean '{}'?", *near) : fmt::format("It has {}.", list_of(names)),
                       part, from);
    }

    std::string_view text_;
    std::span<Kind const* const> kinds_;
    std::size_t offset_;
    std::vector<Spot> spots_;
    FieldPath path_;
};

/// Collects what stands at the end of a path.
class Collector {
public:
    Collector(FieldPath const& path, Moment const& moment, bool keeps_places = false)
        : path_(path), moment_(moment), keeps_places_(keeps_places)
    {}

    std::vector<Value> collect(Record const& record)
    {
        in_record(record, 0);
        return std::move(found_);
    }

private:
    void in_record(Record const& record, std::size_t at)
    {
        auto const& part = path_.parts[at];
        auto const last = at + 1 == path_.parts.size();
        if (last && path_.field == nullptr && !path_.word && record.kind->field(part) == nullptr) {
            auto const text = part == "id"      ? record.id
                              : part == "kind"  ? record.kind->name
                              : part == "state" ? std::string{state_of(record, moment_)}
                                                : record.path();
            if (!text.empty()) found_.emplace_back().data = text;
            return;
        }
        in_table(record.fields(), *record.kind, "", at);
    }

    void in_table(Table const& table, Kind const& kind, std::string const& prefix, std::size_t at)
    {
        auto const& part = path_.parts[at];
        auto const last = at + 1 == path_.parts.size();
        if (last && path_.word) {
            found_.emplace_back().data = holds(*path_.word, table, kind, prefix, moment_);
            return;
        }
        if (auto const* value = find(table, part))
            one(*value, kind, prefix + part, at);
        else if (keeps_places_ && prefix.ends_with("[]."))
            found_.emplace_back().data = Unreadable{};
    }

    void one(Value const& value, Kind const& kind, std::string const& where, std::size_t at)
    {
        if (auto const* array = value.array()) {
            for (auto const& item : *array) one(item, kind, where.ends_with("[]") ? where : where + "[]", at);
            return;
        }
        if (value.unreadable()) return;
        if (at + 1 == path_.parts.size()) {
            found_.push_back(value);
            return;
        }
        if (auto const* table = value.table()) {
            in_table(*table, kind, where + ".", at + 1);
            return;
        }
        auto field_path = where;
        if (field_path.ends_with("[]")) field_path.resize(field_path.size() - 2);
        auto const* field = kind.field(field_path);
        if (field == nullptr || value.string() == nullptr) return;
        for (auto const& name : field->references) {
            auto const* record = moment_.records().find(name, *value.string());
            if (record == nullptr) continue;
            in_record(*record, at + 1);
            return;
        }
    }

    FieldPath const& path_;
    Moment const& moment_;
    bool keeps_places_;
    std::vector<Value> found_;
};

/// A review or test that was not passed, a launch that failed: held, and not reached.
bool says_failed(Table const& table)
{
    auto const* outcome = find(table, "outcome");
    return outcome != nullptr && outcome->string() != nullptr && is_failure(*outcome->string());
}

}  // namespace

std::variant<FieldPath, TextProblem> read_field_path(std::string_view text, Kind const& kind,
                                                     std::span<Kind const* const> kinds, std::size_t offset)
{
    return Reader{text, kind, kinds, offset}.read();
}

FieldType value_type(FieldPath const& path)
{
    if (path.word) return FieldType::boolean;
    if (path.field == nullptr) return FieldType::string;
    if (path.field->role != DateRole::none) return FieldType::date;
    return path.field->type == FieldType::array ? path.field->item_type : path.field->type;
}

std::vector<Value> values_of(FieldPath const& path, Record const& record, Moment const& moment)
{
    return Collector{path, moment}.collect(record);
}

std::vector<Value> places_of(FieldPath const& path, Record const& record, Moment const& moment)
{
    return Collector{path, moment, true}.collect(record);
}

bool holds(StateWord word, Table const& table, Kind const& kind, std::string_view prefix, Moment const& moment)
{
    auto const planned = planned_key(kind, prefix);
    auto const reached = reached_key(kind, prefix);
    auto const says = [&](std::string_view key) { return !key.empty() && find(table, key) != nullptr; };
    auto const held = says(reached);  // one that cannot be read says all the same that it was reached
    auto const failed = held && prefix.empty() && kind.name == kinds::milestone && says_failed(table);
    auto const achieved = held && !failed;
    auto const cancelled = can_be_cancelled(kind, prefix) && says("cancelled");
    // What was held and failed with the day that its plan named has no plan for what is still to come.
    auto const& zone = moment.records().zone();
    auto const plan = date_at(table, planned, zone);
    auto const used_up = failed && plan && !plan->open_ended() && [&] {
        auto const on = date_at(table, reached, zone);
        return !on || plan->last() <= on->last();
    }();
    auto const dropped = !cancelled && moment.is_dropped(table);
    auto const open = !achieved && !cancelled && !dropped && !moment.is_repeated(table);
    switch (word) {
        case StateWord::achieved: return achieved;
        case StateWord::failed: return failed;
        case StateWord::cancelled: return cancelled;
        case StateWord::open: return open;
        case StateWord::dropped: return dropped;
        case StateWord::lost: return can_be_lost(kind, prefix) && !cancelled && moment.lost_on(table) != nullptr;
        case StateWord::undated: return open && (!says(planned) || used_up || (plan && plan->open_ended()));
        case StateWord::late: return open && !used_up && plan && is_late(*plan, moment.today());
    }
    return false;
}

std::string_view name(StateWord word)
{
    return std::ranges::find(words, word, &Word::word)->name;
}

}  // namespace sss
