#include "facts/query/field_path.hpp"

#include "support/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::array<std::string_view, 3> of_every_record{"id", "kind", "file"};

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

/// What no schema has and what can be told of whole records of a kind.
std::vector<std::string_view> told_of(Kind const& kind)
{
    std::vector<std::string_view> names{of_every_record.begin(), of_every_record.end()};
    if (has_state(kind)) names.emplace_back("state");
    for (auto const what : all_computed())
        if (says(what, kind, "")) names.push_back(name(what));
    return names;
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
            if (next.empty())
                return problem(fmt::format("'{}' names records of a kind that is not in use", part),
                               "[data] kinds in sss.toml says which are.", part, from);
        }
        path_.field = field;
        spots_ = std::move(next);
        return std::nullopt;
    }

    /// What no schema has: id, kind, file, state, what is computed, and the words.
    std::optional<TextProblem> derived(std::string_view part, std::size_t from, bool last)
    {
        auto const& spot = spots_.front();
        auto const word = state_word(part);
        auto const computed = computed_named(part);
        auto const general =
            spot.prefix.empty() && (std::ranges::find(of_every_record, part) != of_every_record.end() ||
                                    (part == "state" && has_state(*spot.kind)));
        if (!word && !computed && !general) return unknown(part, from);
        if (!last)
            return problem(fmt::format("'{}' holds no fields of its own", part), "It can only stand at the end.", part,
                           from);
        path_.field = nullptr;
        if (general) return std::nullopt;
        auto const is_said = [&](Spot const& one) {
            return (computed && says(*computed, *one.kind, one.prefix)) || (word && says(*word, *one.kind, one.prefix));
        };
        if (!std::ranges::any_of(spots_, is_said))
            return problem(fmt::format("'{}' says nothing of {}", part,
                                       spot.prefix.empty() ? "records of the kind " + spot.kind->name : path_.text),
                           who_has(computed, word), part, from);
        // What can be both is told as a number of days.
        if (computed)
            path_.computed = computed;
        else
            path_.word = word;
        return std::nullopt;
    }

    static std::string who_has(std::optional<Computed> computed, std::optional<StateWord> word)
    {
        if (word == StateWord::lost) return "Only a satellite is; of a milestone's: satellite.lost.";
        if (computed == Computed::phase || computed == Computed::progress)
            return fmt::format("A satellite has it; of a milestone's: satellite.{}.", name(*computed));
        if (computed == Computed::slip) return "It needs a baseline, as milestones have.";
        if (computed == Computed::moves) return "It needs a planned date, as milestones have.";
        if (computed && computed != Computed::late)
            return "It is known of whole records; of the items of a list: sss list action --columns +age.";
        return "It needs a planned or an actual date, as milestones have, or a due date, as the actions of a "
               "meeting do (action.late).";
    }

    TextProblem unknown(std::string_view part, std::size_t from) const
    {
        std::vector<std::string> names;
        for (auto const& spot : spots_) {
            for (auto& name : names_in(*spot.kind, spot.prefix)) names.push_back(std::move(name));
            if (!spot.prefix.empty()) continue;
            for (auto const one : told_of(*spot.kind)) names.emplace_back(one);
        }
        auto candidates = names;
        for (auto const word : state_words()) candidates.emplace_back(word);
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
        if (last && path_.field == nullptr && !path_.word && !path_.computed && record.kind->field(part) == nullptr) {
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
        if (last && path_.computed && kind.field(prefix + part) == nullptr) {
            if (auto value = computed(*path_.computed, table, kind, prefix, moment_))
                found_.push_back(std::move(*value));
            else if (keeps_places_ && prefix.ends_with("[]."))
                found_.emplace_back().data = Unreadable{};
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

}  // namespace

std::variant<FieldPath, TextProblem> read_field_path(std::string_view text, Kind const& kind,
                                                     std::span<Kind const* const> kinds, std::size_t offset)
{
    return Reader{text, kind, kinds, offset}.read();
}

FieldType value_type(FieldPath const& path)
{
    if (path.word) return FieldType::boolean;
    if (path.computed) return value_type(*path.computed);
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

}  // namespace sss
