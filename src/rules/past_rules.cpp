#include "rules/field_past.hpp"
#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

/// Two records of one kind, one of which bears the id that the other one had.
void alias_taken(RuleInput const& input, FindingSink& sink)
{
    for (auto const& record : input.records.all()) {
        auto const* aliases = find(record.fields(), keys::aliases);
        if (aliases == nullptr || aliases->array() == nullptr) continue;
        for (auto const& alias : *aliases->array()) {
            auto const* id = alias.string();
            if (id == nullptr || *id == record.id) continue;
            auto const* other = input.lookup.find(record.kind->name, *id);
            if (other == nullptr) continue;
            sink.add(record, alias.place,
                     {"this record was called {id} once, and another {kind} is called so now ({title})",
                      "id"_key = sss::quoted(*id), "kind"_arg = record.kind->name,
                      "title"_arg = sss::quoted(other->title())},
                     {"give that one an id of its own: sss rename {kind}/{id} NEW", "kind"_arg = record.kind->name,
                      "id"_arg = *id});
        }
    }
}

/// Who bore an id, and until when.
struct Bearer {
    std::string title;
    std::shared_ptr<Table const> content;  ///< what it said when it was removed; nullptr: it goes on under another id
    std::size_t record;                    ///< a number of its own, through all its names
    std::uint32_t until;
};

/// An id that means something else than before.
struct Reuse {
    Bearer before;
    std::uint32_t commit;
};

/// What became of ids, over all changes in their order.
class IdPast {
public:
    void take(Change const& change)
    {
        RecordKey const former{change.record.kind, change.former_id};
        if (change.type == ChangeType::removed) {
            left_.insert_or_assign(change.record,
                                   Bearer{change.title, change.content, number_of(change.record), change.commit});
            numbers_.erase(change.record);
            reused_.erase(change.record);
        } else if (!change.former_id.empty()) {
            auto const number = number_of(former);
            left_.insert_or_assign(former, Bearer{change.title, nullptr, number, change.commit});
            numbers_.erase(former);
            reused_.erase(former);
            come(change, number);
        } else if (change.type == ChangeType::added) {
            come(change, next_++);
        }
    }

    std::map<RecordKey, Reuse, RecordKeyLess> const& reused() const { return reused_; }

private:
    std::size_t number_of(RecordKey const& key)
    {
        auto const [entry, fresh] = numbers_.try_emplace(key, next_);
        if (fresh) ++next_;
        return entry->second;
    }

    void come(Change const& change, std::size_t number)
    {
        numbers_.insert_or_assign(change.record, number);
        auto const before = left_.find(change.record);
        if (before == left_.end() || before->second.record == number) return;
        auto const came_back = before->second.content != nullptr && change.content != nullptr &&
                               alike(*change.record.kind, *before->second.content, *change.content);
        if (came_back)
            numbers_[change.record] = before->second.record;
        else
            reused_.insert_or_assign(change.record, Reuse{before->second, change.commit});
    }

    std::map<RecordKey, Bearer, RecordKeyLess> left_;
    std::map<RecordKey, std::size_t, RecordKeyLess> numbers_;
    std::map<RecordKey, Reuse, RecordKeyLess> reused_;
    std::size_t next_ = 0;
};

void id_reused(RuleInput const& input, JudgedHistory const& judged, FindingSink& sink)
{
    IdPast past;
    for (auto const& change : judged.history.changes) past.take(change);
    for (auto const& [key, reuse] : past.reused()) {
        auto const* record = input.records.find(key.kind->name, key.id);
        if (record == nullptr || !judged.is_judged[reuse.commit]) continue;
        auto const& until = judged.history.commits[reuse.before.until];
        auto const when = until.commit.id
                              ? Sentence{"until {day} ({commit})", "day"_arg = iso(input.zone.day_of(until.landed_at)),
                                         "commit"_arg = until.commit.id.brief()}
                              : Sentence{"until now"};
        sink.add(*record, place_of(record->fields(), key.kind->title_field),
                 {"the id {id} meant {before} {when}, and means {title} now", "id"_key = sss::quoted(key.id),
                  "before"_key = sss::quoted(reuse.before.title), "when"_arg = when,
                  "title"_key = sss::quoted(record->title())},
                 {"give this one an id of its own: sss rename {kind}/{id} NEW", "kind"_arg = key.kind->name,
                  "id"_arg = key.id});
    }
}

