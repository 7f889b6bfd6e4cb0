#include "work/minutes/minutes.hpp"

#include "facts/standard_records.hpp"
#include "history/history.hpp"
#include "records/propose_id.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/by_name.hpp"
#include "work/change/field_values.hpp"
#include "work/change/new_item.hpp"
#include "work/minutes/reading.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// "Closed by" and "closed-by" are closed_by.
std::string field_name(std::string name)
{
    for (auto& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '-') c = '_';
    }
    return name;
}

/// The record that a name means: by its id, its title, its short name or another of its names; the text itself where
/// none or several do.
std::string id_meant(std::vector<std::string> const& kinds, std::string const& text, Records const& records)
{
    std::vector<std::string> found;
    for (auto const& kind : kinds) {
        if (records.find(kind, text) != nullptr) return text;
        for (auto const& record : records.of(kind)) {
            auto names = strings_at(record.fields(), keys::aliases);
            names.insert(names.end(), {record.title(), record.id});
            if (auto const* name = string_at(record.fields(), keys::short_name)) names.push_back(*name);
            auto const same = [&](std::string const& name) {
                auto const plain = slug(text);
                return name == text || (!plain.empty() && slug(name) == plain);
            };
            if (std::ranges::any_of(names, same)) found.push_back(record.id);
        }
    }
    return found.size() == 1 ? found.front() : text;
}

class MinutesTaker {
public:
    MinutesTaker(WorkingTree const& tree, Record const& meeting, MinutesRequest const& request, Day today)
        : tree_(tree), meeting_(meeting), request_(request), today_(today), sorts_(tree.layout().kinds())
    {
        sections_ = minutes_sections(sorts_, *meeting.kind);
    }

    Rewriting take()
    {
        auto minutes = read_minutes(request_.text, sections_, meeting_);
        problems_ = std::move(minutes.problems);
        for (auto const& field : minutes.fields) take_field(field);
        for (auto const& item : minutes.items) take_item(item);
        if (!problems_.empty()) refuse();
        Rewriting what{.lead = {meeting_.kind, meeting_.id}, .texts = {}};
        what.texts = std::move(texts_);
        what.reason = request_.reason;
        what.subject = subject();
        what.unchanged = what.texts.empty() ? "the record says all of it already" : std::string{};
        return what;
    }

private:
    /// What they brought, where that is more than one thing; empty: the change itself says it best.
    std::string subject() const
    {
        std::vector<std::string> parts;
        std::int64_t all = 0;
        for (auto const& section : sections_) {
            auto const found = added_.find(section.sort->list->path);
            if (found == added_.end()) continue;
            all += found->second;
            parts.push_back(count(found->second, found->first));
        }
        if (all < 2) return {};
        return fmt::format("{}: minutes, {}", name_of(meeting_), schema::joined(parts, "and"));
    }

    void say(std::uint32_t line, std::string const& sentence) { problems_.push_back({line, sentence}); }

    [[noreturn]] void refuse()
    {
        std::ranges::stable_sort(problems_, {}, &MinutesProblem::line);
        std::vector<std::string> lines;
        for (auto const& [line, sentence] : problems_)
            lines.push_back(fmt::format("{}, line {}: {}", request_.name, line, sentence));
        if (lines.size() == 1) throw UsageError{lines.front(), "Nothing is written."};
        throw UsageError{fmt::format("{} things in the minutes cannot be taken", lines.size()),
                         fmt::format("{}\nNothing is written.", fmt::join(lines, "\n"))};
    }

    std::string const& text_of(Record const& record)
    {
        auto const known = texts_.find(record.path());
        return known == texts_.end() ? record.text : *known->second;
    }

    void edit(Record const& record, FieldEdit const& change)
    {
        texts_[record.path()] = edited_anyhow(text_of(record), *record.kind, change);
    }

