#include "work/change/cancel.hpp"

#include "facts/query/back_references.hpp"
#include "facts/standard_records.hpp"
#include "schema/text.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "words/move_words.hpp"
#include "words/words.hpp"

#include <fmt/format.h>

namespace sss {

namespace {

Assignment put_cancelled(std::string const& key, std::string value)
{
    return {Assignment::Act::put, {{"cancelled", {}}, {key, {}}}, std::move(value), "cancelled." + key};
}

/// Who still waits for what is given up; of a satellite, what is given up with it.
std::string waiting(Record const& record, Records const& records)
{
    std::string text;
    if (record.kind->name == kinds::satellite) {
        std::int64_t open = 0;
        for (auto const& milestone : read_standard_records(records).milestones)
            open += milestone.satellite == record.id && milestone.open() ? 1 : 0;
        if (open == 0) return text;
        return fmt::format("  {} of it {} no longer awaited.\n", count(open, "open milestone"),
                           open == 1 ? "is" : "are");
    }
    for (auto const& reference : back_references(record, records)) {
        auto const& other = *reference.record;
        auto const settled =
            find(other.fields(), keys::actual) != nullptr || find(other.fields(), keys::cancelled) != nullptr;
        if (reference.path == "depends_on" && !settled)
            text += fmt::format("  {} needs it and no longer waits for it.\n", name_of(other));
    }
    return text;
}

void refuse_settled(Record const& record, Zone const& zone)
{
    if (record.kind->field("cancelled.date") == nullptr || record.kind->field("cancelled.reason") == nullptr)
        throw UsageError{fmt::format("{} cannot be cancelled", schema::with_article(record.kind->name)),
                         "Its schema has no table 'cancelled' with 'date' and 'reason', as that of milestones has."};
    if (auto const* held = find(record.fields(), keys::held);
        held != nullptr && held->boolean() != nullptr && *held->boolean())
        throw UsageError{
            fmt::format("{} was held already", name_of(record)),
            fmt::format("Where that was a mistake, take it back first: sss set {} held-", shell_word(record.id))};
    if (record.kind->name == kinds::meeting && read_meeting(record.id, record.fields(), zone).held)
        throw UsageError{
            fmt::format("{} is down as held", name_of(record)),
            fmt::format("Where that was a mistake, take back what says so first: sss edit {}", shell_word(record.id))};
    auto const* actual = find(record.fields(), keys::actual);
    if (actual == nullptr || actual->text() == nullptr) return;
    auto const date = actual->date(zone);
    throw UsageError{
        fmt::format("{} was reached already{}", name_of(record), date ? ", on " + said(*date) : std::string{}),
        fmt::format("Where that was a mistake, take it back first: sss set {} actual-", shell_word(record.id))};
}

Rewriting cancel_one(WorkingTree const& tree, CancelRequest const& request, std::string const& id,
                     std::string const& asked, Outside const& outside)
{
    auto const& record = sound_record(tree, id);
    refuse_settled(record, tree.configuration->zone);
    Rewriting what{.lead = {record.kind, record.id}, .texts = {}};
    if (find(record.fields(), keys::cancelled) != nullptr) {
        what.unchanged =
            fmt::format("{} is cancelled already\n  To say why in other words: sss set {} cancelled.reason=…",
                        name_of(record), shell_word(record.id));
        return what;
    }
    auto const today = tree.configuration->zone.day_of(outside.now());
    auto const date = asked.empty() ? iso(today) : day_named(asked, today);
    what.texts[record.path()] =
        changed_text(tree, record, std::vector{put_cancelled("date", date), put_cancelled("reason", request.reason)});
    what.reason = request.reason;
    what.aside = waiting(record, tree.records);
    return what;
}

}  // namespace

Rewriting rewriting_for(WorkingTree const& tree, CancelRequest const& request, Outside const& outside)
{
    auto const named = ids_and_date(request.words, tree.records);
    std::vector<Rewriting> all;
    for (auto const& id : named.ids) all.push_back(cancel_one(tree, request, id, named.date, outside));
    return joined(std::move(all));
}

}  // namespace sss