/// The first open matter of a record whose day has passed.
struct Overdue {
    DateAt at;
    Sentence what;  ///< "planned for 2018-04", "action \"a1\" was due on 2018-04-25"
};

/// What a satellite that was given up still had to reach is no longer awaited.
bool is_given_up_with_its_satellite(RuleInput const& input, Table const& fields)
{
    auto const* id = string_at(fields, keys::satellite);
    auto const* satellite = id != nullptr ? input.records.find(kinds::satellite, *id) : nullptr;
    return satellite != nullptr && find(satellite->fields(), keys::cancelled) != nullptr;
}

std::optional<Overdue> overdue(RuleInput const& input, Record const& record, Day today)
{
    auto const& fields = record.fields();
    if (record.kind->name == kinds::milestone && is_given_up_with_its_satellite(input, fields)) return std::nullopt;
    auto const has = [&](DateRole role) {
        auto const field = std::ranges::find(record.kind->fields, role, &Field::role);
        return field != record.kind->fields.end() && find(fields, field->path) != nullptr;
    };
    auto const plan = std::ranges::find(record.kind->fields, DateRole::planned, &Field::role);
    if (plan != record.kind->fields.end() && !has(DateRole::actual) && find(fields, keys::cancelled) == nullptr)
        if (auto const planned = date_in(fields, plan->path, input.zone); planned && is_late(planned->date, today))
            return Overdue{*planned, {"planned for {date}", "date"_key = planned->date.text()}};
    for (auto const* action : tables_at(fields, keys::action)) {
        auto const due = date_in(*action, keys::due, input.zone);
        if (!due || find(*action, keys::closed) != nullptr || !is_late(due->date, today)) continue;
        auto const* id = string_at(*action, keys::id);
        auto const day = due->date.text();
        return Overdue{*due, id == nullptr ? Sentence{"an action was due on {date}", "date"_key = day}
                                           : Sentence{"action {action} was due on {date}",
                                                      "action"_key = sss::quoted(*id), "date"_key = day}};
    }
    return std::nullopt;
}

void stale(RuleInput const& input, JudgedHistory const& judged, FindingSink& sink)
{
    if (judged.extent != JudgedHistory::Extent::whole) return;  // only then is every record's last commit known
    std::map<RecordKey, std::uint32_t, RecordKeyLess> touched;
    for (auto const& change : judged.history.changes) touched.insert_or_assign(change.record, change.commit);
    for (auto const& record : input.records.all()) {
        auto const last = touched.find({record.kind, record.id});
        if (last == touched.end() || !record.document.whole) continue;
        auto const& told = judged.history.commits[last->second];
        auto const day = input.zone.day_of(told.landed_at);
        if ((input.today - day).count() <= judged.stale_days) continue;
        auto const late = overdue(input, record, input.today);
        if (!late) continue;
        sink.add(record, late->at.place,
                 {"{what}, and nobody has touched this record since {day} ({commit})", "what"_arg = late->what,
                  "day"_arg = iso(day), "commit"_arg = told.commit.id.brief()},
                 "write what became of it, or when it is expected now");
    }
}

void publication_missing(RuleInput const& /*input*/, JudgedHistory const& judged, FindingSink& sink)
{
    for (auto const& one : judged.promised)
        if (one.kept == PromisedReport::Kept::missing)
            sink.add_to_settings(
                {"the report of {period} was promised by {day}, and none is kept in {archive}",
                 "period"_key = one.period.name, "day"_arg = iso(one.due), "archive"_arg = judged.archive},
                {"make it and commit it: sss report --archive --every {unit} --commit",
                 "unit"_arg = name_of(one.period.unit)});
}

