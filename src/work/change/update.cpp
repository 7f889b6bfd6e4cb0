#include "work/change/update.hpp"

#include "history/history.hpp"
#include "work/change/rewriting.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// Puts what is said into one record, field by field.
class Updater {
public:
    Updater(Kind const& kind, std::string text) : kind_(kind), text_(std::move(text)) { parse_values(text_, now_); }

    void take(Table const& said) { table(said, {}, {}); }
    std::string const& text() const { return text_; }

private:
    /// @param prefix  of the fields in the schema: "orbit.", "action[]."
    void table(Table const& said, EditPath const& at, std::string const& prefix)
    {
        for (auto const& member : said) {
            auto path = at;
            path.push_back({member.key});
            value(member.value, path, prefix + member.key);
        }
    }

    void value(Value const& said, EditPath const& at, std::string const& path)
    {
        auto const* now = find_at(at);
        auto const* field = kind_.field(path);
        if (said.table() != nullptr && now != nullptr && now->table() != nullptr)
            return table(*said.table(), at, path + ".");
        if (said.array() != nullptr && field != nullptr && !field->key.empty()) return items(*said.array(), at, *field);
        if (now != nullptr && same_meaning(kind_, path, *now, said)) return;
        edit({FieldEdit::Act::put, at, said});
    }

    void items(Array const& said, EditPath const& at, Field const& field)
    {
        for (auto const& item : said) {
            auto const* key = item.table() != nullptr ? find(*item.table(), field.key) : nullptr;
            auto const* now = find_at(at);
            auto const* list = now != nullptr ? now->array() : nullptr;
            auto const same = [&](Value const& other) {
                auto const* its = other.table() != nullptr ? find(*other.table(), field.key) : nullptr;
                return its != nullptr && key != nullptr && *its == *key;
            };
            auto const found = list != nullptr ? std::ranges::find_if(*list, same) : Array::const_iterator{};
            if (list == nullptr || found == list->end()) {
                edit({FieldEdit::Act::append, at, item});
                continue;
            }
            auto into = at;
            into.back().item = static_cast<std::size_t>(found - list->begin());
            table(*item.table(), into, field.path + "[].");
        }
    }

    Value const* find_at(EditPath const& path) const
    {
        auto const* table = &now_;
        Value const* value = nullptr;
        for (auto const& step : path) {
            value = table != nullptr ? find(*table, step.key) : nullptr;
            if (value != nullptr && step.item)
                value = value->array() != nullptr && *step.item < value->array()->size()
                            ? &(*value->array())[*step.item]
                            : nullptr;
            if (value == nullptr) return nullptr;
            table = value->table();
        }
        return value;
    }

    void edit(FieldEdit const& one)
    {
        text_ = edited_anyhow(text_, kind_, one);
        now_ = applied(std::move(now_), one);
    }

    Kind const& kind_;
    std::string text_;
    Table now_;
};

}  // namespace

Record const* standing_record(Records const& records, Kind const& kind, std::string_view id)
{
    if (id.empty()) return nullptr;
    if (auto const* record = records.find(kind.name, id)) return record;
    auto const once = records.once_called(kind.name, id);
    return once.empty() ? nullptr : once.front();
}

std::map<std::string, Arrival> updates(std::vector<Imported>& all, WorkingTree const& tree,
                                       std::vector<std::string>& problems)
{
    std::map<std::string, Arrival> found;
    for (auto& one : all) {
        auto const* record = standing_record(tree.records, *one.kind, one.id);
        if (record == nullptr) continue;
        if (!record->document.problems.empty()) {
            problems.push_back(fmt::format("{}: {} cannot be read whole; mend it first: `sss validate` shows where",
                                           one.where, record->path()));
        } else {
            auto const known = found.find(record->path());
            if (known != found.end() && !one.of_items)
                problems.push_back(
                    fmt::format("{}: the id '{}' is that of {} too", one.where, one.id, known->second.where));
            Updater updater{*record->kind, known != found.end() ? known->second.text : record->text};
            try {
                updater.take(one.fields);
                found.insert_or_assign(record->path(), Arrival{one.where, updater.text(), found.size()});
            } catch (UsageError const&) {
                throw;
            } catch (Error const& error) {
                problems.push_back(fmt::format("{}: {}", one.where, error.what()));
            }
        }
        one.kind = nullptr;  // taken
    }
    std::erase_if(all, [](Imported const& one) { return one.kind == nullptr; });
    return found;
}

}  // namespace sss
