#include "commands/command_line.hpp"
#include "commands/rewriting.hpp"
#include "render/move_words.hpp"
#include "support/edit_distance.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace sss {
namespace {

struct CloseOptions {
    std::string action;
    std::string date;
    std::string by;
    std::string reason;
    bool dry_run = false;
};

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
void refuse_two_words(Records const& records, CloseOptions const& options)
{
    auto const found = records.named(options.action);
    if (found.size() != 1 || options.date.empty()) return;
    std::vector<Item> items;
    add_items(items, *found.front());
    for (auto const& item : items)
        if (item.id == options.date)
            throw UsageError{
                fmt::format("'{}' and '{}' are one name, with a # between", visible(options.action), visible(item.id)),
                fmt::format("Write: sss close {}", shell_word(fmt::format("{}#{}", item.record->id, item.id)))};
}

/// A meeting that was over before can hardly have seen the action closed, all the more where it opened it.
std::string doubt_of(CloseOptions const& options, Item const& item, std::string const& date, Zone const& zone)
{
    auto const& meeting = *item.record;
    if (options.by != meeting.id && options.by != meeting.kind->name + "/" + meeting.id) return {};
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

ExitStatus run_close(CloseOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto tree = open_working_tree(common);
    auto const lock = options.dry_run ? nullptr : lock_data(tree, surroundings);
    if (lock) read_again(tree);
    auto const hash = options.action.find('#');
    if (hash == std::string::npos) refuse_two_words(tree.records, options);
    auto const item = hash == std::string::npos ? item_named(tree.records, options.action)
                                                : item_in(tree.records, options.action, hash);
    auto const& record = sound_record(tree, item.record->kind->name + "/" + item.record->id);
    auto const today = tree.configuration->zone.day_of(surroundings.now());
    auto const* was = find(*item.fields, item.closed_key);
    auto const date = options.date.empty() ? iso(today) : day_named(options.date, today);
    if (was != nullptr && !options.date.empty() && was->text() != nullptr && *was->text() != date)
        throw UsageError{
            fmt::format("{} was closed already, on {}", item.name(), closed_on(item, tree.configuration->zone)),
            fmt::format("To correct the date: sss set {} '{}[{}].{}={}'", shell_word(record.id), item.list,
                        visible(item.id), item.closed_key, date)};
    if (was != nullptr && options.by.empty()) {
        if (!common.quiet)
            surroundings.complain(
                fmt::format("sss: nothing changes: {} was closed already, on {}\n  To correct it: sss set {} "
                            "'{}[{}].{}=…'\n",
                            item.name(), closed_on(item, tree.configuration->zone), shell_word(record.id), item.list,
                            visible(item.id), item.closed_key));
        return ExitStatus::done;
    }
    std::vector<Assignment> changes;
    if (was == nullptr) changes.push_back(put_in(item, item.closed_key, date));
    if (!options.by.empty()) changes.push_back(put_in(item, "closed_by", options.by));
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    what.texts[record.path()] = changed_text(tree, record, changes);
    what.reason = options.reason;
    what.dry_run = options.dry_run;
    if (auto const* text = find(*item.fields, keys::text); text != nullptr && text->string() != nullptr)
        what.aside = fmt::format("  It was: {}\n", visible(*text->string()));
    if (!common.quiet && !options.by.empty())
        surroundings.complain(doubt_of(options, item,
                                       was == nullptr ? date
                                       : was->text()  ? *was->text()
                                                      : "",
                                       tree.configuration->zone));
    return rewrite(tree, what, common, surroundings);
}

}  // namespace

void add_close(CommandLine& line)
{
    auto options = std::make_shared<CloseOptions>();
    auto const command =
        line.add_command("close", "An action of a meeting is closed: writes when",
                         "  sss close 2017-01-contract-signing#a1              today\n"
                         "  sss close a7 yesterday                             where no other is called a7\n"
                         "  sss close 2017-01-contract-signing#a1 2017-08-14 --by 2017-08-summer-camp");
    command
        .add_option("MEETING#ACTION", options->action,
                    "The action; its id alone where it is the only open one of that id")
        ->required();
    command.add_option("DATE", options->date, "When it was done: a date in any form, today or yesterday; else today");
    command.add_option("--by", options->by, "The meeting at which it was shown as done (closed_by)")
        ->type_name("MEETING");
    command.add_option("--reason", options->reason, "Why, for the commit")->type_name("TEXT");
    command.add_flag("--dry-run", options->dry_run, "Print what would change as a diff, and write nothing");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_close(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