    /// The value of a field as it was written; nothing where it cannot be one.
    std::optional<Value> value(std::uint32_t line, std::string const& name, Field const& field, std::string const& said)
    {
        std::vector<std::string> texts{day_in_field(field, said, today_)};
        if (!field.references.empty() && field.type == FieldType::array) {
            auto const list = value_of(tree_.schema(*meeting_.kind), field, texts);
            texts.clear();
            for (auto const& one : list.strings()) texts.push_back(id_meant(field.references, one, tree_.records));
        } else if (!field.references.empty()) {
            texts = {id_meant(field.references, said, tree_.records)};
        }
        auto made = value_of(tree_.schema(*meeting_.kind), field, texts);
        auto const objection = objection_to(tree_.schema(*meeting_.kind), field, made, tree_.records);
        if (!objection) return made;
        say(line, fmt::format("{}: {}", name, visible(objection->text())));
        return std::nullopt;
    }

    /// "RIDs carried over" is rids.carried_over.
    Field const* field_said(std::string const& name) const
    {
        auto const typed = field_name(name);
        if (auto const* field = field_typed(*meeting_.kind, typed)) return field;
        auto const found = std::ranges::find_if(meeting_.kind->fields, [&](Field const& field) {
            return is_settable(field) && field_name(with_blanks(field.path)) == typed;
        });
        return found == meeting_.kind->fields.end() ? nullptr : &*found;
    }

    static std::string with_blanks(std::string path)
    {
        std::ranges::replace(path, '.', ' ');
        return path;
    }

    void take_field(MinutesField const& said)
    {
        auto const* field = field_said(said.name);
        if (field == nullptr || field->type == FieldType::table || field->item_type == FieldType::table) {
            std::vector<std::string> names;
            for (auto const& known : meeting_.kind->fields)
                if (is_settable(known) && known.item_type != FieldType::table) names.push_back(known.path);
            auto const near = nearest(field_name(said.name), names);
            return say(said.line, fmt::format("{} has no field '{}'{}", schema::with_article(meeting_.kind->name),
                                              visible(said.name),
                                              near ? fmt::format("; did you mean '{}'?", *near) : std::string{}));
        }
        auto const made = value(said.line, said.name, *field, said.text);
        auto const* now = find_path(meeting_.fields(), field->path);
        if (!made || (now != nullptr && same_meaning(field, *now, *made))) return;
        EditPath path;
        for (auto rest = std::string_view{field->path}; !rest.empty();) {
            auto const dot = std::min(rest.find('.'), rest.size());
            path.push_back({std::string{rest.substr(0, dot)}});
            rest.remove_prefix(std::min(dot + 1, rest.size()));
        }
        edit(meeting_, {FieldEdit::Act::put, path, *made});
    }

    void take_item(MinutesItem const& said)
    {
        auto const& sort = *said.section->sort;
        auto const hash = said.name.find('#');
        if (hash != std::string::npos) {
            auto const* holder = tree_.records.find(sort.owner->name, said.name.substr(0, hash));
            auto const place = holder == nullptr ? std::nullopt : place_of(sort, *holder, said.name.substr(hash + 1));
            if (!place) return say(said.line, fmt::format("'{}' is on no record", visible(said.name)));
            if (!holder->document.problems.empty())
                return say(said.line, fmt::format("{} cannot be read whole; mend it first", visible(holder->path())));
            return change_item(said, *holder, *place);
        }
        auto const numbered = sort.list->key == keys::id;
        auto const key = numbered || said.cells.empty() ? said.name : said.cells.front();
        auto place = key.empty() ? std::nullopt : place_of(sort, meeting_, key);
        // What stands word for word is no new one: minutes that are read twice say nothing twice.
        if (!place && said.name.empty()) place = place_of_text(said, true);
        if (place) return change_item(said, meeting_, *place);
        if (said.name.empty()) {
            if (auto const open = open_before(said)) return change_item(said, *open->holder, open->place);
            // In the same words, and somebody else's now.
            if ((place = place_of_text(said, false))) return change_item(said, meeting_, *place);
        }
        add_item(said, numbered ? key : std::string{});
    }