constexpr std::array past_table{
    Rule{.name = "id-reused",
         .summary = "An id that is gone does not return with another meaning.",
         .reason = "Old reports, minutes and links name records by their ids, and so does the history. An id that is "
                   "given to something else makes all of them say what was never so. A record that comes back as it "
                   "was, or nearly so, is the same one. An id that another record lists in 'aliases' is looked at "
                   "always; one that was removed before with --since, where a branch brings it back, and with "
                   "--history.",
         .failing = R"(=== 2019-03-01 The thermal test of the engineering model
--- data/milestones/sss-1-test.toml
title = "SSS-1 thermal test"
type = "test"
=== 2020-05-04 It has a better name now
--- data/milestones/sss-1-em-test.toml
title = "SSS-1 thermal test"
type = "test"
aliases = ["sss-1-test"]
--- data/milestones/sss-1-test.toml
title = "SSS-1 vibration test"
type = "test"
)",
         .mended = R"(=== 2019-03-01 The thermal test of the engineering model
--- data/milestones/sss-1-em-test.toml
title = "SSS-1 thermal test"
type = "test"
aliases = ["sss-1-test"]
=== 2020-05-04 The vibration test
--- data/milestones/sss-1-vibration-test.toml
title = "SSS-1 vibration test"
type = "test"
)",
         .check = alias_taken,
         .look_back = id_reused},
    Rule{.name = "stale",
         .level = Severity::note,
         .summary = "What is overdue is looked after.",
         .reason = "A plan whose day has passed, or an action that was due, says that nobody has told what became of "
                   "it. Where its record has not changed for more than [report] stale_days either, it has most likely "
                   "been forgotten. A commit touches a record when it changes what the record says, not its layout. "
                   "Looked at with --history.",
         .failing = R"(=== 2024-03-01 The re-entry is expected
--- data/milestones/sss-1-re-entry.toml
title = "SSS-1 re-entry"
type = "operation"
planned = "2024-H2"
)",
         .mended = R"(=== 2024-03-01 The re-entry is expected
--- data/milestones/sss-1-re-entry.toml
title = "SSS-1 re-entry"
type = "operation"
planned = "2024-H2"
=== 2025-01-08 It is still in orbit

Reason: the atmosphere was thinner than predicted
--- data/milestones/sss-1-re-entry.toml
title = "SSS-1 re-entry"
type = "operation"
planned = "2028"
)",
         .look_back = stale},
    Rule{.name = "publication-missing",
         .level = Severity::warning,
         .summary = "Reports are published as they were promised.",
         .reason =
             "Who promised a report every month and lets one out is asked for it by nobody, until the next review. "
             "Where [publication] says how often reports are promised, each period since the first one that is "
             "kept needs one in the folder of [report] archive, a week after its end unless within_days says "
             "otherwise. A report that came late is there, and none is asked for before its time. Looked at with "
             "--history.",
         .failing = R"(=== 2025-01-04 The report of December
--- sss.toml
[publication]
every = "month"
since = "2024-12"
--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"
--- reports/2024-12.md
# December 2024
=== 2025-03-02 That of February; January was forgotten
--- reports/2025-02.md
# February 2025
)",
         .mended = R"(=== 2025-01-04 The report of December
--- sss.toml
[publication]
every = "month"
since = "2024-12"
--- data/satellites/sss-1.toml
name = "SSS-1"
class = "micro"
--- reports/2024-12.md
# December 2024
=== 2025-02-03 That of January
--- reports/2025-01.md
# January 2025
)",
         .look_back = publication_missing},
};

}  // namespace

std::span<Rule const> past_rules()
{
    return past_table;
}

}  // namespace sss
