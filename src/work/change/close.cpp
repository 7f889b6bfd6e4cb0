#include "work/change/close.hpp"

#include "support/edit_distance.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/move_words.hpp"
#include "work/by_name.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// One item of a list whose items are closed on a day, as the actions of a meeting are.
struct Item {
    Record const* record = nullptr;
    std::string list;  ///< "action"
    std::string id;
    std::string closed_key;  ///< "closed"
    Table const* fields = nullptr;

    std::string name() const { return visible(fmt::format("{}#{}", record->id, id)); }
    bool open() const { return find(*fields, closed_key) == nullptr; }
};

void add_items(std::vector<Item>& items, Record const& record)
{
    for (auto const& field : record.kind->fields) {
        auto const brackets = field.path.find("[].");
        if (field.role != DateRole::closed || brackets == std::string::npos) continue;
        auto const list = field.path.substr(0, brackets);
        auto const* named = record.kind->field(list);
        auto const* value = find(record.fields(), list);
        if (named == nullptr || named->key.empty() || value == nullptr || value->array() == nullptr) continue;
        for (auto const& one : *value->array()) {
            auto const* id = one.table() == nullptr ? nullptr : find(*one.table(), named->key);
            if (id != nullptr && id->string() != nullptr)
                items.push_back({&record, list, *id->string(), field.path.substr(brackets + 3), one.table()});
        }
    }
}

std::string did_you_mean(std::string_view wrong, std::vector<std::string> const& known)
{
    auto const near = nearest(wrong, known);
    return near ? fmt::format("Did you mean '{}'?", visible(*near)) : std::string{};
}

/// "MEETING#ACTION".
Item item_in(Records const& records, std::string const& typed, std::size_t hash)
{
    auto const& record = find_record(records, typed.substr(0, hash));
    auto const id = typed.substr(hash + 1);
    std::vector<Item> items;
    add_items(items, record);
    std::vector<std::string> ids;
    for (auto const& item : items) ids.push_back(item.id);
    auto const found = std::ranges::find(ids, id);
    if (found != ids.end()) return items[static_cast<std::size_t>(found - ids.begin())];
    std::string open;
    for (auto const& item : items)
        if (item.open()) open += (open.empty() ? "" : ", ") + visible(item.id);
    auto help = did_you_mean(id, ids);
    if (!open.empty()) help += fmt::format("{}Open there: {}.", help.empty() ? "" : " ", open);
    if (items.empty()) help = "It has no actions at all.";
    throw UsageError{fmt::format("{} has no action '{}'", name_of(record), visible(id)), help};
}

/// The only action of this id; of several the only one that is open.
Item item_named(Records const& records, std::string const& typed)
{
    std::vector<Item> all;
    for (auto const& record : records.all()) add_items(all, record);
    std::vector<Item> same;
    for (auto const& item : all)
        if (item.id == typed) same.push_back(item);
    auto open = same;
    std::erase_if(open, [](Item const& item) { return !item.open(); });
    if (open.size() == 1) return open.front();
    if (same.size() == 1) return same.front();
    if (same.empty()) {
        std::vector<std::string> names;
        for (auto const& item : all) names.push_back(item.id);
        auto help = did_you_mean(typed, names);
        if (records.named(typed).size() == 1) help = fmt::format("That is a record. Write {}#ACTION.", visible(typed));
        throw UsageError{fmt::format("no action is called '{}'", visible(typed)), help};
    }
    std::string list;
    for (auto const& item : open.empty() ? same : open)
        list += fmt::format("{}{}", list.empty() ? "" : ", ", visible(item.name()));
    throw UsageError{fmt::format("{} actions are called '{}'", (open.empty() ? same : open).size(), visible(typed)),
                     fmt::format("Write one of {}.", list)};
}

/// "MEETING ACTION" in place of "MEETING#ACTION".
void refuse_two_words(Records const& records, std::vector<std::string> const& words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        auto const found = records.named(words[i]);
        if (found.size() != 1) continue;
        std::vector<Item> items;
        add_items(items, *found.front());
        for (auto const& item : items)
            if (item.id == words[i + 1])
                throw UsageError{
                    fmt::format("'{}' and '{}' are one name, with a # between", visible(words[i]), visible(item.id)),
                    fmt::format("Write: sss close {}", shell_word(fmt::format("{}#{}", item.record->id, item.id)))};
    }
}

/// The last of several words is a date, unless it names an action.
IdsAndDate actions_and_date(std::vector<std::string> words, Records const& records)
{
    auto const& last = words.back();
    auto const is_action = [&] {
        if (last.find('#') != std::string::npos) return true;
        std::vector<Item> all;
        for (auto const& record : records.all()) add_items(all, record);
        return std::ranges::find(all, last, &Item::id) != all.end();
    };
    if (words.size() < 2 || is_action()) return {std::move(words)};
    auto date = std::move(words.back());
    words.pop_back();
    return {std::move(words), std::move(date)};
}