    static std::optional<std::size_t> place_of(ItemSort const& sort, Record const& holder, std::string_view key)
    {
        auto const* list = find(holder.fields(), sort.list->path);
        if (list == nullptr || list->array() == nullptr) return std::nullopt;
        for (std::size_t i = 0; i < list->array()->size(); ++i) {
            auto const* item = (*list->array())[i].table();
            auto const* its = item == nullptr ? nullptr : string_at(*item, sort.list->key);
            if (its != nullptr && form_cell(*its) == form_cell(key)) return i;
        }
        return std::nullopt;
    }

    std::optional<std::size_t> place_of_text(MinutesItem const& said, bool of_same_owner) const
    {
        for (auto const& item : items_of(*said.section->sort, meeting_))
            if (cell_text(item, said.section->cells.front()) == said.cells.front() &&
                (!of_same_owner || may_be_whose(said, item)))
                return place_of(*said.section->sort, meeting_, key_of_item(item.id));
        return std::nullopt;
    }

    /// Whether the line names no owner, or the item's.
    bool may_be_whose(MinutesItem const& said, Record const& item) const
    {
        auto const& section = *said.section;
        auto const* owner = string_at(item.fields(), keys::owner);
        auto const cell = std::ranges::find(section.cells, keys::owner);
        auto const at = static_cast<std::size_t>(cell - section.cells.begin());
        auto const named = at < said.cells.size() && !said.cells[at].empty();
        return !named || (owner != nullptr &&
                          id_meant({std::string{kinds::organisation}}, said.cells[at], tree_.records) == *owner);
    }

    struct Standing {
        Record const* holder;
        std::size_t place;
    };

    /// Whether this meeting's own minutes closed it.
    bool closed_here(Record const& item) const
    {
        auto const* by = string_at(item.fields(), keys::closed_by);
        return by != nullptr && *by == meeting_.id;
    }

    /// What an earlier meeting of the series agreed in the same words, for the same owner, and what is still open; or
    /// what these minutes closed when they were read before.
    std::optional<Standing> open_before(MinutesItem const& said) const
    {
        auto const& section = *said.section;
        if (section.closed == nullptr || said.cells.empty()) return std::nullopt;
        for (auto const* before : earlier_meetings(tree_.records, meeting_)) {
            if (!before->document.problems.empty()) continue;
            for (auto const& item : items_of(*section.sort, *before)) {
                if (!is_open(section, item) && !closed_here(item)) continue;
                if (cell_text(item, section.cells.front()) != said.cells.front()) continue;
                if (!may_be_whose(said, item)) continue;
                if (auto const place = place_of(*section.sort, *before, key_of_item(item.id)))
                    return Standing{before, *place};
            }
        }
        return std::nullopt;
    }

    Field const& field_at_cell(MinutesSection const& section, std::size_t cell) const
    {
        return *field_of_item(*section.sort, section.cells[cell]);
    }

    void change_item(MinutesItem const& said, Record const& holder, std::size_t place)
    {
        auto const& sort = *said.section->sort;
        auto const& list = *find(holder.fields(), sort.list->path)->array();
        auto const& item = *list[place].table();
        auto const put_at = [&](std::string const& name, Value value) {
            edit(holder, {FieldEdit::Act::put, {{sort.list->path, place}, {name}}, std::move(value)});
        };
        for (std::size_t i = 0; i < said.cells.size(); ++i) {
            auto const& name = said.section->cells[i];
            if (said.cells[i].empty()) continue;
            auto const* now = find(item, name);
            // A text of several lines is one line here, and as it was where nobody touched it.
            if (now != nullptr && now->text() != nullptr && form_cell(*now->text()) == form_cell(said.cells[i]))
                continue;
            auto const& field = field_at_cell(*said.section, i);
            auto made = value(said.line, name, field, said.cells[i]);
            if (made && (now == nullptr || !same_meaning(&field, *now, *made))) put_at(name, std::move(*made));
        }
        if (!said.done) return;
        auto const closed_name = said.section->closed->path.substr(sort.list->path.size() + 3);
        auto const* closed = find(item, closed_name);
        if (closed != nullptr && said.done->empty()) return;
        auto made = closing_day(said);
        if (!made || (closed != nullptr && same_meaning(said.section->closed, *closed, *made))) return;
        put_at(closed_name, std::move(*made));
        if (holder.id != meeting_.id && sort.kind.field(keys::closed_by) != nullptr &&
            find(item, keys::closed_by) == nullptr)
            put_at(std::string{keys::closed_by}, Value{meeting_.id});
    }