/// A meeting that was over before can hardly have seen the action closed, all the more where it opened it.
std::string doubt_of(CloseRequest const& request, Item const& item, std::string const& date, Zone const& zone)
{
    auto const& meeting = *item.record;
    if (request.by != meeting.id && request.by != meeting.kind->name + "/" + meeting.id) return {};
    auto const* last = find(meeting.fields(), keys::end);
    if (last == nullptr) last = find(meeting.fields(), keys::start);
    auto const end = last != nullptr ? last->date(zone) : std::nullopt;
    auto const closed = parse_date(date, zone);
    auto const* day = std::get_if<Date>(&closed);
    if (!end || day == nullptr || end->last() >= day->first()) return {};
    return fmt::format(
        "sss: --by names the meeting that opened the action, and that ended on {}, before it was closed on {}\n"
        "  --by is for the meeting at which it was shown as done.\n",
        said(*end), said(*day));
}

Assignment put_in(Item const& item, std::string const& key, std::string value)
{
    return {Assignment::Act::put,
            {{item.list, item.id}, {key, std::nullopt}},
            std::move(value),
            fmt::format("{}[{}].{}", item.list, item.id, key)};
}

std::string closed_on(Item const& item, Zone const& zone)
{
    auto const date = date_at(*item.fields, item.closed_key, zone);
    return date ? said(*date) : "a date that cannot be read";
}

/// Closes one action after the other; several may stand in one record.
class Closing {
public:
    Closing(WorkingTree const& tree, CloseRequest const& request, std::string const& typed, Outside const& outside)
        : tree_(tree),
          request_(request),
          outside_(outside),
          zone_(tree.configuration->zone),
          typed_(!typed.empty()),
          date_(typed_ ? day_named(typed, zone_.day_of(outside.now())) : iso(zone_.day_of(outside.now())))
    {}

    void close(std::string const& word)
    {
        auto const hash = word.find('#');
        auto const item =
            hash == std::string::npos ? item_named(tree_.records, word) : item_in(tree_.records, word, hash);
        auto const& record = sound_record(tree_, item.record->kind->name + "/" + item.record->id);
        if (lead_ == nullptr) lead_ = &record;
        auto const* was = find(*item.fields, item.closed_key);
        if (was != nullptr && typed_ && was->text() != nullptr && *was->text() != date_)
            throw UsageError{fmt::format("{} was closed already, on {}", item.name(), closed_on(item, zone_)),
                             fmt::format("To correct the date: sss set {} '{}[{}].{}={}'", shell_word(record.id),
                                         item.list, visible(item.id), item.closed_key, date_)};
        if (was != nullptr && request_.by.empty()) {
            unchanged_.push_back(fmt::format("{} was closed already, on {}\n  To correct it: sss set {} '{}[{}].{}=…'",
                                             item.name(), closed_on(item, zone_), shell_word(record.id), item.list,
                                             visible(item.id), item.closed_key));
            return;
        }
        auto& changes = changes_[&record];
        if (was == nullptr) changes.push_back(put_in(item, item.closed_key, date_));
        if (!request_.by.empty()) changes.push_back(put_in(item, "closed_by", request_.by));
        if (auto const* text = find(*item.fields, keys::text); text != nullptr && text->string() != nullptr)
            aside_ += fmt::format("  It was: {}\n", visible(*text->string()));
        if (request_.by.empty()) return;
        auto const closed = was == nullptr ? date_ : was->text() != nullptr ? *was->text() : std::string{};
        outside_.remark(doubt_of(request_, item, closed, zone_));
    }

    Rewriting rewriting() &&
    {
        Rewriting what{.lead = {lead_->kind, lead_->id}, .texts = {}};
        what.reason = request_.reason;
        for (auto const& [record, changes] : changes_)
            what.texts[record->path()] = changed_text(tree_, *record, changes);
        if (!changes_.empty() && !changes_.contains(lead_))
            what.lead = {changes_.begin()->first->kind, changes_.begin()->first->id};
        auto const said = fmt::format("{}", fmt::join(unchanged_, "\n  "));
        if (changes_.empty())
            what.unchanged = said;
        else if (!said.empty())
            aside_ += "  " + said + '\n';
        what.aside = std::move(aside_);
        return what;
    }

private:
    WorkingTree const& tree_;
    CloseRequest const& request_;
    Outside const& outside_;
    Zone const& zone_;
    bool typed_;
    std::string date_;
    Record const* lead_ = nullptr;
    /// In the order of the records, so that the same words give the same message.
    std::map<Record const*, std::vector<Assignment>> changes_;
    std::vector<std::string> unchanged_;
    std::string aside_;
};

}  // namespace

Rewriting rewriting_for(WorkingTree const& tree, CloseRequest const& request, Outside const& outside)
{
    refuse_two_words(tree.records, request.words);
    auto const named = actions_and_date(request.words, tree.records);
    Closing closing{tree, request, named.date, outside};
    for (auto const& word : named.ids) closing.close(word);
    return std::move(closing).rewriting();
}

}  // namespace sss