    /// The day that is said, or else the meeting's last one, or today where that is still to come.
    std::optional<Value> closing_day(MinutesItem const& said)
    {
        auto day = *said.done;
        if (day.empty()) {
            auto const facts = read_meeting(meeting_.id, meeting_.fields(), tree_.records.zone());
            day = iso(facts.start && facts.last() <= today_ ? facts.last() : today_);
        }
        return value(said.line, std::string{done_word}, *said.section->closed, day);
    }

    void add_item(MinutesItem const& said, std::string const& key)
    {
        auto const& sort = *said.section->sort;
        Table item;
        for (std::size_t i = 0; i < said.cells.size(); ++i) {
            if (said.cells[i].empty()) continue;
            auto const& name = said.section->cells[i];
            if (auto made = value(said.line, name, field_at_cell(*said.section, i), said.cells[i]))
                put(item, name, std::move(*made));
        }
        for (auto const* field : missing_in_item(sort, item)) {
            auto const name = field->path.substr(sort.list->path.size() + 3);
            auto const cell = std::ranges::find(said.section->cells, name);
            auto const at = static_cast<std::size_t>(cell - said.section->cells.begin());
            if (cell == said.section->cells.end() || at >= said.cells.size() || said.cells[at].empty())
                say(said.line, fmt::format("{} needs its {}", schema::with_article(sort.kind.name), visible(name)));
        }
        if (said.done)
            if (auto made = closing_day(said))
                put(item, said.section->closed->path.substr(sort.list->path.size() + 3), std::move(*made));
        auto& taken = taken_.try_emplace(sort.list->path, keys_of(sort, meeting_)).first->second;
        auto const own = key.empty() ? next_key(sort, taken) : key;
        taken.push_back(own);
        ++added_[sort.list->path];
        edit(meeting_, {FieldEdit::Act::append, {{sort.list->path}}, whole_item(sort, own, std::move(item))});
    }

    WorkingTree const& tree_;
    Record const& meeting_;
    MinutesRequest const& request_;
    Day today_;
    ItemSorts sorts_;
    std::vector<MinutesSection> sections_;
    ChangedTexts texts_;
    std::map<std::string, std::vector<std::string>> taken_;  ///< keys, by the list
    std::map<std::string, std::int64_t> added_;              ///< how many items, by their list
    std::vector<MinutesProblem> problems_;
};

}  // namespace

Record const& meeting_named(WorkingTree const& tree, std::string const& typed)
{
    auto const& record = sound_record(tree, typed);
    if (record.kind->name == kinds::meeting) return record;
    throw UsageError{
        fmt::format("{} is {}, and has no minutes", name_of(record), schema::with_article(record.kind->name)),
        "Name a meeting: `sss list meeting` shows them."};
}

Rewriting rewriting_for(WorkingTree const& tree, MinutesRequest const& request, Outside const& outside)
{
    auto const& meeting = meeting_named(tree, request.meeting);
    auto const today = tree.configuration->zone.day_of(outside.now());
    if (request.form && *request.form != minutes_form(tree, meeting, today))
        throw Error{fmt::format("take the minutes of {}", visible(meeting.id)),
                    "what the form showed was changed by somebody else while it was filled in",
                    "Compare the two: `sss minutes --form` prints what stands now."};
    return MinutesTaker{tree, meeting, request, today}.take();
}

}  // namespace sss
